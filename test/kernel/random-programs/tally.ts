/**
 * Counts over many programs, and the table that they make.
 */
import type { Compared } from './compared-state';
import type { HeldCall } from './held-against';

export class Tally {
  calls = 0;
  readonly answers = { right: 0, wrong: 0, undecided: 0, 'not judged': 0 };
  readonly placed = { right: 0, wrong: 0, 'not given': 0 };
  /** What was undecided, by the check that could not be told. */
  readonly open = new Map<string, number>();
  /** Calls after which this was the kernel's. */
  readonly same = new Map<Compared, number>();

  add(held: readonly HeldCall[]): void {
    for (const { answer, placed, predicted, state, standing } of held) {
      if (state.line === 0) continue;
      this.calls++;
      this.answers[answer]++;
      if (answer === 'undecided') this.open.set(predicted, (this.open.get(predicted) ?? 0) + 1);
      if (placed !== undefined) this.placed[placed]++;
      for (const what of COMPARED)
        if (!standing.has(what)) this.same.set(what, (this.same.get(what) ?? 0) + 1);
    }
  }

  plus(other: Tally): this {
    this.calls += other.calls;
    for (const kind of ['right', 'wrong', 'undecided', 'not judged'] as const)
      this.answers[kind] += other.answers[kind];
    for (const kind of ['right', 'wrong', 'not given'] as const) this.placed[kind] += other.placed[kind];
    for (const [cause, count] of other.open) this.open.set(cause, (this.open.get(cause) ?? 0) + count);
    for (const [what, count] of other.same) this.same.set(what, (this.same.get(what) ?? 0) + count);
    return this;
  }
}

export const COMPARED = [
  'VMAs',
  'joined VMAs',
  'VmLck',
  'VmSize',
  'VmData',
  'VmStk',
  'map count',
] as const satisfies readonly Compared[];

/** Cut, not rounded: 99.99 % is not all. */
export const percent = (part: number, whole: number): string =>
  whole === 0
    ? '–'
    : part === whole
      ? '100 %'
      : `${(Math.floor((part / whole) * 10_000) / 100).toFixed(2)} %`;

/** What the log could not show, the most frequent first. */
export const openCauses = (tally: Tally): string[] =>
  [...tally.open]
    .sort(([, a], [, b]) => b - a)
    .map(([cause, count]) => `${count} × ${cause.replace('open: ', '')}`);

const HEAD = [
  'programs',
  'calls',
  'judged',
  'right',
  'wrong',
  'undecided',
  'right of judged',
  'right of decided',
  'VMA list',
  'joined',
  'VmLck',
  'VmSize',
  'VmData',
  'VmStk',
  'VMAs’ number',
  'address right / given / placed',
];

export function table(rows: readonly (readonly [string, Tally])[]): string[] {
  return [
    `| ${HEAD.join(' | ')} |`,
    `| --- |${' ---: |'.repeat(HEAD.length - 1)}`,
    ...rows.map(([name, tally]) => `| ${[name, ...cells(tally)].join(' | ')} |`),
  ];
}

function cells({ calls, answers, placed, same }: Tally): string[] {
  const { right, wrong, undecided } = answers;
  const judged = right + wrong + undecided;
  const given = placed.right + placed.wrong;
  return [
    String(calls),
    String(judged),
    String(right),
    String(wrong),
    String(undecided),
    percent(right, judged),
    percent(right, right + wrong),
    ...COMPARED.map((what) => percent(same.get(what) ?? 0, calls)),
    `${placed.right} / ${given} / ${given + placed['not given']}`,
  ];
}
