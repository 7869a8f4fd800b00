/** traditional Chinese of english/manual/other-calls.ts. */
import type { otherCallsManualWords as English } from '../../english/manual/other-calls';
import type { Translated } from '../../translation';

export const otherCallsManualWords: Translated<typeof English> = {
  'manual.msync.invalid.1996.kernel': '位址沒有對齊頁邊界，有未知的旗標，或範圍越過位址空間的末端。',
  'manual.msync.invalid.2.4': '位址沒有對齊頁邊界，或旗標中有未知的位元。',
  'manual.msync.both.1996.kernel': 'MS_ASYNC 和 MS_SYNC 可以同時使用。',
  'manual.msync.both.2.4.kernel': 'MS_ASYNC 和 MS_SYNC 不可同時使用。',
  'manual.msync.both.2010': '同時使用了 MS_ASYNC 和 MS_SYNC。',
  'manual.msync.unmapped.1996.kernel': '記憶體未對映時傳回 EFAULT，在其餘部分都寫完之後才傳回。',
  'manual.msync.unmapped.2.4': '有記憶體未對映。',
  'manual.msync.unmapped.2.4.kernel': '其餘部分仍會寫回。',
  'manual.msync.unmapped.today.kernel':
    '其餘部分仍會寫回，只有單獨的 MS_ASYNC 例外，它停在空洞處。範圍越過位址空間的末端時也傳回 ENOMEM。',
  'manual.msync.busy.1996.kernel': '不檢查鎖定。',
  'manual.msync.busy.2.4.kernel': '對鎖定的記憶體使用 MS_INVALIDATE 會被拒絕。',
  'manual.msync.busy.2010': '給出了 MS_INVALIDATE，而有記憶體被鎖定。',
  'manual.msync.write.today.kernel': '使用 MS_SYNC 時，寫檔案失敗的錯誤原樣傳回：EIO、ENOSPC 等。',

  'manual.brk.memory.1996.kernel':
    '失敗的呼叫傳回舊的 break。超過 RLIMIT_DATA、與另一個對映相距不足一頁、核心估計記憶體太少時失敗。',
  'manual.brk.memory.2.4': 'break 不能設在那裡：沒有其他錯誤。',
  'manual.brk.memory.2.4.kernel':
    '失敗的呼叫傳回舊的 break，由 C 函式庫把它變成錯誤。超過 RLIMIT_DATA、與另一個對映相距不足一頁、過量配置規則不允許時失敗。',
  'manual.brk.memory.2010': 'break 不能設在那裡：沒有其他錯誤。手冊頁說明系統呼叫本身傳回舊的 break。',
  'manual.brk.memory.2010.kernel': '超過 RLIMIT_AS 時，以及在 mlockall 之下超過 RLIMIT_MEMLOCK 時也失敗。',
  'manual.brk.memory.today.kernel':
    '此外還涉及堆疊之下的保護間隙、針對全部私有可寫記憶體的 RLIMIT_DATA（4.7），以及要在沒有對映之處縮小的堆積（6.1）。',

  'manual.shmat.access.1996.kernel': '由區段的權限位元決定，與現今相同。',
  'manual.shmat.access.2.4': '區段的權限位元不允許呼叫者如此存取，且呼叫者沒有 CAP_IPC_OWNER。',
  'manual.shmat.removed.1996.kernel': '該編號屬於已移除的區段，其位置已被新的區段佔用。',
  'manual.shmat.removed.2010': '該區段已被移除。',
  'manual.shmat.removed.today.kernel': '標記為待移除的區段，只要仍有人附加著它，就還可以附加。',
  'manual.shmat.id.1996.kernel': '沒有該編號的區段。',
  'manual.shmat.id.2.4': '區段的編號無效。',
  'manual.shmat.address.1996.kernel': '位址沒有對齊頁邊界又沒有 SHM_RND，或使用了 SHM_REMAP 而沒有給出位址。',
  'manual.shmat.address.2.4': '位址沒有對齊頁邊界且沒有給出 SHM_RND，或給出 SHM_REMAP 而沒有給出位址。',
  'manual.shmat.address.today.kernel': '範圍越過位址空間的末端時也被拒絕。',
  'manual.shmat.in-use.1996.kernel': '範圍內已有對映，或範圍與堆疊相距不足四頁。',
  'manual.shmat.in-use.2.4': '區段不能附加在該位址上。',
  'manual.shmat.in-use.2010': '區段不能附加在該位址上。',
  'manual.shmat.in-use.today.kernel': '範圍內已有對映。使用 SHM_REMAP 時則改為將其移除。',
  'manual.shmat.memory.1996.kernel': '沒有放得下它的空隙，或沒有記憶體存放其資料結構。',
  'manual.shmat.memory.2.4': '核心沒有記憶體存放資料結構或分頁表。',
  'manual.shmat.memory.today.kernel':
    '沒有空隙、超過 RLIMIT_AS、對映數已達上限、範圍超出使用者空間時也傳回該錯誤。',
  'manual.shmat.locked.2.4.kernel': '在 mlockall(MCL_FUTURE) 之下，區段不得超過 RLIMIT_MEMLOCK。',
  'manual.shmat.locked.today.kernel':
    '在 mlockall(MCL_FUTURE) 之下，沒有 CAP_IPC_LOCK 時，區段不得超過 RLIMIT_MEMLOCK。',
  'manual.shmat.denied.today.kernel': '位址低於 vm.mmap_min_addr，或 SHM_REMAP 之處有已封存的記憶體。',
  'manual.shmdt.detached.1996.kernel': '該呼叫從不失敗。',
  'manual.shmdt.detached.2.4': '該位址上沒有附加區段。',
  'manual.shmdt.detached.2010': '該位址上沒有附加區段，或位址沒有對齊頁邊界。',

  'manual.madvise.no-call.1996.kernel': '沒有這個呼叫；它從 2.4 開始有。',
  'manual.madvise.unmapped.2.4': '範圍的一部分未對映。已對映的部分仍依建議處理。',
  'manual.madvise.willneed.2.4': '沒有記憶體可供 MADV_WILLNEED 讀入這些頁。',
  'manual.madvise.willneed.2.4.kernel': '對映太多時傳回該錯誤。',
  'manual.madvise.willneed.2010.kernel': '對映太多時傳回 EAGAIN。',
  'manual.madvise.locked.2.4': 'MADV_DONTNEED 要丟棄的頁是鎖定的或共享的。',
  'manual.madvise.locked.2.4.kernel': '鎖定的頁被拒絕。共享的頁不拒絕。',
  'manual.madvise.locked.2010.kernel': '鎖定的頁、大型分頁和裝置的頁被拒絕。共享的頁不拒絕。',
  'manual.madvise.locked.today':
    'MADV_DONTNEED、MADV_REMOVE、MADV_COLD 或 MADV_PAGEOUT 遇到鎖定的頁、大型分頁或裝置的頁。',
  'manual.madvise.locked.today.kernel':
    '5.18 起，MADV_DONTNEED 可用於大型分頁，MADV_DONTNEED_LOCKED 可用於鎖定的頁。',
  'manual.madvise.unaligned.2.4': '位址沒有對齊頁邊界，或長度為負。',
  'manual.madvise.unaligned.today.kernel': '長度越過位址空間的末端時算作太大。',
  'manual.madvise.advice.2.4': '沒有這樣的建議。',
  'manual.madvise.advice.2010': '沒有這樣的建議，或核心編譯時未包含 MADV_MERGEABLE 所需的功能。',
  'manual.madvise.advice.today.kernel': '有哪些建議取決於核心的版本和編譯選項。',
  'manual.madvise.kind.today':
    '該建議不適用於這種對映：MADV_FREE 和 MADV_WIPEONFORK 要求私有匿名記憶體，MADV_POPULATE_READ 和 MADV_POPULATE_WRITE 要求相應的權限。',
  'manual.madvise.kind.today.kernel':
    '在特殊對映上設保護區，以及在放不下大型分頁之處使用 MADV_COLLAPSE 時也傳回該錯誤。',
  'manual.madvise.badf.2.4': '對映的不是檔案。',
  'manual.madvise.badf.2.4.kernel': '只有 MADV_WILLNEED 要求檔案。',
  'manual.madvise.badf.today.kernel': '只有 MADV_WILLNEED 如此，且只在編譯時未包含 swap 的核心上。',
  'manual.madvise.rss.2.4': 'MADV_WILLNEED 會使常駐的頁超過行程的上限。',
  'manual.madvise.rss.2.4.kernel': '將該範圍會增加的部分與 RLIMIT_RSS 比較。',
  'manual.madvise.rss.2010.kernel': '不再檢查 RLIMIT_RSS。',
  'manual.madvise.again.2.4': '核心所需的某種資源此刻得不到。',
  'manual.madvise.again.2.4.kernel': '沒有記憶體存放新對映的資料結構。對映太多時傳回 ENOMEM。',
  'manual.madvise.again.today.kernel': '對映太多時傳回該錯誤（4.12 到 5.16 傳回 ENOMEM）。',
  'manual.madvise.remove.today': 'MADV_REMOVE 遇到不是共享可寫的對映。',
  'manual.madvise.punch.2010.kernel': '如手冊頁所說，當時在除 tmpfs 外的所有檔案系統上都傳回 ENOSYS。',
  'manual.madvise.punch.today': '據其說明，MADV_REMOVE 用於無法從檔案中取走頁的檔案系統。',
  'manual.madvise.poison.today': '使用 MADV_HWPOISON 而沒有 CAP_SYS_ADMIN。',
  'manual.madvise.poison.today.kernel': '對已封存又不可寫的記憶體給出會丟棄內容的建議時，也傳回該錯誤。',
  'manual.madvise.populate.today': 'MADV_POPULATE_READ 或 MADV_POPULATE_WRITE 遇到會引發 SIGBUS 的頁。',
  'manual.madvise.populate.today.kernel': '遇到保護區時也傳回該錯誤。',
};
