/**
 * Where the model and the kernel say different things, in words; and the question whether a program still shows one.
 */
import { heldAgainst, type HeldCall } from './held-against';
import type { LiveKernel } from './live-run';
import type { MachineOptions } from '../../../model/timeline/machine-evidence';
import type { Compared } from './compared-state';

export interface Disagreement {
  /** 'answer' or what of the state differs. */
  readonly what: 'answer' | 'end' | Compared;
  /** The call after which it showed. */
  readonly call: string;
  /** What a shorter program must show as well to show the same. */
  readonly kind: string;
  readonly text: string;
}

/** What the log of these programs does not show of the machine. */
export const MACHINE: MachineOptions = { mmapMinAddr: 4096n };

/**
 * With pages touched unseen, which VMAs the kernel joined is not to be known: then they are compared as if joined wherever
 * nothing that maps shows keeps them apart.
 */
export function disagreementsIn(held: readonly HeldCall[], touched: boolean): Disagreement[] {
  return held.flatMap((call) => {
    const differing = call.differences.filter(
      ({ what }) => !touched || (what !== 'VMAs' && what !== 'names' && what !== 'map count'),
    );
    const place = `line ${call.state.line}: ${call.listed}\n    ${call.logged.trimEnd()}`;
    return [
      ...(call.answer === 'wrong'
        ? [
            {
              what: 'answer' as const,
              call: call.name,
              kind: kindOf(call),
              text: `${place}\n    predicted ${call.predicted}`,
            },
          ]
        : []),
      ...differing.map(({ what, kernel, model }) => ({
        what,
        call: call.name,
        kind: '',
        text: `${place}\n    ${what}, only the kernel: ${kernel}\n    ${what}, only the model:  ${model}`,
      })),
    ];
  });
}

/** The answer's error, if it is one, and what was predicted, but for addresses. */
const kindOf = ({ state, predicted }: HeldCall): string =>
  `${state.answer < 0n && state.answer > -4096n ? state.answer : 'success'} ${predicted.replace(/^0x[0-9a-f]+$/, 'value')}`;

export interface Outcome {
  readonly held: readonly HeldCall[];
  readonly disagreements: readonly Disagreement[];
}

/** Lets the kernel and the model run a program. */
export async function outcomeOf(
  kernel: LiveKernel,
  list: readonly string[],
  touched: boolean,
): Promise<Outcome> {
  const run = kernel.run(list);
  const held = await heldAgainst(run, MACHINE, touched);
  const disagreements = disagreementsIn(held, touched);
  if (run.ended === undefined) return { held, disagreements };
  const last = run.record.states.at(-1)?.line ?? 0;
  const text = `the program ended with ${run.ended} after line ${last}: ${run.list[last - 1] ?? ''}`;
  return { held, disagreements: [...disagreements, { what: 'end', call: '', kind: run.ended, text }] };
}

/** The first disagreement is the one to look at: most of the others follow from it. */
export const firstFew = (disagreements: readonly Disagreement[], count = 3): string =>
  disagreements
    .slice(0, count)
    .map(({ text }) => text)
    .join('\n');
