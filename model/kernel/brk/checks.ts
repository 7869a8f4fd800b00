/**
 * What keeps the heap where it is: each of these answers with the old break. mm/mmap.c: sys_brk, mm/vma.c: do_brk_flags
 */
import { lengthOf, pageOf, pageRange, type PageRange } from '../../memory/page';
import { Prot } from '../../memory/vma';
import type { Before, Check, Verdict } from '../check';
import { fitsCommit } from '../commit';
import { firstVmaIn } from '../coverage';
import { guardBelow } from '../gaps';
import { fitsAddressSpace, fitsData, fitsMemlock, limitOf } from '../limits';
import { taskSizeBytes, unitsPerPage } from '../layout';
import type { BrkCall } from '../mapping-call';
import { asMlockallSays, futureFlags } from '../new-memory';
import { withinMapLimit, removalChecks } from '../removal';
import {
  argumentFact,
  cannotTell,
  demand,
  fails,
  likelyPasses,
  NOT_REACHED,
  numberFact,
  passes,
  read,
  seen,
  vmaFact,
} from '../verdict';
import { kernelVersion } from '../versions';
import { changeOf, shrinkRange, type Change } from './change';

const OLD_BREAK = 'old-break';
const source = seen('mm/mmap.c: sys_brk');

const onChange =
  (test: (change: Change, before: Before, call: BrkCall) => Verdict): Check<BrkCall>['test'] =>
  (call, before) => {
    if (call.addr.value === undefined) return cannotTell('unknown-argument');
    const change = changeOf(call, before);
    return change === undefined ? NOT_REACHED : test(change, before, call);
  };

const whenGrowing = (
  test: (pages: PageRange, before: Before, call: BrkCall) => Verdict,
): Check<BrkCall>['test'] =>
  onChange(({ grows }, before, call) => (grows.start < grows.end ? test(grows, before, call) : NOT_REACHED));

/**
 * At most so many bytes has the data segment, which counts too: end_data - start_data is the part of the program's last
 * segment that lies in its file. With a snapshot those pages are seen; without, it seldom passes a megabyte.
 * fs/binfmt_elf.c: load_elf_binary
 */
function dataSegment({ space }: Before): bigint {
  const { startBrk } = space;
  if (!space.complete || startBrk === undefined) return 0x10_0000n;
  let pages = 0;
  for (const vma of space.vmasIn(pageRange(0, pageOf(startBrk))))
    if (vma.backing.kind === 'file' && ((vma.prot ?? 0) & Prot.exec) === 0) pages += lengthOf(vma);
  return BigInt(pages) << 12n;
}

export const brkChecks: readonly Check<BrkCall>[] = [
  {
    id: 'brk.unknown-break',
    errno: OLD_BREAK,
    sources: [source],
    demand: 'the break is known: the log shows an earlier brk of this process',
    test: ({ addr }, before) =>
      addr.value === 0n || before.space.brk !== undefined ? passes() : likelyPasses('unknown-layout'),
  },
  {
    id: 'brk.below-start',
    errno: OLD_BREAK,
    sources: [source],
    demand: 'the new break is not below the start of the heap',
    test: onChange(({ to }, before, call) => {
      const start = before.space.startBrk;
      if (start === undefined) return likelyPasses('unknown-layout', argumentFact('addr', call.addr));
      return demand(to >= start, argumentFact('addr', call.addr), numberFact('start-brk', start, 'bytes'));
    }),
  },
  {
    id: 'brk.over-data-limit',
    errno: OLD_BREAK,
    sources: [seen('include/linux/mm.h: check_data_rlimit')],
    demand: 'heap and data segment fit below RLIMIT_DATA, also where the heap shrinks',
    test: onChange(({ to }, before) => {
      const limit = limitOf(before, 'DATA');
      const start = before.space.startBrk;
      if (limit === undefined || start === undefined || to < start) return likelyPasses('unknown-limit');
      if (limit.soft === 'infinity') return passes();
      const facts = [
        numberFact('asked', to - start, 'bytes'),
        numberFact('RLIMIT_DATA', limit.soft, 'bytes', limit.at),
      ];
      if (to - start > limit.soft) return fails(...facts);
      // A break that stays where it is is the answer either way.
      return to === before.space.brk || to - start + dataSegment(before) <= limit.soft
        ? likelyPasses('unknown-layout', ...facts)
        : cannotTell('unknown-layout', ...facts);
    }),
  },
  {
    id: 'brk.shrink-nothing-mapped',
    errno: OLD_BREAK,
    since: kernelVersion(6, 1),
    sources: [source],
    demand: 'something is mapped in the part that a shrinking heap gives back',
    test: (call, before) => {
      const range = shrinkRange(call, before);
      if (range === undefined) return NOT_REACHED;
      const vma = firstVmaIn(before.space, range);
      if (vma !== undefined) return passes(vmaFact('vma', vma));
      const unknown = before.space.holesIn(range).some((hole) => hole.state === 'unknown');
      return unknown
        ? likelyPasses('unknown-memory')
        : fails({ fact: 'range', name: 'hole', range, state: 'free' });
    },
  },
  ...removalChecks<BrkCall>(
    'brk.shrink-',
    shrinkRange,
    {},
    {
      'map-limit': OLD_BREAK,
      sealed: OLD_BREAK,
      indivisible: OLD_BREAK,
    },
  ),
  {
    id: 'brk.beyond-task-size',
    errno: OLD_BREAK,
    sources: [seen('mm/vma.c: check_brk_limits')],
    demand: 'the heap ends within the addresses that user space can have',
    test: whenGrowing((grows, before) =>
      demand(grows.end <= before.space.taskSize, numberFact('task-size', taskSizeBytes(before), 'bytes')),
    ),
  },
  {
    id: 'brk.over-lock-limit',
    errno: OLD_BREAK,
    sources: [seen('mm/vma.c: check_brk_limits')],
    demand: 'under mlockall(MCL_FUTURE), what the heap grows by fits below RLIMIT_MEMLOCK',
    test: whenGrowing((grows, before) =>
      futureFlags(before) === 0 ? NOT_REACHED : asMlockallSays(fitsMemlock(before, lengthOf(grows)), before),
    ),
  },
  {
    id: 'brk.next-mapping-too-close',
    errno: OLD_BREAK,
    sources: [source],
    demand: 'a free page stays between the heap and the next mapping; below a stack, its guard gap',
    test: whenGrowing((grows, before) => {
      const next = before.space.firstEndingAbove(grows.start);
      const distance = before.machine.kernel >= kernelVersion(4, 12) ? unitsPerPage(before) : 0;
      if (next !== undefined) {
        if (grows.end + distance > next.start - guardBelow(before)(next)) return fails(vmaFact('next', next));
        // Stable releases of older kernels have the gap too.
        if (distance === 0 && grows.end === next.start)
          return cannotTell('unknown-machine', vmaFact('next', next));
      }
      const room = pageRange(grows.start, Math.min(grows.end + distance, before.space.taskSize));
      const unknown = before.space.holesIn(room).some((hole) => hole.state === 'unknown');
      return unknown ? likelyPasses('unknown-memory') : passes();
    }),
  },
  {
    id: 'brk.over-address-space-limit',
    errno: OLD_BREAK,
    sources: [seen('mm/vma.c: do_brk_flags')],
    demand: 'the growth fits below RLIMIT_AS',
    test: whenGrowing((grows, before) => fitsAddressSpace(before, lengthOf(grows))),
  },
  {
    id: 'brk.over-private-data-limit',
    errno: OLD_BREAK,
    since: kernelVersion(4, 7),
    sources: [read('mm/mmap.c: may_expand_vm')],
    demand: 'with all other private writable memory, the growth fits below RLIMIT_DATA',
    test: whenGrowing((grows, before) => fitsData(before, lengthOf(grows))),
  },
  {
    id: 'brk.map-limit',
    errno: OLD_BREAK,
    sources: [seen('mm/vma.c: do_brk_flags')],
    demand: 'the process has no more mappings than it may have, even if the heap only becomes longer',
    test: whenGrowing((_grows, before) =>
      withinMapLimit(before, (count) => count > before.machine.maxMapCount),
    ),
  },
  {
    id: 'brk.over-commit-limit',
    errno: OLD_BREAK,
    sources: [read('mm/util.c: __vm_enough_memory')],
    demand: 'the machine lends the memory that the heap grows by',
    test: whenGrowing((grows, before, call) => fitsCommit(before, lengthOf(grows), call.event.index)),
  },
];
