/** mremap takes one mapping, and only what is mapped: the parts of the old range, one call each where several calls do it. */
import { MREMAP } from '../../kernel/abi/memory-flags';
import type { MremapCall } from '../../kernel/mapping-call';
import { addressOf, pageOf } from '../../memory/page';
import type { Vma } from '../../memory/vma';
import { say } from '../message';
import { bytesInWords, hexOf } from '../sizes';
import { pagesTouched } from './ranges';
import { withArguments, withCalls, type Alteration, type Alterations, type Trial } from './trial';
import { addressText } from './written-call';

export const remapping: Alterations = function* ({ outcome: { trial }, id }) {
  const { call } = trial;
  if (call.call !== 'mremap') return;
  const asked = askedOf(call);
  if (asked === undefined) return;
  const vma = trial.before.space.vmaAt(pageOf(asked.from));
  if (vma === undefined) return;
  if (id.endsWith('beyond-vma') || id.endsWith('no-room-in-place')) {
    yield* firstAlone(trial, call, asked, vma);
    yield* lastAlone(trial, call, asked);
  }
  if (id.endsWith('beyond-vma')) yield* eachMapping(trial, asked);
  if (id.endsWith('no-room-in-place')) yield* inPlace(trial, call, asked, vma);
  if (id.endsWith('old-size-zero-private')) yield* wholeMapping(trial, call, asked, vma);
};

interface Asked {
  readonly from: bigint;
  readonly old: bigint;
  readonly next: bigint;
  readonly to: bigint | undefined;
  readonly flags: number;
}

function askedOf({ oldAddress, oldSize, newSize, newAddress, flags }: MremapCall): Asked | undefined {
  if (oldAddress.value === undefined || oldSize.value === undefined) return undefined;
  if (newSize.value === undefined || flags.value === undefined) return undefined;
  return {
    from: oldAddress.value,
    old: oldSize.value,
    next: newSize.value,
    to: newAddress.value,
    flags: flags.value,
  };
}

/** What of the old range lies in the first mapping. */
function* firstAlone(trial: Trial, call: MremapCall, { from, old }: Asked, vma: Vma): Iterable<Alteration> {
  const inside = addressOf(vma.end) - from;
  if (inside >= old) return;
  const text = say('remedy.old-size-one-mapping', { length: inside, size: bytesInWords(inside) });
  yield withArguments(trial, { kind: 'length', cost: 4, text }, [[call.oldSize, String(inside)]]);
}

/** The last mapping, which is what would grow: what comes before it stays where it is. */
function* lastAlone(trial: Trial, call: MremapCall, { from, old, next }: Asked): Iterable<Alteration> {
  const end = from + old;
  const last = trial.before.space.vmaAt(pageOf(end - 1n));
  if (next <= old || last === undefined || addressOf(last.start) <= from) return;
  const start = addressOf(last.start);
  const text = say('remedy.grow-last-mapping', { from: hexOf(start) });
  yield withArguments(trial, { kind: 'place', cost: 3, text }, [
    [call.oldAddress, addressText(start)],
    [call.oldSize, String(end - start)],
    [call.newSize, String(end - start + next - old)],
  ]);
}

/** More mappings than a person makes calls for. */
const MOST_MAPPINGS = 8;

/**
 * Without a change of size, each mapping can be taken on its own; with MREMAP_FIXED each goes to its part of the new range.
 *
 *     |--a--|----b----|       mremap(a, …, new), mremap(b, …, new + a)
 */
function* eachMapping(trial: Trial, { from, old, next, to, flags }: Asked): Iterable<Alteration> {
  if (old !== next || old === 0n) return;
  const vmas: Vma[] = [];
  for (const vma of trial.before.space.vmasIn(pagesTouched({ start: from, end: from + old }))) {
    if (vmas.push(vma) > MOST_MAPPINGS) return;
  }
  if (vmas.length < 2) return;
  const isFixed = (flags & MREMAP.FIXED) !== 0;
  const flagsShown = trial.call.event.args[3];
  if (flagsShown === undefined || (isFixed && to === undefined)) return;
  const { start: at, end: behind } = flagsShown.value.span;
  const words = trial.call.event.text.text.slice(at, behind);
  const texts = vmas.map((vma) => {
    const start = addressOf(vma.start) > from ? addressOf(vma.start) : from;
    const end = addressOf(vma.end) < from + old ? addressOf(vma.end) : from + old;
    const size = end - start;
    const target = isFixed ? `, ${addressText((to ?? 0n) + start - from)}` : '';
    return `mremap(${addressText(start)}, ${size}, ${size}, ${words}${target})`;
  });
  const text = say('remedy.call-each-mapping', { call: 'mremap', count: texts.length });
  yield withCalls(trial, { kind: 'calls', cost: 2, text }, texts);
}

/** Up to the next mapping. */
function* inPlace(
  trial: Trial,
  call: MremapCall,
  { from, old, next }: Asked,
  vma: Vma,
): Iterable<Alteration> {
  const behind = trial.before.space.firstEndingAbove(vma.end);
  const room = behind === undefined ? 0n : addressOf(behind.start) - from;
  if (room <= old || room >= next) return;
  const text = say('remedy.length-in-place', { length: room, size: bytesInWords(room) });
  yield withArguments(trial, { kind: 'length', cost: 5, text }, [[call.newSize, String(room)]]);
}

/** Private memory is never duplicated: it is given by its size. */
function* wholeMapping(
  trial: Trial,
  call: MremapCall,
  { from, next }: Asked,
  vma: Vma,
): Iterable<Alteration> {
  const size = addressOf(vma.end) - from;
  const old = next < size ? next : size;
  const text = say('remedy.old-size', { length: old, size: bytesInWords(old) });
  yield withArguments(trial, { kind: 'length', cost: 2, text }, [[call.oldSize, String(old)]]);
}
