/**
 * A broken rule in plain words: what somebody who is in a hurry, or who has never read the kernel's source, has to know. The
 * rule and its numbers stand below it. Rules that are rare, or as plain as they can be said, have none.
 */
import type { CheckAnswer, Fact } from '../kernel/check';
import { addressOf } from '../memory/page';
import type { Message } from './message-shape';
import { closedForCaller } from './blame/descriptors';
import { bytesIn, excessOf } from './limit-sum';
import { say, type MessageKey } from './message';
import { isOfSealedFile, wasOpenedReadOnly } from './outside/descriptor-evidence';
import { bytesInWords, hexOf, rangeInWords, sizeOfRange } from './sizes';
import { lineOf, type Subject } from './subject';

type Plain = (subject: Subject, facts: readonly Fact[]) => Message | undefined;

/** Undefined where nothing plainer than the rule is to be said, or the facts for it are missing. */
export function plainCause(
  subject: Subject,
  { id }: CheckAnswer,
  facts: readonly Fact[],
): Message | undefined {
  const rule = id.slice(id.indexOf('.') + 1);
  return (ofCheck[id] ?? ofRule[rule])?.(subject, facts);
}

const words =
  (key: MessageKey): Plain =>
  () =>
    say(key);

type RangeFact = Extract<Fact, { fact: 'range' }>;
type ArgumentFact = Extract<Fact, { fact: 'argument' }>;

const rangeOf = (facts: readonly Fact[], name: string): RangeFact | undefined =>
  facts.find((fact): fact is RangeFact => fact.fact === 'range' && fact.name === name);
const argumentsOf = (facts: readonly Fact[]): readonly ArgumentFact[] =>
  facts.filter((fact): fact is ArgumentFact => fact.fact === 'argument');
const bytesOf = (facts: readonly Fact[], name: string): bigint | undefined =>
  facts.flatMap((fact) => (fact.fact === 'number' && fact.name === name ? [bytesIn(fact)] : []))[0];

/** A hole that is proven; what the log does not show may be one or not. */
const unmapped: Plain = (subject, facts) => {
  const hole = rangeOf(facts, 'hole');
  if (hole?.state !== 'free') return undefined;
  const values = { address: hexOf(addressOf(hole.range.start)), size: sizeOfRange(hole.range) };
  return hole.at === undefined
    ? say('plain.hole', values)
    : say('plain.hole-since', { ...values, line: lineOf(subject, hole.at) });
};

const oldUnmapped: Plain = (subject, facts) => {
  const hole = rangeOf(facts, 'hole');
  if (hole?.state !== 'free') return undefined;
  const address = hexOf(addressOf(hole.range.start));
  return hole.at === undefined
    ? say('plain.nothing-there', { address })
    : say('plain.nothing-there-since', { address, line: lineOf(subject, hole.at) });
};

const overLimit: Plain = (_, facts) => {
  const excess = excessOf(facts);
  return excess === undefined
    ? undefined
    : say('plain.over-limit', { limit: excess.limit, excess: bytesInWords(excess.bytes) });
};

const noGap: Plain = (_, facts) => {
  const asked = bytesOf(facts, 'asked');
  const largest = bytesOf(facts, 'largest-gap');
  return asked === undefined || largest === undefined || asked <= largest
    ? undefined
    : say('plain.no-gap', { missing: bytesInWords(asked - largest) });
};

const misaligned: Plain = ({ timeline }, facts) => {
  const { pageSize } = timeline.machine;
  const crooked = argumentsOf(facts).find(({ value }) => value % pageSize !== 0n);
  return crooked === undefined
    ? undefined
    : say('plain.misaligned', { name: crooked.name, rest: bytesInWords(crooked.value % pageSize) });
};

const sealed: Plain = (_, facts) => {
  const vma = rangeOf(facts, 'vma');
  return vma === undefined ? undefined : say('plain.sealed', { range: rangeInWords(vma.range) });
};

/** What follows is another mapping, or the rest of this one. */
const noRoomInPlace: Plain = (_, facts) =>
  rangeOf(facts, 'next') !== undefined
    ? say('plain.no-room-next')
    : rangeOf(facts, 'old') !== undefined
      ? say('plain.no-room-rest')
      : undefined;

const notOpen: Plain = (subject, facts) => {
  const given = argumentsOf(facts).find(({ name }) => name === 'fd');
  if (given === undefined) return undefined;
  const fd = Number(BigInt.asIntN(32, given.value));
  const closed = closedForCaller(subject, fd);
  return closed === undefined
    ? say('plain.fd-not-open', { fd: String(fd) })
    : say(closed.byExec ? 'plain.fd-closed-by-exec' : 'plain.fd-closed', {
        fd: String(fd),
        line: lineOf(subject, closed.at),
      });
};

/** -1 is what anonymous memory is mapped with. */
const noFile: Plain = (subject, facts) =>
  argumentsOf(facts).some(({ name, value }) => name === 'fd' && BigInt.asIntN(32, value) === -1n)
    ? say('plain.no-file')
    : notOpen(subject, facts);

const notPermitted: Plain = (subject, facts) =>
  say(
    isOfSealedFile(subject, facts)
      ? 'plain.memfd-sealed'
      : wasOpenedReadOnly(subject, facts)
        ? 'plain.fd-not-writable'
        : 'plain.protection-not-allowed',
  );

/** By the part of the id behind the dot: the same rule of several calls. */
const ofRule: Readonly<Partial<Record<string, Plain>>> = {
  unmapped,
  'over-limit': overLimit,
  'over-lock-limit': overLimit,
  'secret-memory-over-lock-limit': overLimit,
  'over-address-space-limit': overLimit,
  'over-data-limit': overLimit,
  'over-private-data-limit': overLimit,
  'dontunmap-over-address-space-limit': overLimit,
  'dontunmap-over-data-limit': overLimit,
  'no-gap': noGap,
  'no-room-in-place': noRoomInPlace,
  'beyond-vma': words('plain.beyond-vma'),
  'address-misaligned': misaligned,
  'old-address-misaligned': misaligned,
  'new-address-misaligned': misaligned,
  'offset-misaligned': misaligned,
  'length-zero': words('plain.length-zero'),
  'new-size-zero': words('plain.length-zero'),
  'range-wraps': words('plain.range-wraps'),
  'length-wraps': words('plain.too-long'),
  'map-limit': words('plain.map-limit'),
  'fixed-map-limit': words('plain.map-limit'),
  'shrink-map-limit': words('plain.map-limit'),
  'remap-map-limit': words('plain.map-limit'),
  'move-at-map-limit': words('plain.map-limit'),
  'over-commit-limit': words('plain.over-commit-limit'),
  'huge-page-pool': words('plain.huge-page-pool'),
  sealed,
  'fixed-sealed': sealed,
  'shrink-sealed': sealed,
  'tail-sealed': sealed,
  'destination-sealed': sealed,
  'remap-sealed': sealed,
  'fd-not-open': notOpen,
  'fd-not-readable': words('plain.fd-not-readable'),
  'fd-not-writable': words('plain.fd-not-writable'),
  'fd-path-only': words('plain.fd-path-only'),
  'not-mappable': words('plain.not-mappable'),
  'memfd-sealed': words('plain.memfd-sealed'),
  'write-and-execute-denied': words('plain.write-and-execute-denied'),
  'no-such-segment': words('plain.no-such-segment'),
  'not-attached': words('plain.not-attached'),
  'unknown-flags': words('plain.unknown-flags'),
  'below-mmap-min-addr': words('plain.too-low'),
  'beyond-task-size': words('plain.beyond-task-size'),
  'new-address-out-of-range': words('plain.beyond-task-size'),
  'shrink-beyond-task-size': words('plain.beyond-task-size'),
  'tail-beyond-task-size': words('plain.beyond-task-size'),
  'too-long': words('plain.too-long'),
  'new-size-too-large': words('plain.too-long'),
  'beyond-file-maximum': words('plain.beyond-file-maximum'),
  'offset-overflow': words('plain.beyond-file-maximum'),
  'ranges-overlap': words('plain.ranges-overlap'),
  'fixed-without-maymove': words('plain.fixed-without-maymove'),
  'without-type': words('plain.without-type'),
  'file-without-type': words('plain.without-type'),
  'unknown-advice': words('plain.unknown-advice'),
  'next-mapping-too-close': words('plain.next-mapping-too-close'),
  'below-start': words('plain.below-start'),
};

/** Where a call's rule means something of its own. */
const ofCheck: Readonly<Partial<Record<string, Plain>>> = {
  'mremap.unmapped': oldUnmapped,
  'mmap.range-in-use': words('plain.range-in-use'),
  'shmat.range-in-use': words('plain.range-in-use-by-shm'),
  'mmap.fd-not-open': noFile,
  'mmap.lock-not-permitted': words('plain.may-not-lock'),
  'mlock.not-permitted': words('plain.may-not-lock'),
  'mlockall.not-permitted': words('plain.may-not-lock'),
  'mlock.not-populated': words('plain.not-populated'),
  'madvise.locked': words('plain.locked'),
  'mprotect.not-permitted': notPermitted,
  // Flags that are known, too, where the file has no use for them.
  'mmap.unknown-flags': () => undefined,
  'seals.mapped-writable': words('plain.mapped-writable'),
  // Seals on a file are something else than a sealed mapping.
  'seals.sealed': () => undefined,
};
