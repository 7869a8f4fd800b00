/** simplified Chinese of english/fault.ts. */
import type { faultWords as English } from '../english/fault';
import type { Translated } from '../translation';

export const faultWords: Translated<typeof English> = {
  'pointer.argument': '第 {argument} 个参数（{name}）',
  'pointer.element': '{what}的第 {index} 项',
  'pointer.member': '{what}中的“{member}”',
  'pointer.read': '内核要为{what}从 {address} 读取 {size}',
  'pointer.write': '内核要为{what}向 {address} 写入 {size}',
  'pointer.read-up-to': '内核要为{what}从 {address} 起读取最多 {size}',
  'pointer.write-up-to': '内核要为{what}从 {address} 起写入最多 {size}',
  'pointer.string': '内核要为{what}从 {address} 读取一个字符串',
  'pointer.access': '内核要为{what}使用 {address} 处的内存',
  'pointer.contents': '该行显示{what}的开头内容，没有显示它的地址',
  'fault.never-mapped': '{page} 处没有任何映射：{access}。',
  'fault.not-inherited':
    '页 {page} 在父进程中已映射，但没有被{line}的 fork 继承（MADV_DONTFORK）：{access}。',
  'fault.unmapped': '页 {page} 已在{line}解除映射：{access}。',
  'fault.moved': '页 {page} 已在{line}移走，原在 {address} 的字节现在位于 {to}：{access}。',
  'fault.cut-off': '页 {page} 已在{line}被截去，break 在该处降到 {break}：{access}。',
  'fault.shrunk': '页 {page} 已在{line}被截去，mremap 在该处将映射的长度改为 {size}：{access}。',
  'fault.protected': '页 {page} 自{line}起以 {prot} 映射，不允许此操作：{access}。',
  'fault.replaced': '在{line}，另一个映射取代了原在 {page} 的映射；它是 {prot}，不允许此操作：{access}。',
  'fault.prot': '页 {page} 以 {prot} 映射，不允许此操作：{access}。',
  'fault.guard': '页 {page} 自{line}起是保护页（MADV_GUARD_INSTALL），尽管其映射允许访问：{access}。',
  'fault.beyond-end':
    '页 {page} 对应 {what} 从 {offset} 起的内容，而后者只有 {size}，末尾之后没有页：{access}。',
  'fault.beyond-end-since':
    '页 {page} 对应 {what} 从 {offset} 起的内容，而后者自{line}起只有 {size}，末尾之后没有页：{access}。',
  'fault.perhaps-beyond-file':
    '页 {page} 已映射且允许此操作；它也许超出 {what} 的末尾，这份记录没有显示后者的长度：{access}。',
  'fault.protection-key': '页 {page} 以 {prot} 映射，带有保护键 {key}，线程也许已对自己关闭该键：{access}。',
  'fault.userfault': '页 {page} 以 {prot} 映射，并已向 userfaultfd 注册；也许没有进程填入内容：{access}。',
  'fault.kernel-address': '地址 {address} 不是用户空间的地址：{access}。',
  'fault.no-address':
    '地址 {address} 根本不是地址：其最高的各位不一致，既不指向用户内存也不指向内核内存：{access}。',
  'fault.beyond-user-space': '从 {address} 起的 {size} 超出用户空间地址的末端（{end}）：{access}。',
  'fault.too-long-for-any': '无论从哪里开始，{size} 都放不进用户空间的地址（{end}）：{access}。',
  'fault.unknown': '这份记录没有显示 {page} 处映射了什么：{access}。',
  'fault.perhaps-program':
    '没有哪一行在 {page} 处建立映射。它也许是程序、动态链接器或 vdso 的只读部分，由 execve 映射而不在记录中留下行：{access}。',
  'fault.unmapped-in-other-file':
    '按前面的记录，页 {page} 已映射，但另一个文件的{line}取消了映射，而没有时间的文件不能说明先后：{access}。用 -ttt 记录即可知道。',
  'fault.mapped':
    '页 {page} 已映射且允许此操作，内核却仍不能使用它（超出文件末尾、保护页，或是另一个参数）。',
  'fault.beyond-file': '程序访问了 {address}，它已映射且允许此操作：映射背后的文件在该页之前结束。',
  'fault.null': '指针为 NULL 加 {offset}，那里从不映射任何内存：{access}。',
  'fault.string-overrun':
    '从 {address} 开始的字符串在 {page} 之前没有结束，并在该处进入不可读的内存。{history}',
  'fault.not-writable-shown':
    '内核能够读取{what}（该行显示了其内容），但还要写入：那块内存是只读的。该行没有显示其地址。',
  'fault.tail-unreadable':
    '{what}的开头可以读取（该行显示了它）；再往后，在其 {size} 之内，内核遇到了不可读的页。该行没有显示其地址。',
  'fault.inside': '{what}内部的某个指针是坏的，或它所指的内容是坏的；对失败的调用，strace 不打印这些。',
  'fault.strace-could-not-read': 'strace 对{what}只打印出地址 {address}：它也无法读取那块内存。',
  'fault.unaligned':
    'futex 是位于 4 的整数倍地址上的一个字：{address}（{what}）比这样的地址多 {offset}。这在查看内存之前就被拒绝。',
  'fault.no-pointer': '在这一行中，{call} 没有哪个参数是记录能显示的坏指针。',
  'fault.not-by-pointer': '{call} 不查看其地址所指的内容：失败的原因不是指针。',
  'short.transfer': '{call} 传送了 {asked} 字节中的 {done} 字节，停在页边界 {page}。',
  'short.transfer-element': '{call} 传送了 {asked} 字节中的 {done} 字节：它在{what}中停下，位于 {page}。',
  'short.messages': '{call} 处理了 {asked} 条消息中的 {done} 条，停在一条它不能使用的消息上。',
};
