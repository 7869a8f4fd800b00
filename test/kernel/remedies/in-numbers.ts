/** A call in strace's words as the numbers that the kernel takes: `9:0,4096,3,34,18446744073709551615,0`. */
import type { CallEvent } from '../../../model/trace/event';
import { readCall } from '../../../model/trace/grammar';
import type { MemoryCall } from '../../../model/kernel/memory-call';
import { memoryCallOf } from '../../../model/kernel/typed-call';

/** x86-64's numbers, and the members of the typed call in the order of its arguments. arch/x86/entry/syscalls/syscall_64.tbl */
const CALLS: Readonly<Record<string, readonly [number: number, ...members: string[]]>> = {
  mmap: [9, 'addr', 'length', 'prot', 'flags', 'fd', 'offset'],
  mprotect: [10, 'addr', 'length', 'prot'],
  munmap: [11, 'addr', 'length'],
  brk: [12, 'addr'],
  mremap: [25, 'oldAddress', 'oldSize', 'newSize', 'flags', 'newAddress'],
  msync: [26, 'addr', 'length', 'flags'],
  madvise: [28, 'addr', 'length', 'advice'],
  shmat: [30, 'shmid', 'addr', 'flags'],
  shmdt: [67, 'addr'],
  mlock: [149, 'addr', 'length'],
  munlock: [150, 'addr', 'length'],
  mlockall: [151, 'flags'],
  munlockall: [152],
  mlock2: [325, 'addr', 'length', 'flags'],
  pkey_mprotect: [329, 'addr', 'length', 'prot', 'pkey'],
  mseal: [462, 'addr', 'length', 'flags'],
};

/** Undefined for calls that this test cannot make: no memory calls, arguments in memory. */
export function inNumbers(text: string, like: CallEvent): string | undefined {
  const body = readCall(`${text} = 0`, 0);
  if (body === undefined) throw new Error(`no call: ${text}`);
  const call = memoryCallOf({ ...like, ...body, text: { ...like.text, text } }, 'x86-64');
  const form = call === undefined ? undefined : CALLS[call.call];
  if (call === undefined || form === undefined) return undefined;
  const [number, ...members] = form;
  return `${number}:${members.map((member) => String(numberOf(call, member))).join(',')}`;
}

function numberOf(call: MemoryCall, member: string): bigint {
  const given: unknown = Object.entries(call).find(([name]) => name === member)?.[1];
  const value: unknown =
    typeof given === 'object' && given !== null && 'value' in given ? given.value : undefined;
  if (typeof value !== 'bigint' && typeof value !== 'number') return 0n;
  return BigInt.asUintN(64, BigInt(value));
}
