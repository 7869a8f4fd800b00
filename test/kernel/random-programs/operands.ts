/**
 * Addresses and lengths for random calls, as programs/call-list.c reads them. Most lie near each other, so that calls meet;
 * the rest is at the edges of what the kernel takes.
 */
import type { Draw } from './draw';

export interface Aim {
  /** Percent of operands that are likely to be refused. */
  readonly invalid: number;
  /** Pages of the window that calls name. */
  readonly window: number;
  /** Percent of addresses that start from where the kernel put something. */
  readonly placed: number;
  /** The longest range that is usual, in pages. */
  readonly longest: number;
}

export const PAGE = 4096;
/** Slots that keep addresses; the first few also of descriptors. */
export const SLOTS = 10;
export const FILES = 6;

const EDGES = [
  '0',
  '0x1000',
  '0x8000',
  '0x7ffffffff000',
  '0x7fffffffe000',
  '0x800000000000',
  '0x1000000000000',
  '0xffff800000000000',
  '0xffffffffff600000',
  '-4096',
  '-1',
  'v+0',
  'v+0x1000',
];

/** The top byte, which arm64 ignores, and a bit below it, which it does not. */
const TAGS = [1n << 56n, 0x7fn << 56n, 0xffn << 56n, 1n << 52n];

export class Operands {
  constructor(
    readonly draw: Draw,
    readonly aim: Aim,
  ) {}

  private readonly invalid = (): boolean => this.draw.chance(this.aim.invalid);

  /** Of memory that may be there. Harmless to the program itself whatever call takes it. */
  address(): string {
    const { draw } = this;
    if (this.invalid() && draw.chance(50)) return draw.pick(EDGES);
    const unaligned = this.invalid() ? 1 + draw.below(draw.page - 1) : 0;
    const tag = this.invalid() && draw.chance(30) ? draw.pick(TAGS) : 0n;
    const added = (bytes: number): string =>
      tag === 0n ? String(bytes) : `0x${(tag + BigInt(bytes)).toString(16)}`;
    if (draw.chance(this.aim.placed)) {
      const pages = draw.chance(70) ? 0 : draw.below(this.aim.longest * 2);
      return `s${draw.below(SLOTS)}+${added(pages * draw.page + unaligned)}`;
    }
    return `w+${added(draw.below(this.aim.window) * draw.page + unaligned)}`;
  }

  /** For MAP_FIXED and its like: in the window, or where the kernel put something that is there no longer, perhaps. */
  target(): string {
    const { draw } = this;
    if (this.invalid() && draw.chance(30)) return draw.pick(EDGES.slice(2));
    const unaligned = this.invalid() && draw.chance(50) ? 1 + draw.below(draw.page - 1) : 0;
    if (draw.chance(this.aim.placed)) return `s${draw.below(SLOTS)}+${unaligned}`;
    return `w+${draw.below(this.aim.window) * draw.page + unaligned}`;
  }

  /** In bytes. */
  length(): string {
    const { draw } = this;
    if (this.invalid() && draw.chance(60))
      return draw.pick(['0', '0', '-1', '-4095', '-4096', '-8192', '0x8000000000000000']);
    return this.validLength();
  }

  private validLength(): string {
    const { draw } = this;
    return String(this.pages() * draw.page - (draw.chance(15) ? draw.below(draw.page) : 0));
  }

  /** For calls that discard what they find in whatever range they take: too long is only what wraps. */
  discardedLength(): string {
    const { draw } = this;
    return this.invalid() && draw.chance(60) ? draw.pick(['0', '-1', '-4095']) : this.validLength();
  }

  /** Also lengths that a range of the address space could have: only for calls that do no harm to the program's memory. */
  anyLength(): string {
    return this.invalid() && this.draw.chance(40)
      ? this.draw.pick([
          '0x7ffffffff000',
          '0x7fffffffe000',
          '0x800000000000',
          '0x100000000000',
          '0x7f0000000000',
        ])
      : this.length();
  }

  pages(): number {
    const { draw, aim } = this;
    return 1 + draw.below(draw.chance(15) ? aim.longest * 3 : aim.longest);
  }

  prot(): number {
    const { draw } = this;
    return this.invalid() && draw.chance(30)
      ? draw.pick([8, 0x10, 0x100, 0x1000000, 0x2000000, 0x3000003, 0xf0])
      : draw.weighted([
          [4, 3],
          [3, 1],
          [2, 0],
          [1, 2],
          [1, 4],
          [2, 5],
          [2, 7],
        ]);
  }

  addressSlot(): string {
    return `>s${this.draw.below(SLOTS)}`;
  }

  file(): string {
    return this.invalid() && this.draw.chance(40)
      ? this.draw.pick(['-1', `f${SLOTS}`])
      : `f${this.draw.below(FILES)}`;
  }
}
