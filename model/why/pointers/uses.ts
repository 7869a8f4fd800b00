/** Everything that the kernel reads and writes for a call, in its order where that is known. */
import type { Message } from '../message-shape';
import { quote, say } from '../message';
import type { CallLine } from './call-line';
import { countedUses } from './counted-uses';
import { sizeIn } from './extent';
import { messageUses, messagesUses } from './message-uses';
import type { MemoryUse, Turns } from './memory-use';
import type { PointerArgument } from './notation';
import { maskUses, pointersUses, stringsUses } from './pointer-array-uses';
import { vectorUses } from './vector-uses';

export interface UsesOfCall {
  readonly uses: readonly MemoryUse[];
  /** False: the kernel may get to the later ones first. */
  readonly inOrder: boolean;
}

export function usesOf(line: CallLine): UsesOfCall {
  const pointers = line.row.arguments.filter((given): given is PointerArgument => typeof given !== 'string');
  const turns = new Map(pointers.map((pointer) => [pointer.name, [...turnsOf(line, pointer)]]));
  const { order } = line.row;
  if (order === undefined) return { uses: [...turns.values()].flat(2), inOrder: pointers.length <= 1 };
  const uses: MemoryUse[] = [];
  for (const [at, name] of order.entries()) {
    const left = turns.get(name) ?? [];
    // The last mention is for all that is left.
    const taken = order.includes(name, at + 1) ? left.splice(0, 1) : left.splice(0);
    uses.push(...taken.flat());
  }
  return { uses: [...uses, ...[...turns.values()].flat(2)], inOrder: true };
}

function turnsOf(line: CallLine, pointer: PointerArgument): Turns {
  const given = line.argument(pointer.name);
  if (given === undefined || line.isLeftAlone(pointer)) return [];
  const what: Message = say('pointer.argument', {
    argument: line.placeOf(pointer.name),
    name: quote(pointer.name),
  });
  const { extent } = pointer;
  switch (extent.of) {
    case 'vector':
      return [vectorUses(line, given, what, line.number(extent.argument), extent.to)];
    case 'message':
      return messageUses(line, given, what, extent.to, pointer.direction);
    case 'messages':
      return messagesUses(line, given, what, extent.to);
    case 'strings':
      return stringsUses(line, given, what);
    case 'pointers':
      return [pointersUses(line, given, what, sizeIn(line.architecture, extent.each))];
    case 'mask-and-size':
      return [maskUses(line, given, what)];
    default:
      return countedUses(line, given, what, pointer);
  }
}
