/** Simplified Chinese of english/looks-like.ts. */
import type { Translated } from '../language';
import type { looksLikeWords as English } from '../english/looks-like';

export const looksLikeWords: Translated<typeof English> = {
  'looks.elf': ' ELF 二进制文件（程序或库，而非其跟踪记录）',
  'looks.gzip': '未解压的 gzip 压缩文件',
  'looks.zstd': ' zstd 压缩文件',
  'looks.xz': ' xz 压缩文件',
  'looks.bzip2': ' bzip2 压缩文件',
  'looks.zip': ' zip 归档',
  'looks.pdf': ' PDF 文档',
  'looks.png': ' PNG 图像',
  'looks.perf-data': ' perf.data 文件',
  'looks.utf-16': ' UTF-16 文本（请存为 UTF-8）',
  'looks.maps': ' /proc/PID/maps 文件（请作为某个记录的 maps 传入）',
  'looks.dmesg': '内核消息（dmesg）',
  'looks.perf-script': ' perf script 的输出',
  'looks.perf-trace': ' perf trace 的输出',
  'looks.system-log': '系统消息文件',
  'looks.c-source': ' C 源代码',
  'looks.binary': '二进制文件',
  'looks.html': ' HTML（请保存记录本身，而不是它所在的网页）',
  'looks.summary': ' strace -c 的汇总，其中没有单个调用',
  'looks.script': '脚本',
  'looks.plain-text': '纯文本',
  'looks.ltrace': ' ltrace 的输出（库调用，而非系统调用）',
  'looks.something-else': '别的东西',
};
