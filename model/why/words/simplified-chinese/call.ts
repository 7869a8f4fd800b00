/** simplified Chinese of english/call.ts. */
import type { callWords as English } from '../english/call';
import type { Translated } from '../translation';

export const callWords: Translated<typeof English> = {
  'call.injected': '这个结果是 strace 伪造的（INJECTED）：内核没有见到该调用，什么也没有改变。',
  'call.no-answer': '记录中没有这个调用的结果，所以不知道它做了什么。',
  'call.restarted': '调用在做任何事之前被信号中断；它会重新开始或被放弃。',
  'call.not-judged': '这里没有 {call} 的已知规则。',
  'call.answered': '调用已得到结果。',
  'call.no-effect': '{call} 成功，没有改变地址空间。',
};
