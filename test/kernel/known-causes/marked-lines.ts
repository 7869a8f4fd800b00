/**
 * Finds the marked lines of a log (programs/known.h): the one that fails, and those that prove why. It reads the log by
 * itself, by nothing but the pid at a line's beginning, so that no mistake of the model is shared.
 */

/** A call that another one cut in two stands at two lines: where it began and where its result is. */
export interface MarkedLine {
  readonly began: number;
  readonly ended: number;
  readonly text: string;
}

export interface Marked {
  readonly file: string;
  readonly failing: MarkedLine;
  readonly proofs: readonly MarkedLine[];
}

interface Told {
  readonly line: number;
  readonly pid: string;
  readonly text: string;
}

/** A pid (and what it runs), a time, and in brackets the number of the call and where the program was. */
const PREFIX = /^(?:(\d+)(?:<[^>]*>)? +)?(?: *[\d:]+\.\d+ )?(?:\[[ \da-f?]+\] )*(.*)$/;

/** The files of one log: a set has several. Undefined: the program did not come to the call. */
export function markedLines(files: ReadonlyMap<string, string>, answer: string): Marked | undefined {
  const isSignal = answer.startsWith('SIG');
  let failing: { file: string; line: MarkedLine } | undefined;
  const proofs: MarkedLine[] = [];
  for (const [file, log] of files) {
    const lines = toldIn(log);
    const mark = lines.findLastIndex(({ text }) => text.startsWith('sched_yield('));
    const line = mark < 0 ? undefined : following(lines, mark, isSignal);
    if (line !== undefined) failing = { file, line };
    for (const [index, { text }] of lines.entries()) {
      const proof = text.startsWith('getppid(') ? following(lines, index, false) : undefined;
      if (proof !== undefined) proofs.push(proof);
    }
  }
  return failing && { file: failing.file, failing: failing.line, proofs };
}

const toldIn = (log: string): readonly Told[] =>
  log.split('\n').map((text, index) => {
    const [, pid = '', rest = ''] = PREFIX.exec(text) ?? [];
    return { line: index + 1, pid, text: rest };
  });

/** The next call of the same task, or the next signal. */
function following(lines: readonly Told[], mark: number, isSignal: boolean): MarkedLine | undefined {
  const pid = lines[mark]?.pid;
  const ended = 'resumed>';
  const next = lines.findIndex(
    ({ pid: of, text }, index) =>
      index > mark &&
      of === pid &&
      text !== '' &&
      (text.startsWith('---')
        ? isSignal
        : !isSignal && !text.startsWith('<... sched_yield') && !text.startsWith('<... getppid')),
  );
  const began = lines[next];
  if (began === undefined) return undefined;
  if (!began.text.endsWith('<unfinished ...>'))
    return { began: began.line, ended: began.line, text: began.text };
  const resumed = lines.find(
    ({ pid: of, text, line }) => line > began.line && of === pid && text.includes(ended),
  );
  return { began: began.line, ended: resumed?.line ?? began.line, text: began.text + (resumed?.text ?? '') };
}
