/** What the checks of mremap, mprotect, mseal and remap_file_pages demand, in simplified Chinese. */
export const movingDemands: Readonly<Record<string, string>> = {
  'the flags are MREMAP_MAYMOVE, MREMAP_FIXED and MREMAP_DONTUNMAP and no others':
    '标志只有 MREMAP_MAYMOVE、MREMAP_FIXED、MREMAP_DONTUNMAP',
  'the old address is a multiple of the page size': '旧地址是页大小的整数倍',
  'the new size is not zero': '新大小不为零',
  'MREMAP_FIXED and MREMAP_DONTUNMAP stand together with MREMAP_MAYMOVE':
    'MREMAP_FIXED 和 MREMAP_DONTUNMAP 与 MREMAP_MAYMOVE 同用',
  'with MREMAP_DONTUNMAP the old and the new size are equal': '使用 MREMAP_DONTUNMAP 时新旧大小相等',
  'the new size is no larger than the address space': '新大小不超过地址空间',
  'the new range ends within the addresses that user space can have': '新范围的末端在用户空间可用的地址之内',
  'the new address is a multiple of the page size, also where it is only a hint':
    '新地址是页大小的整数倍，仅作提示时也是如此',
  'the old and the new range do not overlap': '新旧范围不重叠',
  'there is room for the mappings that a move may make, whether it will make them or not':
    '移动可能产生的映射都放得下，无论是否真的产生',
  'the old address is mapped': '旧地址已映射',
  'no mapping to be changed is sealed': '要改动的映射都没有被密封',
  'huge pages are moved whole, to an address that suits them, and never grow':
    '大页整体移动到合适的地址，且从不增长',
  'the old range of a call that shrinks and moves ends within the addresses that user space can have':
    '缩小并移动的调用，其旧范围的末端在用户空间可用的地址之内',
  'the mapping to be duplicated or shrunk does not lie where MREMAP_FIXED clears the destination':
    '要复制或缩小的映射不在 MREMAP_FIXED 清空的目标处',
  'huge pages are neither moved nor made more': '大页既不移动也不增加',
  'an old size of zero, which duplicates a mapping, is given only for shared memory':
    '旧大小为零（即复制映射）只用于共享内存',
  'MREMAP_DONTUNMAP is used on private anonymous memory': 'MREMAP_DONTUNMAP 用于私有匿名内存',
  'MREMAP_DONTUNMAP is not used on a special mapping (vdso, vvar, a device)':
    'MREMAP_DONTUNMAP 不用于特殊映射（vdso、vvar、设备）',
  'the old range lies in one mapping: one protection, one file, one set of flags':
    '旧范围在同一个映射内：同一保护属性、同一文件、同一组标志',
  'the offset of the grown mapping can be counted in pages': '增长后映射的偏移量可以用页计数',
  'a special mapping (vdso, vvar, a device) does not grow': '特殊映射（vdso、vvar、设备）不增长',
  'what is locked, with what a locked mapping grows by, fits below RLIMIT_MEMLOCK':
    '已锁定的加上锁定映射的增长部分不超过 RLIMIT_MEMLOCK',
  'what a locked mapping grows by fits below RLIMIT_MEMLOCK': '锁定映射的增长部分不超过 RLIMIT_MEMLOCK',
  'the growth fits below RLIMIT_AS': '增长部分不超过 RLIMIT_AS',
  'the growth of private writable memory fits below RLIMIT_DATA': '私有可写内存的增长部分不超过 RLIMIT_DATA',
  'of several mappings that are moved at once none has userfaultfd registered or a place rule of its own':
    '一起移动的几个映射中，没有注册了 userfaultfd 或自有放置规则的',
  'the old range of a shrinking call ends within the addresses that user space can have':
    '缩小的调用，其旧范围的末端在用户空间可用的地址之内',
  'without MREMAP_MAYMOVE, the old range ends where its mapping ends and free pages follow':
    '没有 MREMAP_MAYMOVE 时，旧范围的末端就是其映射的末端，后面是空闲页',
  'with MREMAP_DONTUNMAP all of the moved range fits below RLIMIT_AS a second time':
    '使用 MREMAP_DONTUNMAP 时，移动的整个范围再算一次也不超过 RLIMIT_AS',
  'with MREMAP_DONTUNMAP all of the moved private writable memory fits below RLIMIT_DATA a second time':
    '使用 MREMAP_DONTUNMAP 时，移动的私有可写内存再算一次也不超过 RLIMIT_DATA',
  'somewhere there is a gap of the new size': '某处有新大小的空隙',
  'the new address is not below vm.mmap_min_addr, or the caller has CAP_SYS_RAWIO':
    '新地址不低于 vm.mmap_min_addr，或调用者有 CAP_SYS_RAWIO',
  'the process is three mappings away from the most it may have, as a move needs them for a moment':
    '进程离映射数上限还有三个，移动时暂时需要',
  'a mapping that cannot be split is moved whole': '不可拆分的映射整体移动',
  'the machine lends the memory that the call adds': '过量提交规则允许调用增加的内存',
  'the kernel has memory for page tables and mappings': '内核有内存存放页表和映射',
  'whoever made the mapping (a driver, an aio context) lets it be moved':
    '建立映射者（驱动、aio 上下文）允许移动它',
  'the kernel has pkey_mprotect: 4.9 and later': '内核有 pkey_mprotect：4.9 及以后',
  'the kernel was built with protection keys, for pkey_mprotect; for arm64 6.12 and later can be':
    '内核编译时带有 pkey_mprotect 所需的保护键；arm64 从 6.12 起可以',
  'PROT_GROWSDOWN and PROT_GROWSUP are not given together': 'PROT_GROWSDOWN 与 PROT_GROWSUP 不同时使用',
  'the range does not pass the end of the address space': '范围不越过地址空间的末端',
  'the protection has no bits but PROT_READ, PROT_WRITE, PROT_EXEC and those of the architecture':
    '保护属性只有 PROT_READ、PROT_WRITE、PROT_EXEC 和该架构自己的位',
  'the protection key is -1 or was allocated': '保护键为 -1，或已经分配',
  'PROT_GROWSDOWN is used on a mapping that grows down, and PROT_GROWSUP on none (x86, arm64, riscv64)':
    'PROT_GROWSDOWN 只用于向下增长的映射，PROT_GROWSUP 不用于任何映射（x86、arm64、riscv64）',
  'every page of the range is mapped; what lies below the first hole is changed all the same':
    '范围内每一页都已映射；第一个空洞之下的部分仍会改动',
  'the mapping may have that access: writing a shared file needs a descriptor opened for writing':
    '映射可以有该访问权限：写共享文件需要以写方式打开的文件描述符',
  'the process has not given up executable memory that is or was writable (PR_SET_MDWE)':
    '进程没有放弃可写或曾经可写的可执行内存（PR_SET_MDWE）',
  'whoever made the mapping (a driver) lets its protection be changed':
    '建立映射者（驱动）允许改变其保护属性',
  'no mapping in the range is sealed': '范围内没有被密封的映射',
  'memory that becomes private and writable fits below RLIMIT_DATA': '变为私有可写的内存不超过 RLIMIT_DATA',
  'the machine lends the memory that becomes private and writable': '过量提交规则允许变为私有可写的内存',
  'the cuts at the ends of the range leave no more mappings than the process may have':
    '在范围两端切开后，映射数不超过进程的上限',
  'a mapping that cannot be split (vdso, vvar, part of a huge page) lies in the range as a whole':
    '不可拆分的映射（vdso、vvar、大页的一部分）整体在范围内',
  'the kernel has the call: 6.10 and later': '内核有该调用：6.10 及以后',
  'the kernel is one of 64 bits': '内核是 64 位的',
  'the flags are 0': '标志为 0',
  'every page of the range is mapped; otherwise nothing is sealed': '范围内每一页都已映射；否则什么也不密封',
  'the protection is 0: it stays as it is': '保护属性为 0：保持不变',
  'the size, rounded down, is at least a page, and the range does not pass the end of the address space':
    '大小向下取整后至少一页，且范围不越过地址空间的末端',
  'offset and size, in pages, fit in a word of the kernel': '以页计的偏移量加大小能放进内核的一个字',
  'the range starts in a shared mapping, of a file opened for writing or of shared memory':
    '范围始于共享映射，其文件以写方式打开，或是共享内存',
  'the whole range is mapped from one file with the same flags, without a hole':
    '整个范围由同一文件以相同标志映射，没有空洞',
  'to remap locked memory, RLIMIT_MEMLOCK is not 0, or the caller has CAP_IPC_LOCK':
    '要重新映射锁定的内存，RLIMIT_MEMLOCK 不为 0，或调用者有 CAP_IPC_LOCK',
  'locked memory fits below RLIMIT_MEMLOCK as if it were new: what it replaces is not taken off':
    '锁定的内存按全新计算也不超过 RLIMIT_MEMLOCK：被替换的不扣除',
  'offset and size end within the largest size that a file can have': '偏移量加大小不超过文件可能的最大大小',
  "the file's own mmap operation agrees; a SysV segment is not removed meanwhile":
    '文件自己的 mmap 操作同意；SysV 段没有在此期间被删除',
};
