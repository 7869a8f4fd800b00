/** What a successful call did, one sentence a stretch of pages, from the change log. */
import type { EventIndex } from '../trace/positions';
import type { SpaceChange } from '../memory/address-space';
import { lengthOf, pageOf, pagesFor, type PageRange } from '../memory/page';
import type { WorldChange } from '../process/world';
import type { Vma } from '../memory/vma';
import type { Timeline } from '../timeline/timeline';
import { changePieces, kindsOf, type ChangeKind, type ChangePiece } from './change-pieces';
import type { Message } from './message-shape';
import { say } from './message';
import { hexOf, rangeInWords, sizeOfRange } from './sizes';
import { protOf, whatIs } from './vma-in-words';

/** More pieces than a person reads are counted instead of listed. */
const listed = 12;

/** `own`: the range that the call mapped, where it is known. */
export function effectsOf(
  timeline: Pick<Timeline, 'changeAt'>,
  event: EventIndex,
  own?: PageRange,
): readonly Message[] {
  const change = timeline.changeAt(event);
  if (change === undefined) return [];
  return [
    ...change.spaces.flatMap((space) => effectsOnSpace(space, event, own)),
    ...lives(change.spaceLives),
  ];
}

/** An execve ends one and begins another. */
function lives(all: WorldChange['spaceLives']): readonly Message[] {
  const born = all.filter(({ before }) => before === undefined);
  const gone = all.filter(({ after }) => after === undefined);
  if (born.length === 1 && gone.length === 1) return [say('effect.space-new')];
  return all.map(({ before, after }) =>
    say(
      before === undefined
        ? 'effect.space-born'
        : after === undefined
          ? 'effect.space-gone'
          : 'effect.space-new',
    ),
  );
}

function effectsOnSpace(
  change: SpaceChange,
  event: EventIndex,
  own: PageRange | undefined,
): readonly Message[] {
  const pieces = changePieces(change, event, own).filter((piece) => !isHeapGrownOn(piece, change));
  const moved = movedInWords(pieces, event);
  if (moved !== undefined) return [...moved, ...factsChanged(change)];
  const shown = pieces.slice(0, listed).flatMap(pieceInWords);
  return [
    ...shown,
    ...(pieces.length > listed ? [say('effect.more', { count: pieces.length - listed })] : []),
    ...factsChanged(change),
  ];
}

/** One mapping from one place to another, perhaps of another size there. What is more than that is told piece by piece. */
function movedInWords(pieces: readonly ChangePiece[], event: EventIndex): readonly Message[] | undefined {
  const come = pieces.find(({ before, after }) => before === undefined && after?.origin.moved === event);
  const gone = pieces.find(({ after }) => after === undefined);
  if (come?.after === undefined || gone === undefined || pieces.length !== 2) return undefined;
  const moved = say('effect.moved', {
    from: rangeInWords(gone),
    to: rangeInWords(come),
    prot: protOf(come.after),
    what: whatIs(come.after),
  });
  const [was, is] = [sizeOfRange(gone), sizeOfRange(come)];
  return lengthOf(gone) === lengthOf(come) ? [moved] : [moved, say('effect.resized', { from: was, to: is })];
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
  // Of a space that is not wholly known, the count is of what is known.
  if (before.mapCount !== after.mapCount && before.complete && after.complete) {
    messages.push(say('effect.map-count', { from: before.mapCount, to: after.mapCount }));
  }
  return messages;
}

export type { ChangeKind };
