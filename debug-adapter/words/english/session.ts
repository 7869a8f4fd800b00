/** What a session offers and announces: filters, stops, progress, frames. */
export const sessionWords = {
  'filter.failed-memory': 'Failing memory calls',
  'filter.failed-memory.help':
    'Calls that change the address space and fail, and every call that fails with EFAULT.',
  'filter.failed': 'Failing calls',
  'filter.failed.help': 'Every system call that returns an error.',
  'filter.fatal-signal': 'Fatal signals',
  'filter.fatal-signal.help': 'Signals that end the process.',
  'filter.disagree': 'Model and kernel disagree',
  'filter.disagree.help': "Memory calls for which the rules say something else than the log's kernel did.",
  'filter.unparsed': 'Lines not understood',
  'filter.unparsed.help': "Lines that are no part of strace's output as far as it is known here.",
  'filter.condition': 'An expression, such as errno == ENOMEM',

  'stop.end': 'End of recording',
  'stop.start': 'Start of recording',
  'stop.end-of-task': 'End of task',
  'stop.start-of-task': 'Start of task',
  'stop.not-understood': 'not understood',
  'stop.unparsed': "Line {line} is no line of strace's output that is known here: {text}",

  'frame.created-by': 'created by',
  'frame.end': 'end of recording',
  'frame.end-of-task': 'end of task',
  'frame.task': 'task',

  'progress.searching': 'Searching the recording',
  'progress.event': 'event {event} of {of}',
  'progress.reading': 'Reading the log',
  'progress.read': '{percent} %, {events} events',
  'session.log-changed':
    '{path} has changed on disk since the session read it: what is shown may not be what the file says now. Restart the session to read it again.',
  'search.stopped': 'The search stopped: {problem}',
  'search.logpoints': 'Logpoints spoke {times} times; the first {shown} lines are shown.',
} as const;
