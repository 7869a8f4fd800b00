/**
 * Tables that are drawn again while a hand or the keyboard is on one of their links: what says the same as before stays the same
 * element. A click begins and ends on one element or is none, and what has the focus loses it as it leaves the page.
 */

/** Gives an element the children of another one. What is not needed for that stays as it is; links carry where they go as an attribute. */
export function renew(old: Element, fresh: Element): void {
  if (old instanceof HTMLTableSectionElement) renewRows(old, [...fresh.children]);
  else renewChildren(old, [...fresh.childNodes]);
}

/** Children stand for each other by their places. */
function renewChildren(old: Element, fresh: readonly ChildNode[]): void {
  const before = [...old.childNodes];
  for (const [i, one] of fresh.entries()) {
    const same = before[i];
    if (same === undefined) old.append(one);
    else if (same.isEqualNode(one)) continue;
    else if (holdsRows(same) && holdsRows(one) && same.cloneNode().isEqualNode(one.cloneNode()))
      renew(same, one);
    else same.replaceWith(one);
  }
  for (const one of before.slice(fresh.length)) one.remove();
}

const holdsRows = (node: Node): node is Element =>
  node instanceof Element && (node instanceof HTMLTableSectionElement || node.querySelector('tr') !== null);

/** Rows stand for each other by what they say, in their order, however many have come or gone between them. */
function renewRows(old: Element, fresh: readonly Element[]): void {
  const before = [...old.children];
  const places = keptPlaces(
    before.map((row) => row.outerHTML),
    fresh.map((row) => row.outerHTML),
  );
  const stay = new Set(places);
  for (const [i, row] of before.entries()) if (!stay.has(i)) row.remove();
  let next = old.firstElementChild;
  for (const [i, row] of fresh.entries()) {
    if (places[i] === undefined) old.insertBefore(row, next);
    else next = next?.nextElementSibling ?? null;
  }
}

/** For each new one, where the old one stands that stays for it; they ascend. undefined: none says the same behind the last that stays. */
export function keptPlaces(
  old: readonly string[],
  fresh: readonly string[],
): readonly (number | undefined)[] {
  const places = new Map<string, number[]>();
  for (const [i, key] of old.entries()) {
    const same = places.get(key);
    if (same === undefined) places.set(key, [i]);
    else same.push(i);
  }
  let last = -1;
  return fresh.map((key) => {
    const place = places.get(key)?.find((i) => i > last);
    if (place !== undefined) last = place;
    return place;
  });
}
