/** traditional Chinese of english/call.ts. */
import type { callWords as English } from '../english/call';
import type { Translated } from '../translation';

export const callWords: Translated<typeof English> = {
  'call.injected': '這個結果是 strace 偽造的（INJECTED）：核心沒有見到該呼叫，什麼也沒有改變。',
  'call.no-answer': '紀錄中沒有這個呼叫的結果，所以不知道它做了什麼。',
  'call.restarted': '呼叫在做任何事之前被訊號中斷；它會重新開始，或被放棄。',
  'call.not-judged': '這裡沒有關於 {call} 的規則。',
  'call.answered': '呼叫已得到結果。',
  'call.no-effect': '{call} 成功，沒有改變位址空間。',
};
