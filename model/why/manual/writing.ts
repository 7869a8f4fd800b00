/**
 * How the tables of this folder are written: pages and kernels by name, and one line a generation.
 */
import type { Source } from '../../kernel/check';
import type { Message } from '../message-shape';
import { say, type MessageKey } from '../message';
import type { Era, Generation } from './generation';

/** A kernel that was read: 1.3.89 stands for 1996, 2.4.22 for 2.4, 3.1 for the years around 2010. */
export const in1996 = (where: string): Source => ({ where, read: '1.3.89' });
export const in24 = (where: string): Source => ({ where, read: '2.4.22' });
export const in2010 = (where: string): Source => ({ where, read: '3.1' });
export const inToday = (where: string): Source => ({ where, read: '6.18' });
export const measured = (where: string): Source => ({ where, measured: '6.18' });

const pageOf: Readonly<Record<Era, string>> = {
  '1996': 'man-pages, Linux 1.3.87',
  '2.4': 'man-pages 1.70',
  '2010': 'man-pages 3.55',
  today: 'man-pages 6.03',
};

/** A manual page of a generation: `mremap(2)`. */
export const page = (era: Era, where: string): Source => ({ where, read: pageOf[era] });

interface Written {
  readonly says: MessageKey | 'silent' | 'not-at-hand';
  readonly kernel?: MessageKey;
  readonly sources: readonly [Source, ...Source[]];
}

/** `as-before` stands in a table for a page or a kernel that says or does what the one before it did. */
export const asBefore = 'manual.as-before' satisfies MessageKey;

export function generations(written: Readonly<Record<Era, Written>>): readonly Generation[] {
  return (['1996', '2.4', '2010', 'today'] as const).map((era) => {
    const { says, kernel, sources } = written[era];
    return {
      era,
      says: says === 'silent' || says === 'not-at-hand' ? says : sentence(says),
      ...(kernel === undefined ? {} : { kernel: sentence(kernel) }),
      sources,
    };
  });
}

const sentence = (key: MessageKey): Message => say(key);
