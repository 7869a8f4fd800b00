/** The lines that had a part in the memory that is chosen: `pagewalk/blame` tells them. */
import type { BlameBody } from '../../debug-adapter/protocol/blame';
import type { RichText } from '../../debug-adapter/protocol/rich-text';
import type { Selection } from '../views/messages';
import type { ShownMoment } from '../views/moment';

export interface TouchingLine {
  /** Path, or URI where there is no path. */
  readonly file: string;
  /** From 1. */
  readonly line: number;
  /** What it did to the memory, in the session's language. */
  readonly text: string;
}

/** More words than this behind a line push it out of sight. */
const LONGEST_TEXT = 120;

export async function touchingLines(
  moment: ShownMoment,
  selection: Selection | null,
): Promise<readonly TouchingLine[]> {
  const event = moment.body?.position.event;
  if (selection === null || selection.kind === 'event' || event === undefined) return [];
  const target = selection.kind === 'range' ? `${selection.start}-${selection.end}` : selection.address;
  // Memory that is gone has its history where it was seen last; what is no address has none.
  const at = selection.gone === undefined ? event : selection.event;
  const body = await moment
    .answer('pagewalk/blame', { target, event: at })
    .catch((): BlameBody => ({ now: [], deeds: [], notes: [] }));
  return body.deeds.map(({ file, line, text }) => ({ file, line, text: plain(text) }));
}

function plain(text: RichText): string {
  const whole = text.map((part) => (typeof part === 'string' ? part : part.text)).join('');
  return whole.length <= LONGEST_TEXT ? whole : `${whole.slice(0, LONGEST_TEXT)}…`;
}
