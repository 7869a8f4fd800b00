/** Signals: what the program did, and what became of it. */
export const signalWords = {
  'signal.access': 'the program touched {address}',
  'signal.read': 'the program tried to read {address}',
  'signal.wrote': 'the program tried to write to {address}',
  'signal.ran': 'the program jumped to {address}, to run code there',
  'signal.wrote-or-ran':
    'the program tried to write to {address}, or to run code there (a log does not show which)',
  'signal.read-or-wrote': 'the program tried to read or to write {address} (a log does not show which)',
  'signal.read-or-ran':
    'the program tried to read {address}, or to run code there (a log does not show which)',
  'signal.other': 'The task got {signal}.',
  'signal.fatal': 'The task was killed by {signal}.',
  'signal.null': 'The pointer is NULL: {access}.',
  'signal.guard-page':
    'The page {page} is a guard, installed at {line} (MADV_GUARD_INSTALL), which no access may touch: {access}.',
  'signal.past-the-end':
    'Nothing was ever mapped at {address}, which is {past} past the end of the mapping made at {line}: {access}.',
  'signal.beyond-file':
    'The page at {address} is mapped, but nothing stands behind it: the file {path} ends before its byte {page}, or could not be read.',
  'signal.beyond-known-file':
    'The page at {address} is mapped, but the file {path} has only {size}: it ends before its byte {page}, where the page begins.',
  'signal.beyond-file-since':
    'The page at {address} is mapped, but the file {path} has only {size} since {line}: it ends before its byte {page}, where the page begins.',
  'signal.beyond-shared':
    'The page at {address} is mapped, but the shared memory behind it was made with {size} and ends before it.',
  'signal.userfault':
    'The page at {address} is missing, and the userfaultfd that it is registered with since {line} asks for a signal instead of a wait (UFFD_FEATURE_SIGBUS).',
  'signal.protection-key':
    'The page at {address} has protection key {key}, which the thread had closed for itself (PKRU).',
  'signal.protection-key-since':
    'The page at {address} has protection key {key} since {line}, and the thread had closed that key for itself (PKRU).',
  'signal.not-canonical':
    'The processor gave no address: the pointer is no address at all, for its bits above bit {bits} do not repeat that bit.',
  'signal.unaligned-vector':
    'The processor gave no address: a vector instruction that demands alignment (movaps) met an address that is not aligned.',
  'signal.privileged-instruction':
    'The processor gave no address: the program ran an instruction that only the kernel may run.',
  'signal.bad-frame':
    'The kernel gave no address: the stack frame of the handler that ran since {line} could not be written or was damaged.',
  'signal.illegal-instruction':
    'The program ran an instruction that the processor does not know ({signal}): no memory is concerned.',
  'signal.arithmetic': 'The program divided by zero or overflowed ({signal}): no memory is concerned.',
  'signal.trap': 'The program ran into a breakpoint or a trap ({signal}): no memory is concerned.',
  'signal.parent-death':
    '{signal} came because the parent ended, as asked for at {line} (PR_SET_PDEATHSIG): no fault of memory.',
  'signal.bounds': 'The access to {address} is outside the bounds {lower}–{upper} that the program had set.',
  'signal.memory-tag':
    'The tag in the pointer {address} is not the tag of the memory ({code}): the memory was freed or belongs to another object.',
  'signal.control-protection':
    'A return or a jump at {address} did not match what the shadow stack or the branch markers allow.',
  'signal.refused-unknown':
    'Something is mapped there that does not allow it, and this log does not show what: {access}.',
  'signal.refused-program':
    'In front of the heap, where {address} lies, is the program itself: its code, its constants (text in quotes among them) and its data. What lies there does not allow this, and the log does not show which part it is: {access}.',
  'signal.disagrees':
    'By this log {address} is mapped and allows every access, but the kernel answered {code}: a call that changed the mapping is not in the log.',
  'signal.disagrees-line':
    'By this log {address} is mapped since {line} and allows the access, but the kernel answered {code}: a call that changed the mapping is not in the log, or an access was refused that it does not show.',
  'signal.stack-overflow':
    'The stack is used up: {address} is below what it may grow to. RLIMIT_STACK is usually {limit}; this log does not show it.',
  'signal.stack-overflow-limit':
    'The stack is used up: {address} is below what it may grow to, RLIMIT_STACK being {limit} ({line}).',
  'signal.stack-meets-mapping':
    'The stack cannot grow to {address}: it has to keep 1 MiB away from the mapping that ends at {end} ({line}).',
  'signal.thread-stack-guard':
    "The thread's stack is used up: {address} lies in the guard in front of its stack, which begins at {low} and has {size} (thread made at {thread}).",
  'signal.thread-stack-end':
    "The thread's stack is used up: {address} lies below its stack, which begins at {low} and has {size} (thread made at {thread}).",
  'signal.unaligned':
    'The access is not aligned to its size, and the program had asked the processor to check that (or the processor always does).',
  'signal.bus-unknown':
    'What is mapped at {address} has nothing behind it: beyond the end of its file, or a fault of the device.',
  'signal.bus-mapped':
    'What is mapped at {address} since {line} has nothing behind it: beyond the end of its file, or a fault of the device.',
  'signal.handled': 'The handler set at {line} took the signal.',
  'signal.killed': 'No handler took it: the process was killed ({killed}).',
  'signal.killed-though-ignored':
    'It was to be ignored ({line}), but the signal of a fault cannot be: the process was killed ({killed}).',
  'signal.killed-in-handler':
    'A handler was set at {line}, but the kernel could not run it: the signal was blocked, as it is inside its own handler, or the stack of the handler could not be written. The process was killed ({killed}).',
  'signal.sent': '{signal} was sent by a process, by no fault of memory.',
  'signal.sent-by': '{signal} was sent by process {pid}, by no fault of memory; the line is not in this log.',
  'signal.sent-line': '{signal} was sent at {line}, by no fault of memory.',
  'signal.sent-itself': 'The process sent {signal} to itself at {line}: no fault of memory.',
  'signal.aborted':
    'The program gave up by itself: it sent {signal} at {line}, as abort() and a failing assert() do.',
  'signal.limit': '{signal}: the process went past {limit}, which this log does not show.',
  'signal.limit-line': '{signal}: the process went past {limit}, set at {line}.',
  'signal.pipe': '{signal}: the write at {line} had no reader any more.',
  'signal.seccomp': 'A seccomp filter stopped the call {call}.',
  'signal.seccomp-line': 'The seccomp filter set at {line} stopped the call {call}.',
  'signal.timer': '{signal}: a timer ran out.',
  'signal.timer-line': '{signal}: the timer set at {line} ran out.',
  'signal.killed-by-seccomp':
    'Killed by {signal} in the middle of a call: the seccomp filter set at {line} does not allow it.',
  'signal.sigkill':
    'Killed by {signal}, which no line of this log sent: by another process, by a container that was stopped, or by the kernel for want of memory.',
} as const;
