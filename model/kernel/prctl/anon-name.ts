/**
 * PR_SET_VMA_ANON_NAME: a name for anonymous memory, which maps shows as `[anon:name]`. It is kept in the VMAs, so it cuts
 * them; VMAs of one name join again. kernel/sys.c: prctl_set_vma; mm/madvise.c: set_anon_vma_name
 *
 * As with madvise a hole does not end the call, and a mapping of a file does.
 */
import { copyOfVma } from '../../memory/copies';
import { pageRange, type PageNumber, type PageRange } from '../../memory/page';
import type { Vma } from '../../memory/vma';
import type { SpaceEdit } from '../../memory/address-space';
import type { Before, Check, Verdict } from '../check';
import { segmentsIn } from '../coverage';
import { MapCount } from '../map-count';
import { atMapLimit, splitsFit } from '../removal';
import { endsInSpace, pagesAsked, startsOnPage } from '../aligned-range';
import type { Observed } from '../observed';
import { canRead, pointerOf } from '../user-pointer';
import {
  argumentFact,
  cannotTell,
  demand,
  eventFact,
  fails,
  likelyPasses,
  NOT_REACHED,
  passes,
  rangeFact,
  read,
  seen,
  vmaFact,
  withArguments,
} from '../verdict';
import { kernelVersion } from '../versions';
import type { PrctlCall } from './call';

const source = read('mm/madvise.c: set_anon_vma_name');
const entry = read('kernel/sys.c: prctl_set_vma');
const manualPage = read('prctl(2)', 'man-pages 6.20');
const SINCE = kernelVersion(5, 17);
/** ANON_VMA_NAME_MAX_LEN, with the zero at its end. */
const LONGEST = 80;

/** prctl's words for a range. */
const asRange = ({ arg3, arg4 }: PrctlCall) => ({ addr: arg3, length: arg4 });

/** What has a name: private memory without a file, and shared memory that no path leads to. */
const nameable = ({ backing }: Vma): boolean =>
  backing.kind === 'anonymous' || backing.kind === 'shmem' || backing.kind === 'unknown';

interface NameWalk {
  readonly range: PageRange;
  readonly hole: PageRange | undefined;
  readonly unknown: PageRange | undefined;
  readonly stop:
    { readonly vma: Vma; readonly at: PageNumber; readonly reason: 'of-file' | 'map-limit' } | undefined;
}

function walk(call: PrctlCall, before: Before): NameWalk | undefined {
  const range = pagesAsked(asRange(call), before);
  if (range === undefined) return undefined;
  let [hole, unknown]: [PageRange?, PageRange?] = [];
  const name = nameOf(call);
  const maps = new MapCount(before, call.event.index, named(name === 'not-shown' ? undefined : name));
  for (const segment of segmentsIn(before.space, range)) {
    const at = pageRange(segment.start, segment.end);
    if (segment.kind === 'hole') {
      if (segment.state === 'free') hole ??= at;
      else unknown ??= at;
      continue;
    }
    const { vma } = segment;
    const stop = (reason: 'of-file' | 'map-limit'): NameWalk => ({
      range,
      hole,
      unknown,
      stop: { vma, at: at.start, reason },
    });
    if (!nameable(vma)) return stop('of-file');
    if (name !== 'not-shown' && vma.anonName === name) continue;
    if (maps.cut(vma, at)?.reason === 'map-limit') return stop('map-limit');
  }
  return { range, hole, unknown, stop: undefined };
}

const named =
  (name: string | undefined) =>
  (piece: Vma): Vma => {
    if (piece.anonName === name) return piece;
    const next = copyOfVma(piece);
    next.anonName = name;
    return next;
  };

/** Undefined: NULL takes the name away. */
function nameOf({ name }: PrctlCall): string | undefined {
  const value = name?.value;
  if (value?.kind === 'number' && value.value === 0n) return undefined;
  return value?.kind === 'string' && !value.cut ? value.bytes : 'not-shown';
}

const namesMemory = ({ option, arg2 }: PrctlCall): boolean => option === 'PR_SET_VMA' && arg2.value === 0n;

const onName =
  (test: (call: PrctlCall, before: Before) => Verdict): Check<PrctlCall>['test'] =>
  (call, before) =>
    namesMemory(call) ? test(call, before) : NOT_REACHED;

/** Printable ASCII without what has a meaning in maps or a shell. kernel/sys.c: is_valid_name_char */
const isAllowed = (bytes: string): boolean => {
  for (let i = 0; i < bytes.length; i++) {
    const code = bytes.charCodeAt(i);
    if (code < 0x20 || code > 0x7e || '\\`$[]'.includes(bytes.charAt(i))) return false;
  }
  return true;
};

/** As the first call of its kind shows it. */
const hasNames: Check<PrctlCall>['test'] = ({ option }, { process }) => {
  if (option !== 'PR_SET_VMA') return NOT_REACHED;
  const known = process.memoryModes?.anonymousNames;
  return known === undefined
    ? cannotTell('unknown-machine')
    : demand(known.taken, eventFact('shown-by', known.at));
};

export const anonNameChecks: readonly Check<PrctlCall>[] = [
  {
    id: 'anon-name.not-in-this-kernel',
    errno: 'EINVAL',
    until: kernelVersion(5, 16),
    sources: [manualPage],
    demand: 'the kernel has PR_SET_VMA: 5.17 and later, Android before that',
    test: hasNames,
  },
  {
    id: 'anon-name.not-built-in',
    errno: 'EINVAL',
    since: SINCE,
    sources: [seen('kernel/sys.c: prctl_set_vma'), manualPage],
    demand: 'the kernel is built with names for anonymous memory (CONFIG_ANON_VMA_NAME)',
    test: hasNames,
  },
  {
    id: 'anon-name.unknown-operation',
    errno: 'EINVAL',
    since: SINCE,
    sources: [entry, manualPage],
    demand: 'the operation of PR_SET_VMA is PR_SET_VMA_ANON_NAME',
    test: ({ option, arg2 }) =>
      option === 'PR_SET_VMA'
        ? withArguments([arg2], (value) => demand(value === 0n, argumentFact('operation', arg2)))
        : NOT_REACHED,
  },
  {
    id: 'anon-name.name-unreadable',
    errno: 'EFAULT',
    since: SINCE,
    sources: [entry, manualPage],
    demand: 'the name, where there is one, lies in readable memory',
    test: onName(({ name }, before) => {
      const pointer = pointerOf(name);
      return pointer.shows === 'null' ? NOT_REACHED : canRead(pointer, 1, before);
    }),
  },
  {
    id: 'anon-name.name-not-allowed',
    errno: 'EINVAL',
    since: SINCE,
    sources: [entry, manualPage],
    demand: 'the name has at most 79 characters, all printable ASCII and none of \\ ` $ [ ]',
    test: onName(({ name }) => {
      if (name?.value.kind !== 'string') return NOT_REACHED;
      const { bytes, cut } = name.value;
      if (bytes.length >= LONGEST || !isAllowed(bytes)) return fails();
      return cut ? cannotTell('unknown-argument') : passes();
    }),
  },
  {
    id: 'anon-name.address-misaligned',
    errno: 'EINVAL',
    since: SINCE,
    sources: [source, manualPage],
    demand: 'the address is a multiple of the page size',
    test: onName((call, before) => startsOnPage(asRange(call), before)),
  },
  {
    id: 'anon-name.range-wraps',
    errno: 'EINVAL',
    since: SINCE,
    sources: [source],
    demand: 'the range does not pass the end of the address space',
    test: onName((call, before) => endsInSpace(asRange(call), before)),
  },
  {
    id: 'anon-name.of-file',
    errno: 'EBADF',
    since: SINCE,
    sources: [source, manualPage],
    demand: 'no mapping in the range is of a file',
    test: onName((call, before) => {
      const stop = walk(call, before)?.stop;
      return stop?.reason === 'of-file' ? fails(vmaFact('vma', stop.vma)) : passes();
    }),
  },
  {
    id: 'anon-name.map-limit',
    errno: 'EAGAIN',
    since: SINCE,
    sources: [source],
    demand: 'the cuts at the ends of the range leave no more mappings than the process may have',
    test: onName((call, before) => {
      const walked = walk(call, before);
      if (walked === undefined) return NOT_REACHED;
      if (walked.stop?.reason === 'map-limit') return atMapLimit(before, vmaFact('vma', walked.stop.vma));
      return walked.stop === undefined ? splitsFit(walked.range, before) : NOT_REACHED;
    }),
  },
  {
    id: 'anon-name.unmapped',
    errno: 'ENOMEM',
    since: SINCE,
    sources: [source, manualPage],
    demand: 'every page of the range is mapped; what is mapped gets the name all the same',
    test: onName((call, before) => {
      const walked = walk(call, before);
      if (walked === undefined || walked.stop !== undefined) return NOT_REACHED;
      if (walked.hole !== undefined) return fails(rangeFact('hole', walked.hole, 'free'));
      return walked.unknown === undefined
        ? passes(rangeFact('range', walked.range, 'mapped'))
        : likelyPasses('unknown-memory', rangeFact('hole', walked.unknown, 'unknown'));
    }),
  },
];

export function applyName(call: PrctlCall, observed: Observed, before: Before, edit: SpaceEdit): void {
  const walked = namesMemory(call) ? walk(call, before) : undefined;
  const name = nameOf(call);
  if (walked === undefined || observed.kind === 'none' || name === 'not-shown') return;
  let { range } = walked;
  if (observed.kind === 'success') edit.infer(range, {});
  else if (observed.errno !== 'ENOMEM') {
    // The mapping that refused ended the call; those below it have the name.
    if (walked.stop === undefined || observed.errno === 'EINVAL' || observed.errno === 'EFAULT') return;
    range = pageRange(range.start, walked.stop.at);
  }
  edit.modify(range, named(name));
}
