/**
 * An initial file system for a guest, as the kernel unpacks it: a cpio archive of the `newc` kind.
 * Documentation/driver-api/early-userspace/buffer-format.rst
 */

export interface GuestFile {
  /** Absolute; folders are made on the way. */
  readonly path: string;
  readonly bytes: Uint8Array;
  readonly executable?: boolean;
}

const FOLDER = 0o040755;
const DEVICE = 0o020600;
const FILE = 0o100644;
const PROGRAM = 0o100755;

interface Entry {
  readonly path: string;
  readonly mode: number;
  readonly bytes: Uint8Array;
  /** Major and minor number of a device. */
  readonly device?: readonly [number, number];
}

/** `folders`: absolute paths of folders that are empty when the guest starts. */
export function initramfs(files: readonly GuestFile[], folders: readonly string[]): Buffer {
  const none = new Uint8Array(0);
  const every = new Set([...folders, '/dev', ...files.flatMap(({ path }) => foldersOf(path))]);
  const entries: Entry[] = [...every].sort().map((path) => ({ path, mode: FOLDER, bytes: none }));
  entries.push({ path: '/dev/console', mode: DEVICE, bytes: none, device: [5, 1] });
  for (const { path, bytes, executable } of files)
    entries.push({ path, bytes, mode: executable === true ? PROGRAM : FILE });
  entries.push({ path: '/TRAILER!!!', mode: 0, bytes: none });
  return Buffer.concat(entries.flatMap((entry, index) => packed(entry, index + 1)));
}

function foldersOf(path: string): string[] {
  const parts = path.split('/').slice(1, -1);
  return parts.map((_, count) => `/${parts.slice(0, count + 1).join('/')}`);
}

/** Header and name, and bytes, each filled up to four bytes. */
function packed({ path, mode, bytes, device: [major, minor] = [0, 0] }: Entry, inode: number): Buffer[] {
  const name = Buffer.from(`${path.slice(1)}\0`);
  const links = 1;
  const fields = [inode, mode, 0, 0, links, 0, bytes.length, 0, 0, major, minor, name.length, 0];
  const header = `070701${fields.map((field) => field.toString(16).padStart(8, '0')).join('')}`;
  return [filled(Buffer.concat([Buffer.from(header), name])), filled(Buffer.from(bytes))];
}

const filled = (bytes: Buffer): Buffer => Buffer.concat([bytes, Buffer.alloc((4 - (bytes.length % 4)) % 4)]);
