/** What a view's page holds, as text. Tests have no types of a page's own world: what runs there is written as text, too. */
import type { Locator } from 'playwright-core';

/** Runs an expression in the frame of a view; the page's policy does not hold for it. */
export const inPage = (view: Locator, expression: string): Promise<unknown> => view.evaluate(expression);

/** Opens what is folded. */
export const unfoldAll = (view: Locator): Promise<unknown> =>
  inPage(view, `document.querySelectorAll('details').forEach((one) => { one.open = true; })`);

/** The names of what has that role, in the page's order, as a screen reader is told them. */
export async function namesOf(view: Locator, role: string): Promise<readonly string[]> {
  const tree = await view.ariaSnapshot();
  // - 'row "NAME"': …, where a quotation mark in a name has a backslash before it
  const entries = tree.matchAll(new RegExp(`^ *- '?${role} "((?:[^"\\\\\\\\]|\\\\\\\\.)*)"`, 'gm'));
  return Array.from(entries, ([, name = '']) => name.replaceAll(/\\(.)/g, '$1'));
}

/** All that a view says, to eyes and to screen readers, with its white space made one. */
export async function said(view: Locator): Promise<string> {
  return `${await view.innerText()} ${await view.ariaSnapshot()}`.replaceAll(/\s+/g, ' ');
}
