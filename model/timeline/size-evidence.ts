/**
 * A refusal for want of memory that no check explains: a limit on all that is mapped (RLIMIT_AS) or on private writable
 * memory (RLIMIT_DATA) that no line shows, or the machine itself had enough. Which of them is not known; that as much again
 * may be refused again, is.
 */
import type { Before, CheckAnswer } from '../kernel/check';
import { judge } from '../kernel/judge';
import type { MemoryCall } from '../kernel/memory-call';
import type { Observed } from '../kernel/observed';
import type { AddressSpace } from '../memory/address-space';
import type { RefusedSizes, SizeLimit } from '../process/limits';
import type { EventIndex } from '../trace/positions';

/** How the ids of the checks end. brk has one of its own for RLIMIT_DATA beside that of all calls. */
const CHECKS: readonly (readonly [SizeLimit, RegExp])[] = [
  ['AS', /\.over-address-space-limit$/],
  ['DATA', /\.over-(?:private-)?data-limit$/],
];

/** What is refused behind the call; the same object where the call says nothing new. */
export function refusedBehind(
  call: MemoryCall,
  observed: Observed,
  before: Before,
  after: AddressSpace,
  at: EventIndex,
): RefusedSizes | undefined {
  const { refusedSizes: known } = before.process;
  if (isRefused(call, observed)) return refusedBy(call, before, known, at);
  return known === undefined ? undefined : allowedBy(known, after);
}

function isRefused(call: MemoryCall, observed: Observed): boolean {
  if (call.call === 'brk')
    return observed.kind === 'success' && call.addr.value !== 0n && observed.value !== call.addr.value;
  return observed.kind === 'error' && observed.errno === 'ENOMEM';
}

function refusedBy(
  call: MemoryCall,
  before: Before,
  known: RefusedSizes | undefined,
  at: EventIndex,
): RefusedSizes | undefined {
  const { answers, predicted } = judge(call, before);
  if (predicted.kind !== 'success') return known;
  const sizes = new Map(known);
  for (const [limit, id] of CHECKS) {
    const [pages] = answers.flatMap((one) => (id.test(one.id) ? (needOf(one) ?? []) : []));
    const least = sizes.get(limit);
    if (pages !== undefined && (least === undefined || pages < least.pages)) sizes.set(limit, { pages, at });
  }
  return sizes.size === 0 ? known : sizes;
}

/** What the call would have made of the total; undefined where the limit is known, or the call adds nothing. */
function needOf({ verdict }: CheckAnswer): number | undefined {
  if (verdict.answer !== 'cannot-tell' || verdict.because.code !== 'unknown-limit') return undefined;
  let need: number | undefined;
  for (const fact of verdict.because.facts ?? []) {
    if (fact.fact !== 'number') continue;
    const pages = Number(fact.unit === 'pages' ? fact.value : fact.value >> 12n);
    if (fact.name === 'used' || fact.name === 'asked') need = (need ?? 0) + pages;
    else if (fact.name === 'replaced') need = (need ?? 0) - pages;
  }
  return need;
}

/** More than was refused is there now: so it was not a limit, or it has been raised. */
function allowedBy(known: RefusedSizes, { total, data }: AddressSpace): RefusedSizes | undefined {
  const passed = CHECKS.map(([limit]) => limit).filter(
    (limit) => (limit === 'AS' ? total : data) >= (known.get(limit)?.pages ?? Infinity),
  );
  if (passed.length === 0) return known;
  const left = new Map(known);
  for (const limit of passed) left.delete(limit);
  return left.size === 0 ? undefined : left;
}
