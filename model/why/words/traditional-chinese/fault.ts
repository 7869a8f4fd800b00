/** traditional Chinese of english/fault.ts. */
import type { faultWords as English } from '../english/fault';
import type { Translated } from '../translation';

export const faultWords: Translated<typeof English> = {
  'pointer.argument': '第 {argument} 個引數（{name}）',
  'pointer.element': '{what}的第 {index} 項',
  'pointer.member': '{what}中的「{member}」',
  'pointer.read': '核心要為{what}從 {address} 讀取 {size}',
  'pointer.write': '核心要為{what}向 {address} 寫入 {size}',
  'pointer.read-up-to': '核心要為{what}從 {address} 起讀取最多 {size}',
  'pointer.write-up-to': '核心要為{what}從 {address} 起寫入最多 {size}',
  'pointer.string': '核心要為{what}從 {address} 讀取一個字串',
  'pointer.access': '核心要為{what}使用 {address} 處的記憶體',
  'pointer.contents': '該行顯示{what}的開頭內容，沒有顯示它的位址',
  'fault.never-mapped': '{page} 處沒有任何對映：{access}。',
  'fault.not-inherited':
    '頁 {page} 在父行程中已對映，但沒有被{line}的 fork 繼承（MADV_DONTFORK）：{access}。',
  'fault.unmapped': '頁 {page} 已在{line}解除對映：{access}。',
  'fault.moved': '頁 {page} 已在{line}移走，原在 {address} 的位元組現在位於 {to}：{access}。',
  'fault.cut-off': '頁 {page} 已在{line}被截去，break 在該行降到 {break}：{access}。',
  'fault.shrunk': '頁 {page} 已在{line}被截去，mremap 在該行將對映的長度改為 {size}：{access}。',
  'fault.protected': '頁 {page} 自{line}起以 {prot} 對映，不允許此操作：{access}。',
  'fault.replaced': '在{line}，另一個對映取代了原在 {page} 的對映；它是 {prot}，不允許此操作：{access}。',
  'fault.prot': '頁 {page} 以 {prot} 對映，不允許此操作：{access}。',
  'fault.guard': '頁 {page} 自{line}起是保護頁（MADV_GUARD_INSTALL），儘管其對映允許存取：{access}。',
  'fault.beyond-end':
    '頁 {page} 對應 {what} 從 {offset} 起的內容，而後者只有 {size}，末尾之後沒有頁：{access}。',
  'fault.beyond-end-since':
    '頁 {page} 對應 {what} 從 {offset} 起的內容，而後者自{line}起只有 {size}，末尾之後沒有頁：{access}。',
  'fault.perhaps-beyond-file':
    '頁 {page} 已對映且允許此操作；它也許超出 {what} 的末尾，這份紀錄沒有顯示後者的長度：{access}。',
  'fault.protection-key':
    '頁 {page} 以 {prot} 對映，帶有保護鍵 {key}，執行緒也許已對自己關閉該鍵：{access}。',
  'fault.userfault': '頁 {page} 以 {prot} 對映，並已向 userfaultfd 註冊；也許沒有人填入內容：{access}。',
  'fault.kernel-address': '位址 {address} 不是使用者空間的位址：{access}。',
  'fault.no-address':
    '位址 {address} 根本不是位址：其最高的幾個位元不一致，既不指向使用者記憶體也不指向核心記憶體：{access}。',
  'fault.beyond-user-space': '從 {address} 起的 {size} 超出使用者空間位址的末端（{end}）：{access}。',
  'fault.too-long-for-any': '無論從哪裡開始，{size} 都放不進使用者空間的位址（{end}）：{access}。',
  'fault.unknown': '這份紀錄沒有顯示 {page} 處對映了什麼：{access}。',
  'fault.perhaps-program':
    '沒有任何一行在 {page} 處建立對映。它也許是程式、動態連結器或 vdso 的唯讀部分，由 execve 對映，在紀錄中不留下任何一行：{access}。',
  'fault.unmapped-in-other-file':
    '依前面的紀錄，頁 {page} 已對映，但另一個檔案的{line}取消了對映，而沒有時間的檔案不能說明先後：{access}。用 -ttt 記錄即可知道。',
  'fault.mapped':
    '頁 {page} 已對映且允許此操作，核心卻仍不能使用它（超出檔案末尾、保護頁，或是另一個引數）。',
  'fault.beyond-file': '程式存取了 {address}，它已對映且允許此操作：對映背後的檔案在該頁之前結束。',
  'fault.null': '指標為 NULL 加 {offset}，那裡從不對映任何記憶體：{access}。',
  'fault.string-overrun':
    '從 {address} 開始的字串在 {page} 之前沒有結束，並從該處跨入不可讀的記憶體。{history}',
  'fault.not-writable-shown':
    '核心能夠讀取{what}（該行顯示了其內容），但還要寫入：那塊記憶體是唯讀的。該行沒有顯示其位址。',
  'fault.tail-unreadable':
    '{what}的開頭可以讀取（該行顯示了它）；再往後，在其 {size} 之內，核心遇到了不可讀的頁。該行沒有顯示其位址。',
  'fault.inside': '{what}內部的某個指標有誤，或它所指的內容有誤；對失敗的呼叫，strace 不會印出這些。',
  'fault.strace-could-not-read': 'strace 對{what}只印出位址 {address}：它也無法讀取那塊記憶體。',
  'fault.unaligned':
    'futex 是位於 4 的整數倍位址上的一個字：{address}（{what}）比這樣的位址多 {offset}。這在查看記憶體之前就被拒絕。',
  'fault.no-pointer': '這一行的 {call} 沒有任何引數是從紀錄看得出的錯誤指標。',
  'fault.not-by-pointer': '{call} 不查看其位址所指的內容：失敗的原因不是指標。',
  'short.transfer': '{call} 傳輸了 {asked} 位元組中的 {done} 位元組，停在頁邊界 {page}。',
  'short.transfer-element': '{call} 傳輸了 {asked} 位元組中的 {done} 位元組：它在{what}中停下，位於 {page}。',
  'short.messages': '{call} 處理了 {asked} 則訊息中的 {done} 則，停在一則它不能使用的訊息上。',
};
