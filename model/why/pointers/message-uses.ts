/**
 * Messages of sockets: a header that leads to a name, a vector and control data. net/socket.c: copy_msghdr_from_user,
 * ____sys_sendmsg, ____sys_recvmsg
 *
 *     msghdr | msg_name ──▶ sockaddr | msg_iov ──▶ |iovec|iovec| ──▶ data | msg_control ──▶ cmsghdr… | msg_flags |
 */
import type { Argument } from '../../trace/value';
import { member, numberOf } from '../../process/call-values';
import type { Message } from '../message-shape';
import { quote, say } from '../message';
import * as abi from './abi-sizes';
import type { CallLine } from './call-line';
import { exactly, usesAt } from './counted-uses';
import { sizeIn, type Direction } from './extent';
import type { MemoryUse, Turns } from './memory-use';
import { vectorUses } from './vector-uses';

export function messageUses(
  line: CallLine,
  given: Argument,
  what: Message,
  to: Direction,
  direction: Direction,
): Turns {
  const size = exactly(sizeIn(line.architecture, abi.MSGHDR));
  const header = usesAt(line, given, what, 'read', size, 'in-out');
  if (given.value.kind !== 'struct') return [header];
  const inner = to === 'in' ? sent(line, given, what) : received(line, given, what);
  return [
    [
      ...header,
      ...inner,
      ...(direction === 'in-out' ? usesAt(line, given, what, 'write', size, 'in-out') : []),
    ],
  ];
}

/** The first that fails decides only where none went before it: then the count is told. */
export function messagesUses(line: CallLine, given: Argument, what: Message, to: Direction): Turns {
  const size = exactly(sizeIn(line.architecture, abi.MMSGHDR));
  const array = usesAt(line, given, what, 'read', size, 'in-out');
  const first = given.value.kind === 'array' ? given.value.items[0] : undefined;
  const header = member(first?.value, 'msg_hdr');
  if (header === undefined) return [array];
  const inside = say('pointer.element', { index: 1, what });
  return [
    [...array, ...messageUses(line, header, inside, to, 'in').flat()],
    usesAt(line, given, what, 'write', size, 'in-out'),
  ];
}

const inMember = (name: string, what: Message): Message =>
  say('pointer.member', { member: quote(name), what });

function sent(line: CallLine, given: Argument, what: Message): readonly MemoryUse[] {
  return [
    ...sized(line, given, what, 'read', 'msg_name', 'msg_namelen'),
    ...vector(line, given, what, 'in'),
    ...sized(line, given, what, 'read', 'msg_control', 'msg_controllen'),
  ];
}

/** Control data that cannot be written is cut short, which is no failure. net/core/scm.c: put_cmsg */
function received(line: CallLine, given: Argument, what: Message): readonly MemoryUse[] {
  const vectorShown = member(given.value, 'msg_iov') !== undefined;
  if (!vectorShown) return [hidden(what)];
  return [
    ...vector(line, given, what, 'out'),
    ...sized(line, given, what, 'write', 'msg_name', 'msg_namelen'),
  ];
}

/** A message that was not received is printed without its pointers: `{msg_namelen=0}`. */
const hidden = (what: Message): MemoryUse => ({
  does: 'write',
  what,
  address: undefined,
  least: 1n,
  most: 1n,
  isString: false,
  shown: 'nothing',
  refusedToStrace: false,
});

function vector(line: CallLine, given: Argument, what: Message, to: Direction): readonly MemoryUse[] {
  const iov = member(given.value, 'msg_iov');
  const count = numberOf(member(given.value, 'msg_iovlen')?.value);
  return iov === undefined ? [] : vectorUses(line, iov, inMember('msg_iov', what), count, to);
}

function sized(
  line: CallLine,
  given: Argument,
  what: Message,
  does: MemoryUse['does'],
  name: string,
  lengthName: string,
): readonly MemoryUse[] {
  const pointer = member(given.value, name);
  const length = numberOf(member(given.value, lengthName)?.value) ?? 0n;
  if (pointer === undefined || length <= 0n || line.address(pointer.value) === 0n) return [];
  const most = does === 'read' ? exactly(length) : { least: 1n, most: length };
  return usesAt(line, pointer, inMember(name, what), does, most);
}
