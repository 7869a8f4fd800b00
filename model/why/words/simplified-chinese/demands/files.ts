/** What the checks of shared memory, memory files, userfaultfd and other processes’ memory demand, in simplified Chinese. */
export const filesDemands: Readonly<Record<string, string>> = {
  'the segment id is not negative': '段标识不是负数',
  'the address is a multiple of SHMLBA (a page on x86), or SHM_RND is given':
    '地址是 SHMLBA（x86 上为一页）的整数倍，或给出 SHM_RND',
  'SHM_REMAP is given together with an address': 'SHM_REMAP 与地址同时给出',
  'there is a segment of that id': '存在该标识的段',
  'the segment was not removed, its number being another segment’s by now':
    '该段没有被删除而其编号已属于另一段',
  'the segment grants that access to the caller, or the caller has CAP_IPC_OWNER':
    '该段允许调用者如此访问，或调用者有 CAP_IPC_OWNER',
  'the kernel has memory for the attachment, and an open file (fs.file-max)':
    '内核有内存用于附加，并有一个打开文件（fs.file-max）',
  'without SHM_REMAP, nothing is mapped in the range': '没有 SHM_REMAP 时，该范围内没有任何映射',
  'the process has no more mappings than it may have': '进程的映射数没有超过上限',
  'without an address, somewhere there is a gap for the segment': '没有给出地址时，某处有放得下该段的空隙',
  'the address of a segment of huge pages is a multiple of their size': '大页段的地址是大页大小的整数倍',
  'the address is not below vm.mmap_min_addr, or the caller has CAP_SYS_RAWIO':
    '地址不低于 vm.mmap_min_addr，或调用者有 CAP_SYS_RAWIO',
  'under mlockall(MCL_FUTURE), the segment fits below RLIMIT_MEMLOCK':
    '在 mlockall(MCL_FUTURE) 之下，该段不超过 RLIMIT_MEMLOCK',
  'the segment fits below RLIMIT_AS': '该段不超过 RLIMIT_AS',
  'a shared memory segment is attached at the address': '该地址上附加了共享内存段',
  'the local vector has no more than 1024 elements': '本地向量不超过 1024 个元素',
  'no length in the local vector is negative': '本地向量中没有负的长度',
  'all elements of the local vector can be read': '本地向量的所有元素都可以读取',
  'every range in the local vector lies within the addresses of user space':
    '本地向量中每个范围都在用户空间的地址之内',
  'the remote vector has no more than 1024 elements': '远端向量不超过 1024 个元素',
  'no length in the remote vector is negative': '远端向量中没有负的长度',
  'all elements of the remote vector can be read': '远端向量的所有元素都可以读取',
  'there is a process with that pid, and it has not ended': '存在该 pid 的进程，且没有结束',
  'the caller may attach to the other process, as a debugger may': '调用者可以像调试器那样附着到另一进程',
  "the first page of the other process's range is mapped and may be accessed that way":
    '另一进程范围的第一页已映射，且允许这样访问',
  "the first page of the caller's own range is mapped and may be accessed":
    '调用者自己范围的第一页已映射，且允许访问',
  'the kernel has the call: 6.6 and later': '内核有该调用：6.6 及以后',
  'the kernel is built with shadow stacks (CONFIG_X86_USER_SHADOW_STACK, CONFIG_ARM64_GCS)':
    '内核编译时带有影子栈（CONFIG_X86_USER_SHADOW_STACK、CONFIG_ARM64_GCS）',
  'the processor has shadow stacks': '处理器有影子栈',
  'the flags are SHADOW_STACK_SET_TOKEN, on arm64 also SHADOW_STACK_SET_MARKER':
    '标志为 SHADOW_STACK_SET_TOKEN，在 arm64 上还可有 SHADOW_STACK_SET_MARKER',
  'there is room for the token: 8 bytes': '放得下令牌：8 字节',
  'an address that is asked for lies above 4 GiB (x86)': '所要求的地址高于 4 GiB（x86）',
  'rounded up to pages, the size is not lost': '向上取整为页后大小不会溢出',
  'the size is not zero': '大小不为零',
  'nothing is mapped where the stack is asked to be': '要求放置栈的地方没有任何映射',
  'after mlockall(MCL_FUTURE) it fits below RLIMIT_MEMLOCK':
    '在 mlockall(MCL_FUTURE) 之后不超过 RLIMIT_MEMLOCK',
  'it fits below RLIMIT_AS': '不超过 RLIMIT_AS',
  'the kernel has the call: 3.17 and later': '内核有该调用：3.17 及以后',
  'this kernel knows the flags; a size of huge pages is given with MFD_HUGETLB only':
    '该内核认识这些标志；大页大小只与 MFD_HUGETLB 同用',
  'MFD_EXEC and MFD_NOEXEC_SEAL are not given together': 'MFD_EXEC 与 MFD_NOEXEC_SEAL 不同时使用',
  'vm.memfd_noexec does not forbid memory files that may be executed':
    'vm.memfd_noexec 没有禁止可执行的内存文件',
  'the name lies in readable memory': '名称位于可读的内存',
  'the name has no more than 249 bytes': '名称不超过 249 字节',
  'with MFD_HUGETLB the machine has huge pages of that size': '使用 MFD_HUGETLB 时，机器有该大小的大页',
  'the process may have one more descriptor (RLIMIT_NOFILE)': '进程还可以再有一个文件描述符（RLIMIT_NOFILE）',
  'the kernel has the call: 5.14 and later': '内核有该调用：5.14 及以后',
  'secret memory is built in and enabled (secretmem.enable, needed to be given until 6.4)':
    '秘密内存已编译并启用（secretmem.enable，6.4 之前需要给出）',
  'the flags are 0 or FD_CLOEXEC (O_CLOEXEC)': '标志为 0 或 FD_CLOEXEC（O_CLOEXEC）',
  'seals are added through a descriptor that is open for writing': '密封通过以写方式打开的文件描述符添加',
  'this kernel knows the seals': '该内核认识这些密封',
  'the file is memory: of memfd_create, or on a tmpfs or hugetlbfs':
    '文件是内存：来自 memfd_create，或在 tmpfs、hugetlbfs 上',
  'the file is not sealed against seals: made with MFD_ALLOW_SEALING, and F_SEAL_SEAL not set':
    '文件没有被密封为不可再密封：以 MFD_ALLOW_SEALING 创建，且未设 F_SEAL_SEAL',
  'a file to be sealed against writing is nowhere mapped shared by a descriptor open for writing':
    '要密封为不可写的文件，没有任何地方通过以写方式打开的文件描述符共享映射它',
  'the kernel has the call: 4.3 and later': '内核有该调用：4.3 及以后',
  'UFFD_USER_MODE_ONLY is given, or vm.unprivileged_userfaultfd is 1, or the caller has CAP_SYS_PTRACE':
    '给出 UFFD_USER_MODE_ONLY，或 vm.unprivileged_userfaultfd 为 1，或调用者有 CAP_SYS_PTRACE',
  'the flags are O_CLOEXEC, O_NONBLOCK and UFFD_USER_MODE_ONLY (5.11), and no others':
    '标志只有 O_CLOEXEC、O_NONBLOCK、UFFD_USER_MODE_ONLY（5.11）',
  'the descriptor is one of userfaultfd(2)': '文件描述符来自 userfaultfd(2)',
  'UFFDIO_API comes first': 'UFFDIO_API 最先',
  'the structure of the request lies in readable memory': '请求的结构位于可读的内存',
  'UFFDIO_API asks for the version 0xaa': 'UFFDIO_API 要求的版本是 0xaa',
  'this kernel knows the features that UFFDIO_API asks for': '该内核认识 UFFDIO_API 要求的功能',
  'UFFD_FEATURE_EVENT_FORK needs CAP_SYS_PTRACE': 'UFFD_FEATURE_EVENT_FORK 需要 CAP_SYS_PTRACE',
  'UFFDIO_API succeeds once for each descriptor': 'UFFDIO_API 对每个文件描述符只成功一次',
  'start and length are multiples of the page size, the length is not 0, and the range lies in user space':
    '起点和长度是页大小的整数倍，长度不为 0，范围在用户空间',
  'one of the modes that this kernel knows is given, and no other bit':
    '给出该内核认识的模式之一，没有别的位',
  'something is mapped in the range': '范围内有映射',
  'where the first mapping is of huge pages, the range begins at a border of one':
    '第一个映射是大页时，范围从大页的边界开始',
  'each mapping is anonymous, shared memory or of huge pages, as the mode wants it':
    '每个映射都是该模式所要的匿名内存、共享内存或大页',
  'each mapping may become writable: a shared one is of a descriptor open for writing':
    '每个映射都可以变为可写：共享映射来自以写方式打开的文件描述符',
  'where the range ends in a mapping of huge pages, it ends at a border of one':
    '范围结束于大页的映射时，结束在大页的边界',
  'no mapping in the range is registered with another userfaultfd':
    '范围内没有向另一个 userfaultfd 注册的映射',
  'the mode has the flags of the request only': '模式只有该请求的标志',
  'the range lies in one mapping that is registered': '范围在同一个已注册的映射内',
  'no page is there yet': '那里还没有页',
  'UFFDIO_COPY copies from readable memory': 'UFFDIO_COPY 从可读的内存复制',
};
