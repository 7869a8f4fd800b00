/** Causes outside the address space. */
export const outsideWords = {
  'outside.no-rule':
    'Nothing in the log breaks a rule that answers {errno}: the cause is outside what a log shows.',
  'outside.errno': '{call} failed with {errno} for a reason outside the address space.',
  'outside.eagain':
    '{call} had nothing to do at once and was asked not to wait (EAGAIN): no memory is concerned.',
  'outside.sigreturn':
    'What stands here as an error is the register of the call that the signal interrupted.',
} as const;
