/** simplified Chinese of english/manual/protection-and-locks.ts. */
import type { protectionAndLocksManualWords as English } from '../../english/manual/protection-and-locks';
import type { Translated } from '../../translation';

export const protectionAndLocksManualWords: Translated<typeof English> = {
  'manual.mprotect.access.1996.kernel': '内存可以得到其映射从一开始就允许的访问权限，与今天相同。',
  'manual.mprotect.access.2.4': '内存不可以有该访问权限：例如，以读方式打开的文件要变为可写。',
  'manual.mprotect.access.today.kernel':
    '进程放弃了可写又可执行的内存（PR_SET_MDWE，6.3 起），而可写或曾经可写的内存要变为可执行时，也返回该错误。',
  'manual.mprotect.unaligned.1996.kernel': '地址没有按页对齐，或范围越过地址空间的末端。',
  'manual.mprotect.unaligned.2.4': '地址没有按页对齐，或不是有效的指针。',
  'manual.mprotect.unaligned.today.kernel': '只看是否按页对齐。地址未映射时返回 ENOMEM。',
  'manual.mprotect.bits.1996.kernel': '保护属性不得有 PROT_READ、PROT_WRITE、PROT_EXEC 之外的位。',
  'manual.mprotect.bits.today': '保护属性中有无意义的位，或同时有 PROT_GROWSUP 和 PROT_GROWSDOWN。',
  'manual.mprotect.bits.today.kernel': '对不向下增长的内存使用 PROT_GROWSDOWN 也被拒绝。',
  'manual.mprotect.key.today': 'pkey_mprotect 的键没有分配。',
  'manual.mprotect.key.today.kernel': '没有这种硬件时，除 -1 外的每个键都被拒绝。',
  'manual.mprotect.other.today': '有些架构有自己的规则：PowerPC 上的 PROT_SAO 需要硬件支持。',
  'manual.mprotect.other.today.kernel': '不可拆分的映射（vdso、大页）只有一部分在范围内。',
  'manual.mprotect.unmapped.1996.kernel': '内存未映射时返回 EFAULT。空洞之前的部分已经改动。',
  'manual.mprotect.unmapped.2.4.kernel': '2.4.19 起，内存未映射时返回该错误。空洞之前的部分已经改动。',
  'manual.mprotect.unmapped.2010': '范围内有页未映射，或不是进程可以有的地址。',
  'manual.mprotect.unmapped.2010.kernel': '空洞之前的部分已经改动。',
  'manual.mprotect.memory.2.4': '内核没有内存存放自己的数据结构。',
  'manual.mprotect.memory.today.kernel':
    '私有内存要变为可写，而 RLIMIT_DATA（4.7 起）或过量提交规则不允许这么多时，也返回该错误。',
  'manual.mprotect.count.2.4.kernel': '在中间改动会使一个映射变成三个；超过进程的上限时以此拒绝。',
  'manual.mprotect.count.today': '新的边界会使映射数超过进程的上限。',
  'manual.mprotect.fault.1996.kernel': '内存未映射时返回该错误。',
  'manual.mprotect.fault.2.4': '要保护的内存不存在。',
  'manual.mprotect.fault.2.4.kernel': '2.4.19 起返回 ENOMEM。',
  'manual.mprotect.fault.2010': '到 2.4.18 为止，内存未映射时误返回该错误。',
  'manual.mprotect.sealed.today.kernel':
    '被密封的内存（mseal，6.10 起）保持其保护属性；mseal 的手册页如此说。',

  'manual.mlock.limit.1996.kernel': '最先检查 RLIMIT_MEMLOCK，对 root 也是如此；其他人根本不能锁定。',
  'manual.mlock.limit.2.4': '锁定的页会超过允许的数目。',
  'manual.mlock.limit.2010':
    '锁定的内存会超过 RLIMIT_MEMLOCK，该限制不为零，且没有 CAP_IPC_LOCK（2.6.9 起）。',
  'manual.mlock.limit.today.kernel':
    '范围内已锁定的部分不重复计算（4.9 起）。除非有人设置过，该限制为 8 MiB（5.16 起；之前为 64 KiB）。',
  'manual.mlock.unmapped.1996.kernel': '空洞之前的部分保持锁定。',
  'manual.mlock.unmapped.2.4': '范围内有页未映射。',
  'manual.mlock.half.1996.kernel': '任何人最多只能锁定机器内存的一半。',
  'manual.mlock.half.2010': '到 2.4 为止：锁定的内存会超过机器内存的一半。',
  'manual.mlock.half.2010.kernel': '已经没有这样的规则。',
  'manual.mlock.count.today': '新的边界会使映射数超过进程的上限。',
  'manual.mlock.populate.today.kernel':
    '页不能调入时也返回 ENOMEM：不允许任何访问，或文件在该页之前结束。该范围仍会锁定并计数。',
  'manual.mlock.root.1996.kernel': '只有 root 可以锁定。在此之前先检查限制。',
  'manual.mlock.root.2.4': '锁定需要 CAP_IPC_LOCK。',
  'manual.mlock.root.2.4.kernel': '在此之前先检查限制。',
  'manual.mlock.root.2010': '调用者没有特权，而它的要求需要 CAP_IPC_LOCK。',
  'manual.mlock.root.2010.kernel': '2.6.9 起，只有 RLIMIT_MEMLOCK 为零时才如此。',
  'manual.mlock.again.2010': '范围的一部分或全部没有锁定。',
  'manual.mlock.again.today.kernel':
    '只在机器没有内存容纳这些页时返回。使页不能锁定的其他原因都返回 ENOMEM。',
  'manual.mlock.wraps.1996.kernel': '范围越过地址空间的末端。',
  'manual.mlock.wraps.2.4': '长度为负。',
  'manual.mlock.wraps.2010': '地址加长度小于地址。',
  'manual.mlock.flags.today': 'mlock2 的标志中有未知的位。',

  'manual.munlock.unmapped.1996.kernel': '空洞之前的部分被解锁。',
  'manual.munlock.unmapped.2.4': '范围内有页未映射。',
  'manual.munlock.unmapped.today.kernel': '空洞之前的部分被解锁。',
  'manual.munlock.count.today': '新的边界会使映射数超过进程的上限。',
  'manual.munlock.wraps.1996.kernel': '范围越过地址空间的末端。',
  'manual.munlock.wraps.2.4': '长度为负。',
  'manual.munlock.wraps.2010': '地址加长度小于地址。',
  'manual.munlock.root.1996.kernel': '只有 root 可以解锁。',
  'manual.munlock.root.2.4.kernel': '任何人都可以解锁。',
  'manual.munlock.root.2010': '调用者没有特权，而它的要求需要 CAP_IPC_LOCK。',
  'manual.munlock.root.2010.kernel': '任何人都可以解锁。',

  'manual.mlockall.flags.1996.kernel': '标志为零也被拒绝。',
  'manual.mlockall.flags.2.4': '标志中有未知的位。',
  'manual.mlockall.flags.today': '标志中有未知的位，或有 MCL_ONFAULT 而没有 MCL_CURRENT 和 MCL_FUTURE。',
  'manual.mlockall.limit.1996.kernel':
    '所有已映射的内存不得超过 RLIMIT_MEMLOCK，也不得超过机器内存的一半；单独使用 MCL_FUTURE 时也是如此，对 root 也是如此。',
  'manual.mlockall.limit.2.4': '锁定的页会超过允许的数目。',
  'manual.mlockall.limit.2010':
    '锁定的内存会超过 RLIMIT_MEMLOCK，该限制不为零，且没有 CAP_IPC_LOCK（2.6.9 起）。',
  'manual.mlockall.limit.today.kernel': '所有已映射的内存都计入，已锁定的也计入，但只在使用 MCL_CURRENT 时。',
  'manual.mlockall.root.1996.kernel': '只有 root 可以锁定。在此之前先检查限制。',
  'manual.mlockall.root.2.4': '锁定需要 CAP_IPC_LOCK。',
  'manual.mlockall.root.2010': '调用者没有特权，而它的要求需要 CAP_IPC_LOCK。',
  'manual.mlockall.root.2010.kernel': '2.6.9 起，只有 RLIMIT_MEMLOCK 为零时才如此。',
  'manual.munlockall.root.1996.kernel': '只有 root 可以解锁。',
  'manual.munlockall.root.2.4': '解锁全部内存需要 CAP_IPC_LOCK。',
  'manual.munlockall.root.2010': '到 2.6.8 为止：调用者没有 CAP_IPC_LOCK。',
  'manual.munlockall.root.2010.kernel': '任何人都可以解锁；该调用不会失败。',
};
