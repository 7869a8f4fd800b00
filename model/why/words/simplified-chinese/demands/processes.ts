/** What the checks of processes: fork, exec, limits, prctl and protection keys demand, in simplified Chinese. */
export const processesDemands: Readonly<Record<string, string>> = {
  'the kernel has protection keys: 4.9 and later on x86, 6.12 and later on arm64, and built with them':
    '内核有保护键：x86 上 4.9 及以后，arm64 上 6.12 及以后，且编译时带有',
  'the rights are of PKEY_DISABLE_ACCESS and PKEY_DISABLE_WRITE (and two more on arm64)':
    '权限取自 PKEY_DISABLE_ACCESS 和 PKEY_DISABLE_WRITE（arm64 上还有两个）',
  'a protection key is left: 15 on x86, 7 on arm64, none without the hardware':
    '还剩保护键：x86 上 15 个，arm64 上 7 个，没有硬件支持则没有',
  'the processor has protection keys': '处理器有保护键',
  'the key was allocated': '该键已经分配',
  'the kernel has the option: PR_SET_MDWE 6.3, PR_SET_MEMORY_MERGE 6.4, PR_SET_THP_DISABLE 3.15':
    '内核有该选项：PR_SET_MDWE 6.3，PR_SET_MEMORY_MERGE 6.4，PR_SET_THP_DISABLE 3.15',
  'the arguments that the option does not use are 0': '该选项不用的参数为 0',
  'the only flag is PR_THP_DISABLE_EXCEPT_ADVISED, and it is given when disabling':
    '唯一的标志是 PR_THP_DISABLE_EXCEPT_ADVISED，且在禁用时给出',
  'the bits are PR_MDWE_REFUSE_EXEC_GAIN, with PR_MDWE_NO_INHERIT or without':
    '位为 PR_MDWE_REFUSE_EXEC_GAIN，可带 PR_MDWE_NO_INHERIT',
  'once set, PR_SET_MDWE is set to the same bits only': 'PR_SET_MDWE 一经设置，只能再设为相同的位',
  'the last argument is 0, and the one before it where the operation takes no size':
    '最后一个参数为 0，操作不带大小时倒数第二个也为 0',
  'the caller has CAP_SYS_RESOURCE': '调用者有 CAP_SYS_RESOURCE',
  'the address lies in user space, and not below vm.mmap_min_addr':
    '地址在用户空间，且不低于 vm.mmap_min_addr',
  'the kernel knows the operation': '内核认识该操作',
  'the numbers stay in their order: data before heap, start before end, within RLIMIT_DATA':
    '各数保持次序：数据在堆之前，起点在末端之前，不超过 RLIMIT_DATA',
  'the kernel has PR_SET_VMA: 5.17 and later, Android before that':
    '内核有 PR_SET_VMA：5.17 及以后，Android 更早',
  'the kernel is built with names for anonymous memory (CONFIG_ANON_VMA_NAME)':
    '内核编译时带有匿名内存的名称（CONFIG_ANON_VMA_NAME）',
  'the operation of PR_SET_VMA is PR_SET_VMA_ANON_NAME': 'PR_SET_VMA 的操作是 PR_SET_VMA_ANON_NAME',
  'the name, where there is one, lies in readable memory': '名称（如果有）位于可读的内存',
  'the name has at most 79 characters, all printable ASCII and none of \\ ` $ [ ]':
    '名称最多 79 个字符，都是可打印的 ASCII，且没有 \\ ` $ [ ]',
  'no mapping in the range is of a file': '范围内没有文件的映射',
  'every page of the range is mapped; what is mapped gets the name all the same':
    '范围内每一页都已映射；已映射的部分仍会命名',
  'the new limit can be read from where the call says it stands': '新限制可以从调用所指之处读取',
  'the resource is one of the sixteen that the kernel has': '资源是内核的十六种之一',
  'the soft limit is not above the hard limit': '软限制不高于硬限制',
  'the hard limit of RLIMIT_NOFILE is not above fs.nr_open': 'RLIMIT_NOFILE 的硬限制不高于 fs.nr_open',
  'the hard limit is not raised, or the caller has CAP_SYS_RESOURCE':
    '硬限制没有提高，或调用者有 CAP_SYS_RESOURCE',
  'no security module refuses it': '没有安全模块拒绝',
  'the old limit can be written to where the call wants it (a new one is set all the same)':
    '旧限制可以写到调用所要之处（新限制仍会设置）',
  'a process of that pid exists': '存在该 pid 的进程',
  'the process is of the same user and group, or the caller has CAP_SYS_RESOURCE':
    '该进程属于同一用户和组，或调用者有 CAP_SYS_RESOURCE',
  'on arm64, PER_LINUX32 is asked of a processor that can run 32-bit programs only':
    '在 arm64 上，PER_LINUX32 用于能运行 32 位程序的处理器',
  'the kernel has clone3, which came with 5.3': '内核有 clone3，它从 5.3 开始有',
  'the block of arguments is no longer than a page': '参数块不超过一页',
  'the block of arguments has the 64 bytes of the first clone3': '参数块有最初的 clone3 的 64 字节',
  'the block of arguments can be read': '参数块可以读取',
  'behind the arguments that this kernel knows the block is zero': '参数块在该内核认识的参数之后全为零',
  'set_tid and set_tid_size go together, at most 32 of them': 'set_tid 与 set_tid_size 同用，最多 32 个',
  'the exit signal is 0 or a signal': '退出信号为 0 或一个信号',
  'with CLONE_INTO_CGROUP, the block is long enough to say which, and says a descriptor':
    '使用 CLONE_INTO_CGROUP 时，参数块长到足以指明控制组，并给出文件描述符',
  'the tids of set_tid can be read': 'set_tid 的各个 tid 可以读取',
  'the flags are flags of clone3': '标志是 clone3 的标志',
  'the flags have neither CLONE_DETACHED nor a signal in them: that has a place of its own':
    '标志中既没有 CLONE_DETACHED 也没有信号：信号另有其位置',
  'signal handlers are not both shared (CLONE_SIGHAND) and cleared (CLONE_CLEAR_SIGHAND)':
    '信号处理程序不同时共享（CLONE_SIGHAND）和清除（CLONE_CLEAR_SIGHAND）',
  'with CLONE_THREAD or CLONE_PARENT, no exit signal is given':
    '使用 CLONE_THREAD 或 CLONE_PARENT 时没有给出退出信号',
  'a stack has an address and a size, and lies in user space (of the kernel, for tasks of 32 bits too)':
    '栈有地址和大小，且在用户空间（内核的用户空间，32 位任务也是如此）',
  'CLONE_PIDFD and CLONE_PARENT_SETTID do not ask for the same place':
    'CLONE_PIDFD 与 CLONE_PARENT_SETTID 不要求同一位置',
  'a new mount or user namespace does not go with shared file system facts (CLONE_FS)':
    '新的挂载或用户命名空间不与共享的文件系统信息（CLONE_FS）同用',
  'CLONE_THREAD goes with CLONE_SIGHAND': 'CLONE_THREAD 与 CLONE_SIGHAND 同用',
  'CLONE_SIGHAND goes with CLONE_VM': 'CLONE_SIGHAND 与 CLONE_VM 同用',
  'with CLONE_PARENT, the caller is not the first process of its pid namespace':
    '使用 CLONE_PARENT 时，调用者不是其 pid 命名空间的第一个进程',
  'a thread stays in the pid and user namespace of its process': '线程留在其进程的 pid 和用户命名空间',
  'CLONE_PIDFD is not asked for a thread': '不为线程要求 CLONE_PIDFD',
  'CLONE_PIDFD does not go with the old CLONE_DETACHED': 'CLONE_PIDFD 不与旧的 CLONE_DETACHED 同用',
  'the user has fewer processes than RLIMIT_NPROC, or is root, or has CAP_SYS_RESOURCE or CAP_SYS_ADMIN':
    '用户的进程数少于 RLIMIT_NPROC，或是 root，或有 CAP_SYS_RESOURCE 或 CAP_SYS_ADMIN',
  'the machine and the control group have room for a task (threads-max, pid_max, pids.max)':
    '机器和控制组容得下一个任务（threads-max、pid_max、pids.max）',
  'the memory that the child gets a copy of fits the commit limit': '子进程复制的内存在提交上限之内',
  'new namespaces are asked for with CAP_SYS_ADMIN only': '只有 CAP_SYS_ADMIN 才可要求新的命名空间',
  'a new IPC namespace does not go with shared semaphore undos (CLONE_SYSVSEM)':
    '新的 IPC 命名空间不与共享的信号量撤销（CLONE_SYSVSEM）同用',
  'a tid is chosen with CAP_SYS_ADMIN or CAP_CHECKPOINT_RESTORE only':
    '只有 CAP_SYS_ADMIN 或 CAP_CHECKPOINT_RESTORE 才可选择 tid',
  'no task has the tid that is chosen': '没有任务使用所选的 tid',
  'with CLONE_PIDFD, the descriptor can be written to where the call wants it':
    '使用 CLONE_PIDFD 时，文件描述符可以写到调用所要之处',
  'with CLONE_INTO_CGROUP, the descriptor is of a control group of version 2':
    '使用 CLONE_INTO_CGROUP 时，文件描述符属于第 2 版控制组',
  'the kernel has memory for a task and its page tables': '内核有内存存放任务及其页表',
  'the path can be read': '路径可以读取',
  'the path is shorter than 4096 bytes': '路径短于 4096 字节',
  'the path is not empty, but with AT_EMPTY_PATH': '除非使用 AT_EMPTY_PATH，路径不为空',
  'the caller did not change to a user who has more processes than RLIMIT_NPROC':
    '调用者没有变为进程数超过 RLIMIT_NPROC 的用户',
  'the flags are AT_EMPTY_PATH, AT_SYMLINK_NOFOLLOW and (since 6.14) AT_EXECVE_CHECK':
    '标志为 AT_EMPTY_PATH、AT_SYMLINK_NOFOLLOW 和（6.14 起）AT_EXECVE_CHECK',
  'a relative path starts from an open descriptor': '相对路径从打开的文件描述符开始',
  'the file exists, and so does the interpreter that it names': '文件存在，它指名的解释器也存在',
  'all but the last part of the path are directories': '路径除最后一部分外都是目录',
  'the path does not lead through too many symbolic links': '路径经过的符号链接不太多',
  'the file is a regular one that the caller may execute, on a file system not mounted noexec':
    '文件是调用者可以执行的普通文件，且其文件系统不是以 noexec 挂载的',
  'nobody has the file open for writing': '没有人以写方式打开该文件',
  'the process may open one more file': '进程还可以再打开一个文件',
  'the file gives no privileges that the caller may not have now': '文件不授予调用者现在不可拥有的特权',
  'the arguments can be read: the vector and each string': '参数可以读取：向量和每个字符串',
  'the environment can be read: the vector and each string': '环境可以读取：向量和每个字符串',
  'no single string is longer than 128 KiB': '没有单个字符串超过 128 KiB',
  'the strings and their pointers fit into a quarter of RLIMIT_STACK, at least 128 KiB and at most 6 MiB':
    '字符串及其指针不超过 RLIMIT_STACK 的四分之一，至少 128 KiB，最多 6 MiB',
  'the file is of a format that the kernel can run': '文件是内核能够执行的格式',
  'the file names one interpreter only': '文件只指名一个解释器',
  'the kernel has memory for the new program': '内核有内存存放新程序',
};
