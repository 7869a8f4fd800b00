/** Sentences, calls and lines of the log in a report. */
import { callTokens } from '../../../picture/tokens';
import { visible } from '../../../picture/shown-text';
import type { RichText } from '../../protocol/rich-text';
import { h, type Html } from './html';

export const plainText = (text: RichText): string =>
  text.map((part) => (typeof part === 'string' ? part : part.text)).join('');

/** A call as strace writes it, its parts told apart. */
export const callHtml = (text: string): Html =>
  h(
    'code',
    { dir: 'ltr' },
    ...callTokens(visible(text)).map((token) =>
      token.kind === 'text' || token.kind === 'memory'
        ? token.text
        : h('span', { class: token.kind }, token.text),
    ),
  );

/** The title of what is folded: a heading as of the sections that are not. */
export const summary = (title: string): Html => h('summary', {}, h('h2', {}, title));

export const sentence = (text: RichText, tag = 'span', classes?: string): Html =>
  h(tag, { class: classes }, plainText(text));
