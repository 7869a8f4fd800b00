/** What a successful call did, one sentence a stretch of pages, from the change log. */
import type { EventIndex } from '../trace/positions';
import type { SpaceChange } from '../memory/address-space';
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
  const pieces = changePieces(change, event);
  const shown = pieces.slice(0, listed).flatMap(pieceInWords);
  return [
    ...shown,
    ...(pieces.length > listed ? [say('effect.more', { count: pieces.length - listed })] : []),
    ...factsChanged(change),
  ];
}

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
