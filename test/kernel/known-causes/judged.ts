/**
 * Whether an explanation tells the cause that is known.
 */
import { names } from './cause-names';
import type { KnownCase } from './collection';
import type { Explained } from './explained';
import type { Marked, MarkedLine } from './marked-lines';

export type Miss =
  /** No explanation for this line. */
  | 'nothing said'
  /** It ended by an exception. */
  | 'broke down'
  /** The cause is among the causes, but others come before it. */
  | 'not first'
  | 'not named'
  | 'not called proven'
  /** A line that proves it is not among the evidence. */
  | 'without the proving line'
  /** Proven, and not so. */
  | 'wrong cause proven'
  | 'called outside'
  | 'not called outside';

export interface Judged {
  readonly misses: readonly Miss[];
  readonly said: Explained | undefined;
  /** Equal for two logs of one case that are explained alike: certainty, causes in their order, lines that prove. */
  readonly answer: string;
}

export function judged(known: KnownCase, marked: Marked, all: readonly Explained[]): Judged {
  const said = all.find(
    ({ file, line }) =>
      (file === undefined || marked.file === file || marked.file.endsWith(`/${file}`)) &&
      isAt(marked.failing, line),
  );
  if (said === undefined) return { misses: ['nothing said'], said, answer: 'nothing said' };
  const [first] = said.causes;
  const lines = first?.evidence.map(({ line }) => line) ?? [];
  const proven = marked.proofs.map((proof) => lines.some((line) => isAt(proof, line)));
  return {
    misses: missesOf(known, said, proven),
    said,
    answer: [said.certainty, said.causes.map(({ id }) => id).join(' '), proven.join(' ')].join('; '),
  };
}

const isAt = ({ began, ended }: MarkedLine, line: number): boolean => line === ended || line === began;

function missesOf({ cause, standing }: KnownCase, said: Explained, proven: readonly boolean[]): Miss[] {
  const { certainty, causes } = said;
  if (standing === 'outside')
    return certainty === 'outside'
      ? []
      : certainty === 'proven'
        ? ['wrong cause proven']
        : ['not called outside'];
  const place = causes.findIndex(({ id }) => names(cause, id));
  if (certainty === 'proven' && place !== 0) return ['wrong cause proven'];
  if (place < 0) return [certainty === 'outside' ? 'called outside' : 'not named'];
  if (standing === 'not-shown') return [];
  if (certainty === 'outside') return ['called outside'];
  return [
    ...(place > 0 ? (['not first'] as const) : []),
    ...(certainty !== 'proven' ? (['not called proven'] as const) : []),
    ...(proven.every((has) => has) ? [] : (['without the proving line'] as const)),
  ];
}
