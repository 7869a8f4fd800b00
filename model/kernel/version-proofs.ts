/**
 * What the answer to one call proves of the kernel's version: that it has a call, a flag or an advice, or that it still
 * behaves as kernels did before a change. Stable and vendor kernels carry backports, so that a proof is of the behaviour
 * of a mainline release.
 */
import type { Before, KernelVersion } from './check';
import { shrinkRange, changeOf } from './brk/change';
import { segmentsIn } from './coverage';
import { kernelBits, pageBytes } from './layout';
import { adviceSince } from './madvise/advice';
import { MAP } from './abi/mmap-flags';
import { MCL } from './abi/memory-flags';
import type { BrkCall, MadviseCall, MmapCall, MremapCall } from './mapping-call';
import type { MemoryCall } from './memory-call';
import { requestOf } from './mmap/request';
import { remappingOf, type Remapping } from './mremap/request';
import { isAligned } from './rounding';
import type { Observed } from './observed';
import { kernelVersion } from './versions';
import { joint } from '../memory/merging';
import { lengthOf, pageRange } from '../memory/page';
import { has, VmFlag } from '../memory/vma';

export interface VersionProof {
  /** 'from': this version or a later one. 'before': an earlier one. */
  readonly bound: 'from' | 'before';
  readonly version: KernelVersion;
  readonly shows: ProvenBy;
  /** What else may have answered so, where the log cannot rule it out. */
  readonly unless?: 'seccomp';
}

/** What was seen; worded where it is shown. `what` names the call, the flag or the advice. */
export interface ProvenBy {
  readonly how: 'accepted' | 'unknown-call' | 'unknown-advice' | 'behaves';
  readonly what: string;
}

const from = (
  major: number,
  minor: number,
  what: string,
  how: ProvenBy['how'] = 'accepted',
): VersionProof => ({
  bound: 'from',
  version: kernelVersion(major, minor),
  shows: { how, what },
});
const before = (
  major: number,
  minor: number,
  what: string,
  how: ProvenBy['how'] = 'behaves',
): VersionProof => ({ bound: 'before', version: kernelVersion(major, minor), shows: { how, what } });

/** Calls with the release that brought them. A filter may answer ENOSYS as well. */
const BROUGHT_BY: Partial<Record<MemoryCall['call'], readonly [number, number]>> = {
  mlock2: [4, 4],
  pkey_mprotect: [4, 9],
  pkey_alloc: [4, 9],
  process_madvise: [5, 10],
  mseal: [6, 10],
};

/** Calls that newer kernels lack as well: those built without protection keys, and mseal in all of 32 bits. */
const isOptional = (call: MemoryCall['call'], state: Before): boolean =>
  call === 'pkey_mprotect' || call === 'pkey_alloc' || (call === 'mseal' && kernelBits(state) === 32);

/** Cheap: most calls prove nothing, and are done with by their name and flags. */
export function versionProof(call: MemoryCall, observed: Observed, state: Before): VersionProof | undefined {
  if (observed.kind === 'none') return undefined;
  switch (call.call) {
    case 'munmap':
    case 'mprotect':
    case 'mlock':
    case 'munlock':
      return undefined;
    case 'mmap':
      return byMmap(call, observed, state);
    case 'mremap':
      return byMremap(call, observed, state);
    case 'madvise':
      return byMadvise(call, observed, state);
    case 'brk':
      return byBrk(call, observed, state);
    case 'mlockall': {
      const onFault = ((call.flags.value ?? 0) & MCL.ONFAULT) !== 0;
      return onFault && observed.kind === 'success' ? from(4, 4, 'MCL_ONFAULT') : undefined;
    }
    default:
      return byPresence(call.call, observed, state);
  }
}

/** The kernel has the call, or lacks it. */
function byPresence(call: MemoryCall['call'], observed: Observed, state: Before): VersionProof | undefined {
  const brought = BROUGHT_BY[call];
  if (brought === undefined || observed.kind === 'none') return undefined;
  if (observed.kind === 'success') return from(...brought, call);
  return observed.errno === 'ENOSYS' && !isOptional(call, state)
    ? { ...before(...brought, call, 'unknown-call'), unless: 'seccomp' }
    : undefined;
}

function byMmap(call: MmapCall, observed: Observed, state: Before): VersionProof | undefined {
  const flags = call.flags.value ?? 0;
  const noReplace = (flags & MAP.FIXED_NOREPLACE) !== 0 && (flags & MAP.FIXED) === 0;
  const type = flags & MAP.TYPE;
  if (!noReplace && type !== MAP.SHARED_VALIDATE && type !== MAP.DROPPABLE) return undefined;
  const request = requestOf(call, state);
  if (request === undefined) return undefined;
  if (observed.kind === 'error')
    return noReplace && observed.errno === 'EEXIST' ? from(4, 17, 'MAP_FIXED_NOREPLACE') : undefined;
  if (observed.kind !== 'success') return undefined;
  // Older kernels take the flag for nothing and the address for a hint.
  if (noReplace && observed.value !== request.addr) return before(4, 17, 'MAP_FIXED_NOREPLACE');
  if (request.anonymous) return type === MAP.DROPPABLE ? from(6, 11, 'MAP_DROPPABLE') : undefined;
  return type === MAP.SHARED_VALIDATE ? from(4, 15, 'MAP_SHARED_VALIDATE') : undefined;
}

function byMremap(call: MremapCall, observed: Observed, state: Before): VersionProof | undefined {
  const remapping = remappingOf(call, state);
  if (remapping === undefined) return undefined;
  const { fixed, relocates, dontUnmap, oldPages, newPages, source, vma, from: old } = remapping;
  const failed = observed.kind === 'error' ? observed.errno : undefined;
  const value = observed.kind === 'success' ? observed.value : undefined;
  if (fixed && oldPages === newPages && spansSeveral(remapping, state)) {
    if (value !== undefined) return from(6, 17, 'mremap', 'behaves');
    return failed === 'EFAULT' && !dontUnmap ? before(6, 17, 'mremap') : undefined;
  }
  if (!relocates && oldPages === newPages && source === 'free') {
    // 5.16 to 5.18 answered 14, EFAULT without its sign.
    if (value === 14n) return from(5, 16, 'mremap', 'behaves');
    // That such a call succeeds proves nothing: the page may have been mapped by a call that was not traced.
    return failed === 'EFAULT' ? from(5, 19, 'mremap', 'behaves') : undefined;
  }
  if (value === undefined) return undefined;
  if (dontUnmap) return from(5, 7, 'MREMAP_DONTUNMAP');
  const isPrivate = vma?.certainty === 'exact' && !has(vma, VmFlag.mayShare);
  return lengthOf(old) === 0 && newPages > 0 && isPrivate ? before(4, 14, 'mremap') : undefined;
}

/**
 * The old range surely passes the end of its first VMA into another, or into a hole: not only over a border that hangs
 * on what was touched. Other memory than that without a file has rules of its own on newer kernels. mm/mremap.c:
 * vma_multi_allowed
 */
function spansSeveral({ vma, from: old }: Remapping, { space }: Before): boolean {
  if (vma?.certainty !== 'exact' || old.end <= vma.end) return false;
  for (const each of space.vmasIn(old)) {
    const hasOwnRules = has(each, VmFlag.userfault | VmFlag.hugeTlb) || each.certainty !== 'exact';
    if (hasOwnRules || (each.backing.kind !== 'anonymous' && each.backing.kind !== 'shmem')) return false;
  }
  const next = space.vmaAt(vma.end);
  if (next === undefined) return space.stateAt(vma.end) === 'free';
  const { because, certain } = joint(vma, next);
  return certain && (because === 'protection' || because === 'flags' || because === 'file');
}

/** With no length, only the number of the advice and the alignment of the address are looked at. */
function byMadvise(call: MadviseCall, observed: Observed, state: Before): VersionProof | undefined {
  const advice = call.advice.value;
  const known = advice === undefined ? undefined : adviceSince(advice);
  if (known === undefined) return undefined;
  const { since, name } = known;
  if (observed.kind === 'success')
    return { bound: 'from', version: since, shows: { how: 'accepted', what: name } };
  const { addr, length } = call;
  const asksOnly = length.value === 0n && addr.value !== undefined && isAligned(addr.value, pageBytes(state));
  return asksOnly && observed.kind === 'error' && observed.errno === 'EINVAL'
    ? { bound: 'before', version: since, shows: { how: 'unknown-advice', what: name } }
    : undefined;
}

/** Giving back a part of the heap that was unmapped before. */
function byBrk(call: BrkCall, observed: Observed, state: Before): VersionProof | undefined {
  if (observed.kind !== 'success') return undefined;
  const range = shrinkRange(call, state);
  const change = changeOf(call, state);
  if (range === undefined || change === undefined) return undefined;
  const { startBrk, brk } = state.space;
  const isFree = segmentsIn(state.space, pageRange(range.start, range.end)).every(
    (segment) => segment.kind === 'hole' && segment.state === 'free',
  );
  if (!isFree || startBrk === undefined || change.to < startBrk) return undefined;
  if (observed.value === change.to) return before(6, 1, 'brk');
  const limit = state.process.limits.get('DATA')?.soft;
  return observed.value === brk && (limit === undefined || limit === 'infinity')
    ? from(6, 1, 'brk', 'behaves')
    : undefined;
}
