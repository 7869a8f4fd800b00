/** traditional Chinese of english/manual/mremap.ts. */
import type { mremapManualWords as English } from '../../english/manual/mremap';
import type { Translated } from '../../translation';

export const mremapManualWords: Translated<typeof English> = {
  'manual.mremap.locked.1996': '鎖定的區段被拒絕：其對映不得更動。',
  'manual.mremap.locked.1996.kernel':
    '鎖定的記憶體與其他記憶體一樣可以增長、縮小和移動。只有使鎖定總量超過 RLIMIT_MEMLOCK 的增長被拒絕，對 root 也是如此；而除非有人降低過，該限制是無限的。',
  'manual.mremap.locked.2.4':
    '鎖定的區段要增長，而行程鎖定的記憶體會因此超過 RLIMIT_MEMLOCK。（英文手冊到 2005 年為止仍保留 1996 年的措辭。）',
  'manual.mremap.locked.2.4.kernel':
    '與 1996 年的檢查相同，對 root 也是如此；使用 MREMAP_FIXED 時，即使沒有增長，只要已經超過限制也會被拒絕。',
  'manual.mremap.locked.2010.kernel': '2.6.9 起，有 CAP_IPC_LOCK 就不受該限制。',
  'manual.mremap.locked.today.kernel': '只計鎖定的對映增長的部分。移動保持鎖定和總量不變，從不因此被拒絕。',

  'manual.mremap.unmapped.1996': '舊範圍內的某個位址上，行程沒有任何對映。',
  'manual.mremap.unmapped.1996.kernel':
    '只有增大的呼叫才檢查範圍。縮小或保持大小的呼叫傳回舊位址，即使那裡沒有任何對映。',
  'manual.mremap.unmapped.2.4.kernel':
    '增大的呼叫和使用 MREMAP_FIXED 的呼叫會檢查範圍。沒有該旗標時，縮小或保持大小在任何位址上都成功。',
  'manual.mremap.unmapped.today.kernel':
    '5.16 起，每次呼叫都要求舊位址本身已對映（5.16 到 5.18 誤傳回數字 14）。其後的空洞只在記憶體增長時才有影響。',

  'manual.mremap.several.1996': '即使整個舊範圍都已對映，只要其中的對映種類不一，也會傳回該錯誤。',
  'manual.mremap.several.1996.kernel':
    '舊範圍必須在同一個區段內，無論相鄰的區段是什麼種類；但只對增大的呼叫如此要求。',
  'manual.mremap.several.2.4.kernel':
    '呼叫要增大時，舊範圍必須在同一個對映內；使用 MREMAP_FIXED 時總是如此。',
  'manual.mremap.several.today.kernel':
    '6.17 起，保持大小的 MREMAP_FIXED 移動可以跨越多個對映，也可以跨越第一個對映之後的空洞。凡增大的仍要求在同一個對映內。',

  'manual.mremap.special.1996.kernel': '沒有特殊的對映：每個對映都可以增長。',
  'manual.mremap.special.2.4.kernel': '由驅動程式如此標記的對映不能增長。',
  'manual.mremap.special.today.kernel':
    'vdso 和裝置的對映不能增長。舊大小為零的呼叫要複製某個對映，而 MREMAP_FIXED 清除的正是它時，也傳回同樣的錯誤。',

  'manual.mremap.unaligned.1996': '某個引數無效；手冊頁猜測是舊位址沒有對齊頁邊界。',
  'manual.mremap.unaligned.1996.kernel': '這個猜測就是全部：從來沒有因為其他引數而傳回該錯誤。',
  'manual.mremap.unaligned.2.4': '所列七種錯誤中的第一種：舊位址沒有對齊頁邊界。',
  'manual.mremap.unaligned.today': '所列十種錯誤中的第一種：舊位址沒有對齊頁邊界。',
  'manual.mremap.flags.1996.kernel': '除 MREMAP_MAYMOVE 外的所有位元都被忽略。',
  'manual.mremap.flags.2.4': '旗標中有 MREMAP_MAYMOVE 和 MREMAP_FIXED 之外的位元。',
  'manual.mremap.flags.today': '旗標中有 MREMAP_MAYMOVE、MREMAP_FIXED 和 MREMAP_DONTUNMAP 之外的位元。',
  'manual.mremap.zero.1996.kernel': '新大小為零會解除整個範圍的對映，並且成功。',
  'manual.mremap.zero.2.4': '新大小為零。',
  'manual.mremap.zero.2.4.kernel': '2.4.22 還不檢查：新大小為零會解除該範圍的對映。',
  'manual.mremap.zero.today.kernel': '大到向上取整為頁後變為零的大小，視同為零。',
  'manual.mremap.invalid.1996.kernel': '當時不能給出新位址，而大小太大時以 ENOMEM 告終。',
  'manual.mremap.invalid.2.4': '新大小或新位址無效；何時算無效，手冊頁沒有說明。',
  'manual.mremap.invalid.2.4.kernel':
    '只針對 MREMAP_FIXED：新位址必須對齊頁邊界，新範圍的末端必須在使用者空間內。',
  'manual.mremap.invalid.today.kernel':
    '任何呼叫的新大小都不得超過位址空間；新位址即使只是提示，也必須對齊頁邊界。',
  'manual.mremap.fixed.1996.kernel': '2.3.31 之前沒有 MREMAP_FIXED。',
  'manual.mremap.fixed.2.4': '使用了 MREMAP_FIXED 而沒有 MREMAP_MAYMOVE。',
  'manual.mremap.fixed.today': '使用了 MREMAP_FIXED 或 MREMAP_DONTUNMAP 而沒有 MREMAP_MAYMOVE。',
  'manual.mremap.overlap.2.4': '新範圍與舊範圍有共同的頁。',
  'manual.mremap.overlap.today.kernel':
    '大小為零的範圍沒有頁：舊大小為零時，新位址可以就是舊位址。此時對映被清除，傳回 EFAULT。',
  'manual.mremap.dontunmap-sizes.today': '使用了 MREMAP_DONTUNMAP，而兩個大小不同。',
  'manual.mremap.dontunmap-sizes.today.kernel': '6.17 起以整頁比較大小；之前以位元組比較。',
  'manual.mremap.dontunmap-kind.today': 'MREMAP_DONTUNMAP 用於並非全部是私有匿名記憶體的範圍。',
  'manual.mremap.dontunmap-kind.today.kernel':
    '到 5.12 為止如此。5.13 起只拒絕不能增長的對映（vdso、裝置）。',
  'manual.mremap.other.1996': '某個引數無效。',
  'manual.mremap.other.2.4': '某個引數無效；這一原因不在手冊頁所列之中。',
  'manual.mremap.other.today.kernel':
    '所列之外還有不可分割的對映（vdso 的一部分、大型分頁的一部分）、要增長或偏離其邊界的大型分頁、末端超出使用者空間的舊範圍，以及其所有者不允許移動的對映。',
  'manual.mremap.duplicate.1996.kernel':
    '舊大小為零會在原對映之外再建立一個對映，私有記憶體也是如此，只要給出 MREMAP_MAYMOVE。',
  'manual.mremap.duplicate.today': '舊大小為零，而記憶體不是共享的。',
  'manual.mremap.duplicate.today.kernel': '4.14 起拒絕這種情況。',
  'manual.mremap.duplicate-in-place.today': '舊大小為零，而沒有給出 MREMAP_MAYMOVE。',
  'manual.mremap.duplicate-in-place.today.kernel': '傳回 ENOMEM。',

  'manual.mremap.in-place.1996': '記憶體不能在原處增長，而旗標中沒有允許它移動的 MREMAP_MAYMOVE。',
  'manual.mremap.in-place.today.kernel':
    '只有舊範圍的末端就是其對映的末端，且其後有空閒的頁時，才能在原處增長。舊大小為零而沒有 MREMAP_MAYMOVE 也歸於此。',
  'manual.mremap.memory.1996': '剩餘的記憶體或空閒的位址太少。',
  'manual.mremap.memory.1996.kernel':
    '沒有足夠大的空隙，或核心沒有頁可作分頁表。當時沒有 RLIMIT_AS，也不檢查對映增長所需的記憶體是否存在。',
  'manual.mremap.memory.2.4.kernel': 'RLIMIT_AS 也會拒絕；對私有可寫對映，核心對剩餘記憶體的估計也會拒絕。',
  'manual.mremap.memory.2010.kernel': 'RLIMIT_AS 會拒絕。過量配置規則拒絕的記憶體，因疏忽而傳回 EFAULT。',
  'manual.mremap.memory.today': '同前，另有兩種原因：MREMAP_DONTUNMAP 產生的對映放不下，或行程的對映會太多。',
  'manual.mremap.memory.today.kernel':
    '對映數的檢查在尋找舊位址之前就拒絕移動。4.7 起 RLIMIT_DATA 計入私有可寫記憶體。過量配置規則拒絕的記憶體又傳回 ENOMEM。',

  'manual.mremap.denied.2010.kernel': '低於 vm.mmap_min_addr 的新位址被拒絕。',
  'manual.mremap.denied.today.kernel':
    '已封存的記憶體（mseal，6.10 起）在任何呼叫中都被拒絕，低於 vm.mmap_min_addr 的新位址也是。',
};
