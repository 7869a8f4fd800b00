/** Traditional Chinese of english/files.ts. */
import type { Translated } from '../language';
import type { filesWords as English } from '../english/files';

export const filesWords: Translated<typeof English> = {
  'file.ENOENT': '沒有這個檔案',
  'file.EACCES': '沒有讀取權限',
  'file.EPERM': '沒有讀取權限',
  'file.EISDIR': '它是目錄',
  'file.ENOTDIR': '路徑的一部分不是目錄',
  'file.ELOOP': '其符號連結成環',
  'file.ENAMETOOLONG': '名稱太長',
  'file.EMFILE': '開啟的檔案太多',
  'file.ENOSPC': '暫存資料夾中沒有空間存放解壓縮後的位元組',
  'file.EIO': '無法讀取磁碟',
  'file.unreadable': '{path}：{words}',
  'file.cut': '「{path}」：{problem}；顯示能夠解壓縮的部分。',
  'file.ends-early': '壓縮檔過早結束',
  'file.damaged': '壓縮檔已損壞（{words}）',
  'file.shortened': '{path} 在讀取時變短了：原有 {before} 位元組，現在止於 {at}。請在它完整後重新開啟',
  'file.only-first': '只讀取前 {most} 位元組',
  'file.broken-after': '壓縮檔在 {size} 位元組之後損壞或被截斷：{words}',
};
