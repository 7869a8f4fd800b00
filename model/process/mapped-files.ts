/**
 * Mappings keep the length of their file: it is all that is known when its descriptors are closed. What a call makes of a file,
 * its mappings are told.
 */
import { copyOfVma } from '../memory/copies';
import type { Backing } from '../memory/vma';
import type { OpenFile } from './descriptors';
import type { Task } from './world';
import type { WorldEdit } from './world-edit';

type FileBacking = Extract<Backing, { readonly kind: 'file' }>;

/** Pages of 4096 bytes. */
export const pagesOf = (size: bigint | undefined): number | undefined =>
  size === undefined ? undefined : Number((size + 4095n) >> 12n);

/**
 * A file of a size has another: so it is for mappings of the description, and for those of another one of the same path that
 * were as long. Of others nobody knows any more.
 */
export const sizeTold =
  (file: OpenFile, before: bigint | undefined, size: bigint | undefined) =>
  ({ description, path, pages }: FileBacking): number | undefined => {
    if (description === file.description) return pagesOf(size);
    if (path !== file.path || !path.startsWith('/') || file.kind === 'memfd') return pages;
    return pages === pagesOf(before) ? pagesOf(size) : undefined;
  };

/** `next`: the pages of a mapped file from now on. Mappings whose length nobody knows are not asked about. */
export function tellMappings(
  task: Task,
  edit: WorldEdit,
  next: (backing: FileBacking) => number | undefined,
): void {
  edit.changeSpace(task.space, (space) => {
    for (const vma of [...space.now.vmas()]) {
      const { backing } = vma;
      if (backing.kind !== 'file' || backing.pages === undefined) continue;
      const pages = next(backing);
      if (pages === backing.pages) continue;
      space.mark(vma, (whole) => {
        const told = copyOfVma(whole);
        told.backing = withPages(backing, pages);
        return told;
      });
    }
  });
}

function withPages(backing: FileBacking, pages: number | undefined): FileBacking {
  const { kind, description, path, inode, hugePages } = backing;
  return {
    kind,
    description,
    path,
    ...(inode !== undefined && { inode }),
    ...(hugePages !== undefined && { hugePages }),
    ...(pages !== undefined && { pages }),
  };
}
