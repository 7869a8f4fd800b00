/**
 * An event's steps told as what they replaced: the form in which front ends and tests read them.
 */
import type { EventIndex } from '../trace/positions';
import type { AddressSpace, SpaceChange } from '../memory/address-space';
import type { Update } from './update';
import type { Replaced, WorldChange } from './world';
import type { WorldState } from './world-state';

/** `before` is not changed. The ids of spaces that were only changed are not in `spaceLives`. */
export function worldChangeOf(
  event: EventIndex,
  before: WorldState,
  updates: readonly Update[],
): WorldChange {
  const after = before.copy();
  for (const update of updates) after.apply(update);
  return {
    event,
    spaces: updates.flatMap((update): SpaceChange[] => (update.of === 'space' ? [update.change] : [])),
    spaceLives: replaced(
      ids(updates, spaceOf),
      (id) => before.space(id),
      (id) => after.space(id),
      bornOrGone,
    ),
    tasks: replaced(
      ids(updates, taskOf),
      (id) => before.task(id),
      (id) => after.task(id),
    ),
    processes: replaced(
      ids(updates, processOf),
      (id) => before.process(id),
      (id) => after.process(id),
    ),
    descriptors: replaced(
      ids(updates, tableOf),
      (id) => before.descriptors(id),
      (id) => after.descriptors(id),
    ),
  };
}

const bornOrGone = ({ before, after }: Replaced<unknown, AddressSpace>): boolean =>
  before === undefined || after === undefined;

function replaced<Id, Record>(
  ids: Iterable<Id>,
  before: (id: Id) => Record | undefined,
  after: (id: Id) => Record | undefined,
  wanted: (one: Replaced<Id, Record>) => boolean = () => true,
): Replaced<Id, Record>[] {
  const all: Replaced<Id, Record>[] = [];
  for (const id of ids) {
    const one = { id, before: before(id), after: after(id) };
    if (one.before !== one.after && wanted(one)) all.push(one);
  }
  return all;
}

function ids<Id>(updates: readonly Update[], idOf: (update: Update) => Id | undefined): Set<Id> {
  const found = new Set<Id>();
  for (const update of updates) {
    const id = idOf(update);
    if (id !== undefined) found.add(id);
  }
  return found;
}

const taskOf = (update: Update) => (update.of === 'task' ? update.task.id : undefined);
const processOf = (update: Update) => (update.of === 'process' ? update.process.id : undefined);

function spaceOf(update: Update) {
  switch (update.of) {
    case 'new-space':
    case 'forked-space':
    case 'space-gone':
      return update.id;
    case 'told-space':
      return update.space.id;
    default:
      return undefined;
  }
}

function tableOf(update: Update) {
  switch (update.of) {
    case 'new-descriptors':
    case 'descriptors-gone':
      return update.id;
    case 'descriptor':
    case 'descriptors-closed':
      return update.table;
    default:
      return undefined;
  }
}
