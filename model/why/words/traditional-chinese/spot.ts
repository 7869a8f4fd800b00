/** traditional Chinese of english/spot.ts. */
import type { spotWords as English } from '../english/spot';
import type { Translated } from '../translation';

export const spotWords: Translated<typeof English> = {
  'spot.title': '相關位置（從低位址到高位址）',
  'spot.role.range': '所要求',
  'spot.role.old': '舊範圍',
  'spot.role.growth': '增長部分',
  'spot.role.new': '新位置',
  'spot.role.hint': '提示位址',
  'spot.role.read': '要讀取',
  'spot.role.write': '要寫入',
  'spot.role.done': '已完成',
  'spot.role.access': '存取處',
  'spot.hole': '未對映',
  'spot.unknown': '不知是否對映',
  'spot.in-the-way': '擋在這裡',
  'spot.other-mapping': '另一個對映',
  'spot.misaligned': '在兩頁之間',
  'spot.beyond-end': '不是使用者空間的位址',
  'spot.too-low': '位址太低',
  'spot.overlap': '新舊範圍重疊',
  'spot.read-only': '不允許寫入',
  'spot.no-access': '不允許任何存取',
  'spot.beyond-object': '在檔案末尾之後',
  'spot.too-small': '最大的空隙，還差 {missing}',
  'spot.sealed': '已封存',
  'spot.refuses': '不允許',
  'spot.at': '{trouble}：{address}',
  'spot.anonymous': '匿名',
  'spot.free': '空閒',
  'spot.left-out': '省略了 {count} 個對映',
};
