/** A world as plain data that compares: everything in it, in a fixed order. */
import type { SpaceFacts } from '../../../model/memory/address-space';
import { pageRange } from '../../../model/memory/page';
import { factsOf } from '../../../model/memory/copies';
import type { World } from '../../../model/process/world';
import { WorldState } from '../../../model/process/world-state';

export interface PlainWorld {
  readonly tasks: readonly unknown[];
  readonly processes: readonly unknown[];
  readonly spaces: readonly {
    readonly facts: SpaceFacts;
    readonly vmas: readonly unknown[];
    readonly holes: readonly unknown[];
  }[];
  readonly descriptors: readonly unknown[];
  readonly segments: readonly unknown[];
}

export function plain(world: World): PlainWorld {
  const tasks = [...world.tasks()];
  if (!(world instanceof WorldState)) throw new TypeError('a world of another make');
  const state = world;
  return {
    tasks,
    processes: [...new Set(tasks.map((task) => task.process))].map((id) => {
      const process = world.process(id);
      return process && { ...process, limits: [...process.limits] };
    }),
    spaces: [...state.spaces()].map((space) => ({
      id: space.id,
      taskSize: space.taskSize,
      startStack: space.startStack,
      facts: factsOf(space),
      vmas: [...space.vmas()],
      holes: [...space.holesIn(pageRange(0, space.taskSize))],
    })),
    descriptors: [...state.descriptorTables()].map((table) => ({
      id: table.id,
      closedFrom: table.closedFrom,
      entries: [...table.entries()],
      states: [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 100].map((fd) => table.stateOf(fd)),
    })),
    segments: [...world.segments],
  };
}
