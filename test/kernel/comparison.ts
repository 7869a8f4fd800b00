/**
 * Follows a recording of the live kernel with the model, and reports every difference: in the answer that the model
 * predicted, in the VMAs that a call left, in VmLck.
 */
import type { Before, Judgement } from '../../model/kernel/check';
import { judge } from '../../model/kernel/judge';
import { mergingOf } from '../../model/kernel/merging-of-kernel';
import { ruleOf } from '../../model/kernel/rules';
import type { Observed } from '../../model/kernel/observed';
import type { AddressSpace, SpaceId } from '../../model/memory/address-space';
import { isDoubtfulBorder } from '../../model/memory/doubtful-borders';
import { pageNumber, pageRange } from '../../model/memory/page';
import type { SnapshotVma } from '../../model/memory/maps-snapshot';
import { fromSnapshot } from '../../model/memory/snapshot-space';
import { has, VmFlag, type Vma } from '../../model/memory/vma';
import { beforeOf, callOf, type Circumstances } from '../unit/kernel/before';
import type { Recorded, Recording } from './live-caller';

export interface Step {
  readonly text: string;
  readonly judgement: Judgement;
  readonly differences: readonly string[];
}

/**
 * `circumstances` may change on the way: the lines that the caller obeyed beside calls. 'pages': without the borders
 * between VMAs that look alike; whether those merge hangs on what the program touched.
 */
export function follow(
  recording: Recording,
  circumstances: (call: number) => Circumstances,
  compared: 'borders' | 'pages' = 'borders',
): { readonly steps: readonly Step[]; readonly space: AddressSpace } {
  let space = startOf(recording);
  const steps = recording.calls.map((recorded, index) => {
    const before = beforeOf(space, circumstances(index));
    const call = callOf(recorded.name, recorded.args, index + 10);
    const judgement = judge(call, before);
    const edit = space.edit(call.event.index, mergingOf(before.machine.kernel));
    ruleOf(call.call).apply?.(call, observedOf(recorded), before, edit);
    space = edit.finish().space;
    const differences = [
      ...answerDifference(recorded, judgement, before),
      ...spaceDifferences(space, recorded, compared),
    ];
    return { text: `${index}: ${textOf(recorded, recording)}`, judgement, differences };
  });
  return { steps, space };
}

export const startOf = ({ start, startBreak }: Recording): AddressSpace =>
  fromSnapshot({
    id: 1 as SpaceId,
    taskSize: pageNumber(0x7ffffffff),
    snapshot: start,
    past: 'exec',
    // The heap of a static program is set up before main: where it starts, is where maps shows it.
    facts: { brk: startBreak, startBrk: heapStart(start.vmas) ?? startBreak },
  });

const heapStart = (vmas: readonly SnapshotVma[]): bigint | undefined => {
  const heap = vmas.find((vma) => vma.name === '[heap]');
  return heap === undefined ? undefined : BigInt(heap.start) << 12n;
};

const observedOf = ({ answer }: Recorded): Observed =>
  'errno' in answer ? { kind: 'error', errno: answer.errno } : { kind: 'success', value: answer.value };

const hex = (value: bigint): string => `0x${value.toString(16)}`;

const answered = ({ answer }: Recorded): string => ('errno' in answer ? answer.errno : hex(answer.value));

/** Addresses of the window as w+N. */
export function textOf(recorded: Recorded, { window }: Recording): string {
  const place = (value: bigint): string =>
    value >= window && value < window + (1n << 24n) ? `w+${hex(value - window)}` : hex(value);
  return `${recorded.name}(${recorded.args.map(place).join(', ')}) = ${answered(recorded)}`;
}

/** Where the model says that it can't tell, there is nothing to compare: such answers are counted by the caller. */
function answerDifference(recorded: Recorded, { predicted }: Judgement, before: Before): string[] {
  if (predicted.kind === 'undecidable') return [];
  const { answer } = recorded;
  const said = predicted.kind === 'error' ? `${predicted.errno} by ${predicted.cause}` : 'success';
  if ('errno' in answer)
    return predicted.kind === 'error' && predicted.errno === answer.errno
      ? []
      : [`predicted ${said}, but the kernel answered ${answer.errno}`];
  if (predicted.kind === 'error' && predicted.errno !== 'old-break')
    return [`predicted ${said}, but the kernel answered ${hex(answer.value)}`];
  const value = predicted.value ?? (predicted.kind === 'error' ? before.space.brk : undefined);
  return value === undefined || value === answer.value
    ? []
    : [`predicted ${said} ${hex(value)}, but the kernel answered ${hex(answer.value)}`];
}

/** One line a VMA, as far as maps shows it. */
function shown(vma: Vma): string {
  const letters = ['r', 'w', 'x']
    .map((letter, bit) => (((vma.prot ?? 0) >> bit) & 1 ? letter : '-'))
    .join('');
  return `${letters}${has(vma, VmFlag.mayShare) ? 's' : 'p'}`;
}
const shownIn = (vma: SnapshotVma): string => {
  const letters = ['r', 'w', 'x']
    .map((letter, bit) => (((vma.prot ?? 0) >> bit) & 1 ? letter : '-'))
    .join('');
  return `${letters}${vma.share === 'shared' ? 's' : 'p'}`;
};

function spaceDifferences(space: AddressSpace, recorded: Recorded, compared: 'borders' | 'pages'): string[] {
  const differences: string[] = [];
  if (space.locked !== recorded.lockedKb / 4)
    differences.push(`VmLck is ${recorded.lockedKb / 4} pages, the model has ${String(space.locked)}`);
  const ours = [...space.vmas()];
  const theirs = recorded.maps.vmas;
  const borders = new Set([...ours, ...theirs].flatMap((vma) => [vma.start, vma.end]));
  const sorted = [...borders].sort((a, b) => a - b);
  for (const [index, start] of sorted.slice(0, -1).entries()) {
    const range = pageRange(start, sorted[index + 1] ?? start);
    const our = ours.find((vma) => vma.start <= range.start && range.end <= vma.end);
    const their = theirs.find((vma) => vma.start <= range.start && range.end <= vma.end);
    const [a, b] = [our === undefined ? 'free' : shown(our), their === undefined ? 'free' : shownIn(their)];
    const place = `[${range.start.toString(16)}, ${range.end.toString(16)})`;
    if (a !== b) differences.push(`${place} is ${b}, the model has ${a}`);
  }
  if (compared === 'borders') differences.push(...borderDifferences(ours, theirs));
  return differences;
}

/** Borders between touching VMAs, but for those whose merging the model calls doubtful. */
function borderDifferences(ours: readonly Vma[], theirs: readonly SnapshotVma[]): string[] {
  const found: string[] = [];
  const starts = new Set<number>(ours.map((vma) => vma.start));
  for (const { start } of theirs) {
    if (starts.has(start)) continue;
    const vma = ours.find((our) => our.start < start && start < our.end);
    if (vma === undefined || isDoubtfulBorder(vma.doubtfulBorders, start)) continue;
    found.push(`a VMA begins at ${start.toString(16)}, the model has one from ${vma.start.toString(16)} on`);
  }
  const real = new Set<number>(theirs.map((vma) => vma.start));
  for (const vma of ours) {
    if (real.has(vma.start) || !theirs.some((their) => their.start < vma.start && vma.start < their.end))
      continue;
    found.push(`the model has a VMA at ${vma.start.toString(16)}, which the kernel joined to the one below`);
  }
  return found;
}
