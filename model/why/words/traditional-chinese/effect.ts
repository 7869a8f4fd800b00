/** traditional Chinese of english/effect.ts. */
import type { effectWords as English } from '../english/effect';
import type { Translated } from '../translation';

export const effectWords: Translated<typeof English> = {
  'effect.mapped': '在 {range} 對映 {size}：{to}，{what}。',
  'effect.unmapped': '在 {range} 解除 {size} 的對映：{from}，{what}。',
  'effect.replaced': '在 {range} 取代 {size}：{from} 變為 {to}，{what}。',
  'effect.protected': '將 {range} 處 {size} 的保護屬性從 {from} 改為 {to}。',
  'effect.locked': '在 {range} 鎖定 {size}。',
  'effect.unlocked': '在 {range} 解鎖 {size}。',
  'effect.changed': '改變 {range} 處 {size} 的旗標。',
  'effect.more': '……以及另外 {count} 個範圍。',
  'effect.vmlck': '鎖定的記憶體（VmLck）從 {from} kB 變為 {to} kB。',
  'effect.brk': 'break 從 {from} 移到 {to}。',
  'effect.brk-seen': 'break 位於 {to}。',
  'effect.future-off': '新的對映不再鎖定。',
  'effect.future-locked': '每個新的對映都將鎖定（MCL_FUTURE）。',
  'effect.future-onfault': '每個新的對映都將在其頁被存取時鎖定（MCL_FUTURE 加 MCL_ONFAULT）。',
  'effect.future-unknown': '新的對映是否鎖定已無法得知。',
  'effect.map-count': 'VMA 的數目從 {from} 變為 {to}。',
  'effect.space-born': '一個新的位址空間開始。',
  'effect.space-gone': '該位址空間的最後一個任務已結束，其所有對映隨之消失。',
  'effect.space-new': '位址空間被新的取代。',
  'what.sysv': 'SysV 共享記憶體 {shmid}',
  'what.shmem': '共享匿名記憶體',
  'what.anonymous': '匿名記憶體',
  'what.unknown': '這份紀錄沒有顯示的記憶體',
};
