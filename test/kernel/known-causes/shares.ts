/**
 * What of the collection is told, as shares, and who differs.
 */
import type { Standing } from './collection';
import type { Held } from './held-against';

export interface Share {
  readonly right: number;
  readonly of: number;
}

export interface Shares {
  /** Where the log proves the cause: it is named first, called proven, with the proving lines. */
  readonly proven: Share;
  /** Where the log does not show it: it is among the causes. */
  readonly listed: Share;
  readonly outside: Share;
  /** A cause that is called proven and is not the true one. */
  readonly wronglyProven: readonly Held[];
  readonly missed: readonly Held[];
  /** Logs in other forms that are explained otherwise than the usual form of the same case. */
  readonly differing: readonly Held[];
  readonly otherForms: Share;
}

export function sharesOf(held: readonly Held[]): Shares {
  const usual = held.filter(({ form }) => form === 'usual');
  const others = held.filter(({ form }) => form !== 'usual' && form !== 'memory calls');
  const answers = new Map(usual.map(({ known, answer }) => [known.name, answer]));
  const differing = others.filter(({ known, answer }) => answers.get(known.name) !== answer);
  const share = (standing: Standing): Share => {
    const those = usual.filter(({ known }) => known.standing === standing);
    return { right: those.filter(({ misses }) => misses.length === 0).length, of: those.length };
  };
  return {
    proven: share('proven'),
    listed: share('not-shown'),
    outside: share('outside'),
    wronglyProven: held.filter(({ misses }) => misses.includes('wrong cause proven')),
    missed: usual.filter(({ misses }) => misses.length > 0),
    differing,
    otherForms: { right: others.length - differing.length, of: others.length },
  };
}

export const percent = ({ right, of }: Share): number => (of === 0 ? 100 : (100 * right) / of);

const told = (name: string, share: Share, bar: string): string =>
  `${name.padEnd(52)} ${percent(share).toFixed(1).padStart(5)} %  ${share.right} of ${share.of}  (bar: ${bar})`;

export function* report(shares: Shares): Iterable<string> {
  for (const one of shares.missed) yield* missed(one);
  for (const { form, known, answer } of shares.differing)
    yield `${form}: ${known.name} [${known.standing}: ${known.cause}]: ${answer}`;
  for (const { form, known, said } of shares.wronglyProven.filter(({ form }) => form !== 'usual'))
    yield `${form}: ${known.name} [${known.standing}: ${known.cause}]: wrong cause proven: ${said?.causes[0]?.id}: ${said?.causes[0]?.text}`;
  yield '';
  yield told('proven by the log: first, proven, with its line', shares.proven, '98');
  yield told('not shown by the log: among the causes', shares.listed, '95');
  yield told('outside: called so', shares.outside, '100');
  yield `${'a wrong cause called proven'.padEnd(52)} ${shares.wronglyProven.length}  (bar: 0)`;
  yield told('other forms of the log: the same answer', shares.otherForms, '100');
  yield '';
  const reasons = new Map<string, number>();
  for (const { misses } of shares.missed)
    for (const miss of misses) reasons.set(miss, (reasons.get(miss) ?? 0) + 1);
  for (const [reason, count] of reasons) yield `${String(count).padStart(4)} ${reason}`;
}

function* missed({ known, marked, misses, said }: Held): Iterable<string> {
  yield `${known.name} [${known.standing}: ${known.cause}]: ${misses.join(', ')}`;
  yield `    line ${marked.failing.ended}: ${marked.failing.text.replaceAll(/ +/g, ' ')}`;
  for (const proof of marked.proofs) yield `    proof ${proof.ended}: ${proof.text.replaceAll(/ +/g, ' ')}`;
  if (said === undefined) return;
  for (const { id, text, evidence } of said.causes)
    yield `    ${said.certainty} ${id}: ${text} [${evidence.map(({ line }) => line).join(' ')}]`;
}
