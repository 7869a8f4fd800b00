/** traditional Chinese of english/manual/protection-and-locks.ts. */
import type { protectionAndLocksManualWords as English } from '../../english/manual/protection-and-locks';
import type { Translated } from '../../translation';

export const protectionAndLocksManualWords: Translated<typeof English> = {
  'manual.mprotect.access.1996.kernel': '記憶體可以得到其對映從一開始就允許的存取權限，與現今相同。',
  'manual.mprotect.access.2.4': '記憶體不可以有該存取權限：例如，以讀取方式開啟的檔案要變為可寫。',
  'manual.mprotect.access.today.kernel':
    '行程放棄了可寫又可執行的記憶體（PR_SET_MDWE，6.3 起），而可寫或曾經可寫的記憶體要變為可執行時，也傳回該錯誤。',
  'manual.mprotect.unaligned.1996.kernel': '位址沒有對齊頁邊界，或範圍越過位址空間的末端。',
  'manual.mprotect.unaligned.2.4': '位址沒有對齊頁邊界，或不是有效的指標。',
  'manual.mprotect.unaligned.today.kernel': '只看是否對齊頁邊界。位址未對映時傳回 ENOMEM。',
  'manual.mprotect.bits.1996.kernel': '保護屬性不得有 PROT_READ、PROT_WRITE、PROT_EXEC 之外的位元。',
  'manual.mprotect.bits.today': '保護屬性中有無意義的位元，或同時有 PROT_GROWSUP 和 PROT_GROWSDOWN。',
  'manual.mprotect.bits.today.kernel': '對不向下增長的記憶體使用 PROT_GROWSDOWN 也被拒絕。',
  'manual.mprotect.key.today': 'pkey_mprotect 的鍵尚未配置。',
  'manual.mprotect.key.today.kernel': '沒有這種硬體時，除 -1 外的每個鍵都被拒絕。',
  'manual.mprotect.other.today': '有些架構有自己的規則：PowerPC 上的 PROT_SAO 需要硬體支援。',
  'manual.mprotect.other.today.kernel': '不可分割的對映（vdso、大型分頁）只有一部分在範圍內。',
  'manual.mprotect.unmapped.1996.kernel': '記憶體未對映時傳回 EFAULT。空洞之前的部分已經更動。',
  'manual.mprotect.unmapped.2.4.kernel': '2.4.19 起，記憶體未對映時傳回該錯誤。空洞之前的部分已經更動。',
  'manual.mprotect.unmapped.2010': '範圍內有頁未對映，或不是行程可以有的位址。',
  'manual.mprotect.unmapped.2010.kernel': '空洞之前的部分已經更動。',
  'manual.mprotect.memory.2.4': '核心沒有記憶體存放自己的資料結構。',
  'manual.mprotect.memory.today.kernel':
    '私有記憶體要變為可寫，而 RLIMIT_DATA（4.7 起）或過量配置規則不允許這麼多時，也傳回該錯誤。',
  'manual.mprotect.count.2.4.kernel': '在中間更動會使一個對映變成三個；超過行程的上限時以該錯誤拒絕。',
  'manual.mprotect.count.today': '新的邊界會使對映數超過行程的上限。',
  'manual.mprotect.fault.1996.kernel': '記憶體未對映時傳回該錯誤。',
  'manual.mprotect.fault.2.4': '要保護的記憶體不存在。',
  'manual.mprotect.fault.2.4.kernel': '2.4.19 起傳回 ENOMEM。',
  'manual.mprotect.fault.2010': '到 2.4.18 為止，記憶體未對映時誤傳回該錯誤。',
  'manual.mprotect.sealed.today.kernel':
    '已封存的記憶體（mseal，6.10 起）保持其保護屬性；這寫在 mseal 的手冊頁中。',

  'manual.mlock.limit.1996.kernel': '最先檢查 RLIMIT_MEMLOCK，對 root 也是如此；其他人根本不能鎖定。',
  'manual.mlock.limit.2.4': '鎖定的頁會超過允許的數目。',
  'manual.mlock.limit.2010':
    '鎖定的記憶體會超過 RLIMIT_MEMLOCK，該限制不為零，且沒有 CAP_IPC_LOCK（2.6.9 起）。',
  'manual.mlock.limit.today.kernel':
    '範圍內已鎖定的部分不重複計算（4.9 起）。除非有人設定過，該限制為 8 MiB（5.16 起；之前為 64 KiB）。',
  'manual.mlock.unmapped.1996.kernel': '空洞之前的部分保持鎖定。',
  'manual.mlock.unmapped.2.4': '範圍內有頁未對映。',
  'manual.mlock.half.1996.kernel': '任何人最多只能鎖定機器記憶體的一半。',
  'manual.mlock.half.2010': '到 2.4 為止：鎖定的記憶體會超過機器記憶體的一半。',
  'manual.mlock.half.2010.kernel': '已經沒有這樣的規則。',
  'manual.mlock.count.today': '新的邊界會使對映數超過行程的上限。',
  'manual.mlock.populate.today.kernel':
    '頁不能載入時也傳回 ENOMEM：不允許任何存取，或檔案在該頁之前結束。該範圍仍會鎖定並計數。',
  'manual.mlock.root.1996.kernel': '只有 root 可以鎖定。在此之前先檢查限制。',
  'manual.mlock.root.2.4': '鎖定需要 CAP_IPC_LOCK。',
  'manual.mlock.root.2.4.kernel': '在此之前先檢查限制。',
  'manual.mlock.root.2010': '呼叫者沒有特權，而它的要求需要 CAP_IPC_LOCK。',
  'manual.mlock.root.2010.kernel': '2.6.9 起，只有 RLIMIT_MEMLOCK 為零時才如此。',
  'manual.mlock.again.2010': '範圍的一部分或全部沒有鎖定。',
  'manual.mlock.again.today.kernel':
    '只在機器沒有記憶體容納這些頁時傳回。使頁不能鎖定的其他原因都傳回 ENOMEM。',
  'manual.mlock.wraps.1996.kernel': '範圍越過位址空間的末端。',
  'manual.mlock.wraps.2.4': '長度為負。',
  'manual.mlock.wraps.2010': '位址加長度小於位址。',
  'manual.mlock.flags.today': 'mlock2 的旗標中有未知的位元。',

  'manual.munlock.unmapped.1996.kernel': '空洞之前的部分被解鎖。',
  'manual.munlock.unmapped.2.4': '範圍內有頁未對映。',
  'manual.munlock.unmapped.today.kernel': '空洞之前的部分被解鎖。',
  'manual.munlock.count.today': '新的邊界會使對映數超過行程的上限。',
  'manual.munlock.wraps.1996.kernel': '範圍越過位址空間的末端。',
  'manual.munlock.wraps.2.4': '長度為負。',
  'manual.munlock.wraps.2010': '位址加長度小於位址。',
  'manual.munlock.root.1996.kernel': '只有 root 可以解鎖。',
  'manual.munlock.root.2.4.kernel': '任何人都可以解鎖。',
  'manual.munlock.root.2010': '呼叫者沒有特權，而它的要求需要 CAP_IPC_LOCK。',
  'manual.munlock.root.2010.kernel': '任何人都可以解鎖。',

  'manual.mlockall.flags.1996.kernel': '旗標為零也被拒絕。',
  'manual.mlockall.flags.2.4': '旗標中有未知的位元。',
  'manual.mlockall.flags.today': '旗標中有未知的位元，或有 MCL_ONFAULT 而沒有 MCL_CURRENT 和 MCL_FUTURE。',
  'manual.mlockall.limit.1996.kernel':
    '所有已對映的記憶體不得超過 RLIMIT_MEMLOCK，也不得超過機器記憶體的一半；單獨使用 MCL_FUTURE 時也是如此，對 root 也是如此。',
  'manual.mlockall.limit.2.4': '鎖定的頁會超過允許的數目。',
  'manual.mlockall.limit.2010':
    '鎖定的記憶體會超過 RLIMIT_MEMLOCK，該限制不為零，且沒有 CAP_IPC_LOCK（2.6.9 起）。',
  'manual.mlockall.limit.today.kernel':
    '所有已對映的記憶體都計入，已鎖定的也計入，但只在使用 MCL_CURRENT 時。',
  'manual.mlockall.root.1996.kernel': '只有 root 可以鎖定。在此之前先檢查限制。',
  'manual.mlockall.root.2.4': '鎖定需要 CAP_IPC_LOCK。',
  'manual.mlockall.root.2010': '呼叫者沒有特權，而它的要求需要 CAP_IPC_LOCK。',
  'manual.mlockall.root.2010.kernel': '2.6.9 起，只有 RLIMIT_MEMLOCK 為零時才如此。',
  'manual.munlockall.root.1996.kernel': '只有 root 可以解鎖。',
  'manual.munlockall.root.2.4': '解鎖全部記憶體需要 CAP_IPC_LOCK。',
  'manual.munlockall.root.2010': '到 2.6.8 為止：呼叫者沒有 CAP_IPC_LOCK。',
  'manual.munlockall.root.2010.kernel': '任何人都可以解鎖；該呼叫不會失敗。',
};
