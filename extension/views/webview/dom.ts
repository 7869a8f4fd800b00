/** Elements from data. Text is always text: nothing here parses markup. */

export type Child = Node | string | undefined;

export interface Attributes {
  readonly class?: string;
  readonly title?: string;
  readonly [name: `aria-${string}` | `data-${string}`]: string | undefined;
  readonly role?: string;
  readonly lang?: string;
  readonly scope?: string;
  readonly type?: string;
  readonly dir?: 'ltr';
  readonly tabindex?: '0' | '-1';
}

export function el<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  attributes: Attributes = {},
  ...children: readonly Child[]
): HTMLElementTagNameMap[Tag] {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (typeof value === 'string') element.setAttribute(name, value);
  }
  for (const child of children) if (child !== undefined) element.append(child);
  return element;
}

export function button(label: string, attributes: Attributes, act: () => void): HTMLButtonElement {
  const element = el('button', { type: 'button', ...attributes }, label);
  element.addEventListener('click', act);
  return element;
}
