/** Simplified Chinese of english/files.ts. */
import type { Translated } from '../language';
import type { filesWords as English } from '../english/files';

export const filesWords: Translated<typeof English> = {
  'file.ENOENT': '没有这个文件',
  'file.EACCES': '没有读取权限',
  'file.EPERM': '没有读取权限',
  'file.EISDIR': '它是目录',
  'file.ENOTDIR': '路径的一部分不是目录',
  'file.ELOOP': '其符号链接成环',
  'file.ENAMETOOLONG': '名称太长',
  'file.EMFILE': '打开的文件太多',
  'file.ENOSPC': '临时文件夹中没有空间存放解压后的字节',
  'file.EIO': '无法读取磁盘',
  'file.unreadable': '{path}：{words}',
  'file.cut': '“{path}”：{problem}；显示能够解压的部分。',
  'file.ends-early': '压缩文件过早结束',
  'file.damaged': '压缩文件已损坏（{words}）',
  'file.shortened': '{path} 在读取时变短了：原有 {before} 字节，现在止于 {at}。请在它完整后重新打开',
  'file.only-first': '只读取前 {most} 字节',
  'file.broken-after': '压缩文件在 {size} 字节之后损坏或被截断：{words}',
};
