/**
 * Every sentence that an explanation says, in English. `{name}` stands for a value. A translation is a table with the same
 * keys. What a rule demands stands with the rule (kernel/), not here.
 */
export const english = {
  text: '{text}',
  line: 'line {n}',

  'call.injected':
    'strace made this answer up (INJECTED): the kernel never saw the call, and nothing changed.',
  'call.no-answer': 'The log shows no answer to this call, so what it did is not known.',
  'call.restarted': 'A signal interrupted the call before it did anything; it is restarted or given up.',
  'call.not-judged': 'No rule is known for {call} here.',
  'call.answered': 'The call was answered.',
  'call.no-effect': '{call} succeeded and changed nothing of the address space.',

  'cause.broken': 'Broken rule: {demand}.',
  'cause.broken-with': 'Broken rule: {demand}. Here: {numbers}.',
  'cause.possible': 'Perhaps broken: {demand}. This log cannot show whether it held.',
  'cause.possible-with': 'Perhaps broken: {demand}. This log cannot show whether it held: {numbers}.',

  'outside.no-rule':
    'Nothing in the log breaks a rule that answers {errno}: the cause is outside what a log shows.',
  'outside.errno': '{call} failed with {errno} for a reason outside the address space.',
  'outside.eagain':
    '{call} had nothing to do at once and was asked not to wait (EAGAIN): no memory is concerned.',
  'outside.sigreturn':
    'What stands here as an error is the register of the call that the signal interrupted.',

  'divergence.failed': 'By the rules this call should have succeeded, but the log says {errno}.',
  'divergence.succeeded':
    'By the rules this call should have failed with {errno} ({cause}), but the log says it succeeded.',
  'divergence.other':
    'By the rules the answer should have been {predicted} ({cause}), but the log says {errno}.',

  'because.unknown-memory': 'the log does not show what is mapped there',
  'because.unknown-limit': 'the log does not show the limit',
  'because.unknown-capability': 'the log does not show whether the task has the capability',
  'because.unknown-descriptor': 'the log does not show how the descriptor was opened',
  'because.unknown-argument': 'the log does not show the argument',
  'because.unknown-machine': 'the setting of the machine is not in the log',
  'because.unknown-layout': 'the layout around is not known',
  'because.unknown-alignment':
    'whether it goes to the border of a huge page depends on the filesystem or the kernel, which the log does not show',
  'because.own-placement': 'what is mapped may have a rule of its own for its place',
  'because.random-place': 'the kernel draws the place at random',
  'because.old-search': 'kernels before 3.9 search on from where the last search ended, which no log shows',
  'because.raced':
    'a call of another thread was on its way at the same time, and the log does not show which came first',
  'because.unknown-merge':
    'whether the neighbours are one VMA depends on page faults, which a log does not show',
  'because.no-trace': 'it leaves no trace in a log',

  'state.mapped': 'mapped',
  'state.free': 'not mapped',
  'state.unknown': 'not known',

  'fact.kernels-since': 'a rule of kernel {since} and later, {kernel} being assumed',
  'fact.kernels-until': 'a rule of kernels up to {until}, {kernel} being assumed',
  'fact.vma': 'VMA',
  'fact.hole': 'hole',
  'fact.range': 'range',
  'fact.old': 'old range',
  'fact.new': 'new range',
  'fact.next': 'the next VMA',
  'fact.place': 'the place that the kernel finds',
  'fact.mmap-base': 'the search begins at',
  'fact.behind': 'behind it',
  'fact.border': 'border at',
  'fact.locked': 'locked',
  'fact.already-locked': 'of it locked already',
  'fact.used': 'in use',
  'fact.total': 'mapped in all',
  'fact.asked': 'asked for',
  'fact.replaced': 'of it replaced',
  'fact.limit': 'limit',
  'fact.allowed-before': 'so much was allowed before:',
  'fact.refused-before': 'so much was refused before:',
  'fact.task-size': 'user space ends at',
  'fact.start-brk': 'the heap starts at',
  'fact.mmap-min-addr': 'vm.mmap_min_addr',
  'fact.map-count': 'VMAs',
  'fact.max-map-count': 'vm.max_map_count',
  'fact.soft': 'new soft limit',
  'fact.hard': 'new hard limit',
  'fact.hard-before': 'hard limit so far',
  'fact.strings': 'strings',
  'fact.pointers': 'pointers to them',
  'fact.most': 'at most',
  'fact.length': 'length',
  'fact.largest-gap': 'largest gap',
  'fact.file-size': 'file size',
  'fact.last-page': 'last page',
  'fact.memory': 'memory of the machine',
  'fact.pool': 'huge pages in the pool',
  'fact.opened': 'how it was opened',
  'fact.set-by': 'what set it',
  'fact.shown-by': 'what showed it',
  'fact.without': 'without {name}',
  'fact.has': 'with {name}',
  'fact.assumed': '{name} assumed {value}',

  'effect.mapped': 'Maps {size} at {range}: {to}, {what}.',
  'effect.unmapped': 'Unmaps {size} at {range}: {from}, {what}.',
  'effect.replaced': 'Replaces {size} at {range}: {from} becomes {to}, {what}.',
  'effect.protected': 'Changes the protection of {size} at {range} from {from} to {to}.',
  'effect.locked': 'Locks {size} at {range}.',
  'effect.unlocked': 'Unlocks {size} at {range}.',
  'effect.changed': 'Changes flags of {size} at {range}.',
  'effect.more': '… and {count} more ranges.',
  'effect.vmlck': 'Locked memory (VmLck) goes from {from} kB to {to} kB.',
  'effect.brk': 'The break moves from {from} to {to}.',
  'effect.brk-seen': 'The break stands at {to}.',
  'effect.future-off': 'New mappings are no longer locked.',
  'effect.future-locked': 'Every new mapping will be locked (MCL_FUTURE).',
  'effect.future-onfault':
    'Every new mapping will be locked as its pages are touched (MCL_FUTURE with MCL_ONFAULT).',
  'effect.future-unknown': 'Whether new mappings are locked is no longer known.',
  'effect.map-count': 'The number of VMAs goes from {from} to {to}.',
  'effect.space-born': 'A new address space begins.',
  'effect.space-gone': 'The last task of this address space is gone, and with it all its mappings.',
  'effect.space-new': 'The address space is replaced by a new one.',

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

  'signal.access': 'the program touched {address}',
  'signal.other': 'The task got {signal}.',
  'signal.fatal': 'The task was killed by {signal}.',
} as const;
