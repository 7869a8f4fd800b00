/** traditional Chinese of english/signal.ts. */
import type { signalWords as English } from '../english/signal';
import type { Translated } from '../translation';

export const signalWords: Translated<typeof English> = {
  'signal.access': '程式存取了 {address}',
  'signal.read': '程式試圖讀取 {address}',
  'signal.wrote': '程式試圖寫入 {address}',
  'signal.ran': '程式跳到 {address}，要執行那裡的程式碼',
  'signal.wrote-or-ran': '程式試圖寫入 {address}，或執行那裡的程式碼（紀錄不顯示是哪一種）',
  'signal.read-or-wrote': '程式試圖讀取或寫入 {address}（紀錄不顯示是哪一種）',
  'signal.read-or-ran': '程式試圖讀取 {address}，或執行那裡的程式碼（紀錄不顯示是哪一種）',
  'signal.other': '任務收到 {signal}。',
  'signal.fatal': '任務被 {signal} 終止。',
  'signal.null': '指標為 NULL：{access}。',
  'signal.guard-page': '頁 {page} 是在{line}設定的保護頁（MADV_GUARD_INSTALL），不允許任何存取：{access}。',
  'signal.past-the-end': '{address} 處從未有過對映；它位於{line}所建對映的末端之後 {past} 處：{access}。',
  'signal.beyond-file':
    '{address} 處的頁已對映，但背後沒有內容：檔案 {path} 在偏移量 {page} 之前結束，或無法讀取。',
  'signal.beyond-known-file':
    '{address} 處的頁已對映，但檔案 {path} 只有 {size}：它在偏移量 {page}（該頁的起點）之前結束。',
  'signal.beyond-file-since':
    '{address} 處的頁已對映，但檔案 {path} 自{line}起只有 {size}：它在偏移量 {page}（該頁的起點）之前結束。',
  'signal.beyond-shared': '{address} 處的頁已對映，但背後的共享記憶體建立時大小為 {size}，在該頁之前結束。',
  'signal.userfault':
    '{address} 處的頁不存在；該處自{line}起註冊的 userfaultfd 要求以訊號代替等待（UFFD_FEATURE_SIGBUS）。',
  'signal.protection-key': '{address} 處的頁有保護鍵 {key}，而執行緒已對自己關閉該鍵（PKRU）。',
  'signal.protection-key-since':
    '{address} 處的頁自{line}起有保護鍵 {key}，而執行緒已對自己關閉該鍵（PKRU）。',
  'signal.not-canonical':
    '處理器沒有給出位址：該指標根本不是位址，因為它在位元 {bits} 之上的各位元與該位元不同。',
  'signal.unaligned-vector': '處理器沒有給出位址：要求對齊的向量指令（movaps）遇到了沒有對齊的位址。',
  'signal.privileged-instruction': '處理器沒有給出位址：程式執行了只有核心可以執行的指令。',
  'signal.bad-frame': '核心沒有給出位址：自{line}起執行的訊號處理常式，其堆疊框無法寫入或已損壞。',
  'signal.illegal-instruction': '程式執行了處理器不認得的指令（{signal}）：與記憶體無關。',
  'signal.arithmetic': '程式除以零或溢位（{signal}）：與記憶體無關。',
  'signal.trap': '程式遇到中斷點或陷阱（{signal}）：與記憶體無關。',
  'signal.parent-death':
    '{signal} 因父行程結束而來，這是在{line}所要求的（PR_SET_PDEATHSIG）：與記憶體錯誤無關。',
  'signal.bounds': '對 {address} 的存取超出程式所設的邊界 {lower}–{upper}。',
  'signal.memory-tag':
    '指標 {address} 的標記與記憶體的標記不同（{code}）：該記憶體已被釋放，或屬於另一個物件。',
  'signal.control-protection': '{address} 處的返回或跳躍與影子堆疊或分支標記所允許的不符。',
  'signal.refused-unknown': '那裡對映的記憶體不允許這樣做，而這份紀錄沒有顯示那是什麼：{access}。',
  'signal.refused-program':
    '{address} 位於堆積（heap）之前，那裡是程式本身：程式碼、常數（包括引號中的文字）和資料。那裡的內容不允許這樣做，而紀錄沒有顯示是哪一部分：{access}。',
  'signal.disagrees':
    '依這份紀錄，{address} 已對映且允許任何存取，但核心傳回 {code}：改變該對映的呼叫不在紀錄中。',
  'signal.disagrees-line':
    '依這份紀錄，{address} 自{line}起已對映且允許該存取，但核心傳回 {code}：改變該對映的呼叫不在紀錄中，或被拒絕的是紀錄沒有顯示的存取。',
  'signal.stack-overflow':
    '堆疊已用完：{address} 低於它最多可以增長到的位置。RLIMIT_STACK 通常為 {limit}；這份紀錄沒有顯示它。',
  'signal.stack-overflow-limit':
    '堆疊已用完：{address} 低於它最多可以增長到的位置，RLIMIT_STACK 為 {limit}（{line}）。',
  'signal.stack-meets-mapping':
    '堆疊不能增長到 {address}：它必須與末端為 {end} 的對映（{line}）保持 1 MiB 的距離。',
  'signal.thread-stack-guard':
    '執行緒的堆疊已用完：{address} 位於其堆疊之前的保護區；堆疊始於 {low}，大小為 {size}（執行緒在{thread}建立）。',
  'signal.thread-stack-end':
    '執行緒的堆疊已用完：{address} 低於其堆疊；堆疊始於 {low}，大小為 {size}（執行緒在{thread}建立）。',
  'signal.unaligned': '存取沒有依其大小對齊，而程式曾要求處理器檢查對齊（或處理器一律檢查）。',
  'signal.bus-unknown': '{address} 處的對映背後沒有內容：超出檔案末尾，或裝置發生錯誤。',
  'signal.bus-mapped': '{address} 處自{line}起的對映背後沒有內容：超出檔案末尾，或裝置發生錯誤。',
  'signal.handled': '在{line}設定的訊號處理常式接收了該訊號。',
  'signal.killed': '沒有訊號處理常式接收：行程被終止（{killed}）。',
  'signal.killed-though-ignored':
    '它本應被忽略（{line}），但由錯誤引發的訊號不能忽略：行程被終止（{killed}）。',
  'signal.killed-in-handler':
    '在{line}設定了訊號處理常式，但核心無法執行它：該訊號被封鎖（在它自己的處理常式中即如此），或處理常式的堆疊無法寫入。行程被終止（{killed}）。',
  'signal.sent': '{signal} 由某個行程送出，與記憶體錯誤無關。',
  'signal.sent-by': '{signal} 由行程 {pid} 送出，與記憶體錯誤無關；送出的那一行不在這份紀錄中。',
  'signal.sent-line': '{signal} 在{line}送出，與記憶體錯誤無關。',
  'signal.sent-itself': '行程在{line}向自己送出了 {signal}：與記憶體錯誤無關。',
  'signal.aborted': '程式自行放棄：它在{line}送出了 {signal}，如同 abort() 和斷言失敗的 assert() 所做的。',
  'signal.limit': '{signal}：行程超過了 {limit}，這份紀錄沒有顯示該限制。',
  'signal.limit-line': '{signal}：行程超過了在{line}設定的 {limit}。',
  'signal.pipe': '{signal}：在{line}寫入時已無人讀取。',
  'signal.seccomp': 'seccomp 過濾器阻止了呼叫 {call}。',
  'signal.seccomp-line': '在{line}設定的 seccomp 過濾器阻止了呼叫 {call}。',
  'signal.timer': '{signal}：計時器到期。',
  'signal.timer-line': '{signal}：在{line}設定的計時器到期。',
  'signal.killed-by-seccomp': '在呼叫途中被 {signal} 終止：在{line}設定的 seccomp 過濾器不允許該呼叫。',
  'signal.sigkill':
    '被 {signal} 終止，而這份紀錄中沒有任何一行送出它：可能來自另一個行程、容器被停止，或核心因記憶體不足而送出。',
};
