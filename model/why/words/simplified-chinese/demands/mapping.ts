/** What the checks of mmap, munmap and brk demand, in simplified Chinese. */
export const mappingDemands: Readonly<Record<string, string>> = {
  'the six words that old_mmap is given a pointer to can be read': 'old_mmap 的指针所指的六个字可以读取',
  'the offset is a multiple of the page size, for anonymous memory too':
    '偏移量是页大小的整数倍，匿名内存也是如此',
  'the descriptor is open': '文件描述符是打开的',
  'the descriptor was not opened with O_PATH': '文件描述符不是用 O_PATH 打开的',
  'MAP_HUGETLB is given for anonymous memory or a file on hugetlbfs':
    'MAP_HUGETLB 用于匿名内存或 hugetlbfs 上的文件',
  'the machine has huge pages of the size asked for': '机器有所要求大小的大页',
  'the machine has huge pages at all': '机器有大页',
  'no security module (SELinux, AppArmor) objects': '没有安全模块（SELinux、AppArmor）反对',
  'the length is not zero': '长度不为零',
  'the length can be rounded up to whole pages': '长度可以向上取整为整页',
  'offset and length, in pages, fit in a word of the kernel': '以页计的偏移量加长度能放进内核的一个字',
  'the process has no more mappings than it may have, even if this one would merge':
    '进程的映射数没有超过上限，即使这个映射会与别的合并',
  'the length is no larger than the address space': '长度不超过地址空间',
  'somewhere there is a gap of that length': '某处有这么长的空隙',
  'a fixed address of huge pages is a multiple of their size': '大页的固定地址是大页大小的整数倍',
  'a fixed address is not -1, the number by which the kernel itself says EPERM':
    '固定地址不是 -1，内核自己用这个数表示 EPERM',
  'the fixed range ends within the addresses that user space can have':
    '固定范围的末端在用户空间可用的地址之内',
  'a fixed address is a multiple of the page size': '固定地址是页大小的整数倍',
  'a fixed address is not below vm.mmap_min_addr, or the caller has CAP_SYS_RAWIO':
    '固定地址不低于 vm.mmap_min_addr，或调用者有 CAP_SYS_RAWIO',
  'with MAP_FIXED_NOREPLACE, nothing is mapped in the range':
    '使用 MAP_FIXED_NOREPLACE 时，该范围内没有任何映射',
  'for MAP_LOCKED, RLIMIT_MEMLOCK is not 0, or the caller has CAP_IPC_LOCK':
    '使用 MAP_LOCKED 时，RLIMIT_MEMLOCK 不为 0，或调用者有 CAP_IPC_LOCK',
  'for MAP_LOCKED, or under mlockall(MCL_FUTURE), the mapping fits below RLIMIT_MEMLOCK':
    '使用 MAP_LOCKED，或在 mlockall(MCL_FUTURE) 之下，映射不超过 RLIMIT_MEMLOCK',
  'offset and length end within the largest size that a file can have':
    '偏移量加长度不超过文件可能的最大大小',
  'with MAP_SHARED_VALIDATE every flag is known, and MAP_SYNC is supported by the file':
    '使用 MAP_SHARED_VALIDATE 时每个标志都是已知的，且文件支持 MAP_SYNC',
  'the flags hold one of MAP_SHARED, MAP_PRIVATE and MAP_SHARED_VALIDATE':
    '标志中有 MAP_SHARED、MAP_PRIVATE、MAP_SHARED_VALIDATE 之一',
  'for a shared writable mapping the descriptor was opened for writing':
    '共享可写映射的文件描述符是以写方式打开的',
  'a file to be mapped shared and writable is not in use for swapping':
    '要共享可写映射的文件没有用作交换文件',
  'a file to be mapped shared is not append-only (chattr +a) and open for writing':
    '要共享映射的文件不是只可追加（chattr +a）却以写方式打开的',
  'nobody holds a mandatory lock on a file to be mapped shared': '没有人对要共享映射的文件持有强制锁',
  'the descriptor was opened for reading, whatever the protection':
    '文件描述符是以读方式打开的，无论要求何种保护属性',
  'a file to be mapped executable lies on no filesystem mounted noexec':
    '要可执行映射的文件不在以 noexec 挂载的文件系统上',
  'the descriptor is of a kind that can be mapped: no directory, pipe, eventfd or Unix socket':
    '文件描述符是可以映射的种类：不是目录、管道、eventfd 或 Unix 套接字',
  'MAP_GROWSDOWN is not given for a file': 'MAP_GROWSDOWN 不用于文件',
  'a memfd to be mapped shared and writable is not sealed against writing':
    '要共享可写映射的 memfd 没有被密封为不可写',
  'MAP_GROWSDOWN is not given for shared memory or huge pages': 'MAP_GROWSDOWN 不用于共享内存或大页',
  'MAP_DROPPABLE is used on a 64-bit kernel': 'MAP_DROPPABLE 用在 64 位内核上',
  'MAP_DROPPABLE is given without MAP_LOCKED, MAP_HUGETLB and MAP_GROWSDOWN':
    'MAP_DROPPABLE 不与 MAP_LOCKED、MAP_HUGETLB、MAP_GROWSDOWN 同用',
  'the flags of anonymous memory hold one of MAP_SHARED, MAP_PRIVATE and MAP_DROPPABLE':
    '匿名内存的标志中有 MAP_SHARED、MAP_PRIVATE、MAP_DROPPABLE 之一',
  'the process has not given up memory that is writable and executable (PR_SET_MDWE)':
    '进程没有放弃可写又可执行的内存（PR_SET_MDWE）',
  'the architecture allows the protection for this kind of memory (memory tagging)':
    '该架构允许这种内存有此保护属性（内存标记）',
  'nobody has forbidden for good that the file be mapped shared and writable':
    '没有人永久禁止共享可写地映射该文件',
  'no mapping is cut in its middle while the process has as many mappings as it may':
    '进程的映射数已达上限时，没有映射从中间被切开',
  'no mapping in the range to be cleared is sealed': '要清空的范围内没有被密封的映射',
  'no mapping that cannot be split lies partly in the range to be cleared':
    '没有不可拆分的映射只有一部分在要清空的范围内',
  'the mapping fits below RLIMIT_AS': '映射不超过 RLIMIT_AS',
  'private writable memory fits below RLIMIT_DATA': '私有可写内存不超过 RLIMIT_DATA',
  'the machine lends the memory: private writable or shared anonymous, and not MAP_NORESERVE':
    '过量提交规则允许这些内存（私有可写或共享匿名，且没有 MAP_NORESERVE）',
  'the offset of huge pages is a multiple of their size, also where nothing else counts it':
    '大页的偏移量是大页大小的整数倍，在别处不计较时也是如此',
  'the pool of huge pages (vm.nr_hugepages) has enough of them': '大页池（vm.nr_hugepages）中有足够的大页',
  'secret memory is mapped shared': '秘密内存以共享方式映射',
  'secret memory, which is always locked, fits below RLIMIT_MEMLOCK':
    '总是锁定的秘密内存不超过 RLIMIT_MEMLOCK',
  'MAP_SYNC is given only for a file on persistent memory that is mapped directly':
    'MAP_SYNC 只用于持久内存上直接映射的文件',
  'the system (fs.file-max) has an open file left for the shared memory':
    '系统（fs.file-max）还有一个打开文件可供共享内存使用',
  "the file's own mmap operation (a driver's, a filesystem's) agrees":
    '文件自己的 mmap 操作（驱动或文件系统的）同意',
  'the kernel has memory for the mapping itself': '内核有内存存放映射本身',
  'the address is a multiple of the page size': '地址是页大小的整数倍',
  'the range ends within the addresses that user space can have': '范围的末端在用户空间可用的地址之内',
  'the kernel has memory for the mappings that a cut makes': '内核有内存存放切开后多出的映射',
  'the break is known: the log shows an earlier brk of this process':
    'break 是已知的：记录中有该进程更早的 brk',
  'the new break is not below the start of the heap': '新的 break 不低于堆的起点',
  'heap and data segment fit below RLIMIT_DATA, also where the heap shrinks':
    '堆和数据段不超过 RLIMIT_DATA，堆缩小时也是如此',
  'something is mapped in the part that a shrinking heap gives back': '缩小的堆所归还的部分中有映射',
  'the heap ends within the addresses that user space can have': '堆的末端在用户空间可用的地址之内',
  'under mlockall(MCL_FUTURE), what the heap grows by fits below RLIMIT_MEMLOCK':
    '在 mlockall(MCL_FUTURE) 之下，堆的增长部分不超过 RLIMIT_MEMLOCK',
  'a free page stays between the heap and the next mapping; below a stack, its guard gap':
    '堆与下一个映射之间留有一个空页；在栈之下则留有其保护间隙',
  'with all other private writable memory, the growth fits below RLIMIT_DATA':
    '连同其他所有私有可写内存，增长部分不超过 RLIMIT_DATA',
  'the process has no more mappings than it may have, even if the heap only becomes longer':
    '进程的映射数没有超过上限，即使堆只是变长',
  'the machine lends the memory that the heap grows by': '过量提交规则允许堆增长所需的内存',
};
