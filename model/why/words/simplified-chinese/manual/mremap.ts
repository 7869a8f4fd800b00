/** simplified Chinese of english/manual/mremap.ts. */
import type { mremapManualWords as English } from '../../english/manual/mremap';
import type { Translated } from '../../translation';

export const mremapManualWords: Translated<typeof English> = {
  'manual.mremap.locked.1996': '锁定的段被拒绝：其映射不得改动。',
  'manual.mremap.locked.1996.kernel':
    '锁定的内存与其他内存一样可以增长、缩小和移动。只有使锁定总量超过 RLIMIT_MEMLOCK 的增长被拒绝，对 root 也是如此；而除非有人降低过，该限制是无限的。',
  'manual.mremap.locked.2.4':
    '锁定的段要增长，而进程锁定的内存会因此超过 RLIMIT_MEMLOCK。（英文手册到 2005 年为止仍保留 1996 年的措辞。）',
  'manual.mremap.locked.2.4.kernel':
    '与 1996 年的检查相同，对 root 也是如此；使用 MREMAP_FIXED 时，即使没有增长，只要已经超过限制也会被拒绝。',
  'manual.mremap.locked.2010.kernel': '2.6.9 起，有 CAP_IPC_LOCK 就不受该限制。',
  'manual.mremap.locked.today.kernel': '只计锁定的映射增长的部分。移动保持锁定和总量不变，从不因此被拒绝。',

  'manual.mremap.unmapped.1996': '旧范围内的某个地址上，进程没有任何映射。',
  'manual.mremap.unmapped.1996.kernel':
    '只有增大的调用才检查范围。缩小或保持大小的调用返回旧地址，即使那里没有任何映射。',
  'manual.mremap.unmapped.2.4.kernel':
    '增大的调用和使用 MREMAP_FIXED 的调用会检查范围。没有该标志时，缩小或保持大小在任何地址上都成功。',
  'manual.mremap.unmapped.today.kernel':
    '5.16 起，每次调用都要求旧地址本身已映射（5.16 到 5.18 误返回数字 14）。其后的空洞只在内存增长时才有影响。',

  'manual.mremap.several.1996': '即使整个旧范围都已映射，只要其中的映射种类不一，也会出现。',
  'manual.mremap.several.1996.kernel':
    '旧范围必须在同一个段内，无论相邻的段是什么种类；但只对增大的调用如此要求。',
  'manual.mremap.several.2.4.kernel':
    '调用要增大时，旧范围必须在同一个映射内；使用 MREMAP_FIXED 时总是如此。',
  'manual.mremap.several.today.kernel':
    '6.17 起，保持大小的 MREMAP_FIXED 移动可以跨越多个映射，也可以跨越第一个映射之后的空洞。凡增大的仍要求在同一个映射内。',

  'manual.mremap.special.1996.kernel': '没有特殊的映射：每个映射都可以增长。',
  'manual.mremap.special.2.4.kernel': '由驱动作了这种标记的映射不能增长。',
  'manual.mremap.special.today.kernel':
    'vdso 和设备的映射不能增长。旧大小为零的调用要复制某个映射，而 MREMAP_FIXED 清除的正是它时，也返回同样的错误。',

  'manual.mremap.unaligned.1996': '某个参数无效；手册页猜测是旧地址没有按页对齐。',
  'manual.mremap.unaligned.1996.kernel': '这个猜测就是全部：从来没有其他参数因检查不过而返回该错误。',
  'manual.mremap.unaligned.2.4': '所列七种错误的第一种：旧地址没有按页对齐。',
  'manual.mremap.unaligned.today': '所列十种错误的第一种：旧地址没有按页对齐。',
  'manual.mremap.flags.1996.kernel': '除 MREMAP_MAYMOVE 外的所有位都被忽略。',
  'manual.mremap.flags.2.4': '标志中有 MREMAP_MAYMOVE 和 MREMAP_FIXED 之外的位。',
  'manual.mremap.flags.today': '标志中有 MREMAP_MAYMOVE、MREMAP_FIXED 和 MREMAP_DONTUNMAP 之外的位。',
  'manual.mremap.zero.1996.kernel': '新大小为零会解除整个范围的映射，并且成功。',
  'manual.mremap.zero.2.4': '新大小为零。',
  'manual.mremap.zero.2.4.kernel': '2.4.22 还不检查：新大小为零会解除该范围的映射。',
  'manual.mremap.zero.today.kernel': '大到向上取整为页后变为零的大小，视同为零。',
  'manual.mremap.invalid.1996.kernel': '当时不能给出新地址，而大小太大时以 ENOMEM 告终。',
  'manual.mremap.invalid.2.4': '新大小或新地址无效；何时算无效，手册页没有说明。',
  'manual.mremap.invalid.2.4.kernel':
    '只针对 MREMAP_FIXED：新地址必须按页对齐，新范围的末端必须在用户空间内。',
  'manual.mremap.invalid.today.kernel':
    '任何调用的新大小都不得超过地址空间；新地址即使只是提示，也必须按页对齐。',
  'manual.mremap.fixed.1996.kernel': '2.3.31 之前没有 MREMAP_FIXED。',
  'manual.mremap.fixed.2.4': '使用了 MREMAP_FIXED 而没有 MREMAP_MAYMOVE。',
  'manual.mremap.fixed.today': '使用了 MREMAP_FIXED 或 MREMAP_DONTUNMAP 而没有 MREMAP_MAYMOVE。',
  'manual.mremap.overlap.2.4': '新范围与旧范围有共同的页。',
  'manual.mremap.overlap.today.kernel':
    '大小为零的范围没有页：旧大小为零时，新地址可以就是旧地址。此时映射被清除，返回 EFAULT。',
  'manual.mremap.dontunmap-sizes.today': '使用了 MREMAP_DONTUNMAP，而两个大小不同。',
  'manual.mremap.dontunmap-sizes.today.kernel': '6.17 起按整页比较大小；之前按字节比较。',
  'manual.mremap.dontunmap-kind.today': 'MREMAP_DONTUNMAP 用于并非全部是私有匿名内存的范围。',
  'manual.mremap.dontunmap-kind.today.kernel':
    '到 5.12 为止如此。5.13 起只拒绝不能增长的映射（vdso、设备）。',
  'manual.mremap.other.1996': '某个参数无效。',
  'manual.mremap.other.2.4': '某个参数无效；这一原因不在手册页所列之中。',
  'manual.mremap.other.today.kernel':
    '所列之外还有不可拆分的映射（vdso 的一部分、大页的一部分）、要增长或偏离其边界的大页、末端超出用户空间的旧范围，以及其所有者不允许移动的映射。',
  'manual.mremap.duplicate.1996.kernel':
    '旧大小为零会在原映射之外再建立一个映射，私有内存也是如此，只要给出 MREMAP_MAYMOVE。',
  'manual.mremap.duplicate.today': '旧大小为零，而内存不是共享的。',
  'manual.mremap.duplicate.today.kernel': '4.14 起拒绝这种情况。',
  'manual.mremap.duplicate-in-place.today': '旧大小为零，而没有给出 MREMAP_MAYMOVE。',
  'manual.mremap.duplicate-in-place.today.kernel': '返回 ENOMEM。',

  'manual.mremap.in-place.1996': '内存不能在原处增长，而标志中没有允许它移动的 MREMAP_MAYMOVE。',
  'manual.mremap.in-place.today.kernel':
    '只有旧范围的末端就是其映射的末端，且其后有空闲的页时，才能在原处增长。旧大小为零而没有 MREMAP_MAYMOVE 也归于此。',
  'manual.mremap.memory.1996': '剩余的内存或空闲的地址太少。',
  'manual.mremap.memory.1996.kernel':
    '没有足够大的空隙，或内核没有页可作页表。当时没有 RLIMIT_AS，也不检查映射增长所需的内存是否存在。',
  'manual.mremap.memory.2.4.kernel': 'RLIMIT_AS 也会拒绝，对私有可写映射所剩内存的估计也会拒绝。',
  'manual.mremap.memory.2010.kernel': 'RLIMIT_AS 会拒绝。过量提交规则拒绝的内存由于疏忽返回 EFAULT。',
  'manual.mremap.memory.today': '同前，另有两种原因：MREMAP_DONTUNMAP 产生的映射放不下，或进程的映射会太多。',
  'manual.mremap.memory.today.kernel':
    '映射数的检查在查找旧地址之前就拒绝移动。4.7 起 RLIMIT_DATA 计入私有可写内存。过量提交规则拒绝的内存又返回 ENOMEM。',

  'manual.mremap.denied.2010.kernel': '低于 vm.mmap_min_addr 的新地址被拒绝。',
  'manual.mremap.denied.today.kernel':
    '被密封的内存（mseal，6.10 起）在任何调用中都被拒绝，低于 vm.mmap_min_addr 的新地址也是。',
};
