/** What the checks of locks, advice and asking demand, in traditional Chinese. */
export const lockingDemands: Readonly<Record<string, string>> = {
  'this kernel knows the advice': '該核心認得這一建議',
  'MADV_HWPOISON and MADV_SOFT_OFFLINE need CAP_SYS_ADMIN':
    'MADV_HWPOISON 和 MADV_SOFT_OFFLINE 需要 CAP_SYS_ADMIN',
  'each page can be made present: no guard page, and none behind the end of the file':
    '每一頁都可以載入：沒有保護頁，也沒有超出檔案末尾的頁',
  'no sealed memory without write access is to be discarded': '要丟棄的記憶體都不是已封存又不可寫的',
  'no memory to be discarded or taken away is locked': '要丟棄或取走的記憶體都沒有被鎖定',
  'each mapping is of a kind that the advice is meant for': '每個對映都是該建議適用的種類',
  'what is discarded of huge pages begins on the border of one': '丟棄大型分頁時從其邊界開始',
  'MADV_REMOVE is used on a shared mapping that may be written': 'MADV_REMOVE 用於可寫的共享對映',
  'MADV_REMOVE takes nothing out of a file that is sealed against writing':
    'MADV_REMOVE 不從封存而禁止寫入的檔案取走任何內容',
  'what MADV_REMOVE takes out ends below the largest offset that a file can have':
    'MADV_REMOVE 取走的部分在檔案可有的最大位移之前結束',
  'the mapping allows the access that MADV_POPULATE_READ or MADV_POPULATE_WRITE makes':
    '對映允許 MADV_POPULATE_READ 或 MADV_POPULATE_WRITE 所做的存取',
  'MADV_COLLAPSE is used where a huge page fits, in the mapping and in the range':
    'MADV_COLLAPSE 用在放得下大型分頁之處，對映和範圍都要放得下',
  'the pages that are to become a huge one are present, and nobody else holds them':
    '要合成大型分頁的頁都存在，且沒有別人持有',
  'the filesystem can take pages out of the middle of a file': '檔案系統可以從檔案中間取走頁',
  'MADV_WILLNEED is given for a mapping of a file': 'MADV_WILLNEED 用於檔案的對映',
  'MADV_WILLNEED is given for a mapping of a file, or the kernel can swap':
    'MADV_WILLNEED 用於檔案的對映，或核心能夠置換',
  'every page of the range is mapped; what is mapped gets the advice all the same':
    '範圍內每一頁都已對映；已對映的部分仍依建議處理',
  'the kernel has memory for what the advice makes': '核心有記憶體完成該建議',
  'the kernel has mlock2: 4.4 and later': '核心有 mlock2：4.4 及以後',
  'the flags of mlock2 are none or MLOCK_ONFAULT': 'mlock2 的旗標為空或 MLOCK_ONFAULT',
  'RLIMIT_MEMLOCK is not 0, or the caller has CAP_IPC_LOCK': 'RLIMIT_MEMLOCK 不為 0，或呼叫者有 CAP_IPC_LOCK',
  'with what is locked already, the range fits below RLIMIT_MEMLOCK':
    '連同已鎖定的，該範圍不超過 RLIMIT_MEMLOCK',
  'every page of the range is mapped; what lies below the first hole is locked all the same':
    '範圍內每一頁都已對映；第一個空洞之下的部分仍會鎖定',
  'every page can be made present: it allows some access and the file reaches that far':
    '每一頁都可以載入：允許某種存取，且檔案夠長',
  'the machine has the memory': '機器有這些記憶體',
  'every page of the range is mapped; what lies below the first hole is unlocked all the same':
    '範圍內每一頁都已對映；第一個空洞之下的部分仍會解鎖',
  'the flags hold MCL_CURRENT or MCL_FUTURE, perhaps MCL_ONFAULT, and no others':
    '旗標中有 MCL_CURRENT 或 MCL_FUTURE，可有 MCL_ONFAULT，沒有別的',
  'with MCL_CURRENT, all of the address space fits below RLIMIT_MEMLOCK':
    '使用 MCL_CURRENT 時，整個位址空間不超過 RLIMIT_MEMLOCK',
  'the flags are of MS_ASYNC, MS_INVALIDATE and MS_SYNC': '旗標只取自 MS_ASYNC、MS_INVALIDATE、MS_SYNC',
  'MS_ASYNC and MS_SYNC are not given together': 'MS_ASYNC 與 MS_SYNC 不同時使用',
  'with MS_INVALIDATE, nothing in the range is locked': '使用 MS_INVALIDATE 時，範圍內沒有鎖定的記憶體',
  'with MS_SYNC, a file mapped shared is of a kind that can be synchronized':
    '使用 MS_SYNC 時，共享對映的檔案是可以同步的種類',
  'with MS_SYNC, what was written to a shared mapping reaches the file':
    '使用 MS_SYNC 時，寫入共享對映的內容到達檔案',
  'every page of the range is mapped; files behind a hole are written all the same':
    '範圍內每一頁都已對映；空洞之後的檔案仍會寫回',
  'the range ends within the addresses of user space': '範圍的末端在使用者空間的位址之內',
  'the vector, one byte a page, lies within the addresses of user space':
    '每頁一位元組的向量在使用者空間的位址之內',
  'the kernel has a page to collect the vector in': '核心有一頁用來收集向量',
  'the bytes of the vector can be written, as far as pages are mapped':
    '在已對映的頁數之內，向量的位元組可寫',
  'every page of the range is mapped': '範圍內每一頁都已對映',
  'the kernel has the call: 5.10 and later': '核心有該呼叫：5.10 及以後',
  'the vector has no more than 1024 elements': '向量不超過 1024 個元素',
  'no length in the vector is negative': '向量中沒有負的長度',
  'all elements of the vector can be read': '向量的所有元素都可以讀取',
  'every range in the vector lies within the addresses of user space':
    '向量中每個範圍都在使用者空間的位址之內',
  'the descriptor is open, or is PIDFD_SELF (6.14 and later)':
    '檔案描述符是開啟的，或為 PIDFD_SELF（6.14 及以後）',
  'the descriptor stands for a process': '檔案描述符代表一個行程',
  'the process has not ended': '行程沒有結束',
  'memory of another process is advised MADV_COLD, MADV_PAGEOUT, MADV_WILLNEED or MADV_COLLAPSE only; before 6.13 one’s own too':
    '對別的行程的記憶體只可建議 MADV_COLD、MADV_PAGEOUT、MADV_WILLNEED 或 MADV_COLLAPSE；6.13 之前對自己的也是如此',
  "the caller may read the other process's memory, as a debugger may":
    '呼叫者可以像除錯器那樣讀取另一行程的記憶體',
  'for the memory of another process, the caller has CAP_SYS_NICE; before 6.13 for its own too':
    '對別的行程的記憶體，呼叫者有 CAP_SYS_NICE；6.13 之前對自己的也要有',
  'the kernel has the call: 5.15 and later': '核心有該呼叫：5.15 及以後',
  'the process, and every other with the same memory, is being killed or exits':
    '該行程以及共用同一記憶體的每個行程都正在被終止或結束',
  'all of the memory could be freed at once': '全部記憶體可以一次釋放',
  'the kernel has the call: 6.5 and later': '核心有該呼叫：6.5 及以後',
  'the descriptor is open, and not only by O_PATH': '檔案描述符是開啟的，且不只是以 O_PATH 開啟',
  'the range can be read': '範圍可以讀取',
  'the file is not one of huge pages': '檔案不是大型分頁的檔案',
  'the caller owns the file, or could write to it': '呼叫者擁有該檔案，或可以寫入它',
  'the statistics can be written': '統計結果可以寫入',
};
