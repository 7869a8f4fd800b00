/**
 * Random choices, the same for the same seed.
 */
import { generator } from '../random-calls';

export type Weighted<T> = readonly (readonly [weight: number, item: T])[];

export class Draw {
  private readonly next: (below: number) => number;

  /** `page`: of the machine, in bytes. */
  constructor(
    seed: number,
    readonly page = 4096,
  ) {
    this.next = generator(seed);
  }

  /** 0 to n - 1. */
  below(n: number): number {
    return this.next(n);
  }

  chance(percent: number): boolean {
    return this.next(1000) < percent * 10;
  }

  pick<T>(items: readonly T[]): T {
    const item = items[this.next(items.length)];
    if (item === undefined) throw new Error('nothing to pick from');
    return item;
  }

  weighted<T>(items: Weighted<T>): T {
    let left = this.next(items.reduce((sum, [weight]) => sum + weight, 0));
    for (const [weight, item] of items) if ((left -= weight) < 0) return item;
    throw new Error('nothing to pick from');
  }

  /** Each of the bits with its own chance. */
  bits(...chances: readonly (readonly [percent: number, bit: number])[]): number {
    return chances.reduce((all, [percent, bit]) => (this.chance(percent) ? all | bit : all), 0);
  }
}
