/** Texts of packed records (paths, names), each kept once. */
export class PackedTexts {
  private readonly numbers = new Map<string, number>();
  private readonly texts: string[] = [];

  numberOf(text: string): number {
    const known = this.numbers.get(text);
    if (known !== undefined) return known;
    const own = ownCopy(text);
    const number = this.texts.push(own) - 1;
    this.numbers.set(own, number);
    return number;
  }

  text(number: number): string {
    return this.texts[number] ?? '';
  }
}

/**
 * A string cut out of a line keeps the whole line alive in V8, and with it the block that was read. One made of single
 * characters stands for itself.
 */
function ownCopy(text: string): string {
  let own = '';
  for (let at = 0; at < text.length; at += 1024) {
    const units: number[] = [];
    for (let i = at; i < Math.min(at + 1024, text.length); i++) units.push(text.charCodeAt(i));
    own += String.fromCharCode(...units);
  }
  return own;
}
