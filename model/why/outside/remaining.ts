/**
 * What remains possible where nothing in the log breaks a rule: limits that nobody showed, settings of the machine, want of
 * memory. Ranked by what the log suggests, each with how to find out.
 */
import type { CheckAnswer, Fact } from '../../kernel/check';
import type { CallEvent } from '../../trace/event';
import type { Message } from '../message-shape';
import { say, type MessageKey } from '../message';
import type { Subject } from '../subject';
import { account, type OutsideAccount } from './account';
import { filtered, shownFilter } from './seccomp';

/** How the end of a check's id says what it is about: where to look. */
const HOW: readonly (readonly [RegExp, MessageKey])[] = [
  [/map-limit$/, 'how.map-count'],
  [/address-space-limit$/, 'how.address-space-limit'],
  [/data-limit$/, 'how.data-limit'],
  [/(lock-limit|^mlock\w*\.over-limit|lock-not-permitted|^mlock\w*\.not-permitted)$/, 'how.lock-limit'],
  [/over-commit-limit$/, 'how.commit'],
  [/huge-page-pool$/, 'how.huge-pages'],
  [/(kernel-memory|out-of-memory)$/, 'how.memory'],
  [/(process-limit|too-many-processes)$/, 'how.process-limit'],
  [/too-many-tasks$/, 'how.task-limits'],
  [/(mmap-min-addr|min-addr)$/, 'how.lowest-address'],
  [/stack-limit$/, 'how.stack-limit'],
  [/no-gap$/, 'how.maps'],
  [/security-module$/, 'how.security-module'],
];

/** Of a check that the log leaves open, or that is held against an assumption. */
export function howToFindOut({ id, verdict }: CheckAnswer): Message | undefined {
  const isAssumed = verdict.answer === 'fails' && verdict.certainty === 'assumed';
  if (verdict.answer !== 'cannot-tell' && !isAssumed) return undefined;
  const key = HOW.find(([pattern]) => pattern.test(id))?.[1];
  if (key !== undefined) return say(key);
  if (verdict.answer !== 'cannot-tell') return undefined;
  switch (verdict.because.code) {
    case 'unknown-memory':
    case 'unknown-layout':
      return say('how.maps');
    case 'unknown-limit':
      return say('how.limits');
    case 'unknown-capability':
      return say('how.capabilities');
    case 'unknown-descriptor':
      return say('how.descriptors');
    default:
      return undefined;
  }
}

/** Bytes: a request that a person would call huge. */
const HUGE = 4n << 30n;
const LARGE = 256n << 20n;

/** How strongly the log speaks for an open check: larger is likelier. */
function weight({ id, verdict }: CheckAnswer): number {
  const facts =
    (verdict.answer === 'cannot-tell' ? (verdict.facts ?? verdict.because.facts) : undefined) ?? [];
  const asked = bytesOf(facts, 'asked') ?? 0n;
  const size = asked >= HUGE ? 2 : asked >= LARGE ? 1 : 0;
  if (id.endsWith('map-limit')) return nearMapLimit(facts) ? 90 : 20;
  if (id.endsWith('huge-page-pool')) return 80;
  if (/lock-limit$|lock-not-permitted$|^mlock\w*\.(over-limit|not-permitted)$/.test(id)) return 70;
  if (id.endsWith('over-commit-limit')) return 10 + 25 * size;
  if (id.endsWith('address-space-limit')) return 25 + 10 * size;
  if (id.endsWith('data-limit')) return 22 + 10 * size;
  if (id.endsWith('process-limit')) return 40;
  if (id.endsWith('too-many-tasks')) return 35;
  if (/(kernel-memory|out-of-memory)$/.test(id)) return 1;
  return 15;
}

function bytesOf(facts: readonly Fact[], name: string): bigint | undefined {
  for (const fact of facts)
    if (fact.fact === 'number' && fact.name === name)
      return fact.unit === 'pages' ? fact.value * 4096n : fact.value;
  return undefined;
}

function nearMapLimit(facts: readonly Fact[]): boolean {
  const [count, most] = [bytesOf(facts, 'map-count'), bytesOf(facts, 'max-map-count')];
  return count !== undefined && most !== undefined && count * 100n >= most * 95n;
}

/** Open checks of the same plausibility, what the log speaks for first. Those that fail stay where they are. */
export function ranked(
  candidates: readonly CheckAnswer[],
  plausibility: (answer: CheckAnswer) => number,
): readonly CheckAnswer[] {
  const failing = candidates.filter(({ verdict }) => verdict.answer !== 'cannot-tell');
  const open = candidates.filter(({ verdict }) => verdict.answer === 'cannot-tell');
  // Limits that nobody showed and settings of the machine are alike: what is asked for decides.
  const level = (answer: CheckAnswer): number => Math.min(plausibility(answer), 1);
  open.sort((a, b) => level(a) - level(b) || weight(b) - weight(a));
  return [...failing, ...open];
}

export interface Remaining {
  /** Before the checks: a filter that answers instead of the kernel. */
  readonly before: readonly OutsideAccount[];
  /** Behind them. */
  readonly behind: readonly OutsideAccount[];
}

/** What can have failed the call beside its own checks. `isDecided`: a check is known to fail with this very errno. */
export function remainingPossible(
  subject: Subject,
  call: CallEvent,
  errno: string,
  isDecided: boolean,
): Remaining {
  if (isDecided) return { before: [], behind: [] };
  const filter = filtered(subject, call, errno);
  const before = filter === undefined ? [] : [filter.account];
  const shown = filter === undefined ? shownFilter(subject, call, errno) : [];
  switch (errno) {
    case 'ENOMEM':
      return { before, behind: [...shown, ...(mayFillCgroup(call) ? [cgroup(subject, call)] : [])] };
    case 'EACCES':
    case 'EPERM':
      return {
        before,
        behind: [
          securityModule(subject, call, errno),
          ...unseenFilter(subject, call, errno, filter !== undefined),
        ],
      };
    default:
      return { before, behind: shown };
  }
}

/**
 * Calls that take pages at once count against the cgroup, which refuses them. Those that only promise pages do not: mmap,
 * brk, mremap, mprotect. mm/memcontrol.c: try_charge_memcg
 */
const mayFillCgroup = ({ name }: CallEvent): boolean =>
  !/^(old_)?mmap2?$|^brk$|^mremap$|mprotect$/.test(name);

const cgroup = (subject: Subject, call: CallEvent): OutsideAccount => ({
  ...account(subject, 'outside.memory-cgroup', { call: call.name }),
  howToFindOut: say('how.cgroup'),
});

const securityModule = (subject: Subject, call: CallEvent, errno: string): OutsideAccount => ({
  ...account(subject, 'outside.security-module', { call: call.name, errno }),
  howToFindOut: say('how.security-module'),
});

/** A filter that was set before the recording: containers have one. */
const unseenFilter = (
  subject: Subject,
  call: CallEvent,
  errno: string,
  isSeen: boolean,
): readonly OutsideAccount[] =>
  isSeen
    ? []
    : [
        {
          ...account(subject, 'outside.seccomp-unseen', { call: call.name, errno }),
          howToFindOut: say('how.seccomp'),
        },
      ];

/** Calls whose kernel memory counts as locked memory. io_uring since 5.12 only for its users' buffers; bpf before 5.11 */
const PINNING = /^(io_uring_|bpf$|perf_event_open$)/;
const MAKING = /^(clone3?|v?fork)$/;

/** ENOMEM, and EAGAIN of a fork, of a call that no rule judges. */
export function remainingMemory(subject: Subject, call: CallEvent, errno: string): readonly OutsideAccount[] {
  const values = { call: call.name, errno };
  const one = (key: MessageKey, how: MessageKey): OutsideAccount => ({
    ...account(subject, key, values),
    howToFindOut: say(how),
  });
  if (MAKING.test(call.name) && errno === 'EAGAIN')
    return [one('outside.process-limit', 'how.process-limit'), one('outside.task-limits', 'how.task-limits')];
  return [
    ...(PINNING.test(call.name) ? [one('outside.lock-limit', 'how.lock-limit')] : []),
    ...(MAKING.test(call.name) ? [one('outside.commit', 'how.commit')] : []),
    one('outside.kernel-memory', 'how.memory'),
    cgroup(subject, call),
  ];
}
