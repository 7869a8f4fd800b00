/**
 * EFAULT of a call that is given a pointer, and transfers that a bad page cut short. strace prints a bare address where it
 * could not read the memory itself, or where the call failed: those arguments are looked at first.
 */
import type { Argument } from '../trace/value';
import type { CallEvent } from '../trace/event';
import { addressOf, pageOf, pageNumber } from '../memory/page';
import type { AddressSpace } from '../memory/address-space';
import type { Cause, Explanation } from './explanation';
import { say } from './message';
import { accountOfPage, allows, type Access, type PageAccount } from './page-history';
import { bytesInWords, hexOf } from './sizes';
import { evidenceAt, plain, type Subject } from './subject';

interface Pointer {
  readonly argument: number;
  readonly address: bigint;
  readonly length: bigint | undefined;
  readonly access: Access;
}

/** Which argument points to a buffer, which counts its bytes, and what the kernel does there. */
interface BufferArguments {
  readonly at: number;
  readonly count: number;
  readonly access: Access;
}

const into: BufferArguments = { at: 1, count: 2, access: 'write' };
const from: BufferArguments = { at: 1, count: 2, access: 'read' };

/** Calls that move a buffer. */
const buffers: ReadonlyMap<string, BufferArguments> = new Map([
  ['read', into],
  ['pread64', into],
  ['recvfrom', into],
  ['recv', into],
  ['getdents', into],
  ['getdents64', into],
  ['write', from],
  ['pwrite64', from],
  ['sendto', from],
  ['send', from],
  ['getrandom', { at: 0, count: 1, access: 'write' }],
  ['getcwd', { at: 0, count: 1, access: 'write' }],
]);

export function explainPointerFault(subject: Subject, call: CallEvent): Explanation {
  const space = spaceOf(subject);
  const accounts =
    space === undefined ? [] : pointersOf(call).map((pointer) => accountOf(subject, space, pointer));
  const bad = accounts.filter(({ id }) => id !== 'fault.mapped');
  const [first] = bad;
  const base = { errno: 'EFAULT', outcome: 'failed' } as const;
  if (first === undefined) {
    const text = say('fault.no-pointer', { call: call.name });
    return {
      ...plain(subject, call.name, 'failed', text),
      ...base,
      certainty: 'likely',
      causes: accounts.map((a) => causeOf(subject, a)),
    };
  }
  const several = bad.length > 1;
  return {
    ...plain(subject, call.name, 'failed', first.text),
    ...base,
    certainty: several ? 'likely' : first.certainty,
    causes: bad.map((account) => causeOf(subject, account)),
  };
}

/** Undefined unless the call moved fewer bytes than asked and stopped right before a page that does not allow more. */
export function shortTransfer(subject: Subject, call: CallEvent): Explanation | undefined {
  const buffer = buffers.get(call.name);
  const { result } = call;
  if (buffer === undefined || result.kind !== 'value' || result.value <= 0n) return undefined;
  const address = numberOf(call.args[buffer.at]);
  const asked = numberOf(call.args[buffer.count]);
  if (address === undefined || asked === undefined || result.value >= asked) return undefined;
  const stop = address + result.value;
  const page = pageOf(stop);
  if (addressOf(page) !== stop) return undefined;
  const space = spaceOf(subject);
  const vma = space?.vmaAt(page);
  if (space === undefined || space.stateAt(page) === 'unknown') return undefined;
  if (vma !== undefined && (vma.prot === undefined || allows(vma.prot, buffer.access))) return undefined;
  const account = accountOf(subject, space, {
    argument: buffer.at,
    address: stop,
    length: asked - result.value,
    access: buffer.access,
  });
  const headline = say('short.transfer', { call: call.name, done: result.value, asked, page: hexOf(stop) });
  return {
    ...plain(subject, call.name, 'failed', headline),
    certainty: account.certainty,
    causes: [causeOf(subject, account)],
  };
}

function spaceOf({ timeline, event }: Subject): AddressSpace | undefined {
  const world = timeline.worldAt(event);
  const task = world.task(timeline.recording.events.task(event));
  return task === undefined ? undefined : world.space(task.space);
}

function pointersOf(call: CallEvent): readonly Pointer[] {
  const buffer = buffers.get(call.name);
  if (buffer !== undefined) {
    const address = numberOf(call.args[buffer.at]);
    return address === undefined
      ? []
      : [{ argument: buffer.at, address, length: numberOf(call.args[buffer.count]), access: buffer.access }];
  }
  return call.args.flatMap((argument, i) => {
    const { value } = argument;
    return value.kind === 'number' && (value.form === 'hex' || value.form === 'null')
      ? [{ argument: i, address: value.value, length: undefined, access: 'any' as const }]
      : [];
  });
}

function accountOf(subject: Subject, space: AddressSpace, pointer: Pointer): PageAccount {
  const values = {
    address: hexOf(pointer.address),
    argument: pointer.argument + 1,
    size: pointer.length === undefined ? '' : bytesInWords(pointer.length),
  };
  const sized = pointer.length !== undefined && (pointer.access === 'read' || pointer.access === 'write');
  const access = say(
    sized ? (pointer.access === 'read' ? 'pointer.read' : 'pointer.write') : 'pointer.access',
    values,
  );
  return accountOfPage(subject, space, firstBadPage(space, pointer), pointer.access, access);
}

/** The page that stops the kernel's copy: the first of the buffer that is not there or does not allow it. */
function firstBadPage(space: AddressSpace, { address, length, access }: Pointer) {
  const first = pageOf(address);
  const last = length === undefined || length === 0n ? first : pageOf(address + length - 1n);
  let page = first;
  while (page <= last) {
    const vma = space.vmaAt(page);
    if (vma === undefined || (vma.prot !== undefined && !allows(vma.prot, access))) return page;
    page = pageNumber(vma.end);
  }
  return first;
}

const numberOf = (argument: Argument | undefined): bigint | undefined =>
  argument?.value.kind === 'number' ? BigInt.asUintN(64, argument.value.value) : undefined;

function causeOf(subject: Subject, { id, text, evidence }: PageAccount): Cause {
  return { id, text, evidence: evidence.map((event) => evidenceAt(subject, event)), sources: [] };
}
