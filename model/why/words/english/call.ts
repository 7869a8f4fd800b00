/** What is said of a call as a whole. */
export const callWords = {
  'call.injected':
    'strace made this answer up (INJECTED): the kernel never saw the call, and nothing changed.',
  'call.no-answer': 'The log shows no answer to this call, so what it did is not known.',
  'call.restarted': 'A signal interrupted the call before it did anything; it is restarted or given up.',
  'call.not-judged': 'No rule is known for {call} here.',
  'call.answered': 'The call was answered.',
  'call.no-effect': '{call} succeeded and changed nothing of the address space.',
} as const;
