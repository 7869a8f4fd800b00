/**
 * Tests against resource limits and capabilities, with what is unknown said as such.
 *
 * A limit is given in bytes and used in pages, rounded down: a limit of 8191 bytes is one page, one of 1 to 4095 bytes
 * is none, yet not "zero" for the calls that answer EPERM at zero. Measured on 6.18.
 */
import { lockedPagesIn } from '../memory/locked';
import type { Capability, LockBound } from '../process/privileges';
import type { KnownLimit, LimitName, SizeLimit } from '../process/limits';
import type { Before, Fact, Verdict } from './check';
import { pageBytes } from './layout';
import { roundDown } from './rounding';
import { kernelVersion } from './versions';
import {
  assumptionFact,
  cannotTell,
  eventFact,
  fails,
  likelyPasses,
  numberFact,
  passes,
  sizeFact,
} from './verdict';

export const limitOf = (before: Before, name: LimitName): KnownLimit | undefined =>
  before.process.limits.get(name);

/** The limit in whole pages of the machine, counted in pages of 4096 bytes. */
export const pagesOfLimit = (bytes: bigint, before: Before): number =>
  Number(roundDown(bytes, pageBytes(before)) >> 12n);

/** RLIMIT_MEMLOCK as the kernel starts with it, in pages of 4096 bytes. include/uapi/linux/resource.h: MLOCK_LIMIT */
export const defaultMemlock = ({ machine }: Pick<Before, 'machine'>): number =>
  machine.kernel >= kernelVersion(5, 16) ? 2048 : 16;

function capability(before: Before, name: Capability): { has: 'yes' | 'no' | 'unknown'; facts: Fact[] } {
  const known = before.task.privileges.capabilities.get(name);
  return {
    has: known?.has ?? 'unknown',
    facts: known?.because === undefined ? [] : [eventFact(name, known.because)],
  };
}

/** Passes where the task surely has the capability, fails where it surely lacks it. */
export function capable(before: Before, name: Capability, ...facts: readonly Fact[]): Verdict {
  const { has, facts: why } = capability(before, name);
  if (has === 'yes') return passes(...facts, ...why);
  return has === 'no' ? fails(...facts, ...why) : cannotTell('unknown-capability', ...facts);
}

/** Whether this task may lock memory at all: a soft limit of exactly 0 bytes needs CAP_IPC_LOCK. mm/mlock.c: can_do_mlock */
export function mayLock(before: Before): Verdict {
  const limit = limitOf(before, 'MEMLOCK');
  if (capability(before, 'CAP_IPC_LOCK').has === 'yes') return passes();
  if (limit === undefined) {
    const { allowed, refused } = before.task.privileges.lockBounds ?? {};
    if (refused?.pages === 0) return capable(before, 'CAP_IPC_LOCK', limitFact(before, refused));
    return allowed === undefined
      ? likelyPasses('unknown-limit')
      : passes(eventFact('allowed-before', allowed.at));
  }
  if (limit.soft === 'infinity') return passes();
  const facts = [numberFact('RLIMIT_MEMLOCK', limit.soft, 'bytes', limit.at)];
  return limit.soft > 0n ? passes(...facts) : capable(before, 'CAP_IPC_LOCK', ...facts);
}

/** A limit that a refusal proved to be lower than what was asked for then. */
const limitFact = (before: Before, { pages, at }: LockBound): Fact =>
  sizeFact(before, 'refused-before', pages, at);

/**
 * Whether `need` locked pages in all fit below a limit that no line shows: what was allowed before is allowed again, what was
 * refused is refused again. Once more was allowed than kernels start with, it is not that limit that holds, and whoever raised
 * it, or gave the capability, hardly stopped right there. `isWhole`: false where `need` is a lower bound.
 */
export function fitsUnknownMemlock(
  before: Before,
  need: number,
  isWhole: boolean,
  facts: readonly Fact[],
): Verdict {
  const { allowed, refused } = before.task.privileges.lockBounds ?? {};
  if (refused !== undefined && need >= refused.pages)
    return capable(before, 'CAP_IPC_LOCK', ...facts, limitFact(before, refused));
  const known =
    allowed === undefined ? facts : [...facts, sizeFact(before, 'allowed-before', allowed.pages, allowed.at)];
  if (allowed !== undefined && isWhole && need <= allowed.pages) return passes(...known);
  const usual = defaultMemlock(before);
  if (allowed !== undefined && allowed.pages > usual && refused === undefined)
    return likelyPasses('unknown-limit', ...known);
  const all = [...known, assumptionFact('RLIMIT_MEMLOCK', `${usual * 4} KiB`)];
  return need <= usual ? likelyPasses('unknown-limit', ...all) : cannotTell('unknown-limit', ...all);
}

/**
 * Whether `asked` more pages may be locked; `credit` of them are locked already. mm/mmap.c: mlock_future_ok, and
 * mm/mlock.c: do_mlock, which is the only one that gives credit.
 *
 *     locked + asked - credit <= limit    or CAP_IPC_LOCK
 */
export function fitsMemlock(before: Before, asked: number, credit = 0): Verdict {
  const limit = limitOf(before, 'MEMLOCK');
  // Where VmLck is not known, what is known to be locked is a lower bound of it.
  const locked = before.space.locked ?? lockedPagesIn(before.space.vmas());
  const need = locked + asked - credit;
  const facts: Fact[] = [sizeFact(before, 'locked', locked), sizeFact(before, 'asked', asked)];
  if (credit > 0) facts.push(sizeFact(before, 'already-locked', credit));
  const privileged = capability(before, 'CAP_IPC_LOCK');
  if (privileged.has === 'yes') return passes(...facts, ...privileged.facts);
  if (limit === undefined) {
    return fitsUnknownMemlock(before, need, before.space.locked !== undefined, facts);
  }
  if (limit.soft === 'infinity') return passes(...facts);
  const most = pagesOfLimit(limit.soft, before);
  facts.push(sizeFact(before, 'RLIMIT_MEMLOCK', most, limit.at));
  // Some of what is asked for may be locked already.
  if (need > most && before.space.surplusUnsure) return cannotTell('unknown-memory', ...facts);
  if (need > most) return capable(before, 'CAP_IPC_LOCK', ...facts);
  return before.space.locked === undefined ? likelyPasses('unknown-memory', ...facts) : passes(...facts);
}

/**
 * What a log without a snapshot does not show (the program's text, ld.so, the stack) rarely takes more than 64 MiB: as
 * long as that much is left below the limit, the test is expected to pass.
 */
const UNSEEN_PAGES = 16384;

/** RLIMIT_AS counts every mapping. `credit`: pages that the call replaces. mm/mmap.c: may_expand_vm */
export function fitsAddressSpace(before: Before, asked: number, credit = 0): Verdict {
  return fitsTotal(before, 'AS', limitOf(before, 'AS'), before.space.total, asked, credit);
}

/**
 * RLIMIT_DATA counts private writable memory that is no stack (since 4.7). A soft limit of 0 means the hard one.
 * mm/mmap.c: may_expand_vm
 */
export function fitsData(before: Before, asked: number, credit = 0): Verdict {
  const limit = limitOf(before, 'DATA');
  const used = limit?.soft === 0n ? { ...limit, soft: limit.hard } : limit;
  return fitsTotal(before, 'DATA', used, before.space.data, asked, credit);
}

function fitsTotal(
  before: Before,
  name: SizeLimit,
  limit: KnownLimit | undefined,
  used: number,
  asked: number,
  credit: number,
): Verdict {
  if (limit?.soft === 'infinity') return passes();
  const need = used + asked - credit;
  const facts: Fact[] = [sizeFact(before, 'used', used), sizeFact(before, 'asked', asked)];
  if (credit > 0) facts.push(sizeFact(before, 'replaced', credit));
  if (limit === undefined) {
    const refused = before.process.refusedSizes?.get(name);
    return refused === undefined || need < refused.pages
      ? likelyPasses('unknown-limit', ...facts)
      : cannotTell('unknown-limit', ...facts, sizeFact(before, 'refused-before', refused.pages, refused.at));
  }
  const most = pagesOfLimit(limit.soft, before);
  facts.push(sizeFact(before, `RLIMIT_${name}`, most, limit.at));
  // Credit is a lower bound as well while pages are unknown: only without it a lower bound of the sum proves anything.
  if (need > most && (before.space.complete || credit === 0)) return fails(...facts);
  if (before.space.complete) return passes(...facts);
  return need + UNSEEN_PAGES <= most
    ? likelyPasses('unknown-memory', ...facts)
    : cannotTell('unknown-memory', ...facts);
}
