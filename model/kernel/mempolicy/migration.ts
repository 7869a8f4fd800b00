/**
 * migrate_pages(2) and move_pages(2): pages go to other nodes, or say on which they are. No VMA changes.
 * mm/mempolicy.c: kernel_migrate_pages; mm/migrate.c: kernel_move_pages
 */
import { MPOL_MF } from '../abi/mempolicy-flags';
import { addressOf, pageOf, pageRange, type PageRange } from '../../memory/page';
import type { Before, Check, Verdict } from '../check';
import { capable } from '../limits';
import type { TypedCall } from '../given';
import type { Given } from '../given';
import type { SyscallRule } from '../syscall-rule';
import { canRead, canWrite, pointerOf } from '../user-pointer';
import {
  argumentFact,
  cannotTell,
  demand,
  fails,
  likelyPasses,
  NO_TRACE,
  NOT_REACHED,
  read,
  seen,
  withArguments,
} from '../verdict';
import type { MigratePagesCall, MovePagesCall } from './call';
import { nodesIn } from './node-mask';
import { builtIn, maskChecks } from './policy-checks';

const migrate = seen('mm/mempolicy.c: kernel_migrate_pages');
const move = seen('mm/migrate.c: kernel_move_pages');
const movePage = read('move_pages(2)', 'man-pages 6.20');
const migratePage = read('migrate_pages(2)', 'man-pages 6.20');

const isSelf = (pid: Given<number>, { process }: Before): boolean =>
  pid.value === 0 || (pid.value !== undefined && pid.value === process.pid);

/** Whether the process exists, and may be looked into, as far as it is not the caller. */
const ofOther =
  <Call extends TypedCall & { readonly pid: Given<number> }>(): Check<Call>['test'] =>
  ({ pid }, before) =>
    isSelf(pid, before) ? NOT_REACHED : cannotTell('no-trace', argumentFact('pid', pid));

const migrateChecks: readonly Check<MigratePagesCall>[] = [
  builtIn<MigratePagesCall>(),
  ...maskChecks<MigratePagesCall>(({ from, to }) => [from, to]),
  {
    id: 'migrate-pages.no-such-process',
    errno: 'ESRCH',
    sources: [migrate, migratePage],
    demand: 'the process exists',
    test: ofOther<MigratePagesCall>(),
  },
  {
    id: 'migrate-pages.not-permitted',
    errno: 'EPERM',
    sources: [migrate, migratePage],
    demand:
      'the caller may look into the process, and the nodes are allowed to it or the caller has CAP_SYS_NICE',
    test: ({ to }, before) => {
      const nodes = nodesIn(to, before);
      if (before.task.privileges.capabilities.get('CAP_SYS_NICE')?.has === 'yes') return NO_TRACE;
      return nodes === 0n || nodes === 1n ? NO_TRACE : cannotTell('unknown-machine');
    },
  },
  {
    id: 'migrate-pages.no-such-node',
    errno: 'EINVAL',
    sources: [migrate, migratePage],
    demand: 'at least one of the new nodes exists, has memory, and may be used',
    test: ({ to }, before) => {
      const nodes = nodesIn(to, before);
      if (nodes === 0n) return fails();
      return nodes !== undefined && (nodes & 1n) !== 0n
        ? likelyPasses('unknown-machine')
        : cannotTell('unknown-machine');
    },
  },
];

/** The answer is the number of pages that could not be moved. */
export const migratePagesRule: SyscallRule<MigratePagesCall> = {
  call: 'migrate_pages',
  checks: migrateChecks,
};

const words = ({ count }: MovePagesCall, size: number): number => Number((count.value ?? 0n) * BigInt(size));

/** The kernel looks at a list only where it has something in it. */
const onList =
  (test: (call: MovePagesCall, before: Before) => Verdict): Check<MovePagesCall>['test'] =>
  (call, before) =>
    call.count.value === 0n || (call.count.value ?? 0n) > 1n << 32n ? NOT_REACHED : test(call, before);

const moveChecks: readonly Check<MovePagesCall>[] = [
  {
    id: 'move-pages.unknown-flags',
    errno: 'EINVAL',
    sources: [move, movePage],
    demand: 'the flags are MPOL_MF_MOVE or MPOL_MF_MOVE_ALL, and no others',
    test: ({ flags }) =>
      withArguments([flags], (bits) =>
        demand((bits & ~(MPOL_MF.MOVE | MPOL_MF.MOVE_ALL)) === 0, argumentFact('flags', flags)),
      ),
  },
  {
    id: 'move-pages.not-permitted',
    errno: 'EPERM',
    sources: [move, movePage],
    demand: 'MPOL_MF_MOVE_ALL needs CAP_SYS_NICE',
    test: ({ flags }, before) =>
      ((flags.value ?? 0) & MPOL_MF.MOVE_ALL) !== 0
        ? capable(before, 'CAP_SYS_NICE', argumentFact('flags', flags))
        : NOT_REACHED,
  },
  {
    id: 'move-pages.no-such-process',
    errno: 'ESRCH',
    sources: [move, movePage],
    demand: 'the process exists, and the caller may look into it',
    test: ofOther<MovePagesCall>(),
  },
  {
    id: 'move-pages.list-unreadable',
    errno: 'EFAULT',
    sources: [move, movePage],
    demand: 'the list of addresses, and the list of nodes if there is one, can be read',
    test: onList((call, before) => {
      const pages = canRead(pointerOf(call.pages), words(call, 8), before);
      const nodes = pointerOf(call.nodes);
      if (pages.answer === 'fails' || nodes.shows === 'null') return pages;
      return canRead(nodes, words(call, 4), before);
    }),
  },
  {
    id: 'move-pages.no-such-node',
    errno: 'ENODEV',
    sources: [seen('mm/migrate.c: do_pages_move'), movePage],
    demand: 'each page is sent to a node that exists',
    test: onList(({ nodes }) => {
      const value = nodes?.value;
      if (value?.kind !== 'array') return NOT_REACHED;
      const others = value.items.some((node) => node.value.kind !== 'number' || node.value.value !== 0n);
      return others ? cannotTell('unknown-machine') : likelyPasses('unknown-machine');
    }),
  },
  {
    id: 'move-pages.status-not-writable',
    errno: 'EFAULT',
    sources: [move, movePage],
    demand: 'the list of answers can be written',
    test: onList((call, before) => canWrite(pointerOf(call.status), words(call, 4), before)),
  },
];

/** Pages that the answers show to be in a mapping: on a node, or not there yet (ENOENT). */
function mappedPages({ pages, status }: MovePagesCall): PageRange[] {
  const [asked, told] = [pages?.value, status?.value];
  if (asked?.kind !== 'array' || told?.kind !== 'array') return [];
  const ranges: PageRange[] = [];
  for (const [index, { value }] of told.items.entries()) {
    const address = asked.items[index]?.value;
    if (address?.kind !== 'number' || address.value <= 0n || address.value >= 1n << 56n) continue;
    const onNode = value.kind === 'number' && value.value >= 0n;
    if (onNode) ranges.push(pageRange(pageOf(address.value), pageOf(address.value) + 1));
  }
  return ranges;
}

export const movePagesRule: SyscallRule<MovePagesCall> = {
  call: 'move_pages',
  checks: moveChecks,
  apply(call, observed, before, edit) {
    if (observed.kind !== 'success' || !isSelf(call.pid, before)) return;
    for (const range of mappedPages(call))
      if (addressOf(range.end) <= addressOf(before.space.taskSize)) edit.infer(range, {});
  },
};
