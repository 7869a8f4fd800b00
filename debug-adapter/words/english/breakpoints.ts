/** What breakpoints say of themselves. */
export const breakpointsWords = {
  'breakpoint.pending': 'The log is still being read.',
  'breakpoint.line': 'line {line}',
  'breakpoint.no-file': "'{path}' is no file of this recording.",
  'breakpoint.no-event': 'There is no event at line {line}, nor soon below it.',
  'breakpoint.hidden-task': 'The event at line {line} belongs to a task that is not shown.',
  'breakpoint.no-class': "'{name}' is no class known here. The one class is %memory.",
  'breakpoint.no-call': "The recording has no call and no signal named '{name}'.",
  'breakpoint.no-call-near': "The recording has no call and no signal named '{name}'. Did you mean '{near}'?",
  'breakpoint.no-hit-count':
    "'{text}' is no hit count. Write a number, with one of = > >= < <= % before it: '>= 10'.",
  'breakpoint.never-hit': "'% 0' never holds: give a number above 0.",
  'breakpoint.no-range': "'{id}' is no range of this recording.",
  'breakpoint.untouched': 'No event of the recording changes these pages.',
  'breakpoint.touched': '{count} events change these pages.',
  'breakpoint.no-space': 'No address space is known here.',
  'breakpoint.no-address': "'{name}' is no address and no VMA.",
  'breakpoint.no-filter': "There is no filter '{filter}'.",
  'breakpoint.doubt':
    "The condition of '{breakpoint}' cannot be told at {line}: {because}. It does not stop at such events.",
} as const;
