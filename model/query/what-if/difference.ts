/** What the calls that were tried leave other than the recording has it at the same place. */
import type { AddressSpace, SpaceChange } from '../../memory/address-space';
import type { Backing, Vma } from '../../memory/vma';
import type { EventIndex } from '../../trace/positions';
import { effectsOf } from '../../why/effects';
import type { Message } from '../../why/message-shape';
import { say } from '../../why/message';
import { spaceOf, whatIfAt, type WhatIfState } from './what-if';
import { worldEffects } from '../../why/world-effects';

export function differences(state: WhatIfState): readonly Message[] {
  const was = spaceOf(whatIfAt(state.timeline, state.position, state.task));
  const is = spaceOf(state);
  if (was === undefined || is === undefined)
    return [say(was === is ? 'whatif.same-memory' : 'effect.space-gone')];
  const change = was.id === is.id ? changeBetween(was, is, state.position) : undefined;
  if (change === undefined) return [say('effect.space-new')];
  const whole = {
    event: state.position,
    spaces: [change],
    spaceLives: [],
    tasks: [],
    processes: processesChanged(state),
    descriptors: [],
  };
  const found = [...effectsOf({ changeAt: () => whole }, state.position), ...worldEffects(whole)];
  return found.length === 0 ? [say('whatif.same-memory')] : found;
}

/** As if one event had made all the difference. */
function changeBetween(was: AddressSpace, is: AddressSpace, position: EventIndex): SpaceChange {
  const before = [...was.vmas()];
  const after = [...is.vmas()];
  const [old, now] = [new Set(before), new Set(after)];
  return {
    space: is.id,
    removed: before.filter((vma) => !now.has(vma)),
    added: after.filter((vma) => !old.has(vma)).map((vma) => asMappedAt(vma, was, position)),
    factsBefore: was,
    factsAfter: is,
  };
}

/**
 * Whichever of the calls mapped it, where something else was mapped. Memory that was only mapped anew, or that merged with
 * what a call mapped beside it, looks as it did.
 */
function asMappedAt(vma: Vma, was: AddressSpace, position: EventIndex): Vma {
  if (vma.origin.mapped === undefined || vma.origin.mapped < position) return vma;
  const isOther = [...was.vmasIn(vma)].some(({ backing }) => !isSameBacking(backing, vma.backing));
  return { ...vma, origin: { ...vma.origin, mapped: isOther ? position : undefined } };
}

function isSameBacking(one: Backing, other: Backing): boolean {
  if (one.kind === 'file' && other.kind === 'file') return one.description === other.description;
  if (one.kind === 'shmem' && other.kind === 'shmem') return one.object === other.object;
  if (one.kind === 'sysv' && other.kind === 'sysv') return one.object === other.object;
  return one.kind === other.kind;
}

function processesChanged({ timeline, position, world, task }: WhatIfState) {
  const id = world.task(task)?.process;
  if (id === undefined) return [];
  const before = timeline.worldAt(position).process(id);
  const after = world.process(id);
  return before === after ? [] : [{ id, before, after }];
}
