/** simplified Chinese of english/manual/other-calls.ts. */
import type { otherCallsManualWords as English } from '../../english/manual/other-calls';
import type { Translated } from '../../translation';

export const otherCallsManualWords: Translated<typeof English> = {
  'manual.msync.invalid.1996.kernel': '地址没有按页对齐，有未知的标志，或范围越过地址空间的末端。',
  'manual.msync.invalid.2.4': '地址没有按页对齐，或标志中有未知的位。',
  'manual.msync.both.1996.kernel': 'MS_ASYNC 和 MS_SYNC 可以同时使用。',
  'manual.msync.both.2.4.kernel': 'MS_ASYNC 和 MS_SYNC 不可同时使用。',
  'manual.msync.both.2010': '同时使用了 MS_ASYNC 和 MS_SYNC。',
  'manual.msync.unmapped.1996.kernel': '内存未映射时返回 EFAULT，在其余部分都写完之后才返回。',
  'manual.msync.unmapped.2.4': '有内存未映射。',
  'manual.msync.unmapped.2.4.kernel': '其余部分仍会写回。',
  'manual.msync.unmapped.today.kernel':
    '其余部分仍会写回，只有单独的 MS_ASYNC 例外，它停在空洞处。范围越过地址空间的末端时也返回 ENOMEM。',
  'manual.msync.busy.1996.kernel': '不检查锁定。',
  'manual.msync.busy.2.4.kernel': '对锁定的内存使用 MS_INVALIDATE 会被拒绝。',
  'manual.msync.busy.2010': '给出了 MS_INVALIDATE，而有内存被锁定。',
  'manual.msync.write.today.kernel': '使用 MS_SYNC 时，写文件失败的错误原样返回：EIO、ENOSPC 等。',

  'manual.brk.memory.1996.kernel':
    '失败的调用返回旧的 break。超过 RLIMIT_DATA、与另一个映射相距不足一页、内核估计内存太少时失败。',
  'manual.brk.memory.2.4': 'break 不能设在那里：没有其他错误。',
  'manual.brk.memory.2.4.kernel':
    '失败的调用返回旧的 break，由 C 库把它变成错误。超过 RLIMIT_DATA、与另一个映射相距不足一页、过量提交规则不允许时失败。',
  'manual.brk.memory.2010': 'break 不能设在那里：没有其他错误。手册页说明系统调用本身返回旧的 break。',
  'manual.brk.memory.2010.kernel': '超过 RLIMIT_AS 时，以及在 mlockall 之下超过 RLIMIT_MEMLOCK 时也失败。',
  'manual.brk.memory.today.kernel':
    '此外还涉及栈之下的保护间隙、针对全部私有可写内存的 RLIMIT_DATA（4.7），以及要在没有映射之处缩小的堆（6.1）。',

  'manual.shmat.access.1996.kernel': '由段的权限位决定，与今天相同。',
  'manual.shmat.access.2.4': '段的权限位不允许调用者如此访问，且调用者没有 CAP_IPC_OWNER。',
  'manual.shmat.removed.1996.kernel': '该编号属于已删除的段，其位置已被新的段占用。',
  'manual.shmat.removed.2010': '该段已被删除。',
  'manual.shmat.removed.today.kernel': '标记为待删除的段，只要仍有人附加着它，就还可以附加。',
  'manual.shmat.id.1996.kernel': '没有该编号的段。',
  'manual.shmat.id.2.4': '段的编号无效。',
  'manual.shmat.address.1996.kernel': '地址没有按页对齐又没有 SHM_RND，或使用了 SHM_REMAP 而没有给出地址。',
  'manual.shmat.address.2.4': '地址没有按页对齐且没有给出 SHM_RND，或给出 SHM_REMAP 而没有给出地址。',
  'manual.shmat.address.today.kernel': '范围越过地址空间的末端时也被拒绝。',
  'manual.shmat.in-use.1996.kernel': '范围内已有映射，或范围与栈相距不足四页。',
  'manual.shmat.in-use.2.4': '段不能附加在该地址上。',
  'manual.shmat.in-use.2010': '段不能附加在该地址上。',
  'manual.shmat.in-use.today.kernel': '范围内已有映射。使用 SHM_REMAP 时则改为将其移除。',
  'manual.shmat.memory.1996.kernel': '没有放得下它的空隙，或没有内存存放其数据结构。',
  'manual.shmat.memory.2.4': '内核没有内存存放数据结构或页表。',
  'manual.shmat.memory.today.kernel':
    '没有空隙、超过 RLIMIT_AS、映射数已达上限、范围超出用户空间时也返回该错误。',
  'manual.shmat.locked.2.4.kernel': '在 mlockall(MCL_FUTURE) 之下，段不得超过 RLIMIT_MEMLOCK。',
  'manual.shmat.locked.today.kernel':
    '在 mlockall(MCL_FUTURE) 之下，没有 CAP_IPC_LOCK 时，段不得超过 RLIMIT_MEMLOCK。',
  'manual.shmat.denied.today.kernel': '地址低于 vm.mmap_min_addr，或 SHM_REMAP 之处有被密封的内存。',
  'manual.shmdt.detached.1996.kernel': '该调用从不失败。',
  'manual.shmdt.detached.2.4': '该地址上没有附加段。',
  'manual.shmdt.detached.2010': '该地址上没有附加段，或地址没有按页对齐。',

  'manual.madvise.no-call.1996.kernel': '内核没有这个调用；它从 2.4 开始有。',
  'manual.madvise.unmapped.2.4': '范围的一部分未映射。已映射的部分仍按建议处理。',
  'manual.madvise.willneed.2.4': 'MADV_WILLNEED 没有内存可供读入这些页。',
  'manual.madvise.willneed.2.4.kernel': '映射太多时返回该错误。',
  'manual.madvise.willneed.2010.kernel': '映射太多时返回 EAGAIN。',
  'manual.madvise.locked.2.4': 'MADV_DONTNEED 要丢弃的页是锁定的或共享的。',
  'manual.madvise.locked.2.4.kernel': '锁定的页被拒绝。共享的页不拒绝。',
  'manual.madvise.locked.2010.kernel': '锁定的页、大页和设备的页被拒绝。共享的页不拒绝。',
  'manual.madvise.locked.today':
    'MADV_DONTNEED、MADV_REMOVE、MADV_COLD 或 MADV_PAGEOUT 遇到锁定的页、大页或设备的页。',
  'manual.madvise.locked.today.kernel':
    '5.18 起，MADV_DONTNEED 可用于大页，MADV_DONTNEED_LOCKED 可用于锁定的页。',
  'manual.madvise.unaligned.2.4': '地址没有按页对齐，或长度为负。',
  'manual.madvise.unaligned.today.kernel': '长度越过地址空间的末端时算作太大。',
  'manual.madvise.advice.2.4': '没有这样的建议。',
  'manual.madvise.advice.2010': '没有这样的建议，或内核编译时不带 MADV_MERGEABLE 所需的功能。',
  'manual.madvise.advice.today.kernel': '有哪些建议取决于内核的版本和编译选项。',
  'manual.madvise.kind.today':
    '该建议不适用于这种映射：MADV_FREE 和 MADV_WIPEONFORK 要求私有匿名内存，MADV_POPULATE_READ 和 MADV_POPULATE_WRITE 要求相应的权限。',
  'manual.madvise.kind.today.kernel':
    '在特殊映射上设保护区，以及在放不下大页之处使用 MADV_COLLAPSE 时也返回该错误。',
  'manual.madvise.badf.2.4': '映射的不是文件。',
  'manual.madvise.badf.2.4.kernel': '只有 MADV_WILLNEED 要求文件。',
  'manual.madvise.badf.today.kernel': '只有 MADV_WILLNEED 如此，且只在编译时不带 swap 的内核上。',
  'manual.madvise.rss.2.4': 'MADV_WILLNEED 会使驻留的页超过进程的上限。',
  'manual.madvise.rss.2.4.kernel': '将该范围会增加的部分与 RLIMIT_RSS 比较。',
  'manual.madvise.rss.2010.kernel': '不再检查 RLIMIT_RSS。',
  'manual.madvise.again.2.4': '内核所需的某种资源此刻得不到。',
  'manual.madvise.again.2.4.kernel': '没有内存存放新映射的数据结构。映射太多时返回 ENOMEM。',
  'manual.madvise.again.today.kernel': '映射太多时返回该错误（4.12 到 5.16 返回 ENOMEM）。',
  'manual.madvise.remove.today': 'MADV_REMOVE 遇到不是共享可写的映射。',
  'manual.madvise.punch.2010.kernel': '如手册页所说，当时在除 tmpfs 外的所有文件系统上都返回 ENOSYS。',
  'manual.madvise.punch.today': '据其说明，MADV_REMOVE 用在了不能从文件中取走页的文件系统上。',
  'manual.madvise.poison.today': '使用 MADV_HWPOISON 而没有 CAP_SYS_ADMIN。',
  'manual.madvise.poison.today.kernel': '对被密封又不可写的内存给出会丢弃内容的建议时也返回该错误。',
  'manual.madvise.populate.today': 'MADV_POPULATE_READ 或 MADV_POPULATE_WRITE 遇到会引发 SIGBUS 的页。',
  'manual.madvise.populate.today.kernel': '遇到保护区时也返回该错误。',
};
