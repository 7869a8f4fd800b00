/** Address spaces drawn as text: a letter a page, '.' for free pages. Each run of one letter is a region. */
import type { Layout } from '../../../picture/layout';
import type { Region } from '../../../picture/region';
import { rowsOf } from '../../../picture/rows';

const region = (letter: string, start: number, end: number): Region => ({
  start,
  end,
  kind: letter === '?' ? 'unknown' : 'anonymous',
  prot: letter === '?' ? 0 : 3,
  flags: 0,
  name: letter.toLowerCase(),
  mappedLine: 0,
});

/** `AABB..??` : two regions, two free pages, two of which nothing is known. `A|A`: a border between two regions that look the same. */
export function drawn(text: string): Layout {
  const regions: Region[] = [];
  let page = 0;
  let open: { letter: string; start: number } | undefined;
  const close = (): void => {
    if (open !== undefined) regions.push(region(open.letter, open.start, page));
    open = undefined;
  };
  for (const letter of text) {
    if (letter === '|') {
      close();
      continue;
    }
    if (open?.letter !== letter) close();
    if (letter !== '.') open ??= { letter, start: page };
    page++;
  }
  close();
  return { regions, end: page };
}

/** Rows as text: `0-2 same a`, `2-4 a>b`, `4-6 free`. */
export const rowLines = (before: Layout, after?: Layout): readonly string[] =>
  rowsOf(before, after).map(
    ({ start, end, before: a, after: b, isSame }) =>
      `${start}-${end} ${isSame ? (a?.name ?? 'free') : `${a?.name ?? 'free'}>${b?.name ?? 'free'}`}`,
  );
