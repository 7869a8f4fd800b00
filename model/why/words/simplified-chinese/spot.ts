/** simplified Chinese of english/spot.ts. */
import type { spotWords as English } from '../english/spot';
import type { Translated } from '../translation';

export const spotWords: Translated<typeof English> = {
  'spot.title': '相关位置（从低地址到高地址）',
  'spot.role.range': '所要求',
  'spot.role.old': '旧范围',
  'spot.role.growth': '增长部分',
  'spot.role.new': '新位置',
  'spot.role.hint': '提示地址',
  'spot.role.read': '要读取',
  'spot.role.write': '要写入',
  'spot.role.done': '已完成',
  'spot.role.access': '访问处',
  'spot.hole': '未映射',
  'spot.unknown': '不知是否映射',
  'spot.in-the-way': '挡在这里',
  'spot.other-mapping': '另一个映射',
  'spot.misaligned': '在两页之间',
  'spot.beyond-end': '不是用户空间的地址',
  'spot.too-low': '地址太低',
  'spot.overlap': '新旧范围重叠',
  'spot.read-only': '不允许写入',
  'spot.no-access': '不允许任何访问',
  'spot.beyond-object': '在文件末尾之后',
  'spot.too-small': '最大的空隙，还差 {missing}',
  'spot.sealed': '已密封',
  'spot.refuses': '不允许',
  'spot.at': '{trouble}：{address}',
  'spot.anonymous': '匿名',
  'spot.free': '空闲',
  'spot.left-out': '省略了 {count} 个映射',
};
