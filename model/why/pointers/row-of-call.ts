/** The row of the table that tells a call's pointers. */
import type { CallEvent } from '../../trace/event';
import type { Value } from '../../trace/value';
import { call as row, reads, type Row } from './notation';
import type { CommandRows } from './commands/command-rows';
import { rowOfRequest } from './commands/ioctl';
import { commandRows, rows } from './table';

/** Calls of i386 that are given all their arguments in one block; strace prints only its address where it cannot read it. */
const block = (size: number): Row => row(reads('arg', size));
const blocks: ReadonlyMap<string, Row> = new Map([
  ['mmap', block(24)],
  ['old_mmap', block(24)],
  ['select', block(20)],
  ['oldselect', block(20)],
  ['old_select', block(20)],
]);

/** Undefined: the table does not know the call. A row without pointers: it knows that there is none. */
export function rowOfCall({ name, args }: CallEvent): Row | undefined {
  const whole = args.length === 1 ? blocks.get(name) : undefined;
  if (whole !== undefined) return whole;
  const commands = commandRows.get(name);
  if (commands === undefined) return rows.get(name);
  const command = args[commands.place]?.value;
  const listed = command === undefined ? undefined : listedRow(commands, command);
  if (listed !== undefined) return listed;
  const told = name === 'ioctl' && command !== undefined ? rowOfRequest(command) : undefined;
  return told ?? (takesSmallNumber(args) ? undefined : commands.otherwise) ?? withoutPointers(args.length);
}

/** An unknown request with a number that is no address, or with none. */
const takesSmallNumber = (args: CallEvent['args']): boolean => {
  const last = args.at(-1)?.value;
  return last?.kind === 'number' && last.value < 65536n;
};

const withoutPointers = (count: number): Row =>
  row(...Array.from({ length: count }, (_, at) => `argument ${at + 1}`));

/** strace may print several names, `TCGETS or SNDCTL_TMR_TIMEBASE`, and flags beside: the first that is listed counts. */
function listedRow({ rows: list, mask }: CommandRows, command: Value): Row | undefined {
  if (command.kind === 'flags') {
    for (const term of command.terms) {
      const found = 'name' in term ? list[term.name] : undefined;
      if (found !== undefined) return found[1];
    }
    return undefined;
  }
  if (command.kind !== 'number') return undefined;
  const number = mask === undefined ? command.value : command.value & mask;
  for (const [code, found] of Object.values(list)) if (BigInt(code) === number) return found;
  return undefined;
}
