/**
 * map_shadow_stack(2): a stack for return addresses only, written by call instructions and by nothing else.
 * arch/x86/kernel/shstk.c: sys_map_shadow_stack; maps shows it as `rw-p`. No machine of the measurements has it.
 */
import { pageNumber, pageOf, pageRange, type PageRange } from '../../memory/page';
import { Prot, VmFlag } from '../../memory/vma';
import { withExtra } from '../../memory/extra';
import type { Before, Check } from '../check';
import { kernelBits, pageBytes } from '../layout';
import { fitsAddressSpace, fitsMemlock } from '../limits';
import { futureFlags } from '../new-memory';
import { withinMapLimit } from '../removal';
import { isAligned, pageCount, roundUp } from '../rounding';
import type { SyscallRule } from '../syscall-rule';
import {
  argumentFact,
  cannotTell,
  demand,
  eventFact,
  fails,
  likelyPasses,
  NOT_REACHED,
  passes,
  read,
  vmaFact,
  withArguments,
} from '../verdict';
import { kernelVersion } from '../versions';
import { SHADOW_STACK, type ShadowStackCall } from './call';

const source = read('arch/x86/kernel/shstk.c: sys_map_shadow_stack');
const allocation = read('arch/x86/kernel/shstk.c: alloc_shstk');
const SINCE = kernelVersion(6, 6);
/** Shadow stacks stand above what 32-bit instructions reach. */
const LOWEST = 1n << 32n;

const sizeOf = ({ length }: ShadowStackCall, before: Before): bigint | undefined =>
  length.value === undefined ? undefined : roundUp(length.value, kernelBits(before), pageBytes(before));

/** The pages asked for by address. */
function rangeAsked(call: ShadowStackCall, before: Before): PageRange | undefined {
  const bytes = sizeOf(call, before);
  const { value } = call.addr;
  if (bytes === undefined || bytes === 0n || value === undefined || value < LOWEST) return undefined;
  if (!isAligned(value, pageBytes(before)) || value + bytes > BigInt(before.space.taskSize) << 12n)
    return undefined;
  return pageRange(pageOf(value), pageOf(value) + pageCount(bytes));
}

const knownFlags = ({ machine }: Before): number =>
  machine.architecture === 'x86-64'
    ? SHADOW_STACK.SET_TOKEN
    : SHADOW_STACK.SET_TOKEN | SHADOW_STACK.SET_MARKER;

const checks: readonly Check<ShadowStackCall>[] = [
  {
    id: 'shadow-stack.not-in-this-kernel',
    errno: 'ENOSYS',
    until: kernelVersion(6, 5),
    sources: [read('map_shadow_stack(2)', 'man-pages 6.20')],
    demand: 'the kernel has the call: 6.6 and later',
    test: () => fails(),
  },
  {
    id: 'shadow-stack.not-built-in',
    errno: 'ENOSYS',
    since: SINCE,
    sources: [source],
    demand: 'the kernel is built with shadow stacks (CONFIG_X86_USER_SHADOW_STACK, CONFIG_ARM64_GCS)',
    test: ({ event }, { machine }) => {
      const shown = machine.parts?.before('shadow-stack', event.index);
      if (shown !== undefined) return demand(shown.isThere, eventFact('shown-by', shown.at));
      return machine.architecture === 'x86-64' || machine.architecture === 'arm64'
        ? cannotTell('unknown-machine')
        : likelyPasses('unknown-machine');
    },
  },
  {
    id: 'shadow-stack.no-hardware',
    errno: 'EOPNOTSUPP',
    since: SINCE,
    sources: [source],
    demand: 'the processor has shadow stacks',
    test: () => cannotTell('unknown-machine'),
  },
  {
    id: 'shadow-stack.unknown-flags',
    errno: 'EINVAL',
    since: SINCE,
    sources: [source],
    demand: 'the flags are SHADOW_STACK_SET_TOKEN, on arm64 also SHADOW_STACK_SET_MARKER',
    test: ({ flags }, before) =>
      withArguments([flags], (bits) =>
        demand((bits & ~knownFlags(before)) >>> 0 === 0, argumentFact('flags', flags)),
      ),
  },
  {
    id: 'shadow-stack.too-small',
    errno: 'ENOSPC',
    since: SINCE,
    sources: [source],
    demand: 'there is room for the token: 8 bytes',
    test: ({ flags, length }) =>
      withArguments([flags, length], (bits, bytes) =>
        (bits & SHADOW_STACK.SET_TOKEN) === 0
          ? NOT_REACHED
          : demand(bytes >= 8n, argumentFact('length', length)),
      ),
  },
  {
    id: 'shadow-stack.too-low',
    errno: 'ERANGE',
    since: SINCE,
    sources: [source],
    demand: 'an address that is asked for lies above 4 GiB (x86)',
    test: ({ addr }, { machine }) =>
      withArguments([addr], (address) =>
        address === 0n || machine.architecture !== 'x86-64'
          ? NOT_REACHED
          : demand(address >= LOWEST, argumentFact('addr', addr)),
      ),
  },
  {
    id: 'shadow-stack.too-large',
    errno: 'EOVERFLOW',
    since: SINCE,
    sources: [source],
    demand: 'rounded up to pages, the size is not lost',
    test: (call, before) =>
      withArguments([call.length], (bytes) =>
        demand((sizeOf(call, before) ?? 0n) >= bytes, argumentFact('length', call.length)),
      ),
  },
  {
    id: 'shadow-stack.length-zero',
    errno: 'EINVAL',
    since: SINCE,
    sources: [read('mm/mmap.c: do_mmap')],
    demand: 'the size is not zero',
    test: ({ length }) =>
      withArguments([length], (bytes) => demand(bytes !== 0n, argumentFact('length', length))),
  },
  {
    id: 'shadow-stack.map-limit',
    errno: 'ENOMEM',
    since: SINCE,
    sources: [read('mm/mmap.c: do_mmap')],
    demand: 'the process has no more mappings than it may have',
    test: (_call, before) => withinMapLimit(before, (count) => count > before.machine.maxMapCount),
  },
  {
    id: 'shadow-stack.range-in-use',
    errno: 'EEXIST',
    since: SINCE,
    sources: [allocation],
    demand: 'nothing is mapped where the stack is asked to be',
    test: (call, before) => {
      const range = rangeAsked(call, before);
      if (range === undefined) return NOT_REACHED;
      for (const vma of before.space.vmasIn(range)) return fails(vmaFact('vma', vma));
      const unknown = before.space.holesIn(range).some(({ state }) => state === 'unknown');
      return unknown ? cannotTell('unknown-memory') : passes();
    },
  },
  {
    id: 'shadow-stack.over-lock-limit',
    errno: 'EAGAIN',
    since: SINCE,
    sources: [read('mm/mmap.c: do_mmap')],
    demand: 'after mlockall(MCL_FUTURE) it fits below RLIMIT_MEMLOCK',
    test: (call, before) => {
      const bytes = sizeOf(call, before);
      if (bytes === undefined || (futureFlags(before) & VmFlag.locked) === 0) return NOT_REACHED;
      return fitsMemlock(before, pageCount(bytes));
    },
  },
  {
    id: 'shadow-stack.over-address-space-limit',
    errno: 'ENOMEM',
    since: SINCE,
    sources: [read('mm/mmap.c: may_expand_vm')],
    demand: 'it fits below RLIMIT_AS',
    test: (call, before) => {
      const bytes = sizeOf(call, before);
      return bytes === undefined ? NOT_REACHED : fitsAddressSpace(before, pageCount(bytes));
    },
  },
];

export const shadowStackRule: SyscallRule<ShadowStackCall> = {
  call: 'map_shadow_stack',
  checks,
  apply(call, observed, before, edit) {
    const bytes = sizeOf(call, before);
    if (observed.kind !== 'success' || bytes === undefined) return;
    const start = pageOf(observed.value);
    const { index } = call.event;
    const may = VmFlag.mayRead | VmFlag.mayWrite | VmFlag.mayExec;
    edit.map({
      start,
      end: pageNumber(start + pageCount(bytes)),
      prot: Prot.read | Prot.write,
      flags: may | VmFlag.account | futureFlags(before),
      backing: { kind: 'anonymous' },
      pgoff: start,
      anonVma: 'none',
      forked: undefined,
      doubtfulBorders: undefined,
      anonName: undefined,
      // VM_SHADOW_STACK: keeps it from merging with other memory, and splits nothing off it.
      extra: withExtra(undefined, 'shadow-stack', '1'),
      origin: { mapped: index, protected: undefined, locked: undefined, moved: undefined },
      certainty: 'exact',
    });
  },
};
