/**
 * An address space as /proc/PID/maps prints it, line by line. fs/proc/task_mmu.c: show_map_vma, show_vma_header_prefix
 */
import type { AddressSpace } from './address-space';
import { nameOf, type NamingSpace } from './names';
import { addressOf, hexAddress, pageRange, type PageRange } from './page';
import { has, Prot, VmFlag, type FileInode, type Vma } from './vma';

/** Column of the name on a 64-bit kernel: seq_setwidth(25 + 6 * sizeof(void *) - 1), and a space. */
const NAME_COLUMN = 73;

/** `7f3d25241000-7f3d25243000 rw-p 00000000 00:00 0 `, without line end. */
export const mapsLine = (vma: Vma, space: NamingSpace): string => {
  const { device, number } = inodeOf(vma);
  const start = `${hexAddress(vma.start)}-${hexAddress(vma.end)} ${permissionsOf(vma)}`;
  const prefix = `${start} ${hexOffset(vma)} ${device} ${number} `;
  const name = nameOf(vma, space);
  return name === undefined ? prefix : prefix.padEnd(NAME_COLUMN) + escapedName(name);
};

/** `r-xp`; a VMA of which the log proves no more than that it is there: `????`. */
export const permissionsOf = (vma: Vma): string => {
  const share = has(vma, VmFlag.mayShare) ? 's' : 'p';
  if (vma.prot === undefined) return `???${vma.backing.kind === 'unknown' ? '?' : share}`;
  return protText(vma.prot) + (vma.backing.kind === 'unknown' ? '?' : share);
};

/** `rw-` */
export const protText = (prot: Prot): string =>
  ((prot & Prot.read) !== 0 ? 'r' : '-') +
  ((prot & Prot.write) !== 0 ? 'w' : '-') +
  ((prot & Prot.exec) !== 0 ? 'x' : '-');

/** Offset in the backing in bytes, as the line shows it: private anonymous memory has none. */
export const shownOffset = (vma: Vma): bigint => {
  switch (vma.backing.kind) {
    case 'file':
    case 'shmem':
    case 'sysv':
      return BigInt(vma.pgoff) << 12n;
    default:
      return 0n;
  }
};

const hexOffset = (vma: Vma): string => shownOffset(vma).toString(16).padStart(8, '0');

/** Where the log does not show them, as the kernel prints those of memory without a file. */
const inodeOf = ({ backing }: Vma): FileInode => {
  switch (backing.kind) {
    case 'file':
    case 'shmem':
      return backing.inode ?? NO_INODE;
    case 'sysv':
      // Segments are files of the kernel's own tmpfs, the first device without a disk, with the id as inode number.
      return { device: '00:01', number: String(backing.shmid) };
    default:
      return NO_INODE;
  }
};
const NO_INODE: FileInode = { device: '00:00', number: '0' };

/** Only line ends are escaped: seq_path(m, path, "\n"). */
const escapedName = (name: string): string => name.replaceAll('\n', '\\012');

/**
 * The whole space, ascending. Stretches of which the log shows nothing stand between the VMAs as comments, which a
 * snapshot made of this output reads back as unknown.
 */
export function* mapsLines(space: AddressSpace): Generator<string, void, undefined> {
  let from: PageRange['start'] = pageRange(0, 0).start;
  for (const vma of space.vmas()) {
    yield* unknownLines(space, { start: from, end: vma.start });
    yield mapsLine(vma, space);
    from = vma.end;
  }
  if (from < space.taskSize) yield* unknownLines(space, { start: from, end: space.taskSize });
}

function* unknownLines(space: AddressSpace, gap: PageRange): Generator<string, void, undefined> {
  for (const hole of space.holesIn(gap)) {
    if (hole.state === 'unknown') yield `# ${hexAddress(hole.start)}-${hexAddress(hole.end)} unknown`;
  }
}

/** `0x7f3d25241000`: how addresses stand in messages. */
export const shownAddress = (page: PageRange['start']): string => `0x${addressOf(page).toString(16)}`;
