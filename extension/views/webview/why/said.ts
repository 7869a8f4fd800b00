/** Sentences and calls as elements, with the memory that they speak of. */
import type { RichText } from '../../../../debug-adapter/protocol';
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

/** What closes a sentence or a bracket. */
const CLOSING = /^[)\],.;:!?”»」）。，：；]+/;

/** A button may stand alone at the end of a line; what closes behind it may not stand alone on the next. */
function glued(parts: readonly (HTMLElement | string)[]): readonly (HTMLElement | string)[] {
  return parts.flatMap((part, i): readonly (HTMLElement | string)[] => {
    const next = parts[i + 1];
    if (typeof part !== 'string') {
      const closing = typeof next === 'string' ? CLOSING.exec(next)?.[0] : undefined;
      return closing === undefined ? [part] : [el('span', { class: 'glued' }, part, closing)];
    }
    return typeof parts[i - 1] === 'object' ? [part.replace(CLOSING, '')] : [part];
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
