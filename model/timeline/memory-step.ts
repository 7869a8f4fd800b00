/**
 * A memory call happens in the world: the kernel's rule is applied to the caller's address space with what the log says the
 * kernel answered.
 */
import type { CallEvent } from '../trace/event';
import type { EventIndex } from '../trace/positions';
import type { Before, Machine } from '../kernel/check';
import type { MmapCall } from '../kernel/mapping-call';
import type { MemoryCall } from '../kernel/memory-call';
import { ruleOf } from '../kernel/rules';
import type { Observed } from '../kernel/observed';
import { fileRuleShown } from '../kernel/mmap/placement';
import { versionProof } from '../kernel/version-proofs';
import { unknownFile } from '../process/open-file';
import { learnFromLock } from '../process/lock-privilege';
import type { Task, World } from '../process/world';
import type { WorldEdit } from '../process/world-edit';
import { lockProofOf } from './lock-evidence';
import { refusedBehind } from './size-evidence';
import { learnClosed } from './descriptor-evidence';
import { learnFromAdvice } from './configuration-evidence';
import type { MachineEvidence } from './machine-evidence';
import { learnFromGrant } from './memory-evidence';
import { learnKeys, learnNodes } from './node-and-key-evidence';
import { learnFromRegistration } from './registration-evidence';

/** What the kernel answered; undefined where it never saw the call. */
export function observedOf({ result }: CallEvent): Observed | undefined {
  if (result.kind === 'never') return { kind: 'none' };
  if (result.injected === 'result') return undefined;
  if (result.kind === 'value') return { kind: 'success', value: unsigned(result.value) };
  return result.kind === 'error' ? { kind: 'error', errno: result.errno } : { kind: 'none' };
}

/** Nearly all are as they should be, and the conversion makes a new number. */
const unsigned = (value: bigint): bigint =>
  value >= 0n && value <= 0xffff_ffff_ffff_ffffn ? value : BigInt.asUintN(64, value);

/** Undefined where a part of the task's world is gone: it has ended by the model's reckoning. */
export function beforeOf(world: World, task: Task, machine: Machine): Before | undefined {
  const space = world.space(task.space);
  const process = world.process(task.process);
  const descriptors = world.descriptors(task.descriptors);
  if (space === undefined || process === undefined || descriptors === undefined) return undefined;
  return { space, task, process, descriptors, machine, segments: world.segments, world };
}

/** `evidence`: the machine, which also hears what the answer proves of its kernel. */
export function applyMemoryCall(
  call: MemoryCall,
  task: Task,
  edit: WorldEdit,
  evidence: MachineEvidence,
): void {
  const observed = observedOf(call.event);
  const rule = ruleOf(call.call);
  if (observed === undefined) return;
  if (observed.kind === 'success') identifyFile(call, task, edit);
  const before = beforeOf(edit.world, task, evidence.current);
  if (before === undefined) return;
  const proof = versionProof(call, observed, before);
  if (proof !== undefined) evidence.proves(proof, edit.event);
  learn(call, observed, before, task, edit, evidence);
  edit.changeSpace(task.space, (space) => rule.apply?.(call, observed, before, space));
  const after = edit.world.space(task.space);
  if (after === undefined) return;
  const refused = refusedBehind(call, observed, before, after, edit.event);
  if (refused !== before.process.refusedSizes)
    edit.changeProcess(task.process, (process) => ({ ...process, refusedSizes: refused }));
  const lockProof = lockProofOf(call, observed, before, after);
  if (lockProof === undefined) return;
  const privileges = learnFromLock(task.privileges, lockProof, edit.event);
  if (privileges !== task.privileges) edit.setTask({ ...task, privileges });
}

/** What the answer tells of the machine and the process, by the calls that tell anything: most are done with by their name. */
function learn(
  call: MemoryCall,
  observed: Observed,
  before: Before,
  task: Task,
  edit: WorldEdit,
  evidence: MachineEvidence,
): void {
  switch (call.call) {
    case 'munmap':
    case 'mremap':
    case 'mlock':
    case 'munlock':
      return;
    case 'mmap':
      learnFromMapping(call, observed, before, edit.event, evidence);
      learnFromGrant(call, observed, before, evidence.shownMemory);
      learnKeys(call, observed, before, task, edit);
      learnClosed(call, observed, before, task, edit);
      return;
    case 'brk':
      learnFromGrant(call, observed, before, evidence.shownMemory);
      return;
    case 'mprotect':
    case 'pkey_mprotect':
      learnKeys(call, observed, before, task, edit);
      return;
    case 'madvise':
      learnFromAdvice(call, observed, before, evidence.shownConfiguration);
      return;
    default:
      learnNodes(call, observed, before, evidence.shownNodes);
      learnFromRegistration(call, observed, before, evidence.filesystems);
      evidence.parts.learn(call, observed);
  }
}

function learnFromMapping(
  call: MmapCall,
  observed: Observed,
  before: Before,
  event: EventIndex,
  evidence: MachineEvidence,
): void {
  if (observed.kind !== 'success') return;
  const rule = fileRuleShown(call, observed.value, before);
  if (rule !== undefined) evidence.fileRules.shows(rule, event);
  evidence.allowsMappings(before.space);
}

const MAP_ANONYMOUS = 0x20;

/**
 * mmap of a descriptor that the log never opened: it is open, so it has an identity from now on, and two mappings of it are
 * known to be of one file.
 */
export function identifyFile(call: MemoryCall, task: Task, edit: WorldEdit): void {
  if (call.call !== 'mmap') return;
  const fd = call.fd.value;
  const flags = call.flags.value;
  if (fd === undefined || fd < 0 || flags === undefined || (flags & MAP_ANONYMOUS) !== 0) return;
  const known = edit.world.descriptors(task.descriptors)?.get(fd);
  const file = known ?? unknownFile(edit.ids.description());
  if (known === undefined) edit.setDescriptor(task.descriptors, fd, file);
  edit.offsets.mapped(file);
}
