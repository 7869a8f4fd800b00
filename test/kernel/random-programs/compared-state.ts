/**
 * The address space as the model has it, beside the kernel's own account: every difference in words.
 */
import type { AddressSpace } from '../../../model/memory/address-space';
import { permissionsOf, shownOffset } from '../../../model/memory/maps-format';
import { nameOf } from '../../../model/memory/names';
import { mayHaveOldOffset } from '../../../model/memory/merging';
import { addressOf, pageOf } from '../../../model/memory/page';
import type { KernelState, KernelVma } from './kernel-record';

export type Compared =
  'VMAs' | 'joined VMAs' | 'names' | 'VmLck' | 'VmSize' | 'VmData' | 'VmStk' | 'map count';

export interface StateDifference {
  readonly what: Compared;
  readonly kernel: string;
  readonly model: string;
}

/**
 * `touched`: pages were touched unseen. Where they were not, what the model holds for likely is what it says: it follows a
 * program that touches nothing but what the log shows.
 */
export function stateDifferences(
  space: AddressSpace,
  state: KernelState,
  touched: boolean,
): StateDifference[] {
  const ours = modelVmas(space);
  const theirs = state.vmas;
  const found: StateDifference[] = [];
  const differ = (what: Compared, model: unknown, kernel: unknown): void => {
    if (model !== kernel) found.push({ what, model: String(model), kernel: String(kernel) });
  };
  const lists = (what: Compared, ourLines: readonly string[], theirLines: readonly string[]): void => {
    const [ourSet, theirSet] = [new Set(ourLines), new Set(theirLines)];
    differ(
      what,
      ourLines.filter((line) => !theirSet.has(line)).join('; '),
      theirLines.filter((line) => !ourSet.has(line)).join('; '),
    );
  };
  lists('VMAs', ours.map(shape), theirs.map(shape));
  lists('joined VMAs', joined(ours.map(withOpenOffset(space, theirs))).map(shape), joined(theirs).map(shape));
  if (found.length === 0) lists('names', ours.map(named), theirs.map(named));
  const { sizes } = state;
  const locked = space.locked ?? (touched ? undefined : space.likelyLocked);
  differ('VmLck', locked === undefined ? 'unknown' : locked * 4, sizes.VmLck);
  differ('VmSize', space.total * 4, sizes.VmSize);
  differ('VmData', space.data * 4, sizes.VmData);
  differ('VmStk', space.stack * 4, sizes.VmStk);
  differ('map count', space.mapCount, theirs.length);
  return found;
}

/**
 * Private memory of /dev/zero shows its offset, and has another one after a move where page faults that no log shows came
 * before: what the kernel says of it is taken for both. Lists that are not joined are compared as they are.
 */
const withOpenOffset =
  (space: AddressSpace, theirs: readonly KernelVma[]) =>
  (one: KernelVma): KernelVma => {
    const vma = space.vmaAt(pageOf(one.start));
    if (vma?.backing.kind !== 'file' || !mayHaveOldOffset(vma)) return one;
    const { offset } = theirs.find(({ start }) => start === one.start) ?? one;
    return { ...one, offset };
  };

const cache = new WeakMap<AddressSpace, readonly KernelVma[]>();

function modelVmas(space: AddressSpace): readonly KernelVma[] {
  const known = cache.get(space);
  if (known !== undefined) return known;
  const vmas = [...space.vmas()].map((vma) => ({
    start: addressOf(vma.start),
    end: addressOf(vma.end),
    permissions: permissionsOf(vma),
    offset: shownOffset(vma),
    name: nameOf(vma, space) ?? '',
  }));
  cache.set(space, vmas);
  return vmas;
}

const shape = ({ start, end, permissions, offset, name }: KernelVma): string =>
  `${start.toString(16)}-${end.toString(16)} ${permissions} ${offset.toString(16)} ${kindOf(name)}`.trimEnd();
const named = (vma: KernelVma): string => `${vma.start.toString(16)} ${vma.name}`;

/** Names are compared apart. */
const kindOf = (name: string): string => (name === '' || name.startsWith('[') ? '' : 'file');

/** Neighbours that differ in nothing that maps shows become one. */
function joined(vmas: readonly KernelVma[]): KernelVma[] {
  const result: KernelVma[] = [];
  for (const vma of vmas) {
    const last = result.at(-1);
    const isFile = kindOf(vma.name) === 'file';
    if (
      last?.end === vma.start &&
      last.permissions === vma.permissions &&
      (isFile ? last.name === vma.name : kindOf(last.name) === '') &&
      (!isFile || last.offset + (last.end - last.start) === vma.offset)
    )
      result[result.length - 1] = { ...last, end: vma.end };
    else result.push(vma);
  }
  return result;
}
