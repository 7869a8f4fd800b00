/** Calls made first: memory unlocked, what stands in the way unmapped, a protection changed. */
import { isLocked } from '../../memory/locked';
import { addressOf, lengthOf, overlaps, pageRange, type PageRange } from '../../memory/page';
import { has, VmFlag, type Vma } from '../../memory/vma';
import { say } from '../message';
import { rangeInWords, sizeOfRange } from '../sizes';
import { excessOf } from './excess';
import { bytesOf, pagesTouched } from './ranges';
import { withFirst, type Alteration, type Alterations, type Kind } from './trial';
import { addressText } from './written-call';

type Failed = Parameters<Alterations>[0];

export const first: Alterations = function* (failed) {
  yield* unlockOther(failed);
  yield* unlockOwn(failed);
  yield* lockLaterNoMore(failed);
  yield* unmapObstacle(failed);
  yield* allowAccess(failed);
};

/** `name(start, length)`, with what stands behind. */
const callOn = (name: string, { start, end }: PageRange, more = ''): string =>
  `${name}(${addressText(addressOf(start))}, ${addressOf(end) - addressOf(start)}${more})`;

const before = (
  { outcome }: Failed,
  text: string,
  cost: number,
  key: 'remedy.unlock-first' | 'remedy.unmap-first' | 'remedy.protect-first',
  range: PageRange,
  kind: Kind = 'first',
): Alteration =>
  withFirst(
    outcome.trial,
    { kind, cost, text: say(key, { range: rangeInWords(range), size: sizeOfRange(range) }) },
    text,
  );

/** Of what is locked elsewhere, the smallest that frees enough. */
function* unlockOther(failed: Failed): Iterable<Alteration> {
  const { trial, facts } = failed.outcome;
  const excess = excessOf(facts);
  if (excess?.limit !== 'MEMLOCK') return;
  const bytes = bytesOf(trial.call);
  const own = bytes === undefined || trial.call.call === 'mmap' ? pageRange(0, 0) : pagesTouched(bytes);
  const enough = [...trial.before.space.vmas()]
    .filter((vma) => has(vma, VmFlag.locked) && !overlaps(vma, own))
    .filter((vma) => BigInt(lengthOf(vma)) * 4096n >= excess.bytes)
    .sort((a, b) => lengthOf(a) - lengthOf(b));
  const [smallest] = enough;
  if (smallest !== undefined)
    yield before(failed, callOn('munlock', smallest), 3, 'remedy.unlock-first', smallest);
}

/** What locked memory refuses. */
function* unlockOwn(failed: Failed): Iterable<Alteration> {
  const { trial } = failed.outcome;
  const bytes = bytesOf(trial.call);
  if (!failed.id.endsWith('.locked') || bytes === undefined) return;
  const range = pagesTouched(bytes);
  if ([...trial.before.space.vmasIn(range)].some((vma) => isLocked(vma) === true))
    yield before(failed, callOn('munlock', range), 2, 'remedy.unlock-first', range);
}

/** Memory mapped from now on is locked no more; what is locked stays so. mm/mlock.c: apply_mlockall_flags */
function* lockLaterNoMore({ outcome: { trial, facts }, id }: Failed): Iterable<Alteration> {
  const { futureLock } = trial.before.space;
  if (futureLock === 'off' || futureLock === 'unknown' || excessOf(facts) === undefined) return;
  if (!id.endsWith('lock-limit')) return;
  yield withFirst(trial, { kind: 'first', cost: 3, text: say('remedy.munlockall-first') }, 'munlockall()');
}

/** What stands where the call wants to go: all of it that lies there. It is lost. */
function* unmapObstacle(failed: Failed): Iterable<Alteration> {
  const { trial, facts } = failed.outcome;
  if (!/range-in-use$|no-room-in-place$|next-mapping-too-close$/.test(failed.id)) return;
  const name = failed.id.endsWith('in-use') ? 'vma' : 'next';
  const obstacle = facts.find(
    (fact) => fact.fact === 'range' && fact.name === name && fact.state === 'mapped',
  );
  if (obstacle?.fact !== 'range') return;
  const wanted = wantedBy(failed);
  const vma = trial.before.space.vmaAt(obstacle.range.start);
  if (vma === undefined || !isDispensable(vma)) return;
  const range =
    wanted === undefined || !overlaps(vma, wanted)
      ? vma
      : pageRange(Math.max(vma.start, wanted.start), Math.min(vma.end, wanted.end));
  yield before(failed, callOn('munmap', range), 5, 'remedy.unmap-first', range);
}

/** The pages that the call would take; undefined where that cannot be told, and for the heap, which wants one more. */
function wantedBy({ outcome: { trial } }: Failed): PageRange | undefined {
  const { call } = trial;
  if (call.call === 'mremap') {
    const { oldAddress, newSize } = call;
    if (oldAddress.value === undefined || newSize.value === undefined) return undefined;
    return pagesTouched({ start: oldAddress.value, end: oldAddress.value + newSize.value });
  }
  const bytes = call.call === 'mmap' ? bytesOf(call) : undefined;
  return bytes === undefined ? undefined : pagesTouched(bytes);
}

/** No program goes on without its stack, its code or the kernel's own pages. */
const isDispensable = (vma: Vma): boolean =>
  vma.backing.kind !== 'special' &&
  !has(vma, VmFlag.growsDown) &&
  vma.prot !== undefined &&
  (vma.prot & 4) === 0;

/** Pages without access cannot be made present. */
function* allowAccess(failed: Failed): Iterable<Alteration> {
  const { trial } = failed.outcome;
  const bytes = bytesOf(trial.call);
  if (!/not-populated$|no-access$|not-writable$/.test(failed.id) || bytes === undefined) return;
  const range = pagesTouched(bytes);
  const closed = [...trial.before.space.vmasIn(range)].find(
    ({ prot }) => prot !== undefined && (failed.id.endsWith('not-writable') ? (prot & 2) === 0 : prot === 0),
  );
  if (closed === undefined) return;
  const part = pageRange(Math.max(closed.start, range.start), Math.min(closed.end, range.end));
  yield before(failed, callOn('mprotect', part, ', PROT_READ|PROT_WRITE'), 3, 'remedy.protect-first', part);
}
