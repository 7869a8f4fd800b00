/** Sentences and calls as elements, with the memory that they speak of. */
import type { RichText } from '../../../../debug-adapter/protocol/rich-text';
import { visible } from '../../../../picture/shown-text';
import { el } from '../dom';
import { lineLink } from '../host';
import type { MemoryWords } from './memory-words';
import { callTokens, proseTokens } from '../../../../picture/tokens';

/** A sentence: its lines lead there, its addresses can be pressed. */
export function sentence(
  text: RichText,
  memory: MemoryWords,
  tag: 'p' | 'span' | 'li' | 'blockquote' = 'span',
): HTMLElement {
  const parts = text.flatMap((part): readonly (HTMLElement | string)[] =>
    typeof part === 'string'
      ? proseTokens(visible(part)).map((token) =>
          token.kind === 'memory' ? memory.link(token.text, token.memory) : token.text,
        )
      : [lineLink(part.text, part.link)],
  );
  return el(tag, {}, ...glued(parts));
}

/** What closes a sentence or a bracket, and what opens one. */
const CLOSING = /^[)\],.;:!?”»」）。，：；]+/;
const OPENING = /[([“„«「（]+$/;

/** A line may break before a button and behind it, but not between it and what opens before it or closes behind it. */
function glued(parts: readonly (HTMLElement | string)[]): readonly (HTMLElement | string)[] {
  return parts.map((part, i): HTMLElement | string => {
    const [before, next] = [parts[i - 1], parts[i + 1]];
    if (typeof part === 'string') {
      const rest = typeof before === 'object' ? part.replace(CLOSING, '') : part;
      return typeof next === 'object' ? rest.replace(OPENING, '') : rest;
    }
    const opening = typeof before === 'string' ? OPENING.exec(before)?.[0] : undefined;
    const closing = typeof next === 'string' ? CLOSING.exec(next)?.[0] : undefined;
    return opening === undefined && closing === undefined
      ? part
      : el('span', { class: 'glued' }, opening, part, closing);
  });
}

/** A call as strace writes it. Left to right, whatever the language around it. */
export function callText(text: string, memory: MemoryWords): HTMLElement {
  return el(
    'code',
    { class: 'call', dir: 'ltr' },
    ...callTokens(visible(text)).map((token) => {
      if (token.kind === 'memory') return memory.mark(token.text, token.memory);
      return token.kind === 'text' ? token.text : el('span', { class: token.kind }, token.text);
    }),
  );
}
