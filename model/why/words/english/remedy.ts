/**
 * What would have made a call succeed. Each is a clause that tells what to do, without a full stop: two or three may be
 * joined by 'and'.
 */
export const remedyWords = {
  'remedy.perhaps': 'perhaps: {remedy}',
  'remedy.address-down': 'round the address down to a page: {to}',
  'remedy.address-up': 'round the address up to a page: {to}',
  'remedy.offset-down': 'round the offset down to a page: {to}',
  'remedy.offset-up': 'round the offset up to a page: {to}',
  'remedy.address-moved': 'use the address that the memory has since it was moved at {line}: {to}',
  'remedy.address-null': 'let the kernel choose the address',
  'remedy.address-hint':
    'leave {flag} out: the address is then a wish, and the kernel takes another where it must',
  'remedy.length-page': 'give a length that is not zero: one page, {length}',
  'remedy.length-to-hole': 'end where the mapped memory ends: {length} bytes',
  'remedy.length-to-file-end': 'end where the file ends: {length} bytes',
  'remedy.length-in-limit': 'ask for no more than the limit leaves: {length} bytes ({size})',
  'remedy.length-in-gap': 'ask for no more than the largest gap has: {length} bytes ({size})',
  'remedy.old-size': 'give an old size that is not zero: {length} bytes ({size})',
  'remedy.segment-start': 'give the address that the segment was attached at: {to}',
  'remedy.remove-later': 'remove the segment only after this call, not at {line}',
  'remedy.length-in-place': 'grow no further than the next mapping: {length} bytes ({size})',
  'remedy.behind-hole': 'begin behind the hole, at {from}, with {size}',
  'remedy.old-size-one-mapping': 'give only the part that lies in the first mapping: an old size of {length}',
  'remedy.grow-last-mapping': 'give only the last mapping, at {from}, and let that one grow',
  'remedy.munmap-instead': 'use munmap, if the memory is to be given back',
  'remedy.call-each-stretch': 'call {call} once for each of the {count} mapped stretches',
  'remedy.call-each-mapping': 'call {call} once for each of the {count} mappings',
  'remedy.add-flag': 'add {flag}',
  'remedy.drop-flag': 'leave {flag} out',
  'remedy.swap-flag': 'give {flag} instead of {old}',
  'remedy.open-with': 'open descriptor {fd} with {mode}',
  'remedy.open-with-at': 'open descriptor {fd} with {mode} at {line}',
  'remedy.keep-open': 'close descriptor {fd} only after this call, not at {line}',
  'remedy.no-close-on-exec': 'open descriptor {fd} without O_CLOEXEC: the execve at {line} closed it',
  'remedy.open-mapped-with': 'open the file mapped at {at} with O_RDWR before it is mapped',
  'remedy.open-mapped-with-at': 'open the file mapped at {at} with O_RDWR before it is mapped at {line}',
  'remedy.raise-limit': 'raise {name} to at least {needed} KiB',
  'remedy.raise-hard-limit':
    'raise {name} to at least {needed} KiB (above its hard limit of {hard}: that takes CAP_SYS_RESOURCE)',
  'remedy.raise-limit-above': 'raise {name} well above {needed} KiB (the log does not show all that counts)',
  'remedy.capability': 'have {name}',
  'remedy.max-map-count': 'raise vm.max_map_count to at least {count}',
  'remedy.unlock-first': 'unlock {range} ({size}) first',
  'remedy.munlockall-first':
    'call munlockall first: it unlocks all memory, and what is mapped from then on is not locked',
  'remedy.unmap-first': 'unmap what is at {range} ({size}) first, if it is needed no more',
  'remedy.protect-later': 'change the protection at {line} only after this',
  'remedy.count': 'give no more than {length} bytes ({size}): what lies behind cannot be used',
  'remedy.longer-file':
    'make the file at least {length} bytes long before it is touched there, with ftruncate',
  'remedy.longer-file-at': 'make the file at least {length} bytes long with the {call} at {line}',
  'remedy.within-file':
    'touch nothing behind {address}, where the last byte of the file is (it has {size} bytes)',
  'remedy.larger-shared': 'make the shared memory at least {length} bytes large when it is made',
  'remedy.larger-shared-at':
    'give the mmap at {line} at least {length} bytes: shared memory stays as large as it was made',
  'remedy.larger-thread-stack':
    'give the thread a larger stack (pthread_attr_setstacksize), or let it need less: fewer nested calls, smaller local arrays',
  'remedy.larger-stack':
    'raise RLIMIT_STACK (ulimit -s), or let the program need less of its stack: fewer nested calls, smaller local arrays',
  'remedy.no-key': 'give -1 instead of a key: the protection alone is then changed',
  'remedy.protect-first': 'allow access to {range} ({size}) first',
  'remedy.keep-mapped': 'keep {range} mapped until after this call: {line} unmapped it too early',
  'remedy.keep-mapped-longer': 'keep {range} mapped until after this: {line} unmapped it too early',
  'remedy.keep-mapped-several':
    'keep the whole range mapped until after this call; it was unmapped too early at {lines}',
  'remedy.that-line': '{line}',
  'remedy.not-seal': 'leave out the mseal at {line}: what is sealed stays so',
  'remedy.break-start': 'put the break no lower than the start of the heap: {to}',
  'remedy.break-highest': 'put the break no higher than {to}, where the next mapping still leaves room',
  'remedy.break-in-limit': 'put the break no higher than {to}, as far as the limit goes',
} as const;
