/** Another length: not zero, not beyond what is mapped, not more than a limit leaves. */
import { MAP, PROT } from '../../kernel/abi/mmap-flags';
import { addressOf, lengthOf, pageRange } from '../../memory/page';
import type { Given } from '../../kernel/given';
import { say } from '../message';
import { bytesInWords, hexOf } from '../sizes';
import { excessOf } from './excess';
import { bytesOf, down, mappedStretches, mappedUntil, pageSizeOf, pagesTouched, rangeOf } from './ranges';
import { withArguments, withCalls, type Alteration, type Alterations } from './trial';
import { addressText } from './written-call';

type Failed = Parameters<Alterations>[0];

export const lengths: Alterations = function* (failed) {
  yield* notZero(failed);
  yield* upToHole(failed);
  yield* eachStretch(failed);
  yield* withinLimit(failed);
  yield* largestGap(failed);
};

/** What the call makes or takes: mremap's new size, of all others the length. */
function sizeOf({ outcome }: Failed): Given<bigint> | undefined {
  const { call } = outcome.trial;
  return call.call === 'mremap' ? call.newSize : rangeOf(call)?.length;
}

const sized = (failed: Failed, given: Given<bigint>, to: bigint, cost: number, key: LengthKey): Alteration =>
  withArguments(
    failed.outcome.trial,
    { kind: 'length', cost, text: say(key, { size: bytesInWords(to), length: to }) },
    [[given, String(to)]],
  );

type LengthKey =
  | 'remedy.length-page'
  | 'remedy.length-to-hole'
  | 'remedy.length-to-file-end'
  | 'remedy.length-in-limit'
  | 'remedy.length-in-gap';

function* notZero(failed: Failed): Iterable<Alteration> {
  if (!/-zero$|-too-large$|-wraps$|too-long$/.test(failed.id)) return;
  const given = sizeOf(failed);
  const { trial } = failed.outcome;
  if (given?.value === undefined) return;
  if (given.value === 0n) yield sized(failed, given, pageSizeOf(trial.before), 2, 'remedy.length-page');
  const { call } = trial;
  if (call.call === 'mremap' && given.value === 0n && call.oldAddress.value !== undefined)
    yield withCalls(trial, { kind: 'calls', cost: 3, text: say('remedy.munmap-instead') }, [
      `munmap(${addressText(call.oldAddress.value)}, ${call.oldSize.value ?? 0n})`,
    ]);
}

/** As far as memory is mapped from the start on; or from behind the hole where it begins with one. */
function* upToHole(failed: Failed): Iterable<Alteration> {
  const { trial } = failed.outcome;
  const range = rangeOf(trial.call);
  const start = range?.addr.value;
  if (range === undefined || start === undefined || trial.call.call === 'mmap') return;
  if (!/\.unmapped$|-wraps$|beyond|not-populated$|destination/.test(failed.id)) return;
  const end = mappedUntil(trial.before.space, start);
  const isAny = range.length.value === undefined || end - start < range.length.value;
  if (end > start && isAny) yield sized(failed, range.length, end - start, 4, 'remedy.length-to-hole');
  yield* upToFileEnd(failed);
  const bytes = bytesOf(trial.call);
  if (bytes === undefined || end > start || trial.call.call === 'mremap') return;
  const [first] = mappedStretches(trial.before.space, pagesTouched(bytes));
  if (first === undefined) return;
  const from = addressOf(first.start);
  const to = addressOf(first.end) < bytes.end ? addressOf(first.end) : bytes.end;
  yield withArguments(
    trial,
    {
      kind: 'length',
      cost: 5,
      text: say('remedy.behind-hole', { from: hexOf(from), size: bytesInWords(to - from) }),
    },
    [
      [range.addr, addressText(from)],
      [range.length, String(to - from)],
    ],
  );
}

/** Behind the end of a file no page can be made present. */
function* upToFileEnd(failed: Failed): Iterable<Alteration> {
  const { call, before } = failed.outcome.trial;
  const range = rangeOf(call);
  const bytes = bytesOf(call);
  if (!failed.id.endsWith('not-populated') || range === undefined || bytes === undefined) return;
  for (const vma of before.space.vmasIn(pagesTouched(bytes))) {
    const pages = vma.backing.kind === 'file' || vma.backing.kind === 'shmem' ? vma.backing.pages : undefined;
    const end = pages === undefined ? undefined : addressOf(vma.start) + (BigInt(pages - vma.pgoff) << 12n);
    if (end === undefined || end <= bytes.start || end >= bytes.end) continue;
    yield sized(failed, range.length, end - bytes.start, 3, 'remedy.length-to-file-end');
    return;
  }
}

/** One call for each mapped stretch, around the holes. */
function* eachStretch({ outcome, id }: Failed): Iterable<Alteration> {
  const { trial } = outcome;
  const bytes = bytesOf(trial.call);
  const range = rangeOf(trial.call);
  if (bytes === undefined || range === undefined || !id.endsWith('.unmapped')) return;
  if (trial.call.call === 'mremap' || trial.call.call === 'mmap') return;
  const stretches = mappedStretches(trial.before.space, pagesTouched(bytes));
  if (stretches.length < 2) return;
  const { event } = trial.call;
  const texts = stretches.map(({ start, end }) => {
    const args = event.args.map(({ span, value }) => {
      if (span === range.addr.span) return addressText(addressOf(start));
      if (span === range.length.span) return String(addressOf(end) - addressOf(start));
      return event.text.text.slice(value.span.start, value.span.end);
    });
    return `${event.name}(${args.join(', ')})`;
  });
  const text = say('remedy.call-each-stretch', { call: trial.call.call, count: texts.length });
  yield withCalls(trial, { kind: 'calls', cost: 4, text }, texts);
}

/** As much as the limit leaves. */
function* withinLimit(failed: Failed): Iterable<Alteration> {
  const { trial } = failed.outcome;
  const excess = excessOf(failed.outcome.facts);
  const given = sizeOf(failed);
  if (excess === undefined || given?.value === undefined || given.value <= excess.bytes) return;
  const least = trial.call.call === 'mremap' ? (trial.call.oldSize.value ?? 0n) : 0n;
  const to = down(given.value + pageSizeOf(trial.before) - 1n, trial.before) - excess.bytes;
  if (to > least) yield sized(failed, given, to, 4, 'remedy.length-in-limit');
}

/** What fits into the largest gap: only where the memory is but reserved, for no machine lends that much. */
function* largestGap(failed: Failed): Iterable<Alteration> {
  const { call, before } = failed.outcome.trial;
  if (call.call !== 'mmap' || !/no-gap$|too-long$/.test(failed.id)) return;
  const { prot, flags, length } = call;
  if (prot.value === undefined || flags.value === undefined || length.value === undefined) return;
  const isReserved = (prot.value & PROT.WRITE) === 0 || (flags.value & MAP.NORESERVE) !== 0;
  const gap = before.space.highestGap(pageRange(0, before.space.taskSize), before.space.largestGap);
  if (!isReserved || !before.space.complete || gap === undefined) return;
  const to = down(BigInt(lengthOf(gap)) << 12n, before);
  if (to > 0n && to < length.value) yield sized(failed, length, to, 4, 'remedy.length-in-gap');
}
