/** Traditional Chinese of english/looks-like.ts. */
import type { Translated } from '../language';
import type { looksLikeWords as English } from '../english/looks-like';

export const looksLikeWords: Translated<typeof English> = {
  'looks.elf': ' ELF 二進位檔（程式或程式庫，而非其追蹤紀錄）',
  'looks.gzip': '未解壓縮的 gzip 壓縮檔',
  'looks.zstd': ' zstd 壓縮檔',
  'looks.xz': ' xz 壓縮檔',
  'looks.bzip2': ' bzip2 壓縮檔',
  'looks.zip': ' zip 封存檔',
  'looks.pdf': ' PDF 文檔',
  'looks.png': ' PNG 影像',
  'looks.perf-data': ' perf.data 檔案',
  'looks.utf-16': ' UTF-16 文字（請存為 UTF-8）',
  'looks.maps': ' /proc/PID/maps 檔案（請作為某個紀錄的 maps 傳入）',
  'looks.dmesg': '核心訊息（dmesg）',
  'looks.perf-script': ' perf script 的輸出',
  'looks.perf-trace': ' perf trace 的輸出',
  'looks.system-log': '系統訊息檔',
  'looks.c-source': ' C 原始碼',
  'looks.binary': '二進位檔',
  'looks.html': ' HTML（請儲存紀錄本身，而不是它所在的網頁）',
  'looks.summary': ' strace -c 的彙總，其中沒有單個呼叫',
  'looks.script': '指令碼',
  'looks.plain-text': '純文字',
  'looks.ltrace': ' ltrace 的輸出（程式庫呼叫，而非系統呼叫）',
  'looks.something-else': '別的東西',
};
