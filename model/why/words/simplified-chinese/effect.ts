/** simplified Chinese of english/effect.ts. */
import type { effectWords as English } from '../english/effect';
import type { Translated } from '../translation';

export const effectWords: Translated<typeof English> = {
  'effect.mapped': '在 {range} 映射 {size}：{to}，{what}。',
  'effect.unmapped': '在 {range} 解除 {size} 的映射：{from}，{what}。',
  'effect.replaced': '在 {range} 替换 {size}：{from} 变为 {to}，{what}。',
  'effect.protected': '将 {range} 处 {size} 的保护属性从 {from} 改为 {to}。',
  'effect.locked': '在 {range} 锁定 {size}。',
  'effect.unlocked': '在 {range} 解锁 {size}。',
  'effect.changed': '改变 {range} 处 {size} 的标志。',
  'effect.more': '……以及另外 {count} 个范围。',
  'effect.vmlck': '锁定的内存（VmLck）从 {from} kB 变为 {to} kB。',
  'effect.brk': 'break 从 {from} 移到 {to}。',
  'effect.brk-seen': 'break 位于 {to}。',
  'effect.future-off': '新的映射不再锁定。',
  'effect.future-locked': '每个新的映射都将锁定（MCL_FUTURE）。',
  'effect.future-onfault': '每个新的映射都将在其页被访问时锁定（MCL_FUTURE 加 MCL_ONFAULT）。',
  'effect.future-unknown': '新的映射是否锁定已无法得知。',
  'effect.map-count': 'VMA 的数目从 {from} 变为 {to}。',
  'effect.space-born': '一个新的地址空间开始。',
  'effect.space-gone': '该地址空间的最后一个任务已结束，其所有映射随之消失。',
  'effect.space-new': '地址空间被新的取代。',
  'what.sysv': 'SysV 共享内存 {shmid}',
  'what.shmem': '共享匿名内存',
  'what.anonymous': '匿名内存',
  'what.unknown': '这份记录没有显示的内存',
};
