/** SVG as text. Whatever comes from a log passes through `escaped`: no name can become an element or an attribute. */

declare const brand: unique symbol;
/** Markup that is well-formed: made here only. */
export type SvgNode = string & { readonly [brand]: 'SvgNode' };

export type SvgAttributes = Readonly<Record<string, string | number>>;

export const element = (
  name: string,
  attributes: SvgAttributes,
  children: readonly SvgNode[] = [],
): SvgNode =>
  (children.length === 0
    ? `<${name}${attributesText(attributes)}/>`
    : `<${name}${attributesText(attributes)}>${children.join('')}</${name}>`) as SvgNode;

export const textElement = (name: string, attributes: SvgAttributes, text: string): SvgNode =>
  `<${name}${attributesText(attributes)} xml:space="preserve">${escaped(text)}</${name}>` as SvgNode;

const attributesText = (attributes: SvgAttributes): string =>
  Object.entries(attributes)
    .map(([name, value]) => ` ${name}="${escaped(typeof value === 'number' ? numberText(value) : value)}"`)
    .join('');

const numberText = (value: number): string => String(Math.round(value * 100) / 100);

/**
 * For text and for attributes. Characters that XML 1.0 has no place for (most control characters, halves of a surrogate pair,
 * U+FFFE, U+FFFF) and those that turn the direction of what follows become U+FFFD.
 */
export const escaped = (text: string): string =>
  text
    .replace(
      /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g,
      '\ufffd',
    )
    .replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
