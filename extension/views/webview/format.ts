/** Sizes and addresses as the panels print them. */

const units = ['KiB', 'MiB', 'GiB', 'TiB', 'PiB'] as const;

/** Exact where it is short, else three digits: 4 KiB, 132 KiB, 2 MiB, 1.95 GiB. */
export function sizeOf(kb: number, language: string): string {
  let value = kb;
  let unit = 0;
  while (value >= 1024 && unit < units.length - 1) {
    value /= 1024;
    unit += 1;
  }
  const digits = new Intl.NumberFormat(language, { maximumSignificantDigits: value >= 100 ? 4 : 3 });
  return `${digits.format(value)} ${units[unit] ?? ''}`;
}

export function wholeKb(kb: number, language: string): string {
  return `${new Intl.NumberFormat(language).format(kb)} kB`;
}

export function wholeNumber(n: number, language: string): string {
  return new Intl.NumberFormat(language).format(n);
}

/** Puts a value where words have room for it: '{0} passed'. */
export const filled = (words: string, value: string): string => words.replace('{0}', () => value);
