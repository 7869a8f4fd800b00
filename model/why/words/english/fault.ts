/** Why the kernel could not use a pointer, page by page. */
export const faultWords = {
  'pointer.argument': 'argument {argument} ({name})',
  'pointer.element': 'entry {index} of {what}',
  'pointer.member': '{member} in {what}',
  'pointer.read': 'the kernel had to read {size} from {address} for {what}',
  'pointer.write': 'the kernel had to write {size} to {address} for {what}',
  'pointer.read-up-to': 'the kernel had to read up to {size} from {address} on for {what}',
  'pointer.write-up-to': 'the kernel had to write up to {size} to {address} and behind for {what}',
  'pointer.string': 'the kernel had to read a string from {address} for {what}',
  'pointer.access': 'the kernel had to use the memory at {address} for {what}',
  'pointer.contents': 'the line shows how {what} begins, not where',
  'fault.never-mapped': 'At {page} nothing is mapped: {access}.',
  'fault.not-inherited':
    'The page {page} is mapped in the parent and was not inherited by the fork at {line} (MADV_DONTFORK): {access}.',
  'fault.unmapped': 'The page {page} was unmapped at {line}: {access}.',
  'fault.moved':
    'The page {page} was moved away at {line}, and the byte that was at {address} is at {to} now: {access}.',
  'fault.cut-off': 'The page {page} was cut off at {line}, where the break went down to {break}: {access}.',
  'fault.shrunk':
    'The page {page} was cut off at {line}, where mremap made the mapping {size} long: {access}.',
  'fault.protected': 'The page {page} is mapped {prot} since {line}, which does not allow it: {access}.',
  'fault.replaced':
    'At {line} another mapping took the place of the one that was at {page}; it is {prot}, which does not allow it: {access}.',
  'fault.prot': 'The page {page} is mapped {prot}, which does not allow it: {access}.',
  'fault.guard':
    'The page {page} is a guard page since {line} (MADV_GUARD_INSTALL), though its mapping allows access: {access}.',
  'fault.beyond-end':
    'The page {page} shows {what} from {offset} on, which has only {size}: behind the end there is no page: {access}.',
  'fault.beyond-end-since':
    'The page {page} shows {what} from {offset} on, which has only {size} since {line}: behind the end there is no page: {access}.',
  'fault.perhaps-beyond-file':
    'The page {page} is mapped and allows it; perhaps it lies behind the end of {what}, of which this log does not show how long it is: {access}.',
  'fault.protection-key':
    'The page {page} is mapped {prot} with protection key {key}, which the thread has perhaps shut for itself: {access}.',
  'fault.userfault':
    'The page {page} is mapped {prot} and registered with userfaultfd; perhaps nobody filled it: {access}.',
  'fault.kernel-address': 'The address {address} is no user address: {access}.',
  'fault.no-address':
    'The address {address} is no address at all: its highest bits differ, so it names neither user nor kernel memory: {access}.',
  'fault.beyond-user-space':
    'The {size} from {address} on reach beyond the end of the user addresses ({end}): {access}.',
  'fault.too-long-for-any': 'No {size} fit into the user addresses ({end}), wherever they begin: {access}.',
  'fault.unknown': 'This log does not show what is mapped at {page}: {access}.',
  'fault.perhaps-program':
    'No line mapped anything at {page}. Perhaps it is a read-only part of the program, its linker or the vdso, which execve maps without a line: {access}.',
  'fault.unmapped-in-other-file':
    'The page {page} is mapped by the lines before, but {line}, of another file, unmaps it, and files without times do not say which came first: {access}. Record with -ttt to know.',
  'fault.mapped':
    'The page {page} is mapped and allows it; the kernel could not use it all the same (beyond the end of a file, a guard page, or another argument).',
  'fault.beyond-file':
    'The program touched {address}, which is mapped and allows it: the file behind the mapping ends before that page.',
  'fault.null': 'The pointer is NULL plus {offset}: nothing is ever mapped there: {access}.',
  'fault.string-overrun':
    'The string that begins at {address} has no end before {page}, where it runs over into memory that cannot be read. {history}',
  'fault.not-writable-shown':
    'The kernel could read {what}, for the line shows what is there, but had to write there too: that memory is read-only. The line does not show its address.',
  'fault.tail-unreadable':
    'The beginning of {what} can be read, for the line shows it; further on, within its {size}, the kernel met a page that cannot be. The line does not show the address.',
  'fault.inside':
    'A pointer inside {what} is bad, or what it leads to; strace does not print it of a call that failed.',
  'fault.strace-could-not-read':
    'strace prints the bare address {address} for {what}: it could not read that memory either.',
  'fault.unaligned':
    'A futex is a word at an address that 4 divides: {address}, {what}, is {offset} above one. That is refused before the memory is looked at.',
  'fault.no-pointer': 'No argument of {call} in this line is a bad pointer that the log shows.',
  'fault.not-by-pointer':
    '{call} does not look at what its addresses lead to: the pointer is not what failed.',
  'short.transfer': '{call} moved {done} of {asked} bytes and stopped at the page border {page}.',
  'short.transfer-element': '{call} moved {done} of {asked} bytes: it stopped in {what}, at {page}.',
  'short.messages':
    '{call} went through {done} of {asked} messages and stopped at one that it could not use.',
} as const;
