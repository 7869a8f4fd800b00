/**
 * The lines behind the facts of a check: who made a hole, who mapped and who protected what stands in the way, which calls
 * locked what counts against the limit.
 */
import type { Fact } from '../../kernel/check';
import { has, VmFlag, type Vma } from '../../memory/vma';
import { lengthOf, pageRange, type PageRange } from '../../memory/page';
import type { AddressSpace } from '../../memory/address-space';
import type { EventIndex } from '../../trace/positions';
import { changePieces } from '../change-pieces';
import type { Message } from '../message-shape';
import { say } from '../message';
import { pagesInWords } from '../sizes';
import { unmappedUnseen } from '../pointers/unseen-unmapping';
import { lineOf, spaceBefore, type Subject } from '../subject';
import { closedForCaller } from './descriptors';
import type { Behind } from './behind';
import { behindBorder } from './border';
import { lockedTotal, type LockedPart } from './locked-total';

/** Facts that name free pages get the event that unmapped them or moved them away. */
export function withBlame(subject: Subject, facts: readonly Fact[]): readonly Fact[] {
  if (!facts.some(isHole)) return facts;
  const { timeline, event } = subject;
  const space = spaceBefore(subject);
  if (space === undefined) return facts;
  return facts.map((fact) => {
    if (!isHole(fact)) return fact;
    const touch = timeline.lastTouching(space.id, fact.range, event);
    const made =
      touch === undefined
        ? unmappedUnseen(subject, fact.range.start)
        : touch.how === 'unmapped' || touch.how === 'moved'
          ? touch.event
          : undefined;
    return made === undefined ? fact : { ...fact, at: made };
  });
}

type RangeFact = Extract<Fact, { fact: 'range' }>;

const isHole = (fact: Fact): fact is RangeFact =>
  fact.fact === 'range' && fact.state === 'free' && !('at' in fact);

/** `id`: the check's, which says what matters of a mapping. */
export function behindFacts(subject: Subject, id: string, facts: readonly Fact[]): Behind {
  const space = spaceBefore(subject);
  if (space === undefined) return { events: [], words: [] };
  const mappings = facts.filter(
    (fact): fact is RangeFact => fact.fact === 'range' && fact.state === 'mapped',
  );
  const told = mappings.map(({ range }) => behindMapping(subject, space, id, range));
  told.push(
    behindClosed(subject, id, facts),
    behindDetached(subject, space, id, facts),
    id === 'mremap.beyond-vma' ? behindBorder(subject, space, mappings) : NOTHING,
  );
  const events = told.flatMap((behind) => behind.events);
  const words = told.flatMap((behind) => behind.words);
  if (!isLockSum(facts)) return { events, words };
  const locked = behindLocked(subject, space);
  return { events: [...events, ...locked.events], words: [...words, ...locked.words] };
}

/** Also what MAP_FIXED, SHM_REMAP and a shrinking heap would clear. */
const SEALED = /[.-]sealed$/;

function behindMapping(subject: Subject, space: AddressSpace, id: string, range: PageRange): Behind {
  const vma = space.vmaAt(range.start);
  if (vma === undefined) return { events: [], words: [] };
  const { mapped, locked } = vma.origin;
  const sealed = SEALED.test(id) ? sealedAt(subject, space, vma) : undefined;
  const lock = id.endsWith('.locked') ? locked : undefined;
  return {
    events: [mapped, lock, sealed].filter((event) => event !== undefined),
    words: [
      ...(lock === undefined ? [] : [say('blame.locked', { line: lineOf(subject, lock) })]),
      ...(sealed === undefined ? [] : [say('blame.sealed', { line: lineOf(subject, sealed) })]),
    ],
  };
}

const NOTHING: Behind = { events: [], words: [] };

/** The call that detached what was attached at the address. */
function behindDetached(subject: Subject, space: AddressSpace, id: string, facts: readonly Fact[]): Behind {
  const given = facts.find((fact) => fact.fact === 'argument' && fact.name === 'shmaddr');
  if (id !== 'shmdt.not-attached' || given?.fact !== 'argument') return NOTHING;
  const page = Number(given.value >> 12n);
  const touch = subject.timeline.lastTouching(space.id, pageRange(page, page + 1), subject.event);
  if (touch?.how !== 'unmapped') return NOTHING;
  return { events: [touch.event], words: [say('blame.unmapped', { line: lineOf(subject, touch.event) })] };
}

/** The call that closed the descriptor. */
function behindClosed(subject: Subject, id: string, facts: readonly Fact[]): Behind {
  const given = facts.find((fact) => fact.fact === 'argument' && fact.name === 'fd');
  if (!id.endsWith('.fd-not-open') || given?.fact !== 'argument') return NOTHING;
  const closed = closedForCaller(subject, Number(given.value));
  if (closed === undefined) return NOTHING;
  return {
    events: [closed.at],
    words: [say('blame.fd-closed', { fd: Number(given.value), line: lineOf(subject, closed.at) })],
  };
}

/** Changes looked at for the one that sealed a mapping: what is sealed changes no more but by fork. */
const MOST_TOUCHES = 32;

function sealedAt({ timeline, event }: Subject, { id }: AddressSpace, vma: Vma): EventIndex | undefined {
  let left = MOST_TOUCHES;
  for (const touch of timeline.touching(id, vma, event)) {
    if (left-- <= 0) return undefined;
    for (const change of timeline.changeAt(touch.event)?.spaces ?? [])
      for (const { before, after, start } of changePieces(change, touch.event))
        if (after !== undefined && start >= vma.start && start < vma.end && sealsBetween(before, after))
          return touch.event;
  }
  return undefined;
}

const sealsBetween = (before: Vma | undefined, after: Vma): boolean =>
  has(after, VmFlag.sealed) && (before === undefined || !has(before, VmFlag.sealed));

/** What is locked is held against RLIMIT_MEMLOCK. */
const isLockSum = (facts: readonly Fact[]): boolean =>
  facts.some((fact) => fact.fact === 'number' && fact.name === 'locked' && fact.value > 0n);

/** Parts that are told one by one. */
const LARGEST = 3;

function behindLocked(subject: Subject, space: AddressSpace): Behind {
  const { parts } = lockedTotal(subject.timeline, space, subject.event);
  const largest = byLine(parts);
  const shown = largest.slice(0, LARGEST);
  const rest = largest.slice(LARGEST);
  if (shown.length === 0) return { events: [], words: [] };
  const words = [
    ...shown.map((part) => partInWords(subject, part)),
    ...(rest.length === 0
      ? []
      : [
          say('blame.parts-more', {
            count: rest.length,
            size: pagesInWords(rest.reduce((sum, { pages }) => sum + pages, 0)),
          }),
        ]),
  ];
  return {
    events: shown.flatMap(({ event, mapped }) => [event, mapped].filter((one) => one !== undefined)),
    words: [say('blame.made-up-of', { parts: words })],
  };
}

function partInWords(subject: Subject, { event, mapped, pages }: OfLine): Message {
  const size = pagesInWords(pages);
  if (event === undefined) return say('blame.part-before-log', { size });
  const line = lineOf(subject, event);
  return mapped === undefined
    ? say('blame.part', { size, line })
    : say('blame.part-future', { size, line: lineOf(subject, mapped), all: line });
}

interface OfLine {
  readonly event: EventIndex | undefined;
  /** The call that mapped what `event`, an mlockall before it, says is to be locked. */
  readonly mapped: EventIndex | undefined;
  readonly pages: number;
}

/** What one line locked is one part, however many ranges it is. */
function byLine(parts: readonly LockedPart[]): readonly OfLine[] {
  const lines = new Map<EventIndex | undefined, OfLine>();
  for (const { by, range, mapped } of parts) {
    const key = mapped ?? by?.event;
    const pages = (lines.get(key)?.pages ?? 0) + lengthOf(range);
    lines.set(key, { event: by?.event, mapped, pages });
  }
  return [...lines.values()].sort((a, b) => b.pages - a.pages);
}
