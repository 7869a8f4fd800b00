/** What the checks of locks, advice and asking demand, in simplified Chinese. */
export const lockingDemands: Readonly<Record<string, string>> = {
  'this kernel knows the advice': '该内核认识这一建议',
  'MADV_HWPOISON and MADV_SOFT_OFFLINE need CAP_SYS_ADMIN':
    'MADV_HWPOISON 和 MADV_SOFT_OFFLINE 需要 CAP_SYS_ADMIN',
  'each page can be made present: no guard page, and none behind the end of the file':
    '每一页都可以调入：没有保护页，也没有超出文件末尾的页',
  'no sealed memory without write access is to be discarded': '要丢弃的内存都不是被密封又不可写的',
  'no memory to be discarded or taken away is locked': '要丢弃或取走的内存都没有被锁定',
  'each mapping is of a kind that the advice is meant for': '每个映射都是该建议适用的种类',
  'what is discarded of huge pages begins on the border of one': '丢弃大页时从大页的边界开始',
  'MADV_REMOVE is used on a shared mapping that may be written': 'MADV_REMOVE 用于可写的共享映射',
  'MADV_REMOVE takes nothing out of a file that is sealed against writing':
    'MADV_REMOVE 不从密封为不可写的文件中取走任何内容',
  'what MADV_REMOVE takes out ends below the largest offset that a file can have':
    'MADV_REMOVE 取走的部分在文件可有的最大偏移之前结束',
  'the mapping allows the access that MADV_POPULATE_READ or MADV_POPULATE_WRITE makes':
    '映射允许 MADV_POPULATE_READ 或 MADV_POPULATE_WRITE 所做的访问',
  'MADV_COLLAPSE is used where a huge page fits, in the mapping and in the range':
    'MADV_COLLAPSE 用在放得下大页之处，映射和范围都要放得下',
  'the pages that are to become a huge one are present, and nobody else holds them':
    '要合成大页的页都存在，且没有别人持有',
  'the filesystem can take pages out of the middle of a file': '文件系统可以从文件中间取走页',
  'MADV_WILLNEED is given for a mapping of a file': 'MADV_WILLNEED 用于文件的映射',
  'MADV_WILLNEED is given for a mapping of a file, or the kernel can swap':
    'MADV_WILLNEED 用于文件的映射，或内核能够交换',
  'every page of the range is mapped; what is mapped gets the advice all the same':
    '范围内每一页都已映射；已映射的部分仍按建议处理',
  'the kernel has memory for what the advice makes': '内核有内存完成该建议',
  'the kernel has mlock2: 4.4 and later': '内核有 mlock2：4.4 及以后',
  'the flags of mlock2 are none or MLOCK_ONFAULT': 'mlock2 的标志为空或 MLOCK_ONFAULT',
  'RLIMIT_MEMLOCK is not 0, or the caller has CAP_IPC_LOCK': 'RLIMIT_MEMLOCK 不为 0，或调用者有 CAP_IPC_LOCK',
  'with what is locked already, the range fits below RLIMIT_MEMLOCK':
    '连同已锁定的，该范围不超过 RLIMIT_MEMLOCK',
  'every page of the range is mapped; what lies below the first hole is locked all the same':
    '范围内每一页都已映射；第一个空洞之下的部分仍会锁定',
  'every page can be made present: it allows some access and the file reaches that far':
    '每一页都可以调入：允许某种访问，且文件够长',
  'the machine has the memory': '机器有这些内存',
  'every page of the range is mapped; what lies below the first hole is unlocked all the same':
    '范围内每一页都已映射；第一个空洞之下的部分仍会解锁',
  'the flags hold MCL_CURRENT or MCL_FUTURE, perhaps MCL_ONFAULT, and no others':
    '标志中有 MCL_CURRENT 或 MCL_FUTURE，可有 MCL_ONFAULT，没有别的',
  'with MCL_CURRENT, all of the address space fits below RLIMIT_MEMLOCK':
    '使用 MCL_CURRENT 时，整个地址空间不超过 RLIMIT_MEMLOCK',
  'the flags are of MS_ASYNC, MS_INVALIDATE and MS_SYNC': '标志只取自 MS_ASYNC、MS_INVALIDATE、MS_SYNC',
  'MS_ASYNC and MS_SYNC are not given together': 'MS_ASYNC 与 MS_SYNC 不同时使用',
  'with MS_INVALIDATE, nothing in the range is locked': '使用 MS_INVALIDATE 时，范围内没有锁定的内存',
  'with MS_SYNC, a file mapped shared is of a kind that can be synchronized':
    '使用 MS_SYNC 时，共享映射的文件是可以同步的种类',
  'with MS_SYNC, what was written to a shared mapping reaches the file':
    '使用 MS_SYNC 时，写入共享映射的内容到达文件',
  'every page of the range is mapped; files behind a hole are written all the same':
    '范围内每一页都已映射；空洞之后的文件仍会写回',
  'the range ends within the addresses of user space': '范围的末端在用户空间的地址之内',
  'the vector, one byte a page, lies within the addresses of user space':
    '每页一字节的向量在用户空间的地址之内',
  'the kernel has a page to collect the vector in': '内核有一页用来收集向量',
  'the bytes of the vector can be written, as far as pages are mapped': '在已映射的页数之内，向量的字节可写',
  'every page of the range is mapped': '范围内每一页都已映射',
  'the kernel has the call: 5.10 and later': '内核有该调用：5.10 及以后',
  'the vector has no more than 1024 elements': '向量不超过 1024 个元素',
  'no length in the vector is negative': '向量中没有负的长度',
  'all elements of the vector can be read': '向量的所有元素都可以读取',
  'every range in the vector lies within the addresses of user space': '向量中每个范围都在用户空间的地址之内',
  'the descriptor is open, or is PIDFD_SELF (6.14 and later)':
    '文件描述符是打开的，或为 PIDFD_SELF（6.14 及以后）',
  'the descriptor stands for a process': '文件描述符代表一个进程',
  'the process has not ended': '进程没有结束',
  'memory of another process is advised MADV_COLD, MADV_PAGEOUT, MADV_WILLNEED or MADV_COLLAPSE only; before 6.13 one’s own too':
    '对别的进程的内存只可建议 MADV_COLD、MADV_PAGEOUT、MADV_WILLNEED 或 MADV_COLLAPSE；6.13 之前对自己的也是如此',
  "the caller may read the other process's memory, as a debugger may":
    '调用者可以像调试器那样读取另一进程的内存',
  'for the memory of another process, the caller has CAP_SYS_NICE; before 6.13 for its own too':
    '对别的进程的内存，调用者有 CAP_SYS_NICE；6.13 之前对自己的也要有',
  'the kernel has the call: 5.15 and later': '内核有该调用：5.15 及以后',
  'the process, and every other with the same memory, is being killed or exits':
    '该进程以及共用同一内存的每个进程都正在被杀死或退出',
  'all of the memory could be freed at once': '全部内存可以一次释放',
  'the kernel has the call: 6.5 and later': '内核有该调用：6.5 及以后',
  'the descriptor is open, and not only by O_PATH': '文件描述符是打开的，且不只是以 O_PATH 打开',
  'the range can be read': '范围可以读取',
  'the file is not one of huge pages': '文件不是大页的文件',
  'the caller owns the file, or could write to it': '调用者拥有该文件，或可以写它',
  'the statistics can be written': '统计结果可以写入',
};
