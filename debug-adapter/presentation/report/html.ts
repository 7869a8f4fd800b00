/** HTML as text. Whatever is not made here is escaped: no name in a log can become an element, an attribute or a style. */
import { visible } from '../../../picture/shown-text';
import { escaped } from '../../../picture/svg';

declare const brand: unique symbol;
/** Markup that is well-formed: made here only. */
export interface Html {
  readonly [brand]: 'Html';
  readonly markup: string;
}

export type HtmlChild = Html | string | undefined | readonly HtmlChild[];

type Attributes = Readonly<Record<string, string | undefined>>;

const made = (markup: string): Html => ({ markup }) as Html;

export function h(name: string, attributes: Attributes = {}, ...children: readonly HtmlChild[]): Html {
  const given = Object.entries(attributes)
    .flatMap(([key, value]) => (value === undefined ? [] : [` ${key}="${escaped(visible(value))}"`]))
    .join('');
  return made(`<${name}${given}>${children.map(markupOf).join('')}</${name}>`);
}

/** Of an SVG that was made by `picture/`, where all text is escaped too. */
export const drawing = (svg: string): Html => made(svg.replace(/^<\?xml[^>]*>\s*/, ''));

export const page = (language: string, head: Html, body: Html): string =>
  `<!DOCTYPE html>\n<html lang="${escaped(language)}">\n${head.markup}\n${body.markup}\n</html>`;

/** Elements without content or end. Of text that no log has a part in. */
export const meta = (attributes: Attributes): Html =>
  made(
    `<meta${Object.entries(attributes)
      .map(([key, value]) => ` ${key}="${escaped(value ?? '')}"`)
      .join('')}>`,
  );

/** A style sheet of our own. */
export const style = (css: string): Html => made(`<style>${css}</style>`);

function markupOf(child: HtmlChild): string {
  if (child === undefined) return '';
  if (typeof child === 'string') return escaped(visible(child));
  return 'markup' in child ? child.markup : child.map(markupOf).join('');
}
