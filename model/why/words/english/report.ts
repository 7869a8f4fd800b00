/** Words around explanations, where they are printed. */
export const reportWords = {
  'report.proven': 'proven by the log and the rules',
  'report.likely': 'likely; the log leaves several causes open',
  'report.outside': 'the cause is not in the address space',
  'report.no-failure': 'No call of this log failed.',
  'report.nothing-here': 'There is no call and no signal here.',
  'report.how': 'To find out: {how}',
  'report.place': 'line {line}',
  'report.place-pid': 'line {line}, pid {pid}',
  'report.place-file': '{file}, line {line}',
  'report.place-file-pid': '{file}, line {line}, pid {pid}',
} as const;
