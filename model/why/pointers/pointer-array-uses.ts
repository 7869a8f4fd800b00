/** Arrays of pointers: argv and envp, the requests of io_submit, the two words of pselect6's last argument. */
import type { Argument } from '../../trace/value';
import { member } from '../../process/call-values';
import { wordBits } from '../../kernel/layout';
import type { Message } from '../message-shape';
import { quote, say } from '../message';
import * as abi from './abi-sizes';
import type { CallLine } from './call-line';
import { exactly, usesAt, type Amount } from './counted-uses';
import type { MemoryUse, Turns } from './memory-use';

/** No argument may be longer. include/uapi/linux/binfmts.h: MAX_ARG_STRLEN */
const ARGUMENT: Amount = { least: 1n, most: 131072n, isString: true };

/** First the array up to its NULL, to count; later the strings, the last one first. fs/exec.c: count, copy_strings */
export function stringsUses(line: CallLine, given: Argument, what: Message): Turns {
  // No array is an array without elements.
  if (line.address(given.value) === 0n) return [];
  const array = usesAt(line, given, what, 'read', exactly(wordBits(line.architecture) / 8));
  if (given.value.kind !== 'array') return [array];
  const strings = given.value.items.flatMap((item, at) =>
    line.address(item.value) === 0n
      ? []
      : usesAt(line, item, say('pointer.element', { index: at + 1, what }), 'read', ARGUMENT),
  );
  return [array, strings.reverse()];
}

/** Only the first decides: behind it the number of those that went well is told. fs/aio.c: io_submit */
export function pointersUses(
  line: CallLine,
  given: Argument,
  what: Message,
  each: number,
): readonly MemoryUse[] {
  const array = usesAt(line, given, what, 'read', exactly(wordBits(line.architecture) / 8));
  const first = given.value.kind === 'array' ? given.value.items[0] : undefined;
  if (first === undefined) return array;
  return [
    ...array,
    ...usesAt(line, first, say('pointer.element', { index: 1, what }), 'read', exactly(each)),
  ];
}

export function maskUses(line: CallLine, given: Argument, what: Message): readonly MemoryUse[] {
  const words = usesAt(line, given, what, 'read', exactly(wordBits(line.architecture) / 4));
  const mask = member(given.value, 'sigmask');
  if (mask === undefined || line.address(mask.value) === 0n) return words;
  const inside = say('pointer.member', { member: quote('sigmask'), what });
  return [...words, ...usesAt(line, mask, inside, 'read', exactly(abi.SIGSET))];
}
