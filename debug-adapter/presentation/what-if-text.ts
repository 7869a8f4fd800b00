/**
 * Calls that were tried, as text for the console and the terminal:
 *
 *     $1  mmap(NULL, 1048576, …) = 0x7ffff7e00000
 *         Maps 1 MiB at 0x7ffff7e00000–0x7ffff7f00000: rw-p, anonymous memory.
 *     $2  mlock(0x7ffff7e00000, 1048576) = -1 ENOMEM
 *         mlock.over-limit: 1 MiB asked for > RLIMIT_MEMLOCK 64 KiB
 *           line 15: prlimit64(0, RLIMIT_MEMLOCK, …
 */
import type { ExplainedStep } from '../../model/query/what-if/step';
import type { ChecklistItem, Explanation } from '../../model/why/explanation';
import type { Message } from '../../model/why/message-shape';
import { say, textOf } from '../../model/why/message';
import type { Language } from '../../model/why/words/language';

export interface TextLine {
  readonly kind:
    'call' | 'effect' | 'headline' | 'cause' | 'evidence' | 'check' | 'doubt' | 'remedy' | 'note';
  readonly text: string;
}

/** What a log would say behind the call. */
export function answerText({ answer }: Pick<ExplainedStep, 'answer'>): string {
  switch (answer.kind) {
    case 'value':
      return `= ${valueText(answer.value)}`;
    case 'error':
      return `= -1 ${answer.errno}`;
    default:
      return '= ?';
  }
}

/** Addresses as strace prints them, small numbers as people do. */
export const valueText = (value: bigint): string =>
  value >= 65536n ? `0x${value.toString(16)}` : value.toString();

const marks: Readonly<Record<ChecklistItem['state'], string>> = {
  passed: '✓',
  broken: '✗',
  'cannot-tell': '?',
  'not-reached': '·',
  after: '·',
};

/** @param number of the call, from 1. `all`: all of the checklist that the kernel gets to, not only what is open. */
export function* stepLines(
  step: ExplainedStep,
  number: number,
  language: Language,
  all: boolean,
): Iterable<TextLine> {
  const words = (message: Message): string => textOf(message, language);
  const { explanation } = step;
  const mark = `$${number}`.padEnd(3);
  yield { kind: 'call', text: `${mark} ${step.text} ${answerText(step)}` };
  const line = (kind: TextLine['kind'], depth: number, text: string): TextLine => ({
    kind,
    text: `${' '.repeat(4 + 2 * depth)}${text}`,
  });
  const isSuccess = explanation.outcome === 'succeeded';
  const [headline] = explanation.effects;
  if (!isSuccess || headline === undefined) {
    const first = explanation.causes[0]?.text;
    if (first === undefined || words(first) !== words(explanation.headline))
      yield line('headline', 0, words(explanation.headline));
  }
  if (!isSuccess) yield* causeLines(explanation, words, line);
  if (step.restsOn.length > 0)
    yield line('evidence', 0, words(say('whatif.rests-on', { calls: restingPlaces(step) })));
  for (const effect of explanation.effects) yield line('effect', 0, words(effect));
  if (explanation.divergence) yield line('doubt', 0, words(explanation.divergence));
  for (const item of explanation.checklist)
    if (isShown(item, all, isSuccess)) yield* checkLines(item, words, line);
  for (const { text, tryCall } of explanation.remedies) {
    yield line('remedy', 0, `→ ${words(text)}`);
    if (tryCall !== undefined) yield line('evidence', 1, tryCall);
  }
  if (step.applied !== true) yield line('note', 0, words(step.applied));
  else if ('by' in step.answer && step.answer.by === 'person')
    yield line('note', 0, words(say('whatif.taken')));
}

/** What the kernel gets to; of an answer that is known, what is open matters only to those who ask for all. */
const isShown = ({ state }: ChecklistItem, all: boolean, isSuccess: boolean): boolean =>
  all ? state !== 'not-reached' && state !== 'after' : state === 'cannot-tell' && !isSuccess;

type Words = (message: Message) => string;
type MakeLine = (kind: TextLine['kind'], depth: number, text: string) => TextLine;

function* causeLines({ causes }: Explanation, words: Words, line: MakeLine): Iterable<TextLine> {
  for (const cause of causes) {
    yield line('cause', 0, `${cause.id}: ${words(cause.text)}`);
    for (const { line: at, text } of cause.evidence)
      yield line('evidence', 1, `${words(say('report.place', { line: at }))}: ${words(text)}`);
  }
}

function* checkLines(
  { id, state, text, why, errno }: ChecklistItem,
  words: Words,
  line: MakeLine,
): Iterable<TextLine> {
  const reason = why === undefined ? '' : ` (${words(why)})`;
  yield line(
    state === 'cannot-tell' ? 'doubt' : 'check',
    0,
    `${marks[state]} ${id} ${errno}: ${words(text)}${reason}`,
  );
}

export const restingPlaces = ({ restsOn }: ExplainedStep): readonly Message[] =>
  restsOn.map((number) => say('whatif.call-number', { number }));
