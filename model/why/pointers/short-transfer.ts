/**
 * A transfer that a bad page cut short: the call tells how many bytes went well, and no error. The byte behind them lies in
 * memory that the kernel could not use.
 *
 *     write(4, 0x7f…ff8, 100) = 8       |……rw-p|---p|      the ninth byte is the first of the second page
 *     writev(4, […, {iov_base=0x8, iov_len=4}, …], 3) = 4
 */
import type { CallEvent } from '../../trace/event';
import { member } from '../../process/call-values';
import type { Explanation } from '../explanation';
import { say } from '../message';
import { hexOf } from '../sizes';
import { worldBefore, type Subject } from '../subject';
import { askedBytes } from './asked-bytes';
import { lineIn, type CallLine } from './call-line';
import { messageUses } from './message-uses';
import type { MemoryUse } from './memory-use';
import type { PointerArgument } from './notation';
import { isRemoteTransfer, shortRemoteTransfer } from './remote-transfer';
import { rowOfCall } from './row-of-call';
import { shortExplanation } from './short-explanation';
import { suspectOf, SUSPICION, type Suspect } from './suspect';
import { usesOf } from './uses';

/** Calls that answer with how much they moved. */
export const transferring: ReadonlySet<string> = new Set([
  ...['read', 'pread64', 'readv', 'preadv', 'preadv2', 'recv', 'recvfrom', 'recvmsg', 'getrandom'],
  ...['write', 'pwrite64', 'writev', 'pwritev', 'pwritev2', 'send', 'sendto', 'sendmsg', 'vmsplice'],
  ...['sendmmsg', 'recvmmsg', 'recvmmsg_time64', 'process_vm_readv', 'process_vm_writev'],
]);

/** Undefined unless the call moved less than asked and stopped right before memory that cannot be used. */
export function shortTransfer(subject: Subject, call: CallEvent): Explanation | undefined {
  const { result } = call;
  if (!transferring.has(call.name) || result.kind !== 'value' || result.value <= 0n) return undefined;
  if (isRemoteTransfer(call.name)) {
    const before = worldBefore(subject);
    return before === undefined ? undefined : shortRemoteTransfer(subject, call, before, result.value);
  }
  const pointer = pointerOf(call);
  if (pointer?.extent.of === 'messages') return shortOfMessages(subject, call, pointer, result.value);
  const stop = transferStop(subject, call);
  if (stop === undefined) return undefined;
  const values = {
    call: call.name,
    done: result.value,
    asked: stop.asked,
    page: hexOf(stop.rest.address ?? 0n),
  };
  const key = stop.isElement ? 'short.transfer-element' : 'short.transfer';
  return shortExplanation(subject, call, say(key, { ...values, what: stop.rest.what }), stop.suspect);
}

/** Undefined unless a call that counts bytes moved less than asked, and certainly because of memory that cannot be used. */
export function transferStop(subject: Subject, call: CallEvent): TransferStop | undefined {
  const { result } = call;
  if (!transferring.has(call.name) || isRemoteTransfer(call.name)) return undefined;
  if (result.kind !== 'value' || result.value <= 0n || result.injected === 'result') return undefined;
  const row = rowOfCall(call);
  if (row === undefined || (askedBytes(call, row) ?? 0n) <= result.value) return undefined;
  // Without a bare address in the line nothing can be said: so it is of nearly all.
  if (!mayShowAddress(call, pointerOf(call))) return undefined;
  const before = worldBefore(subject);
  if (before === undefined) return undefined;
  const stop = stoppedAt(lineIn(subject, call, row, before), result.value);
  const suspect = stop === undefined ? undefined : suspectOf(subject, before, stop.rest);
  return stop === undefined || suspect?.suspicion !== SUSPICION.certain ? undefined : { ...stop, suspect };
}

const pointerOf = (call: CallEvent): PointerArgument | undefined =>
  rowOfCall(call)?.arguments.find((given): given is PointerArgument => typeof given !== 'string');

function mayShowAddress(call: CallEvent, pointer: PointerArgument | undefined): boolean {
  if (pointer === undefined) return false;
  const { of } = pointer.extent;
  if (of === 'vector' || of === 'message') return true;
  return call.args.some(({ value }) => value.kind === 'number' && value.form === 'hex');
}

interface Stop {
  /** What was moved, in the call's order. */
  readonly done: readonly { readonly address: bigint; readonly bytes: bigint }[];
  /** What was left to be moved there. */
  readonly rest: MemoryUse;
  readonly asked: bigint;
  readonly isElement: boolean;
}

export interface TransferStop extends Stop {
  readonly suspect: Suspect;
}

/** The memory of the first byte that was not moved. */
function stoppedAt(line: CallLine, done: bigint): Stop | undefined {
  const isVector = line.row.arguments.some(
    (given) => typeof given !== 'string' && (given.extent.of === 'vector' || given.extent.of === 'message'),
  );
  const data = usesOf(line).uses.filter((use) => !isVector || use.what.key === 'pointer.element');
  // A buffer stands first; what stands behind it is an address to send to.
  const moved = isVector ? data : data.filter(({ least, most }) => least !== most || most === 1n).slice(0, 1);
  const asked = moved.reduce((sum, { most }) => sum + most, 0n);
  let left = done;
  const before: { address: bigint; bytes: bigint }[] = [];
  for (const use of moved) {
    const bytes = left < use.most ? left : use.most;
    if (use.address !== undefined && bytes > 0n) before.push({ address: use.address, bytes });
    if (left >= use.most) {
      left -= use.most;
      continue;
    }
    if (use.address === undefined) return undefined;
    const most = use.most - left;
    return {
      done: before,
      rest: { ...use, address: use.address + left, most, least: 1n },
      asked,
      isElement: isVector,
    };
  }
  return undefined;
}

/** The number of messages that went; the next one leads to bad memory. net/socket.c: __sys_sendmmsg */
function shortOfMessages(
  subject: Subject,
  call: CallEvent,
  { name, extent }: PointerArgument,
  done: bigint,
): Explanation | undefined {
  const row = rowOfCall(call);
  const before = worldBefore(subject);
  if (row === undefined || before === undefined || extent.of !== 'messages') return undefined;
  const line = lineIn(subject, call, row, before);
  const asked = line.number(extent.argument);
  const given = line.argument(name);
  if (asked === undefined || done >= asked || given?.value.kind !== 'array') return undefined;
  const what = say('pointer.element', {
    index: Number(done) + 1,
    what: say('pointer.argument', { argument: line.placeOf(name), name: say('text', { text: name }) }),
  });
  const next = given.value.items[Number(done)];
  const header = member(next?.value, 'msg_hdr');
  const uses = header === undefined ? [] : messageUses(line, header, what, extent.to, 'in').flat();
  for (const use of uses) {
    const suspect = suspectOf(subject, before, use);
    if (suspect?.suspicion === SUSPICION.certain)
      return shortExplanation(
        subject,
        call,
        say('short.messages', { call: call.name, done, asked }),
        suspect,
      );
  }
  return undefined;
}
