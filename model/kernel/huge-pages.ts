/**
 * The sizes of huge pages in pages of 4096 bytes: of a mapping, of a file. A size that nothing in the log names is the
 * machine's usual one (default_hugepagesz on the kernel's command line changes it).
 */
import type { Vma } from '../memory/vma';
import type { OpenFile } from '../process/descriptors';
import type { Before } from './check';
import { hugePageUnits } from './layout';

/** Of a mapping of huge pages. */
export const hugeUnitsOf = ({ backing }: Vma, before: Before): number => {
  const shown = backing.kind === 'file' || backing.kind === 'sysv' ? backing.hugePages : undefined;
  return shown ?? hugePageUnits(before);
};

/** Of a file or a segment; undefined where it has none, so far as the log shows. */
export const hugeUnitsIn = (
  file: Pick<OpenFile, 'hugePages'> | undefined,
  before: Before,
): number | undefined =>
  file?.hugePages === undefined ? undefined : file.hugePages || hugePageUnits(before);

/** The folder where systemd mounts the filesystem of huge pages, or a name that says so: likely, never known. */
export const soundsHuge = (path: string): boolean =>
  path.startsWith('/dev/hugepages/') || path.includes('huge');
