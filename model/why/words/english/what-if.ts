/** Calls that somebody writes to see what the kernel would answer. */
export const whatIfWords = {
  'whatif.call-number': 'call {number} of the what-if',
  'whatif.no-effect': '{call} would succeed and change nothing that the model keeps.',
  'whatif.no-mapping': '{call} would succeed. No mapping changes; the calls behind it build on what does.',
  'whatif.rules-say': 'By the rules it would answer {answer}.',
  'whatif.rules-say-success': 'By the rules it would succeed.',
  'whatif.open': 'What the kernel would answer cannot be told: {because}. It hangs on this: {demand}.',
  'whatif.somewhere':
    '{call} would succeed; where the kernel would put the memory cannot be told: {because}.',
  'whatif.some-value': '{call} would succeed; the value that it returns cannot be told.',
  'whatif.child':
    '{call} would make a child with a world of its own. The calls behind it go on in the parent.',
  'whatif.ends': '{call} would end the task. No call can follow.',
  'whatif.not-applied-open':
    'The calls behind it start from the world as it was. To go on with an answer, write it behind the call: {example}.',
  'whatif.not-applied-place':
    'The calls behind it know nothing of this memory. To go on with an address, write it behind the call: {example}.',
  'whatif.not-applied-descriptor':
    'The calls behind it know nothing of this descriptor. To go on with a number, write it behind the call: {example}.',
  'whatif.taken': 'This answer is yours; the calls behind it build on it.',
  'whatif.vmsize': 'The size of the address space (VmSize) goes from {from} kB to {to} kB.',
  'whatif.limit': '{limit} goes from {from} to {to}.',
  'whatif.no-limit': 'no limit',
  'whatif.soft-and-hard': '{soft} (at most {hard})',
  'whatif.opens': 'Descriptor {fd} becomes {path}.',
  'whatif.closes': 'Descriptor {fd} is closed.',
  'whatif.same-memory': 'The address space is the one of the recording.',

  'whatif.begins': 'From here, before {line}:',
  'whatif.begins-at-end': 'From here, behind the last line:',
  'whatif.anew':
    'You are at another place now: the calls tried before {line} are forgotten, and a new row begins here.',
  'whatif.nothing-yet':
    'Nothing has been tried here. Write a memory call as strace prints it, such as mmap(NULL, 1 MiB, PROT_READ|PROT_WRITE, MAP_PRIVATE|MAP_ANONYMOUS, -1, 0).',
  'whatif.forgotten': 'The calls tried here are forgotten.',
  'whatif.differences': 'What is then other than in the recording here:',
  'whatif.note': 'note',
  'whatif.rests-on': 'It rests on {calls}.',
  'whatif.answer': 'answer',
  'whatif.cause': 'cause',
  'whatif.checklist': 'checklist',
  'whatif.checks': '{passed} passed, {broken} broken, {open} cannot be told, {skipped} not reached',
  'whatif.changes': 'changes',
  'whatif.remedy': 'remedy',
  'whatif.sources': 'sources',
  'whatif.passed': 'passed',
  'whatif.broken': 'broken',
  'whatif.cannot-tell': 'cannot be told',
  'whatif.not-reached': 'not reached',
  'whatif.after': 'behind the broken one',

  'whatif.column': 'Column {column}: {problem}',
  'whatif.column-of': 'Call {number}, {call}, column {column}: {problem}',
  'whatif.no-call':
    'A call has a name and its arguments in parentheses, such as munmap(0x7f0000000000, 4096).',
  'whatif.unknown-call': "No system call that matters to memory is called '{word}'.",
  'whatif.unknown-call-near':
    "No system call that matters to memory is called '{word}'. Perhaps meant: {near}.",
  'whatif.no-parenthesis': 'The arguments of {call} do not end: a closing parenthesis is missing.',
  'whatif.rest': "'{text}' stands behind the call. Separate two calls with ';'; an answer begins with '='.",
  'whatif.too-few': 'Arguments are missing: {missing}. The call is {shape}.',
  'whatif.too-many': '{count} arguments are too many: it takes {most}. The call is {shape}.',
  'whatif.empty-argument': 'Argument {number} ({name}) is empty. The call is {shape}.',
  'whatif.empty-term': "A flag is missing beside '|' in {name}.",
  'whatif.unclosed': "'{text}' has brackets that do not fit.",
  'whatif.no-number':
    "{name} takes a number, and '{text}' is none. Write 8192, 64*1024, 1<<20, 1 MiB, 0x7f0000000000 or NULL.",
  'whatif.too-large': '{name} has 64 bits, and {text} needs more.',
  'whatif.no-flags': "{name} takes no flags; '{word}' is none that is known here. Write 0.",
  'whatif.unknown-flag': "{name} cannot be '{word}'.",
  'whatif.unknown-flag-near': "{name} cannot be '{word}'. Perhaps meant: {near}.",
  'whatif.no-answer': "'{text}' is no answer. Write = 0, = 0x7f0000000000 or = -1 ENOMEM.",
  'whatif.answer-unknown': '{word} stands for the answer of call {number}, and that is not known.',
  'whatif.no-such-answer':
    '{word} stands for an answer that there is not: {count} calls have been tried here.',
  'whatif.needs-answer':
    'No rule says what {call} answers. Write its answer behind it, such as {example}, and the calls behind it build on that.',
  'whatif.not-judged':
    '{call} with these arguments concerns no memory that the model keeps: no rule judges it.',
  'whatif.no-space':
    'There is no address space here: the log shows none of this task, or the task has ended.',
  'whatif.too-long': 'A call has at most {most} characters.',
  'whatif.too-many-calls': 'At most {most} calls build on each other. Write reset to begin again.',

  'whatif.start-of': 'start of {what}',
  'whatif.end-of': 'end of {what}',
  'whatif.to-end-of': 'up to the end of {what}',
  'whatif.all-of': 'all of {what}',
  'whatif.one-page': 'a page',
  'whatif.the-break': 'the break',
  'whatif.answer-of': 'what call {number} answered',
  'whatif.no-file': 'no file',
  'whatif.kernel-chooses': 'the kernel chooses',
  'whatif.vma': '{size} {prot} {what}',
} as const;
