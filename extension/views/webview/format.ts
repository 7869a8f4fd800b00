/** Sizes and addresses as the panels print them. */

const units = ['KiB', 'MiB', 'GiB', 'TiB', 'PiB'] as const;

/** Exact where it is short, else three digits: 4 KiB, 132 KiB, 2 MiB, 1.95 GiB. */
export function sizeOf(kb: number, language: string): string {
  let value = kb;
  let unit = 0;
  // What is rounded to 1,024 of a unit is one of the next.
  while (value >= 1023.5 && unit < units.length - 1) {
    value /= 1024;
    unit += 1;
  }
  return `${numbers(language, value >= 100 ? 4 : 3).format(value)} ${units[unit] ?? ''}`;
}

const known = new Map<string, Intl.NumberFormat>();

/** Kept: to make one takes as long as all else that a row is drawn with. */
function numbers(language: string, digits?: number): Intl.NumberFormat {
  const key = `${language} ${digits ?? ''}`;
  let format = known.get(key);
  if (format === undefined) {
    format = new Intl.NumberFormat(
      language,
      digits === undefined ? {} : { maximumSignificantDigits: digits },
    );
    known.set(key, format);
  }
  return format;
}

export function wholeKb(kb: number, language: string): string {
  return `${numbers(language).format(kb)} kB`;
}

export function wholeNumber(n: number, language: string): string {
  return numbers(language).format(n);
}

/** Puts a value where words have room for it: '{0} passed'. */
export const filled = (words: string, ...values: readonly string[]): string =>
  words.replaceAll(/\{(\d)\}/g, (place, n: string) => values[Number(n)] ?? place);
