/** What the checks of mremap, mprotect, mseal and remap_file_pages demand, in traditional Chinese. */
export const movingDemands: Readonly<Record<string, string>> = {
  'the flags are MREMAP_MAYMOVE, MREMAP_FIXED and MREMAP_DONTUNMAP and no others':
    '旗標只有 MREMAP_MAYMOVE、MREMAP_FIXED、MREMAP_DONTUNMAP',
  'the old address is a multiple of the page size': '舊位址是頁大小的整數倍',
  'the new size is not zero': '新大小不為零',
  'MREMAP_FIXED and MREMAP_DONTUNMAP stand together with MREMAP_MAYMOVE':
    'MREMAP_FIXED 和 MREMAP_DONTUNMAP 與 MREMAP_MAYMOVE 同用',
  'with MREMAP_DONTUNMAP the old and the new size are equal': '使用 MREMAP_DONTUNMAP 時新舊大小相等',
  'the new size is no larger than the address space': '新大小不超過位址空間',
  'the new range ends within the addresses that user space can have':
    '新範圍的末端在使用者空間可用的位址之內',
  'the new address is a multiple of the page size, also where it is only a hint':
    '新位址是頁大小的整數倍，僅作提示時也是如此',
  'the old and the new range do not overlap': '新舊範圍不重疊',
  'there is room for the mappings that a move may make, whether it will make them or not':
    '移動可能產生的對映都放得下，無論是否真的產生',
  'the old address is mapped': '舊位址已對映',
  'no mapping to be changed is sealed': '要更動的對映都沒有被封存',
  'huge pages are moved whole, to an address that suits them, and never grow':
    '大型分頁整體移動到合適的位址，且從不增長',
  'the old range of a call that shrinks and moves ends within the addresses that user space can have':
    '縮小並移動的呼叫，其舊範圍的末端在使用者空間可用的位址之內',
  'the mapping to be duplicated or shrunk does not lie where MREMAP_FIXED clears the destination':
    '要複製或縮小的對映不在 MREMAP_FIXED 清空的目標處',
  'huge pages are neither moved nor made more': '大型分頁既不移動也不增加',
  'an old size of zero, which duplicates a mapping, is given only for shared memory':
    '舊大小為零（即複製對映）只用於共享記憶體',
  'MREMAP_DONTUNMAP is used on private anonymous memory': 'MREMAP_DONTUNMAP 用於私有匿名記憶體',
  'MREMAP_DONTUNMAP is not used on a special mapping (vdso, vvar, a device)':
    'MREMAP_DONTUNMAP 不用於特殊對映（vdso、vvar、裝置）',
  'the old range lies in one mapping: one protection, one file, one set of flags':
    '舊範圍在同一個對映內：同一保護屬性、同一檔案、同一組旗標',
  'the offset of the grown mapping can be counted in pages': '增長後對映的偏移量可以用頁計數',
  'a special mapping (vdso, vvar, a device) does not grow': '特殊對映（vdso、vvar、裝置）不增長',
  'what is locked, with what a locked mapping grows by, fits below RLIMIT_MEMLOCK':
    '已鎖定的加上鎖定對映的增長部分不超過 RLIMIT_MEMLOCK',
  'what a locked mapping grows by fits below RLIMIT_MEMLOCK': '鎖定對映的增長部分不超過 RLIMIT_MEMLOCK',
  'the growth fits below RLIMIT_AS': '增長部分不超過 RLIMIT_AS',
  'the growth of private writable memory fits below RLIMIT_DATA':
    '私有可寫記憶體的增長部分不超過 RLIMIT_DATA',
  'of several mappings that are moved at once none has userfaultfd registered or a place rule of its own':
    '一起移動的幾個對映都沒有註冊 userfaultfd，也沒有自己的放置規則',
  'the old range of a shrinking call ends within the addresses that user space can have':
    '縮小的呼叫，其舊範圍的末端在使用者空間可用的位址之內',
  'without MREMAP_MAYMOVE, the old range ends where its mapping ends and free pages follow':
    '沒有 MREMAP_MAYMOVE 時，舊範圍的末端就是其對映的末端，後面是空閒頁',
  'with MREMAP_DONTUNMAP all of the moved range fits below RLIMIT_AS a second time':
    '使用 MREMAP_DONTUNMAP 時，移動的整個範圍再算一次也不超過 RLIMIT_AS',
  'with MREMAP_DONTUNMAP all of the moved private writable memory fits below RLIMIT_DATA a second time':
    '使用 MREMAP_DONTUNMAP 時，移動的私有可寫記憶體再算一次也不超過 RLIMIT_DATA',
  'somewhere there is a gap of the new size': '某處有新大小的空隙',
  'the new address is not below vm.mmap_min_addr, or the caller has CAP_SYS_RAWIO':
    '新位址不低於 vm.mmap_min_addr，或呼叫者有 CAP_SYS_RAWIO',
  'the process is three mappings away from the most it may have, as a move needs them for a moment':
    '行程離對映數上限還有三個，移動時暫時需要',
  'a mapping that cannot be split is moved whole': '不可分割的對映整體移動',
  'the machine lends the memory that the call adds': '過量配置（overcommit）規則允許呼叫所增加的記憶體',
  'the kernel has memory for page tables and mappings': '核心有記憶體存放分頁表和對映',
  'whoever made the mapping (a driver, an aio context) lets it be moved':
    '建立對映者（驅動程式、aio 情境）允許移動它',
  'the kernel has pkey_mprotect: 4.9 and later': '核心有 pkey_mprotect：4.9 及以後',
  'the kernel was built with protection keys, for pkey_mprotect; for arm64 6.12 and later can be':
    '核心編譯時帶有 pkey_mprotect 所需的保護鍵；arm64 從 6.12 起可以',
  'PROT_GROWSDOWN and PROT_GROWSUP are not given together': 'PROT_GROWSDOWN 與 PROT_GROWSUP 不同時使用',
  'the range does not pass the end of the address space': '範圍不越過位址空間的末端',
  'the protection has no bits but PROT_READ, PROT_WRITE, PROT_EXEC and those of the architecture':
    '保護屬性只有 PROT_READ、PROT_WRITE、PROT_EXEC 和該架構自己的位元',
  'the protection key is -1 or was allocated': '保護鍵為 -1，或已經配置',
  'PROT_GROWSDOWN is used on a mapping that grows down, and PROT_GROWSUP on none (x86, arm64, riscv64)':
    'PROT_GROWSDOWN 只用於向下增長的對映，PROT_GROWSUP 不用於任何對映（x86、arm64、riscv64）',
  'every page of the range is mapped; what lies below the first hole is changed all the same':
    '範圍內每一頁都已對映；第一個空洞之下的部分仍會更動',
  'the mapping may have that access: writing a shared file needs a descriptor opened for writing':
    '對映可以有該存取權限：寫入共享檔案需要以寫入方式開啟的檔案描述符',
  'the process has not given up executable memory that is or was writable (PR_SET_MDWE)':
    '行程沒有放棄可寫或曾經可寫的可執行記憶體（PR_SET_MDWE）',
  'whoever made the mapping (a driver) lets its protection be changed':
    '建立對映者（驅動程式）允許改變其保護屬性',
  'no mapping in the range is sealed': '範圍內沒有已封存的對映',
  'memory that becomes private and writable fits below RLIMIT_DATA': '變為私有可寫的記憶體不超過 RLIMIT_DATA',
  'the machine lends the memory that becomes private and writable':
    '過量配置（overcommit）規則允許變為私有可寫的記憶體',
  'the cuts at the ends of the range leave no more mappings than the process may have':
    '在範圍兩端切開後，對映數不超過行程的上限',
  'a mapping that cannot be split (vdso, vvar, part of a huge page) lies in the range as a whole':
    '不可分割的對映（vdso、vvar、大型分頁的一部分）整體在範圍內',
  'the kernel has the call: 6.10 and later': '核心有該呼叫：6.10 及以後',
  'the kernel is one of 64 bits': '核心是 64 位元的',
  'the flags are 0': '旗標為 0',
  'every page of the range is mapped; otherwise nothing is sealed': '範圍內每一頁都已對映；否則什麼也不封存',
  'the protection is 0: it stays as it is': '保護屬性為 0：保持不變',
  'the size, rounded down, is at least a page, and the range does not pass the end of the address space':
    '大小向下取整後至少一頁，且範圍不越過位址空間的末端',
  'offset and size, in pages, fit in a word of the kernel': '以頁計的偏移量加大小放得進核心的一個字',
  'the range starts in a shared mapping, of a file opened for writing or of shared memory':
    '範圍始於共享對映，其檔案以寫入方式開啟，或是共享記憶體',
  'the whole range is mapped from one file with the same flags, without a hole':
    '整個範圍由同一檔案以相同旗標對映，沒有空洞',
  'to remap locked memory, RLIMIT_MEMLOCK is not 0, or the caller has CAP_IPC_LOCK':
    '要重新對映鎖定的記憶體，RLIMIT_MEMLOCK 不為 0，或呼叫者有 CAP_IPC_LOCK',
  'locked memory fits below RLIMIT_MEMLOCK as if it were new: what it replaces is not taken off':
    '鎖定的記憶體即使當作全新計算也不超過 RLIMIT_MEMLOCK：被取代的不扣除',
  'offset and size end within the largest size that a file can have': '偏移量加大小不超過檔案大小的上限',
  "the file's own mmap operation agrees; a SysV segment is not removed meanwhile":
    '檔案自己的 mmap 操作同意；SysV 區段沒有在此期間被移除',
};
