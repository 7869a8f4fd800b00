/**
 * What the lines before a call tell beyond the state that its checks are judged by: a filesystem mounted noexec, a file that
 * another descriptor of the same name made short, whether the log would show files being opened at all. A prediction keeps
 * away from such; an answer that is there wants to be explained.
 */
import type { CheckAnswer, Fact, Judgement, Verdict } from '../kernel/check';
import { eventFact, fails, failsIfAssumed, NOT_REACHED, numberFact, vmaFact } from '../kernel/verdict';
import { argument, hasFlag, intOf, numberOf } from '../process/call-values';
import { pageRange, type PageRange } from '../memory/page';
import type { CallEvent } from '../trace/event';
import { factsOf } from './checklist';
import { fileAt } from './outside/descriptor-history';
import { noexecMount } from './outside/noexec-mount';
import { showsOpenings } from './outside/shown-openings';
import { objectEnd } from './pointers/object-end';
import { spaceBefore, type Subject } from './subject';

/** The judgement with the verdicts that the log settles; the same one where it settles none. */
export function settledByLog(subject: Subject, call: CallEvent, judgement: Judgement): Judgement {
  const answers = judgement.answers.map((answer) => {
    const verdict = settled(subject, call, answer);
    return verdict === undefined ? answer : { ...answer, verdict };
  });
  return answers.every((answer, at) => answer === judgement.answers[at])
    ? judgement
    : { answers, predicted: judgement.predicted };
}

function settled(subject: Subject, call: CallEvent, { id, verdict }: CheckAnswer): Verdict | undefined {
  switch (id) {
    case 'mmap.noexec-mount':
      return verdict.answer === 'cannot-tell' ? mappingOnNoexec(subject, call) : undefined;
    case 'mprotect.not-permitted':
      return verdict.answer === 'passes' ? protectingOnNoexec(subject, call) : undefined;
    case 'mmap.fd-path-only':
      return verdict.answer === 'cannot-tell' && showsOpenings(subject) ? NOT_REACHED : undefined;
    // A filesystem that does not know the flag has no file that may be mapped with it either.
    case 'mmap.unknown-flags':
      return verdict.answer === 'cannot-tell' ? NOT_REACHED : undefined;
    default:
      return id.endsWith('.not-populated') && verdict.answer === 'cannot-tell'
        ? behindFileOfName(subject, call, factsOf(verdict))
        : undefined;
  }
}

function mappingOnNoexec(subject: Subject, call: CallEvent): Verdict | undefined {
  const fd = intOf(argument(call, 4));
  const path = fd === undefined ? undefined : fileAt(subject, fd)?.path;
  const mounted = path === undefined ? undefined : noexecMount(subject, path);
  return mounted === undefined ? undefined : fails(eventFact('mounted-noexec', mounted));
}

/** A mapping from there can never be made executable. mm/mmap.c: do_mmap, VM_MAYEXEC */
function protectingOnNoexec(subject: Subject, call: CallEvent): Verdict | undefined {
  if (hasFlag(argument(call, 2), 'PROT_EXEC', 4) !== true) return undefined;
  const space = spaceBefore(subject);
  const range = rangeOf(call);
  if (space === undefined || range === undefined) return undefined;
  for (const vma of space.vmasIn(range)) {
    const mounted = vma.backing.kind === 'file' ? noexecMount(subject, vma.backing.path) : undefined;
    if (mounted !== undefined) return fails(vmaFact('vma', vma), eventFact('mounted-noexec', mounted));
  }
  return undefined;
}

function behindFileOfName(subject: Subject, call: CallEvent, facts: readonly Fact[]): Verdict | undefined {
  const space = spaceBefore(subject);
  const told = facts.find((fact) => fact.fact === 'range');
  const vma = told?.fact === 'range' ? space?.vmaAt(told.range.start) : undefined;
  const range = rangeOf(call);
  if (vma?.backing.kind !== 'file' || range === undefined) return undefined;
  const object = objectEnd(subject, vma);
  if (object === undefined || object === 'unknown') return undefined;
  const wanted = vma.pgoff + Math.min(vma.end, range.end) - vma.start;
  if (wanted <= object.pages) return undefined;
  const size = numberFact('file-size', object.size, 'bytes', object.at);
  return failsIfAssumed(vmaFact('vma', vma), size, numberFact('last-page', wanted - 1, 'pages'));
}

/** Of calls that take an address and a length first, in pages; undefined where it is none, or passes the end. */
function rangeOf(call: CallEvent): PageRange | undefined {
  const [start, length] = [numberOf(argument(call, 0)), numberOf(argument(call, 1))];
  if (start === undefined || length === undefined) return undefined;
  const [first, end] = [start >> 12n, (start + length + 4095n) >> 12n];
  return first < end && end <= 1n << 52n ? pageRange(Number(first), Number(end)) : undefined;
}
