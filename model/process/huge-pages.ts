/**
 * Which files and segments are made of huge pages: what memfd_create, shmget and mount were asked for, and where a
 * filesystem of them is mounted. Of which size they are, a log shows only where another than the machine's usual was
 * asked for.
 */
import type { Value } from '../trace/value';
import { hasFlag, numberOf } from './call-values';

/** Pages of 4096 bytes in one huge page; 0: the usual size of the machine. */
export type HugePageSize = number;

/** The size asked for stands in six bits, as a power of two. include/uapi/asm-generic/hugetlb_encode.h */
const SIZE_SHIFT = 26n;
const SIZE_MASK = 0x3fn;

/** Of an argument with a flag (MFD_HUGETLB, SHM_HUGETLB) that asks for huge pages. Undefined: it does not ask for them. */
export function hugePagesAsked(
  flags: Value | undefined,
  name: string,
  bit: number,
): HugePageSize | undefined {
  if (hasFlag(flags, name, bit) !== true) return undefined;
  return unitsOf(sizePower(flags));
}

function sizePower(flags: Value | undefined): bigint {
  const number = numberOf(flags);
  if (number !== undefined) return (number >> SIZE_SHIFT) & SIZE_MASK;
  if (flags?.kind !== 'flags') return 0n;
  let power = 0n;
  for (const term of flags.terms) {
    if ('shifted' in term) power |= term.shifted & SIZE_MASK;
    else if ('bits' in term) power |= (term.bits >> SIZE_SHIFT) & SIZE_MASK;
  }
  return power;
}

const unitsOf = (power: bigint): HugePageSize => (power < 13n || power > 47n ? 0 : 2 ** Number(power - 12n));

/** A size in bytes, as statfs and mount options give it. Undefined: no size of huge pages. */
export function hugePagesOfBytes(bytes: bigint | undefined): HugePageSize | undefined {
  if (bytes === undefined || bytes < 8192n || bytes > 1n << 47n || (bytes & (bytes - 1n)) !== 0n)
    return undefined;
  return Number(bytes >> 12n);
}

const UNITS: Readonly<Record<string, bigint>> = { k: 1n << 10n, m: 1n << 20n, g: 1n << 30n };

/** `pagesize=1G` among the options of a mount. fs/hugetlbfs/inode.c: hugetlbfs_parse_param */
export function hugePagesOfOptions(options: string | undefined): HugePageSize {
  const given = options
    ?.split(',')
    .map((option) => option.trim())
    .find((option) => option.startsWith('pagesize='))
    ?.slice('pagesize='.length);
  const digits = /^\d{1,15}/.exec(given ?? '')?.[0];
  if (given === undefined || digits === undefined) return 0;
  const unit = UNITS[given.charAt(digits.length).toLowerCase()] ?? 1n;
  return hugePagesOfBytes(BigInt(digits) * unit) ?? 0;
}

/** Of more mounts than this nothing is kept. */
const MOST = 256;

/**
 * Where filesystems of huge pages are mounted, by the path that the log names: kept beside the world while a log is read,
 * for only opening asks. A path that hangs on a working directory counts for paths that are written alike.
 */
export class HugeFilesystems {
  private readonly mounts = new Map<string, HugePageSize | 'ended'>();

  mounted(path: string, pages: HugePageSize): void {
    const place = withoutEnd(path);
    if (place !== '' && (this.mounts.size < MOST || this.mounts.has(place))) this.mounts.set(place, pages);
  }

  unmounted(path: string): void {
    const place = withoutEnd(path);
    if (this.mounts.has(place)) this.mounts.set(place, 'ended');
  }

  /** Of a file with this path. Undefined: it lies below no such mount, as far as the log shows. */
  pagesOf(path: string): HugePageSize | undefined {
    if (this.mounts.size === 0) return undefined;
    for (let end = path.lastIndexOf('/'); end > 0; end = path.lastIndexOf('/', end - 1)) {
      const pages = this.mounts.get(withoutEnd(path.slice(0, end)));
      if (pages !== undefined) return pages === 'ended' ? undefined : pages;
    }
    return undefined;
  }
}

/** Slashes at the end, and doubled ones, say nothing. */
function withoutEnd(path: string): string {
  const plain = path.replaceAll(/\/{2,}/g, '/');
  return plain.length > 1 && plain.endsWith('/') ? plain.slice(0, -1) : plain;
}
