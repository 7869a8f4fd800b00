/** SIGSEGV: what the kernel says of the access, held against the history of the page. */
import { addressOf, pageOf, pageRange } from '../../memory/page';
import { entryAt } from '../../memory/page-tables/entry';
import { placeholderIn } from '../../memory/placeholders';
import type { Vma } from '../../memory/vma';
import type { Message } from '../message-shape';
import { say } from '../message';
import { earlierSignals } from '../outside/earlier-calls';
import { accountOfPage } from '../page-history';
import { bytesInWords, hexOf } from '../sizes';
import { lineOf } from '../subject';
import { refusedBy, triedInWords } from './access';
import type { Fault, SignalAccount } from './account';
import { boundsOf, keyOf } from './siginfo';
import { stackOverflow } from './stack-overflow';
import { keyHistory } from './protection-key';

/** What the first page at 0 and a few above stand for: a pointer that is NULL, with the offset of a member. */
const NULL_PAGES = 16;

export function accountOfSegv(fault: Fault): SignalAccount {
  switch (fault.code) {
    case 'SI_KERNEL':
      return withoutAddress(fault);
    case 'SEGV_PKUERR':
      return keyHistory(fault, keyOf(fault.signal));
    case 'SEGV_BNDERR': {
      const [lower, upper] = boundsOf(fault.signal) ?? [0n, 0n];
      const values = { address: hexOf(fault.address), lower: hexOf(lower), upper: hexOf(upper) };
      return named('signal.bounds', values);
    }
    case 'SEGV_MTEAERR':
    case 'SEGV_MTESERR':
    case 'SEGV_ADIDERR':
    case 'SEGV_ADIPERR':
    case 'SEGV_ACCADI':
      return named('signal.memory-tag', { address: hexOf(fault.address), code: fault.code });
    case 'SEGV_CPERR':
      return named('signal.control-protection', { address: hexOf(fault.address) });
    case 'SEGV_ACCERR':
      return refused(fault);
    default:
      return missing(fault);
  }
}

const named = (
  id: 'signal.bounds' | 'signal.memory-tag' | 'signal.control-protection',
  values: Readonly<Record<string, string>>,
): SignalAccount => ({ id, text: say(id, values), certainty: 'proven', evidence: [] });

/**
 * No address comes with it: the processor refused before it looked into a page table. Vector instructions that demand
 * alignment (movaps) end so too. arch/x86/kernel/traps.c: exc_general_protection; kernel/signal.c: force_fatal_sig
 */
function withoutAddress({ subject, signal, space }: Fault): SignalAccount {
  const bits = space.taskSize > 2 ** 36 ? '56' : '47';
  const [handled] = earlierSignals(subject, signal.signal);
  const causes: readonly SignalAccount[] = [
    likely('signal.not-canonical', { bits }),
    likely('signal.unaligned-vector'),
    likely('signal.privileged-instruction'),
    ...(handled === undefined
      ? []
      : [{ ...likely('signal.bad-frame', { line: lineOf(subject, handled) }), evidence: [handled] }]),
  ];
  const [first, ...others] = causes;
  return { ...(first ?? likely('signal.not-canonical', { bits })), others };
}

const likely = (
  id:
    'signal.not-canonical' | 'signal.unaligned-vector' | 'signal.privileged-instruction' | 'signal.bad-frame',
  values: Message['values'] = {},
): SignalAccount => ({ id, text: say(id, values), certainty: 'likely', evidence: [] });

/** SEGV_MAPERR: no mapping is there, or a guard page, which answers the same. mm/memory.c: do_swap_page, VM_FAULT_SIGSEGV */
function missing(fault: Fault): SignalAccount {
  const { subject, space, address } = fault;
  const page = pageOf(address);
  const overflow = stackOverflow(fault);
  if (overflow !== undefined) return overflow;
  const access = triedInWords(fault, []);
  if (page < NULL_PAGES && space.vmaAt(page) === undefined) {
    const id = address === 0n ? 'signal.null' : 'fault.null';
    const text = say(id, { offset: hexOf(address), access });
    return { id: 'fault.null', text, certainty: 'proven', evidence: [] };
  }
  const entry = entryAt(space, page);
  if (entry.state === 'guard' && entry.run !== undefined) {
    const line = lineOf(subject, entry.run.event);
    return {
      id: 'fault.guard',
      text: say('signal.guard-page', { page: hexOf(addressOf(page)), line, access }),
      certainty: 'proven',
      evidence: [entry.run.event],
    };
  }
  if (entry.vma !== undefined) return disagrees(fault, entry.vma);
  const account = accountOfPage(subject, space, page, 'any', access, address);
  // That nothing is there the kernel says itself: what the log leaves open is settled.
  if (OPEN.has(account.id)) return neverMapped(fault);
  return account;
}

const OPEN: ReadonlySet<string> = new Set(['fault.unknown', 'fault.never-mapped', 'fault.perhaps-program']);

/** The model has memory there and the kernel has none (or the other way round): the log left a call out. */
function disagrees(fault: Fault, vma: Vma): SignalAccount {
  const { subject, address, code } = fault;
  const evidence = [vma.origin.mapped, vma.origin.protected].filter((event) => event !== undefined);
  const values = { address: hexOf(address), code: code ?? fault.signal.signal };
  const [line] = evidence;
  return {
    id: 'signal.disagrees',
    text:
      line === undefined
        ? say('signal.disagrees', values)
        : say('signal.disagrees-line', { ...values, line: lineOf(subject, line) }),
    certainty: 'likely',
    evidence,
  };
}

/** Farther from a mapping than this, an address has nothing to do with it. */
const NEAR = 64n << 10n;

/** No line mapped it. How near the nearest mapping ends says whether a program ran over the end of something. */
function neverMapped(fault: Fault): SignalAccount {
  const { subject, space, address } = fault;
  const { survey } = subject.timeline.recording;
  const page = pageOf(address);
  const access = triedInWords(fault, []);
  const certainty = survey.startsAtExecve && !subject.timeline.missing.isProven ? 'proven' : 'likely';
  const below = space.lastStartingBelow(page);
  const past = below === undefined ? undefined : address - addressOf(below.end);
  const made = below?.origin.mapped;
  if (past !== undefined && past >= 0n && past < NEAR && made !== undefined) {
    const values = { address: hexOf(address), past: bytesInWords(past), line: lineOf(subject, made), access };
    return {
      id: 'fault.never-mapped',
      text: say('signal.past-the-end', values),
      certainty,
      evidence: [made],
    };
  }
  return {
    id: 'fault.never-mapped',
    text: say('fault.never-mapped', { page: hexOf(address), access }),
    certainty,
    evidence: [],
  };
}

/** SEGV_ACCERR: there is a mapping that does not allow the access. arch/x86/mm/fault.c: access_error */
function refused(fault: Fault): SignalAccount {
  const { subject, space, address } = fault;
  const page = pageOf(address);
  const overflow = stackOverflow(fault);
  if (overflow !== undefined) return overflow;
  const vma = space.vmaAt(page);
  const values = { address: hexOf(address) };
  if (vma?.prot === undefined) {
    const access = triedInWords(fault, []);
    return {
      id: 'fault.protected',
      text: say(
        placeholderIn(space, pageRange(page, page + 1)) === 'program'
          ? 'signal.refused-program'
          : 'signal.refused-unknown',
        { ...values, access },
      ),
      certainty: 'likely',
      evidence: [],
    };
  }
  const { architecture } = subject.timeline.machine;
  const possible = refusedBy(vma.prot, architecture);
  const [first] = possible;
  if (first === undefined) return disagrees(fault, vma);
  return accountOfPage(subject, space, page, first, triedInWords(fault, possible), address);
}
