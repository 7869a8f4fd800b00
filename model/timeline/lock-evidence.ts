/**
 * What the answer of a call on locked memory proves of the limit and the capability. Worked out from the same checks that
 * predict the answer: a refusal proves something only where no other check could have answered the same.
 */
import type { Before, CheckAnswer, Fact, Verdict } from '../kernel/check';
import { judge } from '../kernel/judge';
import { limitOf, pagesOfLimit } from '../kernel/limits';
import type { MemoryCall } from '../kernel/memory-call';
import type { Observed } from '../kernel/observed';
import type { AddressSpace } from '../memory/address-space';
import type { LockProof } from '../process/lock-privilege';

const MREMAP_DONTUNMAP = 4;
const MCL_CURRENT = 1;

/** `after`: the caller's space behind the call. */
export function lockProofOf(
  call: MemoryCall,
  observed: Observed,
  before: Before,
  after: AddressSpace,
): LockProof | undefined {
  if (before.task.privileges.capabilities.get('CAP_IPC_LOCK')?.has === 'yes') return undefined;
  if (observed.kind === 'success') return allowedBy(call, before, after);
  return observed.kind === 'error' ? refusedBy(call, observed.errno, before) : undefined;
}

/** How much was locked in all when the kernel let the call pass; a lower bound of what it compared with the limit. */
function allowedBy(call: MemoryCall, before: Before, after: AddressSpace): LockProof | undefined {
  const pages = reached(call, before, after);
  if (pages === undefined) return undefined;
  const limit = limitOf(before, 'MEMLOCK')?.soft;
  if (limit === undefined) return { proves: 'allowed', pages, above: false };
  return limit !== 'infinity' && pages > pagesOfLimit(limit, before)
    ? { proves: 'allowed', pages, above: true }
    : undefined;
}

function reached(call: MemoryCall, { space }: Before, after: AddressSpace): number | undefined {
  switch (call.call) {
    case 'mlock':
    case 'mlock2':
      return grown(space, after) ?? 0;
    case 'mlockall':
      // All that is mapped was held against the limit; what the log does not show of it comes on top.
      return ((call.flags.value ?? 0) & MCL_CURRENT) !== 0 ? after.total : 0;
    case 'mmap':
    case 'brk':
    case 'shmat':
      return grown(space, after);
    // MREMAP_DONTUNMAP counts pages twice without asking (6.15 to 6.18).
    case 'mremap':
      return ((call.flags.value ?? MREMAP_DONTUNMAP) & MREMAP_DONTUNMAP) === 0
        ? grown(space, after)
        : undefined;
    default:
      return undefined;
  }
}

const grown = ({ locked: was }: AddressSpace, { locked }: AddressSpace): number | undefined =>
  was !== undefined && locked !== undefined && locked > was ? locked : undefined;

const isLimitCheck = ({ id }: CheckAnswer): boolean => /^[a-z0-9-]+\.over-(?:lock-)?limit$/.test(id);

function refusedBy(call: MemoryCall, errno: string, before: Before): LockProof | undefined {
  // EPERM stands for a limit of 0 bytes. mm/mlock.c: can_do_mlock
  if (errno === 'EPERM')
    return /^mlock(2|all)?$/.test(call.call) ? { proves: 'refused', pages: 0 } : undefined;
  if (errno !== 'ENOMEM' && errno !== 'EAGAIN') return undefined;
  const suspects = judge(call, before).answers.filter(
    (one) => one.errno === errno && maybe(one) && (isLimitCheck(one) || !isRare(one)),
  );
  const [limit, ...others] = suspects;
  if (limit === undefined || others.length > 0 || !isLimitCheck(limit)) return undefined;
  return { proves: 'refused', pages: needIn(factsOf(limit.verdict), before.space) };
}

const maybe = ({ verdict }: CheckAnswer): boolean =>
  verdict.answer === 'fails' || verdict.answer === 'cannot-tell';

/** The kernel's own lack of memory, or 65,530 VMAs of which the log shows a few: next to nothing fails by them. */
const isRare = ({ id, verdict }: CheckAnswer): boolean =>
  verdict.answer === 'cannot-tell' &&
  (verdict.because.code === 'no-trace' || (id.endsWith('.map-limit') && verdict.expect === 'passes'));

const factsOf = (verdict: Verdict): readonly Fact[] => {
  if (verdict.answer === 'not-reached') return [];
  return (verdict.answer === 'cannot-tell' ? verdict.because.facts : verdict.facts) ?? [];
};

/** What was compared with the limit; undefined where the log shows a part of it only. */
function needIn(facts: readonly Fact[], { locked, complete }: AddressSpace): number | undefined {
  let need: number | undefined;
  for (const fact of facts) {
    if (fact.fact !== 'number') continue;
    const pages = Number(fact.unit === 'pages' ? fact.value : fact.value >> 12n);
    if (fact.name === 'total' && complete) need = pages;
    else if (locked === undefined) continue;
    else if (fact.name === 'locked' || fact.name === 'asked') need = (need ?? 0) + pages;
    else if (fact.name === 'already-locked') need = (need ?? 0) - pages;
  }
  return need;
}
