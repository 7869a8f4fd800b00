/**
 * Calls that show filesystems of huge pages: mount(2), umount2(2), statfs(2) and fstatfs(2).
 */
import type { CallEvent } from '../trace/event';
import { argument, intOf, member, numberOf, onExit, pathOf, successOf } from './call-values';
import { hugePagesOfBytes, hugePagesOfOptions } from './huge-pages';
import type { Task } from './world';
import type { WorldEdit } from './world-edit';

/** mount("none", "/mnt/huge", "hugetlbfs", 0, "pagesize=2M") */
export function mount(call: CallEvent, _: Task, edit: WorldEdit): void {
  const place = pathOf(argument(call, 1));
  if (successOf(call) === undefined || place === undefined) return;
  if (pathOf(argument(call, 2)) === 'hugetlbfs')
    edit.hugeFilesystems.mounted(place, hugePagesOfOptions(pathOf(argument(call, 4))));
  else edit.hugeFilesystems.unmounted(place);
}

export function umount(call: CallEvent, _: Task, edit: WorldEdit): void {
  const place = pathOf(argument(call, 0));
  if (successOf(call) !== undefined && place !== undefined) edit.hugeFilesystems.unmounted(place);
}

/** include/uapi/linux/magic.h: HUGETLBFS_MAGIC. strace prints the name. */
const HUGETLBFS_MAGIC = 0x958458f6n;

function hugePagesShown(call: CallEvent): number | undefined {
  if (successOf(call) === undefined) return undefined;
  // statfs64 and fstatfs64 have the size of the structure in between.
  const shown = onExit(call.args.at(-1));
  const type = member(shown, 'f_type')?.value;
  const isHuge =
    type?.kind === 'flags'
      ? type.terms.some((term) => 'name' in term && term.name === 'HUGETLBFS_MAGIC')
      : numberOf(type) === HUGETLBFS_MAGIC;
  if (!isHuge) return undefined;
  return hugePagesOfBytes(numberOf(member(shown, 'f_bsize')?.value)) ?? 0;
}

/** statfs("/mnt/huge", {f_type=HUGETLBFS_MAGIC, f_bsize=2097152, …}): what lies below that path. */
export function statfs(call: CallEvent, _: Task, edit: WorldEdit): void {
  const pages = hugePagesShown(call);
  const place = pathOf(argument(call, 0));
  if (pages !== undefined && place !== undefined) edit.hugeFilesystems.mounted(place, pages);
}

/** fstatfs(3, {f_type=HUGETLBFS_MAGIC, …}): the file itself, by every number of its description. */
export function fstatfs(call: CallEvent, task: Task, edit: WorldEdit): void {
  const pages = hugePagesShown(call);
  const fd = intOf(argument(call, 0));
  const file = fd === undefined ? undefined : edit.world.descriptors(task.descriptors)?.get(fd);
  if (pages === undefined || file === undefined || file.hugePages === pages) return;
  for (const table of [...edit.world.descriptorTables()])
    for (const [number, one] of [...table.entries()])
      if (one.description === file.description)
        edit.setDescriptor(table.id, number, { ...one, hugePages: pages });
}
