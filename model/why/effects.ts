/** What a successful call did, one sentence a stretch of pages, from the change log. */
import type { EventIndex } from '../trace/positions';
import type { SpaceChange } from '../memory/address-space';
import { pageOf, pagesFor } from '../memory/page';
import type { Vma } from '../memory/vma';
import type { Timeline } from '../timeline/timeline';
import { changePieces, kindsOf, type ChangeKind, type ChangePiece } from './change-pieces';
import type { Message } from './explanation';
import { say } from './message';
import { hexOf, rangeInWords, sizeOfRange } from './sizes';
import { protOf, whatIs } from './vma-in-words';

/** More pieces than a person reads are counted instead of listed. */
const listed = 12;

export function effectsOf(timeline: Pick<Timeline, 'changeAt'>, event: EventIndex): readonly Message[] {
  const change = timeline.changeAt(event);
  if (change === undefined) return [];
  const lives = change.spaceLives.map(({ before, after }) =>
    before === undefined
      ? say('effect.space-born')
      : after === undefined
        ? say('effect.space-gone')
        : say('effect.space-new'),
  );
  return [...change.spaces.flatMap((space) => effectsOnSpace(space, event)), ...lives];
}

function effectsOnSpace(change: SpaceChange, event: EventIndex): readonly Message[] {
  const pieces = changePieces(change, event).filter((piece) => !isHeapGrownOn(piece, change));
  const shown = pieces.slice(0, listed).flatMap(pieceInWords);
  return [
    ...shown,
    ...(pieces.length > listed ? [say('effect.more', { count: pieces.length - listed })] : []),
    ...factsChanged(change),
  ];
}

/** What lies below the break merges with what a brk maps above it, and stays what it was. mm/vma.c: do_brk_flags */
function isHeapGrownOn({ start, end, before, after }: ChangePiece, { factsBefore }: SpaceChange): boolean {
  const { startBrk, brk } = factsBefore;
  if (startBrk === undefined || brk === undefined || before === undefined || after === undefined)
    return false;
  const isHeap = start >= pageOf(startBrk) && end <= pagesFor(brk);
  return isHeap && before.prot === after.prot && before.flags === after.flags && isAnonymous(before, after);
}

const isAnonymous = (...vmas: readonly Vma[]): boolean =>
  vmas.every(({ backing }) => backing.kind === 'anonymous');

function pieceInWords(piece: ChangePiece): readonly Message[] {
  return kindsOf(piece).map((kind) => {
    const { before, after } = piece;
    return say(`effect.${kind}`, {
      range: rangeInWords(piece),
      size: sizeOfRange(piece),
      from: before === undefined ? '' : protOf(before),
      to: after === undefined ? '' : protOf(after),
      what: whatIs(kind === 'unmapped' ? before : after),
    });
  });
}

function factsChanged({ factsBefore: before, factsAfter: after }: SpaceChange): readonly Message[] {
  const messages: Message[] = [];
  if (before.locked !== after.locked && before.locked !== undefined && after.locked !== undefined) {
    messages.push(say('effect.vmlck', { from: before.locked * 4, to: after.locked * 4 }));
  }
  if (before.brk !== after.brk && after.brk !== undefined) {
    messages.push(
      before.brk === undefined
        ? say('effect.brk-seen', { to: hexOf(after.brk) })
        : say('effect.brk', { from: hexOf(before.brk), to: hexOf(after.brk) }),
    );
  }
  if (before.futureLock !== after.futureLock) messages.push(say(`effect.future-${after.futureLock}`));
  if (before.mapCount !== after.mapCount) {
    messages.push(say('effect.map-count', { from: before.mapCount, to: after.mapCount }));
  }
  return messages;
}

export type { ChangeKind };
