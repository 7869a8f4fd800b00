/**
 * From the logical text back to the file.
 */
import type { LogicalLine, PlaceInFile, Span } from './span';

/**
 * The places of a span, one for each piece that it touches. An empty span (a caret) has one place, in the piece that it
 * begins in. What reaches beyond the text is cut off.
 */
export function locateSpan(text: LogicalLine, span: Span): readonly PlaceInFile[] {
  const start = Math.max(0, Math.min(span.start, text.text.length));
  const end = Math.max(start, Math.min(span.end, text.text.length));
  const places: PlaceInFile[] = [];
  text.pieces.forEach((piece, i) => {
    const stop = text.pieces[i + 1]?.at ?? text.text.length;
    const from = Math.max(start, piece.at);
    const to = Math.min(end, stop);
    const isCaret = start === end && start >= piece.at && (start < stop || i === text.pieces.length - 1);
    if (from >= to && !isCaret) return;
    const column = piece.column - piece.at;
    places.push({
      file: text.file,
      line: piece.line,
      startColumn: from + column,
      endColumn: Math.max(from, to) + column,
    });
  });
  return mergeTouching(places);
}

/** Pieces that colour codes did not really part are one place. */
function mergeTouching(places: readonly PlaceInFile[]): readonly PlaceInFile[] {
  const merged: PlaceInFile[] = [];
  for (const place of places) {
    const last = merged.at(-1);
    if (last?.line === place.line && last.endColumn === place.startColumn) {
      merged[merged.length - 1] = { ...last, endColumn: place.endColumn };
    } else merged.push(place);
  }
  return merged;
}
