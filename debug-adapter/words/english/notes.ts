/** What is said of a recording once it is read: how much there is, which kernel, and what to be careful about. */
export const notesWords = {
  'survey.counts': '{lines}, {events} of {tasks}, {failing}.',
  'count.line': '{n} line',
  'count.lines': '{n} lines',
  'count.event': '{n} event',
  'count.events': '{n} events',
  'count.task': '{n} task',
  'count.tasks': '{n} tasks',
  'count.failing-call': '{n} failing call',
  'count.failing-calls': '{n} failing calls',
  'survey.unparsed-one': '{lines} is not understood; the first is line {line}: {text}',
  'survey.unparsed': '{lines} are not understood; the first is line {line}: {text}',
  /** Which kernel it was. */
  'kernel.given': 'Kernel {version}: as given.',
  'kernel.shown': 'Kernel {version}: the log shows it.',
  'kernel.shown-at': 'Kernel {version}: the log shows it in {line}.',
  'kernel.proven': 'Kernel {version}: {bounds}.',
  'kernel.proven-between': 'Kernel {version}: {from}; {before}.',
  'kernel.assumed': 'Kernel {version}: assumed, nothing in the log tells.',
  'kernel.but': 'But {bound}.',
  'kernel.at-least': 'at least {version}: {line} proves it ({reason})',
  'kernel.older-than': 'older than {version}: {line} proves it ({reason})',
  'kernel.accepted': '{what} is accepted',
  'kernel.unknown': '{what} is unknown there',
  'kernel.unknown-unless': '{what} is unknown there, unless a seccomp filter answered',
  'kernel.behaves-since': '{what} behaves as since {version}',
  'kernel.behaves-before': '{what} behaves as before {version}',
  'kernel.page-size': 'Pages of {kib} KiB.',
  'kernel.address-bits': 'Addresses of {bits} bits.',
  /** Calls that the log leaves out. */
  'missing.advice':
    'Record with -f and -e trace=%memory,%process,%desc, or without -e trace, to have all of them.',
  'missing.impossible':
    'Calls are missing from this log: in {line} the kernel put memory where by the log some was mapped. What is shown as mapped may be gone. {advice}',
  'missing.one':
    'There is no {name} in this log. If the recording left it out, what it did is missing from the memory shown. {advice}',
  'missing.several':
    'There is no {names} in this log. If the recording left them out, what they did is missing from the memory shown. {advice}',
  'missing.between': ', no ',
  /** A fault of this program. */
  'not-applied':
    "What {events} did to memory could not be worked out, by a fault of Pagewalk's; memory may be shown wrong from {line} on. Please report it with that line: {reason}",
  'note.end': 'the end',
  /** Order of files without times. */
  'order.none':
    'The files have no time stamps: each keeps its order, but which event of one file came before which of another is not known. What threads of one process did to its memory is forgotten each time another file goes on. Record with -ttt to know.',
  /** Snapshots. */
  'snapshot.skipped': '{place}: this line of the snapshot is skipped: {fault}.',
  'snapshot.not-used': '{place}: this snapshot is not used: {problem}.',
  'snapshot.no-such-task': 'the log shows no task of that pid up to there',
  'snapshot.which-task': "it names no pid, and the log has several: write '# after line N pid P'",
  'snapshot.behind-the-log': 'its line is behind the end of the log',
  'snapshot.none': '{name}: there is no snapshot in it. Give a copy of /proc/PID/maps or smaps.',
  'snapshot.more-problems': '{name}: … and {count} more problems.',
  'snapshot.differs':
    'The snapshot at {line} differs from the model at {pages}: the snapshot says {snapshot}, the model {model}. The snapshot is taken.',
  'snapshot.more-differences': '… and {count} more differences.',
  'snapshot.free': 'free',
  'snapshot.one-vma': 'one VMA',
  'snapshot.two-vmas': 'two VMAs',
  'maps-fault.address-expected': 'address expected',
  'maps-fault.empty-range': 'empty range',
  'maps-fault.unaligned': 'unaligned',
  'maps-fault.permissions-expected': 'permissions expected',
  'maps-fault.offset-expected': 'offset expected',
  'maps-fault.device-expected': 'device expected',
  'maps-fault.inode-expected': 'inode expected',
  'maps-fault.overlap': 'overlap',
  'maps-fault.detail-without-range': 'detail without range',
  'maps-fault.header-expected': 'header expected',
  'maps-fault.empty-snapshot': 'empty snapshot',
  'maps-fault.rollup': 'rollup',
} as const;
