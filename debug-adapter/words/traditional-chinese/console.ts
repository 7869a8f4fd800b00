/** Traditional Chinese of english/console.ts. */
import type { Translated } from '../language';
import type { consoleWords as English } from '../english/console';

export const consoleWords: Translated<typeof English> = {
  'console.help': `輸入運算式會印出其值：errno、arg.length、locked、errno == ENOMEM。
maps          此處的位址空間，格式同 /proc/PID/maps
why           此處的呼叫為何失敗，或做了什麼
manual [CALL [ERRNO]]  1996 年以來手冊頁對此錯誤的說法，以及核心的做法
blame WHAT    是哪些行造成的：位址、範圍、locked、RLIMIT_MEMLOCK、CAP_IPC_LOCK、arg.addr
goto LINE     前往紀錄的某一行
find EXPR     前往下一個使運算式成立的事件
rfind EXPR    同上，向後搜尋
CALL          核心在此處會如何回應一個記憶體呼叫（按 strace 的寫法），不改變紀錄：
              mmap(NULL, 1 MiB, PROT_READ|PROT_WRITE, MAP_PRIVATE|MAP_ANONYMOUS, -1, 0)
              各呼叫依次累積；$1 是第一個的回應，$ 是最後一個有結果的回應：munmap($1 + 4096, 4096)。
              寫在後面的回應視為真實：mremap($1, 4096, 8192, MREMAP_MAYMOVE) = 0x7f0000000000
whatif        在此處試過的呼叫，以及它們造成的與紀錄的不同
whatif maps   它們之後的位址空間
reset         忘記它們
help          本說明`,
  'console.nothing-of-space': '紀錄到此還沒有顯示任何位址空間的內容。',
  'console.no-line': '「{text}」不是行號。請寫 goto 和行號：goto 12。',
  'console.none-after': '此後沒有符合的事件。',
  'console.none-before': '此前沒有符合的事件。',
  'console.nothing-to-blame':
    '無法詢問「{text}」。請寫 blame 和位址、範圍（0x7f12a4000000+8192）、locked、RLIMIT_MEMLOCK、CAP_IPC_LOCK，或結果為位址的運算式：blame arg.addr。',
  'console.no-target': '無法詢問「{text}」。',
};
