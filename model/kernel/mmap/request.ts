/**
 * mmap's arguments as the kernel works with them.
 */
import { pageRange, type PageRange } from '../../memory/page';
import type { OpenFile } from '../../process/descriptors';
import { MAP } from '../abi/mmap-flags';
import type { Before } from '../check';
import { hugeUnitsIn } from '../huge-pages';
import { hugePageUnits, kernelBits, pageBytes } from '../layout';
import type { MmapCall } from '../mapping-call';
import { once } from '../once';
import { isAligned, roundUp } from '../rounding';
import { kernelVersion } from '../versions';

export interface MmapRequest {
  /** Bytes, as given. */
  readonly addr: bigint;
  readonly bytes: bigint;
  /** Bytes, rounded up to pages; 0 where that wraps. */
  readonly length: bigint;
  readonly pages: number;
  readonly prot: number;
  readonly flags: number;
  /** MAP_SHARED, MAP_PRIVATE, ...: a number, not flags. */
  readonly type: number;
  readonly offset: bigint;
  readonly anonymous: boolean;
  /** MAP_HUGETLB is given. */
  readonly asksHuge: boolean;
  /** The memory is of huge pages: anonymous and asked for, or of a file that has them. */
  readonly hugePages: boolean;
  /** The size of one of them in pages of 4096 bytes: the file's, or the one asked for, else the usual one of the machine. */
  readonly hugeUnits: number;
  /** MAP_FIXED, or MAP_FIXED_NOREPLACE where the kernel knows it (4.17). */
  readonly fixed: boolean;
  readonly noReplace: boolean;
  /** MAP_SHARED or MAP_SHARED_VALIDATE of a file. */
  readonly shared: boolean;
}

/** Undefined where the log does not show an argument that the call cannot be understood without. */
export const requestOf = once(readRequest);

function readRequest(call: MmapCall, before: Before): MmapRequest | undefined {
  const { addr, length, prot, flags, offset } = call;
  if (addr.value === undefined || length.value === undefined) return undefined;
  if (prot.value === undefined || flags.value === undefined) return undefined;
  const anonymous = (flags.value & MAP.ANONYMOUS) !== 0;
  const asksHuge = (flags.value & MAP.HUGETLB) !== 0;
  const ofFile = anonymous ? undefined : hugeUnitsIn(fileOf(call, before), before);
  const hugePages = asksHuge || ofFile !== undefined;
  const hugeUnits = ofFile ?? hugeUnitsAsked(flags.value, before);
  // Of huge pages whole ones. mm/mmap.c: ksys_mmap_pgoff
  const unit = hugePages ? BigInt(hugeUnits) << 12n : pageBytes(before);
  const rounded = roundUp(length.value, kernelBits(before), unit);
  const type = flags.value & MAP.TYPE;
  const noReplace =
    (flags.value & MAP.FIXED_NOREPLACE) !== 0 && before.machine.kernel >= kernelVersion(4, 17);
  return {
    addr: addr.value,
    bytes: length.value,
    length: rounded,
    pages: Number(rounded >> 12n),
    prot: prot.value,
    flags: flags.value,
    type,
    offset: offset.value ?? 0n,
    anonymous,
    asksHuge,
    hugePages,
    hugeUnits,
    fixed: (flags.value & MAP.FIXED) !== 0 || noReplace,
    noReplace,
    shared: type === MAP.SHARED || type === MAP.SHARED_VALIDATE,
  };
}

/** MAP_HUGE_SHIFT's six bits: the power of two, 0 for the usual size. */
function hugeUnitsAsked(flags: number, before: Before): number {
  const power = (flags >>> MAP.HUGE_SHIFT) & MAP.HUGE_MASK;
  return power >= 12 && power < 48 ? 2 ** (power - 12) : hugePageUnits(before);
}

/** The pages that MAP_FIXED names; undefined without it, or where that is no range of user space. */
export function fixedRange(request: MmapRequest, before: Before): PageRange | undefined {
  if (!request.fixed || request.length === 0n || !isAligned(request.addr, pageBytes(before)))
    return undefined;
  const start = Number(request.addr >> 12n);
  const range = pageRange(start, start + request.pages);
  return range.end <= before.space.taskSize ? range : undefined;
}

/** The pages that it replaces: MAP_FIXED_NOREPLACE replaces none. */
export const replacedRange = (request: MmapRequest, before: Before): PageRange | undefined =>
  request.noReplace ? undefined : fixedRange(request, before);

/** The open file behind the descriptor. Anonymous mappings ignore it. */
export const fileOf = (call: MmapCall, before: Before): OpenFile | undefined =>
  call.fd.value === undefined ? undefined : before.descriptors.get(call.fd.value);
