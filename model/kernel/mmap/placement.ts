/**
 * Where mmap puts what has no fixed address. mm/mmap.c: do_mmap, __get_unmapped_area
 */
import { addressOf } from '../../memory/page';
import type { OpenFile } from '../../process/descriptors';
import { MAP } from '../abi/mmap-flags';
import type { Before, Machine } from '../check';
import { hugePageUnits, pageBytes } from '../layout';
import type { MmapCall } from '../mapping-call';
import { placementOf, type Placement, type Wanted } from '../placement';
import { directoryOf, type FileRule } from '../placement/file-rules';
import type { Content } from '../placement/wanted';
import { roundDown } from '../rounding';
import { kernelVersion } from '../versions';
import { fileOf, requestOf, type MmapRequest } from './request';

/**
 * Hints are raised to what the security modules leave as well, whatever vm.mmap_min_addr says: 64 KiB as kernels are built, 32
 * of the architectures that have no use for more. security/min_addr.c: update_mmap_min_addr; security/Kconfig:
 * LSM_MMAP_MIN_ADDR; measured on 6.18, and on 6.12 for arm64 and riscv64
 */
const lsmFloor = ({ architecture }: Machine): bigint =>
  architecture === 'x86-64' || architecture === 'i386' ? 0x1_0000n : 0x8000n;

/** For a request with a length and without MAP_FIXED. */
export function placeOf(call: MmapCall, request: MmapRequest, before: Before): Placement {
  if (last?.before === before && last.call === call) return last.placement;
  const placement = placementOf(wantedOf(call, request, before), before);
  last = { call, before, placement };
  return placement;
}

/** The check for room and the value of a success ask for the same place. */
let last: { readonly call: MmapCall; readonly before: Before; readonly placement: Placement } | undefined;

/**
 * What the place of a large mapping shows of the filesystem: whether it went where a rule for huge pages leads, or where
 * none does. Undefined where both lead to one place, or what the log does not show stands between.
 */
export function fileRuleShown(call: MmapCall, value: bigint, before: Before): FileRule | undefined {
  const request = requestOf(call, before);
  if (request === undefined || request.fixed || request.anonymous) return undefined;
  const wanted = wantedOf(call, request, before);
  const { content } = wanted;
  if (content.kind !== 'file' || content.asks !== undefined || wanted.pages < hugePageUnits(before))
    return undefined;
  const directory = directoryOf(fileOf(call, before)?.path ?? '');
  if (directory === undefined) return undefined;
  const placeIf = (asks: boolean): bigint | undefined => {
    const placement = placementOf({ ...wanted, content: { ...content, asks } }, before);
    return placement.kind === 'at' ? addressOf(placement.page) : undefined;
  };
  const [asking, plain] = [placeIf(true), placeIf(false)];
  if (asking === plain || asking === undefined || plain === undefined) return undefined;
  return value === asking || value === plain ? { directory, asks: value === asking } : undefined;
}

function wantedOf(call: MmapCall, request: MmapRequest, before: Before): Wanted {
  const { flags } = request;
  const content = contentOf(call, request, before);
  const huge = content.kind === 'huge-pages' ? content.pages : 1;
  const isX86 = before.task.architecture !== 'arm64' && before.task.architecture !== 'riscv64';
  const since66 = before.machine.kernel >= kernelVersion(6, 6);
  return {
    // Of huge pages whole ones. mm/mmap.c: ksys_mmap_pgoff
    pages: Math.ceil(request.pages / huge) * huge,
    hint: hintOf(request, before),
    content,
    low2G: isX86 && (flags & MAP.BIT32) !== 0,
    above4G: isX86 && since66 && (flags & MAP.ABOVE4G) !== 0,
  };
}

/** In pages. One below vm.mmap_min_addr is raised to it; one below the first page is none. mm/mmap.c: round_hint_to_min */
function hintOf({ addr }: MmapRequest, before: Before): number {
  if (addr === 0n) return 0;
  const hint = roundDown(addr, pageBytes(before));
  const { mmapMinAddr } = before.machine;
  const floor = lsmFloor(before.machine);
  const lowest = mmapMinAddr > floor ? mmapMinAddr : floor;
  const least = (lowest + pageBytes(before) - 1n) & -pageBytes(before);
  return hint === 0n ? 0 : Number((hint < least ? least : hint) >> 12n);
}

function contentOf(call: MmapCall, request: MmapRequest, before: Before): Content {
  const { anonymous, hugePages, hugeUnits, shared, offset } = request;
  if (hugePages) return { kind: 'huge-pages', pages: hugeUnits };
  if (anonymous) return shared ? { kind: 'shmem' } : { kind: 'anonymous' };
  if (fileOf(call, before)?.path === '/dev/zero') return contentOfZero(request, before);
  const content = contentOfFile(fileOf(call, before), Number(offset >> 12n), request);
  const { fileRules } = before.machine;
  const directory = fileRules && directoryOf(fileOf(call, before)?.path ?? '');
  return content.kind === 'file' && directory !== undefined
    ? { ...content, asks: fileRules?.asks(directory, call.event.index) }
    : content;
}

/** Private memory of /dev/zero is aligned since 6.18. drivers/char/mem.c: get_unmapped_area_zero; measured on 6.18 */
function contentOfZero({ shared, offset }: MmapRequest, { machine }: Before): Content {
  const isOld = machine.kernel < kernelVersion(6, 18);
  if (shared || isOld) return { kind: 'shmem' };
  const asks = machine.assumed.has('kernel') ? undefined : true;
  return { kind: 'file', offset: Number(offset >> 12n), asks };
}

/** What path and kind of a file tell of its rule. */
function contentOfFile(file: OpenFile | undefined, offset: number, request: MmapRequest): Content {
  const path = file?.path ?? '';
  if (file?.kind === 'memfd' || path.startsWith('/dev/shm/')) return { kind: 'shmem' };
  if (file?.kind === 'character' || path.startsWith('/dev/') || path.includes('huge'))
    return { kind: 'own-rule' };
  // What programs map shared and writable without that the log shows what it is, may be a device's.
  const isNameless = path === '' && request.shared && (request.prot & 2) !== 0;
  return isNameless ? { kind: 'own-rule' } : { kind: 'file', offset };
}
