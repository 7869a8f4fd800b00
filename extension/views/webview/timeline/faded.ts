/** A colour of the editor's that lets through what lies below it. Themes write colours in any notation, high contrast with an alpha of its own. */

/** `alpha`: 0 to 1, of the colour's own. What is no colour is as it was. */
export function faded(colour: string, alpha: number): string {
  const paper = document.createElement('canvas').getContext('2d');
  if (paper === null) return colour;
  paper.fillStyle = colour;
  // A canvas gives it back in one of two notations.
  return withAlpha(paper.fillStyle, alpha) ?? colour;
}

/** Of '#rrggbb' or 'rgba(r, g, b, a)'; undefined: it is neither. */
export function withAlpha(colour: string, alpha: number): string | undefined {
  const hex = /^#([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})$/i.exec(colour)?.slice(1);
  if (hex !== undefined) return `rgba(${hex.map((part) => parseInt(part, 16)).join(', ')}, ${alpha})`;
  const [, inks, own] = /^rgba\((\d+, \d+, \d+), ([\d.]+)\)$/.exec(colour) ?? [];
  return inks === undefined ? undefined : `rgba(${inks}, ${Number(own) * alpha})`;
}
