/** Earlier lines of the log that came too early or should not have come: an munmap of what is needed here, an mseal. */
import type { EventIndex } from '../../trace/positions';
import { overlaps, pageRange, type PageRange } from '../../memory/page';
import { has, VmFlag, type Vma } from '../../memory/vma';
import type { AddressSpace } from '../../memory/address-space';
import type { Timeline } from '../../timeline/timeline';
import { say } from '../message';
import { rangeInWords } from '../sizes';
import { lineOf } from '../subject';
import { bytesOf, pagesTouched } from './ranges';
import { withSpace, withState, type Alteration, type Alterations } from './trial';

type Failed = Parameters<Alterations>[0];

export const earlierLines: Alterations = function* (failed) {
  yield* keepMapped(failed);
  yield* unsealed(failed);
  yield* removedLater(failed);
};

/** Holes that one remedy closes. */
const MOST_HOLES = 4;

export interface Lost {
  /** As it was before it was unmapped, cut to the hole. */
  readonly pieces: readonly Vma[];
  readonly event: EventIndex;
}

/** What the pages held before the last event that unmapped them; undefined where none did. */
export function lostAt(
  timeline: Timeline,
  space: AddressSpace,
  hole: PageRange,
  before: EventIndex,
): Lost | undefined {
  const touch = timeline.lastTouching(space.id, hole, before);
  if (touch?.how !== 'unmapped') return undefined;
  const removed = timeline.changeAt(touch.event)?.spaces.flatMap((change) => change.removed) ?? [];
  const pieces = removed
    .filter((vma) => overlaps(vma, hole))
    .map((vma) => cut(vma, pageRange(Math.max(vma.start, hole.start), Math.min(vma.end, hole.end))));
  return pieces.length === 0 ? undefined : { pieces, event: touch.event };
}

const cut = (vma: Vma, { start, end }: PageRange): Vma => ({
  ...vma,
  start,
  end,
  pgoff: vma.pgoff + (start - vma.start),
});

function* keepMapped({ subject, outcome: { trial }, id }: Failed): Iterable<Alteration> {
  const bytes = bytesOf(trial.call);
  if (!/\.unmapped$|beyond-vma$|not-attached$|\.hole$/.test(id)) return;
  const range = bytes === undefined ? undefined : pagesTouched(bytes);
  if (range === undefined) return;
  const { space } = trial.before;
  const holes = space.holesIn(range).filter(({ state }) => state === 'free');
  if (holes.length === 0 || holes.length > MOST_HOLES) return;
  const lost = holes.map((hole) => lostAt(subject.timeline, space, hole, subject.event));
  const known = lost.filter((one) => one !== undefined);
  const [one] = known;
  if (one === undefined || known.length < holes.length) return;
  const events = new Set(known.map(({ event }) => event));
  const [hole = range] = holes;
  const text =
    events.size === 1
      ? say('remedy.keep-mapped', { range: rangeInWords(hole), line: lineOf(subject, one.event) })
      : say('remedy.keep-mapped-several', {
          lines: [...events].map((event) => say('remedy.that-line', { line: lineOf(subject, event) })),
        });
  yield withState(trial, { kind: 'memory', cost: 2, text }, () =>
    withSpace(trial.call, trial.before, (edit) => {
      for (const { pieces } of known) for (const piece of pieces) edit.map(piece);
    }),
  );
}

/** A seal lasts as long as the mapping: the only way is not to seal. mseal(2) */
function* unsealed({ subject, outcome: { trial }, id }: Failed): Iterable<Alteration> {
  const bytes = bytesOf(trial.call);
  if (!id.endsWith('sealed') || bytes === undefined) return;
  const range = pagesTouched(bytes);
  const { space } = trial.before;
  const sealed = [...space.vmasIn(range)].filter((vma) => has(vma, VmFlag.sealed));
  const [one] = sealed;
  if (one === undefined) return;
  const at = sealingOf(subject.timeline, space, one, subject.event);
  const text = at === undefined ? undefined : say('remedy.not-seal', { line: lineOf(subject, at) });
  if (text === undefined) return;
  yield withState(trial, { kind: 'memory', cost: 3, text }, () =>
    withSpace(trial.call, trial.before, (edit) => {
      for (const vma of sealed)
        edit.mark(vma, (piece) => ({ ...piece, flags: piece.flags & ~VmFlag.sealed }));
    }),
  );
}

const MOST_TOUCHES = 32;

function sealingOf(
  timeline: Timeline,
  { id }: AddressSpace,
  vma: Vma,
  before: EventIndex,
): EventIndex | undefined {
  let left = MOST_TOUCHES;
  for (const { event } of timeline.touching(id, vma, before)) {
    if (left-- <= 0) return undefined;
    if (timeline.memoryCallAt(event)?.call === 'mseal') return event;
  }
  return undefined;
}

/** A removed segment can still be attached by those only who have its memory already. shmctl(2): IPC_RMID */
function* removedLater({ subject, outcome: { trial }, id }: Failed): Iterable<Alteration> {
  const { call, before } = trial;
  if (call.call !== 'shmat' || !/no-such-segment$|segment-removed$/.test(id)) return;
  const shmid = call.shmid.value;
  const segment = shmid === undefined ? undefined : before.segments?.get(shmid);
  if (shmid === undefined || segment?.removedAt === undefined) return;
  const text = say('remedy.remove-later', { line: lineOf(subject, segment.removedAt) });
  yield withState(trial, { kind: 'memory', cost: 2, text }, () => ({
    ...before,
    segments: new Map(before.segments).set(shmid, { ...segment, removedAt: undefined }),
  }));
}
