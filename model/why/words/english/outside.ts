/** Causes outside the address space. */
export const outsideWords = {
  'outside.no-rule':
    'Nothing in the log breaks a rule that answers {errno}: the cause is outside what a log shows.',
  'outside.errno': '{call} failed with {errno} for a reason outside the address space.',
  'outside.eagain':
    '{call} had nothing to do at once and was asked not to wait (EAGAIN): no memory is concerned.',
  'outside.sigreturn':
    'What stands here as an error is the register of the call that the signal interrupted.',
  'outside.huge-page-pool':
    'The page at {address} needed a huge page, and the pool of huge pages had none left (MAP_NORESERVE, or a copy after fork).',
  'outside.hardware': 'The device or the memory bus failed at {address}.',
  'outside.broken-memory':
    'The memory behind {address} is broken, or was declared so (MADV_HWPOISON): the machine could not give its contents.',
} as const;
