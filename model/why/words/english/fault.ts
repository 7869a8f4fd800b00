/** Why the kernel could not use a pointer, page by page. */
export const faultWords = {
  'pointer.read': 'the kernel had to read {size} from {address} for argument {argument}',
  'pointer.write': 'the kernel had to write {size} to {address} for argument {argument}',
  'pointer.access': 'the kernel had to use the memory at {address} for argument {argument}',
  'fault.never-mapped': 'At {page} nothing is mapped: {access}.',
  'fault.not-inherited':
    'The page {page} is mapped in the parent and was not inherited by the fork at {line} (MADV_DONTFORK): {access}.',
  'fault.unmapped': 'The page {page} was unmapped at {line}: {access}.',
  'fault.moved': 'The page {page} was moved away at {line}: {access}.',
  'fault.protected': 'The page {page} is mapped {prot} since {line}, which does not allow it: {access}.',
  'fault.prot': 'The page {page} is mapped {prot}, which does not allow it: {access}.',
  'fault.kernel-address': 'The address {address} is no user address: {access}.',
  'fault.unknown': 'This log does not show what is mapped at {page}: {access}.',
  'fault.mapped':
    'The page {page} is mapped and allows it; the kernel could not use it all the same (beyond the end of a file, a guard page, or another argument).',
  'fault.beyond-file':
    'The program touched {address}, which is mapped and allows it: the file behind the mapping ends before that page.',
  'fault.null': 'The pointer is NULL plus {offset}: nothing is ever mapped there: {access}.',
  'fault.no-pointer': 'No argument of {call} in this line is a bad pointer that the log shows.',
  'short.transfer': '{call} moved {done} of {asked} bytes and stopped at the page border {page}.',
} as const;
