/** What the checks of mmap, munmap and brk demand, in traditional Chinese. */
export const mappingDemands: Readonly<Record<string, string>> = {
  'the six words that old_mmap is given a pointer to can be read': 'old_mmap 的指標所指的六個字可以讀取',
  'the offset is a multiple of the page size, for anonymous memory too':
    '偏移量是頁大小的整數倍，匿名記憶體也是如此',
  'the descriptor is open': '檔案描述符是開啟的',
  'the descriptor was not opened with O_PATH': '檔案描述符不是以 O_PATH 開啟的',
  'MAP_HUGETLB is given for anonymous memory or a file on hugetlbfs':
    'MAP_HUGETLB 用於匿名記憶體或 hugetlbfs 上的檔案',
  'the machine has huge pages of the size asked for': '機器有所要求大小的大型分頁',
  'the machine has huge pages at all': '機器有大型分頁',
  'no security module (SELinux, AppArmor) objects': '沒有安全模組（SELinux、AppArmor）反對',
  'the length is not zero': '長度不為零',
  'the length can be rounded up to whole pages': '長度可以向上取整為整頁',
  'offset and length, in pages, fit in a word of the kernel': '以頁計的偏移量加長度放得進核心的一個字',
  'the process has no more mappings than it may have, even if this one would merge':
    '行程的對映數沒有超過上限，即使這個對映會與別的合併',
  'the length is no larger than the address space': '長度不超過位址空間',
  'somewhere there is a gap of that length': '某處有這麼長的空隙',
  'a fixed address of huge pages is a multiple of their size': '大型分頁的固定位址是其大小的整數倍',
  'a fixed address is not -1, the number by which the kernel itself says EPERM':
    '固定位址不是 -1，核心自己以這個數表示 EPERM',
  'the fixed range ends within the addresses that user space can have':
    '固定範圍的末端在使用者空間可用的位址之內',
  'a fixed address is a multiple of the page size': '固定位址是頁大小的整數倍',
  'a fixed address is not below vm.mmap_min_addr, or the caller has CAP_SYS_RAWIO':
    '固定位址不低於 vm.mmap_min_addr，或呼叫者有 CAP_SYS_RAWIO',
  'with MAP_FIXED_NOREPLACE, nothing is mapped in the range':
    '使用 MAP_FIXED_NOREPLACE 時，該範圍內沒有任何對映',
  'for MAP_LOCKED, RLIMIT_MEMLOCK is not 0, or the caller has CAP_IPC_LOCK':
    '使用 MAP_LOCKED 時，RLIMIT_MEMLOCK 不為 0，或呼叫者有 CAP_IPC_LOCK',
  'for MAP_LOCKED, or under mlockall(MCL_FUTURE), the mapping fits below RLIMIT_MEMLOCK':
    '使用 MAP_LOCKED，或在 mlockall(MCL_FUTURE) 之下，對映不超過 RLIMIT_MEMLOCK',
  'offset and length end within the largest size that a file can have': '偏移量加長度不超過檔案大小的上限',
  'with MAP_SHARED_VALIDATE every flag is known, and MAP_SYNC is supported by the file':
    '使用 MAP_SHARED_VALIDATE 時每個旗標都是已知的，且檔案支援 MAP_SYNC',
  'the flags hold one of MAP_SHARED, MAP_PRIVATE and MAP_SHARED_VALIDATE':
    '旗標中有 MAP_SHARED、MAP_PRIVATE、MAP_SHARED_VALIDATE 之一',
  'for a shared writable mapping the descriptor was opened for writing':
    '共享可寫對映的檔案描述符是以寫入方式開啟的',
  'a file to be mapped shared and writable is not in use for swapping': '要共享可寫對映的檔案沒有用作置換檔',
  'a file to be mapped shared is not append-only (chattr +a) and open for writing':
    '要共享對映的檔案不是只可附加（chattr +a）卻以寫入方式開啟的',
  'nobody holds a mandatory lock on a file to be mapped shared': '沒有人對要共享對映的檔案持有強制鎖',
  'the descriptor was opened for reading, whatever the protection':
    '檔案描述符是以讀取方式開啟的，無論要求何種保護屬性',
  'a file to be mapped executable lies on no filesystem mounted noexec':
    '要可執行對映的檔案不在以 noexec 掛載的檔案系統上',
  'the descriptor is of a kind that can be mapped: no directory, pipe, eventfd or Unix socket':
    '檔案描述符是可以對映的種類：不是目錄、管線、eventfd 或 Unix 通訊端',
  'MAP_GROWSDOWN is not given for a file': 'MAP_GROWSDOWN 不用於檔案',
  'a memfd to be mapped shared and writable is not sealed against writing':
    '要共享可寫對映的 memfd 沒有被封存為不可寫',
  'MAP_GROWSDOWN is not given for shared memory or huge pages': 'MAP_GROWSDOWN 不用於共享記憶體或大型分頁',
  'MAP_DROPPABLE is used on a 64-bit kernel': 'MAP_DROPPABLE 用在 64 位元核心上',
  'MAP_DROPPABLE is given without MAP_LOCKED, MAP_HUGETLB and MAP_GROWSDOWN':
    'MAP_DROPPABLE 不與 MAP_LOCKED、MAP_HUGETLB、MAP_GROWSDOWN 同用',
  'the flags of anonymous memory hold one of MAP_SHARED, MAP_PRIVATE and MAP_DROPPABLE':
    '匿名記憶體的旗標中有 MAP_SHARED、MAP_PRIVATE、MAP_DROPPABLE 之一',
  'the process has not given up memory that is writable and executable (PR_SET_MDWE)':
    '行程沒有放棄可寫又可執行的記憶體（PR_SET_MDWE）',
  'the architecture allows the protection for this kind of memory (memory tagging)':
    '該架構允許這種記憶體有此保護屬性（記憶體標記）',
  'nobody has forbidden for good that the file be mapped shared and writable':
    '沒有人永久禁止以共享可寫方式對映該檔案',
  'no mapping is cut in its middle while the process has as many mappings as it may':
    '行程的對映數已達上限時，沒有對映從中間被切開',
  'no mapping in the range to be cleared is sealed': '要清空的範圍內沒有已封存的對映',
  'no mapping that cannot be split lies partly in the range to be cleared':
    '不可分割的對映不會只有一部分在要清空的範圍內',
  'the mapping fits below RLIMIT_AS': '對映不超過 RLIMIT_AS',
  'private writable memory fits below RLIMIT_DATA': '私有可寫記憶體不超過 RLIMIT_DATA',
  'the machine lends the memory: private writable or shared anonymous, and not MAP_NORESERVE':
    '過量配置（overcommit）規則允許這些記憶體（私有可寫或共享匿名，且沒有 MAP_NORESERVE）',
  'the offset of huge pages is a multiple of their size, also where nothing else counts it':
    '大型分頁的偏移量是其大小的整數倍，在別處不計較時也是如此',
  'the pool of huge pages (vm.nr_hugepages) has enough of them':
    '大型分頁池（vm.nr_hugepages）中有足夠的大型分頁',
  'secret memory is mapped shared': '秘密記憶體以共享方式對映',
  'secret memory, which is always locked, fits below RLIMIT_MEMLOCK':
    '總是鎖定的秘密記憶體不超過 RLIMIT_MEMLOCK',
  'MAP_SYNC is given only for a file on persistent memory that is mapped directly':
    'MAP_SYNC 只用於持久記憶體上直接對映的檔案',
  'the system (fs.file-max) has an open file left for the shared memory':
    '系統（fs.file-max）還有一個開啟的檔案可供共享記憶體使用',
  "the file's own mmap operation (a driver's, a filesystem's) agrees":
    '檔案自己的 mmap 操作（驅動程式或檔案系統的）同意',
  'the kernel has memory for the mapping itself': '核心有記憶體存放對映本身',
  'the address is a multiple of the page size': '位址是頁大小的整數倍',
  'the range ends within the addresses that user space can have': '範圍的末端在使用者空間可用的位址之內',
  'the kernel has memory for the mappings that a cut makes': '核心有記憶體存放切開後多出的對映',
  'the break is known: the log shows an earlier brk of this process':
    'break 是已知的：紀錄中有該行程更早的 brk',
  'the new break is not below the start of the heap': '新的 break 不低於堆積的起點',
  'heap and data segment fit below RLIMIT_DATA, also where the heap shrinks':
    '堆積和資料區段不超過 RLIMIT_DATA，堆積縮小時也是如此',
  'something is mapped in the part that a shrinking heap gives back': '縮小的堆積所歸還的部分中有對映',
  'the heap ends within the addresses that user space can have': '堆積的末端在使用者空間可用的位址之內',
  'under mlockall(MCL_FUTURE), what the heap grows by fits below RLIMIT_MEMLOCK':
    '在 mlockall(MCL_FUTURE) 之下，堆積的增長部分不超過 RLIMIT_MEMLOCK',
  'a free page stays between the heap and the next mapping; below a stack, its guard gap':
    '堆積與下一個對映之間留有一個空頁；在堆疊之下則留有其保護間隙',
  'with all other private writable memory, the growth fits below RLIMIT_DATA':
    '連同其他所有私有可寫記憶體，增長部分不超過 RLIMIT_DATA',
  'the process has no more mappings than it may have, even if the heap only becomes longer':
    '行程的對映數沒有超過上限，即使堆積只是變長',
  'the machine lends the memory that the heap grows by': '過量配置（overcommit）規則允許堆積增長所需的記憶體',
};
