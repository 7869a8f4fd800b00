/**
 * Text in columns of a terminal. Chinese characters and full-width marks take two columns each. Unicode: UAX #11, East Asian
 * wide and full-width
 */
const WIDE = /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60\uffe0-\uffe6]/g;

const columnsOf = (text: string): number => text.length + (text.match(WIDE)?.length ?? 0);

const missing = (text: string, columns: number): string => ' '.repeat(Math.max(0, columns - columnsOf(text)));

/** As padEnd and padStart, in columns. */
export const toLeft = (text: string, columns: number): string => `${text}${missing(text, columns)}`;
export const toRight = (text: string, columns: number): string => `${missing(text, columns)}${text}`;
