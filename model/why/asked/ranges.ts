/** The ranges that a memory call names, in bytes as the program gave them; the picture rounds them to the pages they touch. */
import { MAP } from '../../kernel/abi/mmap-flags';
import { changeOf } from '../../kernel/brk/change';
import type { Before } from '../../kernel/check';
import { untagged } from '../../kernel/layout';
import type { MmapCall, MremapCall } from '../../kernel/mapping-call';
import type { MemoryCall } from '../../kernel/memory-call';
import { requestOf } from '../../kernel/mremap/request';
import type { CallEvent } from '../../trace/event';
import { askedRange, type AskedRange } from './asked-range';

type Result = CallEvent['result'];

export function askedRanges(call: MemoryCall, before: Before, result: Result): readonly AskedRange[] {
  switch (call.call) {
    case 'mmap':
      return ofMmap(call);
    case 'mremap':
      return ofMremap(call, before, result);
    case 'brk': {
      const change = changeOf(call, before);
      if (change === undefined || change.from === change.to) return [];
      return change.to > change.from
        ? [askedRange('growth', change.from, change.to - change.from)]
        : [askedRange('range', change.to, change.from - change.to)];
    }
    case 'shmat':
      return given(call.addr.value, before.segments?.get(call.shmid.value ?? -1)?.size ?? 0n, before).filter(
        ({ address }) => address !== 0n,
      );
    case 'shmdt':
      return given(call.addr.value, 0n, before);
    case 'ioctl':
      return given(call.start.value, call.length.value ?? 0n, before);
    default:
      return 'addr' in call && 'length' in call
        ? given(call.addr.value, call.length.value ?? 0n, before)
        : [];
  }
}

/** NULL is no place here: these calls take it for none, or for a mistake that a picture cannot show. */
const given = (address: bigint | undefined, bytes: bigint, before: Before): readonly AskedRange[] =>
  address === undefined || (address === 0n && bytes === 0n)
    ? []
    : [askedRange('range', untagged(address, before), bytes)];

/** Without MAP_FIXED an address is only where the kernel looks first. */
function ofMmap({ addr, length, flags }: MmapCall): readonly AskedRange[] {
  if (addr.value === undefined || length.value === undefined) return [];
  const fixed = ((flags.value ?? 0) & (MAP.FIXED | MAP.FIXED_NOREPLACE)) !== 0;
  if (!fixed && addr.value === 0n) return [];
  return [askedRange(fixed ? 'range' : 'hint', addr.value, length.value)];
}

/** With MREMAP_MAYMOVE, growth is asked for anywhere: it is drawn where it happened. */
function ofMremap(call: MremapCall, before: Before, result: Result): readonly AskedRange[] {
  const request = requestOf(call, before);
  if (request === undefined) return [];
  const oldSize = call.oldSize.value ?? 0n;
  const newSize = call.newSize.value ?? 0n;
  const old = askedRange('old', request.addr, oldSize);
  if (request.newAddr !== undefined)
    return [old, askedRange(request.fixed ? 'new' : 'hint', request.newAddr, newSize)];
  const inPlace = !request.mayMove || (result.kind === 'value' && result.value === request.addr);
  if (request.relocates || !inPlace || request.newLength <= request.oldLength) return [old];
  return [old, askedRange('growth', request.addr + oldSize, newSize - oldSize)];
}
