/** Another address: on a page border, free to be chosen by the kernel, or where the memory has moved to. */
import { addressOf, pageOf, pageRange } from '../../memory/page';
import { MAP } from '../../kernel/abi/mmap-flags';
import { mmapFlags } from '../../kernel/abi/mmap-flags';
import type { Given } from '../../kernel/given';
import { pageHistory } from '../blame/pages';
import { say } from '../message';
import { hexOf } from '../sizes';
import { lineOf } from '../subject';
import { bytesOf, down, pageSizeOf, rangeOf, up } from './ranges';
import { withArguments, type Alteration, type Alterations } from './trial';
import { addressText, flagsText, type NewArgument } from './written-call';

export const places: Alterations = function* (failed) {
  yield* aligned(failed);
  yield* followed(failed);
  yield* chosenByKernel(failed);
  yield* startOfSegment(failed);
};

/** The argument that a check of alignment is about. */
function misaligned({ id, outcome }: Parameters<Alterations>[0]): Given<bigint> | undefined {
  const { call } = outcome.trial;
  if (id === 'mremap.new-address-misaligned' && call.call === 'mremap') return call.newAddress;
  if (id === 'mmap.offset-misaligned' && call.call === 'mmap') return call.offset;
  if (call.call === 'mremap') return call.oldAddress;
  return 'addr' in call ? call.addr : undefined;
}

function* aligned(failed: Parameters<Alterations>[0]): Iterable<Alteration> {
  const { id, outcome } = failed;
  const { trial } = outcome;
  const given = /-misaligned$|-alignment$|\.not-attached$/.test(id) ? misaligned(failed) : undefined;
  const value = given?.value;
  if (given === undefined || value === undefined) return;
  const low = down(value, trial.before);
  const high = up(value, trial.before);
  if (low === value) return;
  const isOffset = id === 'mmap.offset-misaligned';
  const to = isOffset ? String : addressText;
  const name = isOffset ? 'offset' : 'address';
  yield withArguments(
    trial,
    { kind: 'place', cost: 1, text: say(`remedy.${name}-down`, { to: hexOf(low) }) },
    [[given, to(low)], ...longer(failed, given, value - low)],
  );
  const length = rangeOf(trial.call)?.length.value;
  const isLeft =
    isOffset ||
    trial.call.call === 'mremap' ||
    trial.call.call === 'mmap' ||
    length === undefined ||
    length - (high - value) >= pageSizeOf(trial.before);
  if (high > value && isLeft)
    yield withArguments(
      trial,
      { kind: 'place', cost: 2, text: say(`remedy.${name}-up`, { to: hexOf(high) }) },
      [[given, to(high)], ...longer(failed, given, value - high)],
    );
}

/** The range still ends where it was to end: all of its bytes stay in it, or those from the border on. */
function* longer(
  { outcome }: Parameters<Alterations>[0],
  given: Given<bigint>,
  by: bigint,
): Iterable<NewArgument> {
  const { call } = outcome.trial;
  const range = rangeOf(call);
  const isStart = given === range?.addr || (call.call === 'mmap' && given === call.offset);
  // A fixed mapping has the length that its owner wants, wherever it lies; mremap's sizes go with its address.
  if (range?.length.value === undefined || !isStart || call.call === 'mremap') return;
  if (call.call === 'mmap' && given === call.addr) return;
  const length = range.length.value + by;
  if (length > 0n) yield [range.length, String(length)];
}

/** mremap took the memory elsewhere: its address is another now. */
function* followed({ subject, outcome, id }: Parameters<Alterations>[0]): Iterable<Alteration> {
  const { trial } = outcome;
  const range = rangeOf(trial.call);
  const bytes = bytesOf(trial.call);
  if (!/\.(unmapped|not-attached)$/.test(id) || range === undefined || bytes === undefined) return;
  const { timeline, event } = subject;
  const page = pageOf(bytes.start);
  const { deeds } = pageHistory(timeline, trial.before.task, pageRange(page, page + 1), event);
  const last = deeds.at(-1);
  if (last?.how !== 'moved-away' || last.other === undefined) return;
  const call = timeline.memoryCallAt(last.event);
  if (call?.call !== 'mremap' || call.oldAddress.value === undefined) return;
  const to = addressOf(last.other.start) + (bytes.start - call.oldAddress.value);
  yield withArguments(
    trial,
    {
      kind: 'place',
      cost: 1,
      text: say('remedy.address-moved', { to: hexOf(to), line: lineOf(subject, last.event) }),
    },
    [[range.addr, addressText(to)]],
  );
}

/** A place that the kernel finds itself, near the address asked for or anywhere. */
function* chosenByKernel({ outcome, id }: Parameters<Alterations>[0]): Iterable<Alteration> {
  const { trial } = outcome;
  const { call } = trial;
  if (call.call === 'shmat' && /range-in-use|misaligned|below-mmap|beyond|wraps/.test(id))
    yield withArguments(trial, { kind: 'place', cost: 4, text: say('remedy.address-null') }, [
      [call.addr, 'NULL'],
    ]);
  if (call.call !== 'mmap' || call.flags.value === undefined) return;
  const fixed = call.flags.value & (MAP.FIXED | MAP.FIXED_NOREPLACE);
  if (fixed === 0) return;
  const table = mmapFlags(trial.before.task.architecture);
  const bits = (call.flags.value & ~fixed) >>> 0;
  const flags = flagsText(call, call.flags, bits, table);
  const name = (fixed & MAP.FIXED_NOREPLACE) === 0 ? 'MAP_FIXED' : 'MAP_FIXED_NOREPLACE';
  yield withArguments(trial, { kind: 'place', cost: 4, text: say('remedy.address-hint', { flag: name }) }, [
    [call.flags, flags],
  ]);
}

/** shmdt takes the address that shmat gave. */
function* startOfSegment({ outcome: { trial }, id }: Parameters<Alterations>[0]): Iterable<Alteration> {
  const { call, before } = trial;
  if (call.call !== 'shmdt' || id !== 'shmdt.not-attached' || call.addr.value === undefined) return;
  const vma = before.space.vmaAt(pageOf(call.addr.value));
  if (vma?.backing.kind !== 'sysv') return;
  const to = addressOf(vma.start) - (BigInt(vma.pgoff) << 12n);
  yield withArguments(
    trial,
    { kind: 'place', cost: 1, text: say('remedy.segment-start', { to: hexOf(to) }) },
    [[call.addr, addressText(to)]],
  );
}
