/** simplified Chinese of english/manual/mmap.ts. */
import type { mmapManualWords as English } from '../../english/manual/mmap';
import type { Translated } from '../../translation';

export const mmapManualWords: Translated<typeof English> = {
  'manual.mmap.descriptor.1996': '文件描述符没有打开，且标志中没有 MAP_ANONYMOUS（有它就不需要文件描述符）。',
  'manual.mmap.descriptor.today.kernel': '以 O_PATH 打开的文件描述符视同没有打开。',
  'manual.mmap.readable.1996': '文件的私有映射需要以读方式打开的文件描述符。',
  'manual.mmap.readable.1996.kernel': '共享映射也需要。',
  'manual.mmap.readable.today': '文件的任何映射都需要以读方式打开的文件描述符。',
  'manual.mmap.writable.1996': '要求 PROT_WRITE 的共享映射需要以写方式打开的文件描述符。',
  'manual.mmap.writable.1996.kernel': '只以写方式打开还不够：必须以读写方式打开。',
  'manual.mmap.writable.2.4': '要求 PROT_WRITE 的共享映射需要以读写方式打开的文件描述符。',
  'manual.mmap.regular.1996.kernel': '在大多数文件系统上，凡不是普通文件的都返回该错误。',
  'manual.mmap.regular.2.4': '文件描述符所指的不是普通文件。',
  'manual.mmap.regular.2.4.kernel': '不能映射的返回 ENODEV。设备在驱动允许时可以映射。',
  'manual.mmap.append.1996.kernel': '不检查文件是否只可追加。',
  'manual.mmap.append.2.4': '要求了 PROT_WRITE，而文件只可追加。',
  'manual.mmap.append.2.4.kernel':
    '文件描述符以写方式打开时，拒绝这种文件的共享映射，无论是否要求 PROT_WRITE；私有映射不拒绝。',

  'manual.mmap.security.2010.kernel': '安全模块（SELinux）可以对任何映射返回该错误。',
  'manual.mmap.security.today.kernel':
    '安全模块可以对任何映射返回该错误。已放弃可写又可执行的内存的进程（PR_SET_MDWE，6.3 起）同时要求 PROT_WRITE 和 PROT_EXEC 时也返回该错误。',
  'manual.mmap.unaligned.1996': '地址、长度或偏移量没有按页对齐。',
  'manual.mmap.unaligned.1996.kernel':
    '只在使用 MAP_FIXED 时检查地址。文件的私有映射可以从其文件系统的任何块开始。长度从不因此被拒绝：它向上取整。',
  'manual.mmap.unaligned.2.4.kernel': '只在使用 MAP_FIXED 时检查地址，偏移量则总是检查。长度向上取整。',
  'manual.mmap.large.1996': '地址、长度或偏移量太大。',
  'manual.mmap.large.1996.kernel': '地址、长度、偏移量太大时都返回 EINVAL。',
  'manual.mmap.large.2.4.kernel': '长度或偏移量太大时返回 EINVAL，使用 MAP_FIXED 而地址太高时返回 ENOMEM。',
  'manual.mmap.large.2010.kernel': '它们都不再返回 EINVAL：太长和太高返回 ENOMEM，偏移量太大返回 EOVERFLOW。',
  'manual.mmap.zero.1996.kernel': '长度为零时成功：返回该地址，什么也没有映射。',
  'manual.mmap.zero.2010': '长度为零（2.6.12 起）。',
  'manual.mmap.other.1996': '某个参数无效；手册页指的是大小和对齐。',
  'manual.mmap.other.2.4.kernel': '对文件使用 MAP_GROWSDOWN 会被拒绝。',
  'manual.mmap.other.today.kernel':
    '其他情况包括对文件、共享内存和大页使用 MAP_GROWSDOWN；大页的大小、地址或偏移量不合适；MAP_DROPPABLE 与不能同用的标志一起使用；以及文件的驱动所反对的一切。',
  'manual.mmap.type.1996.kernel': '标志中必须有 MAP_PRIVATE 和 MAP_SHARED 之一。匿名内存只能是私有的。',
  'manual.mmap.type.2.4.kernel': '标志中必须有 MAP_PRIVATE 和 MAP_SHARED 之一。匿名内存可以是共享的。',
  'manual.mmap.type.2010': '标志中既没有 MAP_PRIVATE 也没有 MAP_SHARED，或两者都有。',
  'manual.mmap.type.today': '标志中没有 MAP_PRIVATE、MAP_SHARED、MAP_SHARED_VALIDATE 中的任何一个。',
  'manual.mmap.type.today.kernel': '4.15 起，两个位合在一起就是 MAP_SHARED_VALIDATE；对匿名内存仍然拒绝。',
  'manual.mmap.busy.1996':
    '标志中有 MAP_DENYWRITE，而有人以写方式打开了该文件。（手册页把这个错误写作 ETXTBUSY。）',
  'manual.mmap.busy.1996.kernel':
    '没有程序遇到过它：调用先从标志中去掉了 MAP_DENYWRITE。只有内核自己以这种方式映射程序。',
  'manual.mmap.busy.today.kernel':
    'MAP_DENYWRITE 不起作用。唯一返回该错误的情况是共享可写地映射正用作交换文件的文件。',

  'manual.mmap.locked.1996': '锁定的内存会太多。',
  'manual.mmap.locked.1996.kernel':
    '只在 mlockall(MCL_FUTURE) 之下与 RLIMIT_MEMLOCK 比较，对 root 也是如此。MAP_LOCKED 被忽略。',
  'manual.mmap.locked.2010': '锁定的内存会太多；详见 setrlimit。',
  'manual.mmap.locked.2010.kernel':
    'MAP_LOCKED 和 mlockall(MCL_FUTURE) 计入 RLIMIT_MEMLOCK，除非调用者有 CAP_IPC_LOCK。',
  'manual.mmap.file-lock.1996': '文件被加锁。',
  'manual.mmap.file-lock.1996.kernel': '只有强制锁起作用，且只对 MAP_SHARED。建议锁从未拒绝过映射。',
  'manual.mmap.file-lock.today.kernel': '文件上的锁不拒绝任何映射：强制锁从 5.15 起已不存在。',

  'manual.mmap.memory.1996': '内存已用完。',
  'manual.mmap.memory.1996.kernel':
    '没有这么长的空隙，或内核没有空间存放映射本身的数据结构。不检查内存是否存在，也没有 RLIMIT_AS。',
  'manual.mmap.memory.2.4.kernel': '此外，映射超过 RLIMIT_AS，或过量提交规则不允许这么多内存时也返回该错误。',
  'manual.mmap.memory.today': '内存已用完，或映射超过 RLIMIT_DATA（4.7 起）。',
  'manual.mmap.count.1996.kernel': '映射的数目没有上限。',
  'manual.mmap.count.2.4': '进程的映射数会超过上限。',
  'manual.mmap.count.today.kernel':
    '在映射任何内存之前先与 vm.max_map_count 比较：会与相邻映射合并的映射也被拒绝。',
  'manual.mmap.beyond.today': '地址超出处理器的寻址范围。',
  'manual.mmap.beyond.today.kernel': '长度超出该范围时同样返回该错误。',

  'manual.mmap.device.1996': '手册页说 System V 会返回该错误，对 Linux 只字未提。',
  'manual.mmap.device.1996.kernel': 'Linux 已经返回该错误，用于文件系统或驱动不能映射的对象。',
  'manual.mmap.device.2.4': '该文件的文件系统没有办法映射它。',
  'manual.mmap.device.today.kernel':
    '目录、管道和套接字也是如此。机器没有这种大页时，MAP_HUGETLB 也返回该错误。',
  'manual.mmap.nothing-there.1996.kernel': 'Linux 会映射文件末尾之后的部分。访问它会引发 SIGBUS。',
  'manual.mmap.files.1996.kernel': '没有返回该错误的情况：匿名内存背后没有文件。',
  'manual.mmap.files.2.4': '系统打开的文件已达上限。',
  'manual.mmap.files.today.kernel': '它涉及共享匿名内存，其背后有自己的文件。',
  'manual.mmap.noexec.2.4': '要求了 PROT_EXEC，而文件在以 noexec 挂载的文件系统上。',
  'manual.mmap.noexec.2.4.kernel': '2.4.22 还不检查这一点。',
  'manual.mmap.denied.2010.kernel':
    'RLIMIT_MEMLOCK 为零时的 MAP_LOCKED，以及低于 vm.mmap_min_addr 的固定地址。',
  'manual.mmap.denied.today': '文件上的密封禁止它，或使用 MAP_HUGETLB 者不在获准的组中。',
  'manual.mmap.denied.today.kernel':
    '此外还用于 RLIMIT_MEMLOCK 为零时的 MAP_LOCKED、低于 vm.mmap_min_addr 的固定地址，以及在被密封的内存（mseal，6.10 起）之上的 MAP_FIXED。',
  'manual.mmap.in-use.today': '标志中有 MAP_FIXED_NOREPLACE，而该范围内已有映射。',
  'manual.mmap.in-use.today.kernel': '4.17 之前的内核不认识该标志：它们把地址当作提示。',
  'manual.mmap.overflow.2010': '在使用 64 位偏移量的 32 位系统上：以页计的偏移量加长度放不进一个机器字。',
  'manual.mmap.overflow.today.kernel':
    '在 64 位系统上也是如此，而且适用于末端超过文件可能的最大大小的任何范围。',
  'manual.mmap.unsupported.today':
    '写在 MAP_SHARED_VALIDATE 和 MAP_SYNC 的说明里：有未知的标志，或文件不支持的标志。',

  'manual.munmap.invalid.1996': '一个猜测：大概是 EINVAL。',
  'manual.munmap.invalid.1996.kernel': '地址没有按页对齐，或范围超出用户空间。长度为零时成功。',
  'manual.munmap.invalid.2.4.kernel': '地址没有按页对齐，范围超出用户空间，或长度为零。',
  'manual.munmap.count.1996.kernel': '映射的数目没有上限。',
  'manual.munmap.count.2.4.kernel':
    '在映射中间挖出空洞会使一个映射变成两个，而进程的映射数已达上限。此时什么也不解除。',
  'manual.munmap.count.today': '在映射中间挖出空洞会使映射数超过进程的上限。',
  'manual.munmap.sealed.today.kernel': '被密封的内存（mseal，6.10 起）保持不变。',
};
