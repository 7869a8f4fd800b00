/**
 * fork, vfork, clone, clone3: the call that makes a task. What the child shares and what it gets a copy of is decided when
 * the call returns in the log, or at the child's first line where that comes first.
 */
import type { CallEvent } from '../trace/event';
import type { AddressSpace, SpaceEdit } from '../memory/address-space';
import { pageRange } from '../memory/page';
import { bear, conceive, type Newcomer, type Unborn } from './birth';
import type { Children, EarlyChild } from './children';
import { smallSuccessOf } from './call-values';
import { cloneRequestOf, howOf, sameRequest, type CloneRequest } from './clone-request';
import { childDescriptor } from './descriptors-received';
import type { Task } from './world';
import type { WorldEdit } from './world-edit';

/** The call has returned. A failure makes nothing. */
export function cloned(call: CallEvent, task: Task, edit: WorldEdit, children: Children): void {
  children.returned(task.id);
  const request = cloneRequestOf(call);
  const tid = smallSuccessOf(call);
  // 0 is the answer in the child, which some logs of old strace versions show.
  if (request === undefined || tid === undefined || tid === 0) return;
  childDescriptor(call, task, edit);
  const early = children.takeEarly(tid);
  if (early !== undefined) reconcile(early, task, request, edit);
  else giveUp(children.expect(tid, conceive(task, request, tid, edit)), edit);
}

/** First sight of a task while a clone is open: that one made it, until its return says otherwise. */
export function bornEarly(newcomer: Newcomer, edit: WorldEdit, children: Children): Task | undefined {
  const open = children.takeOpen();
  const parent = open === undefined ? undefined : edit.world.task(open.parent);
  if (open === undefined || parent === undefined) return undefined;
  const guess = conceive(parent, open.request, newcomer.tid, edit);
  if (newcomer.tid !== undefined)
    children.sawEarly({ task: newcomer.id, tid: newcomer.tid, guess, since: edit.event });
  return bear(newcomer, guess, edit);
}

/**
 * The clone of a child already seen returns. Where the guess was right only `created` is to be set; else the child moves
 * to where it belongs, and what its own lines have shown of memory goes with it.
 */
function reconcile(early: EarlyChild, parent: Task, request: CloneRequest, edit: WorldEdit): void {
  const child = edit.world.task(early.task);
  if (child === undefined) return;
  const { guess } = early;
  // Threads of one process are one another's equals: only the name of the parent was wrong.
  const right =
    guess !== undefined &&
    sameRequest(guess.request, request) &&
    edit.world.task(guess.parent)?.process === parent.process;
  if (right || child.ended !== undefined) {
    edit.setTask({ ...child, created: { at: edit.event, by: parent.id, how: howOf(request) } });
    return;
  }
  const unborn = conceive(parent, request, child.tid, edit);
  const known = edit.world.space(child.space);
  if (guess === undefined && known !== undefined)
    edit.changeSpace(unborn.space, (space) => transplant(known, space));
  const { id, tid, comm } = child;
  if (bear({ id, tid, comm }, unborn, edit) !== undefined) leaveGuess(child, edit);
}

function leaveGuess(child: Task, edit: WorldEdit): void {
  const now = edit.world.task(child.id);
  if (now?.space !== child.space) edit.leaveSpace(child.id, child.space);
  if (now?.descriptors !== child.descriptors) edit.leaveDescriptors(child.id, child.descriptors);
}

/** All that one space shows, mapped or proven free, put over another. */
function transplant(from: AddressSpace, to: SpaceEdit): void {
  for (const hole of from.holesIn(pageRange(0, from.taskSize))) if (hole.state === 'free') to.unmap(hole);
  for (const vma of from.vmas()) to.map(vma);
}

/** What a child that never showed up would have had. */
function giveUp(unborn: Unborn | undefined, edit: WorldEdit): void {
  if (unborn === undefined) return;
  const nobody = unborn.parent;
  if (!unborn.request.sharesSpace && edit.members.of('space', unborn.space).length === 0)
    edit.leaveSpace(nobody, unborn.space);
  if (!unborn.request.sharesDescriptors && edit.members.of('descriptors', unborn.descriptors).length === 0)
    edit.leaveDescriptors(nobody, unborn.descriptors);
}
