/**
 * How madvise goes over its range. A hole does not end it: all that is mapped gets the advice, and then ENOMEM is answered.
 * A VMA that refuses ends it at once, and wins over an earlier hole.
 *
 *      [ VMA 1 ]  hole  [ VMA 2 ]  hole  [ VMA 3 refuses ]  [ VMA 4 ]
 *       advised          advised          EINVAL             not looked at
 *
 * MADV_POPULATE_* (since 6.9) and MADV_HWPOISON go by themselves and stop at the first hole.
 * mm/madvise.c: madvise_walk_vmas, madvise_populate, madvise_inject_error; measured on 6.18.
 */
import { pageRange, type PageNumber, type PageRange } from '../../memory/page';
import type { Vma } from '../../memory/vma';
import { MADV } from '../abi/memory-flags';
import type { Before, Verdict } from '../check';
import { segmentsIn } from '../coverage';
import { pagesAsked } from '../aligned-range';
import { MapCount } from '../map-count';
import type { MadviseCall } from '../mapping-call';
import { once } from '../once';
import { unpopulated } from '../population';
import { cannotTell, likelyPasses, vmaFact } from '../verdict';
import { kernelVersion } from '../versions';
import { advised, advisedFlags, adviceState, poisons, populates } from './advice';
import { collapses, refusedBy, sealedAgainst, type AdviceRefusal } from './refusals';

export interface AdviceWalk {
  readonly range: PageRange;
  /** The first part that is not mapped, and the first that may not be. */
  readonly hole: PageRange | undefined;
  readonly unknown: PageRange | undefined;
  /** What perhaps stopped it before. */
  readonly doubt: Verdict | undefined;
  readonly stop:
    | {
        readonly at: PageRange;
        readonly vma: Vma;
        readonly reason: AdviceRefusal | 'map-limit';
        /** A split that was made before the second one was refused. */
        readonly split?: PageNumber;
      }
    | undefined;
}

/** Undefined where the call ends before it looks at any memory, or is not shown. */
export const rangeOf = once(readRange);

function readRange(call: MadviseCall, before: Before): PageRange | undefined {
  const advice = call.advice.value;
  if (advice === undefined || adviceState(advice, before.machine.kernel) === 'unknown') return undefined;
  return pagesAsked(call, before);
}

export const walk = once(walkOf);

function walkOf(call: MadviseCall, before: Before): AdviceWalk | undefined {
  const range = rangeOf(call, before);
  if (range === undefined) return undefined;
  const advice = call.advice.value ?? 0;
  const sealed = sealedFirst(range, advice, before);
  if (sealed !== undefined) {
    const at = pageRange(range.start, range.start);
    const stop = { at, vma: sealed, reason: 'sealed' } as const;
    return { range, hole: undefined, unknown: undefined, doubt: undefined, stop };
  }
  let hole: PageRange | undefined;
  let unknown: PageRange | undefined;
  let doubt: Verdict | undefined;
  const maps = new MapCount(before, call.event.index, advised(advice));
  for (const segment of segmentsIn(before.space, range)) {
    const at = pageRange(segment.start, segment.end);
    if (segment.kind === 'hole') {
      if (segment.state === 'free') hole ??= at;
      else unknown ??= at;
      if (endsAtHole(advice, before)) break;
      continue;
    }
    const { vma } = segment;
    const reason = refusedBy(vma, at, advice, before);
    const refused = reason === undefined ? splitting(vma, at, advice, maps) : { reason };
    if (refused !== undefined) return { range, hole, unknown, doubt, stop: { at, vma, ...refused } };
    const verdict = presence(vma, at, advice, before);
    if (verdict?.answer === 'fails')
      return { range, hole, unknown, doubt, stop: { at, vma, reason: 'not-populated' } };
    doubt ??= verdict;
  }
  return { range, hole, unknown, doubt, stop: undefined };
}

/** Until 6.8 MADV_POPULATE_* went over its range as others do. mm/madvise.c: madvise_populate; measured on 6.1 and 6.12 */
export const endsAtHole = (advice: number, { machine }: Before): boolean =>
  poisons(advice) || (populates(advice) && machine.kernel >= kernelVersion(6, 9));

/** Undefined where the state of the pages decides nothing. */
function presence(vma: Vma, at: PageRange, advice: number, before: Before): Verdict | undefined {
  if (populates(advice)) return unpopulated(vma, at, before);
  if (poisons(advice)) return likelyPasses('unknown-memory', vmaFact('vma', vma));
  return advice === MADV.COLLAPSE && collapses(vma, at, before) === 'perhaps'
    ? cannotTell('no-trace', vmaFact('vma', vma))
    : undefined;
}

/** 6.10 and 6.11 looked for seals in the whole range before anything else. mm/mseal.c: can_modify_mm_madv */
function sealedFirst(range: PageRange, advice: number, { space, machine }: Before): Vma | undefined {
  if (machine.kernel >= kernelVersion(6, 12)) return undefined;
  for (const vma of space.vmasIn(range)) if (sealedAgainst(vma, advice)) return vma;
  return undefined;
}

type Refusal = Pick<NonNullable<AdviceWalk['stop']>, 'reason' | 'split'>;

/** Only advice that changes flags cuts a VMA. */
function splitting(vma: Vma, at: PageRange, advice: number, maps: MapCount): Refusal | undefined {
  if (advisedFlags(vma, advice) === vma.flags) return undefined;
  const cut = maps.cut(vma, at);
  if (cut === undefined) return undefined;
  if (cut.reason === 'indivisible') return { reason: 'wrong-kind' };
  return cut.split === undefined ? { reason: 'map-limit' } : { reason: 'map-limit', split: cut.split };
}
