/**
 * A line's text without what others wrapped it in: colour codes, and the entities of a log that was copied from a web
 * page. Its pieces tell where each part stands in the physical line.
 */
import { stripColour, type PlainText } from '../grammar/colour';

/** The text that the grammar reads. */
export function plainText(raw: string): PlainText {
  const plain = stripColour(raw);
  return isEscapedHtml(plain.text) ? unescapeHtml(plain) : plain;
}

/**
 * strace itself prints no entities, but a traced program may write some: they are undone only on a line that was itself
 * escaped, as its own quotes or marks show.
 */
function isEscapedHtml(text: string): boolean {
  const entity = text.indexOf('&');
  if (entity < 0) return false;
  if (text.includes('&lt;unfinished ...&gt;', entity) || text.includes(' resumed&gt;', entity)) return true;
  return !text.includes('"') && ENTITY.test(text);
}

const ENTITIES: ReadonlyMap<string, string> = new Map([
  ['&lt;', '<'],
  ['&gt;', '>'],
  ['&quot;', '"'],
  ['&#34;', '"'],
  ['&#39;', "'"],
  ['&apos;', "'"],
  ['&amp;', '&'],
]);

const ENTITY = /&(?:lt|gt|quot|#34|#39|apos|amp);/;

function unescapeHtml(plain: PlainText): PlainText {
  const parts: string[] = [];
  const pieces: { at: number; column: number }[] = [];
  let length = 0;
  plain.pieces.forEach((run, i) => {
    const stop = plain.pieces[i + 1]?.at ?? plain.text.length;
    let from = run.at;
    for (const found of plain.text.slice(run.at, stop).matchAll(new RegExp(ENTITY, 'g'))) {
      const entity = run.at + found.index;
      add(from, plain.text.slice(from, entity));
      add(entity, ENTITIES.get(found[0]) ?? found[0]);
      from = entity + found[0].length;
    }
    add(from, plain.text.slice(from, stop));

    function add(at: number, text: string): void {
      if (text === '') return;
      pieces.push({ at: length, column: run.column + at - run.at });
      parts.push(text);
      length += text.length;
    }
  });
  return { text: parts.join(''), pieces: pieces.length > 0 ? pieces : plain.pieces };
}
