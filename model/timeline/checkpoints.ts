/**
 * Worlds kept along the change log, from which any other is reached by taking the steps between.
 *
 * Two bounds pull against each other. Between neighbours lies a bounded amount of work (steps on VMAs and records), so that
 * a jump takes a bounded time; and all checkpoints together stay within a budget of bytes. A checkpoint shares with its
 * neighbours all that did not change between them, so it costs what changed, and never more than all VMAs there are: in a
 * space of 60,000 VMAs each costs little while little changes. Where the budget is passed, every second one is dropped and
 * the distance doubles, up to a limit that keeps jumps short; past that limit the budget gives way.
 */
import type { WorldState } from '../process/world-state';

export interface CheckpointOptions {
  /** In bytes, as estimated below. */
  readonly budget: number;
  /** Work between checkpoints: at first, and at the most. One unit is a record or a VMA put in or taken out. */
  readonly spacing: number;
  readonly longestSpacing: number;
}

export const defaultCheckpoints: CheckpointOptions = {
  budget: 24 * 1024 * 1024,
  spacing: 256,
  longestSpacing: 4096,
};

/** Measured on Node 20 with heap snapshots: a VMA with its origin, backing and place in the tree. */
const BYTES_PER_VMA = 300;
/** Nodes copied for one step: the way from the root to a leaf of 32. */
const BYTES_PER_STEP = 600;

interface Checkpoint {
  /** Records taken so far. */
  readonly record: number;
  readonly world: WorldState;
  /** Work since the checkpoint before. */
  readonly work: number;
  /** VMAs in all spaces: no checkpoint costs more than these. */
  readonly vmas: number;
}

export class Checkpoints {
  private points: Checkpoint[] = [];
  private work = 0;
  private cost = 0;
  private spacing: number;

  constructor(private readonly options: CheckpointOptions = defaultCheckpoints) {
    this.spacing = options.spacing;
  }

  get count(): number {
    return this.points.length;
  }

  /** Estimated, in bytes. */
  get bytes(): number {
    return this.cost;
  }

  /** A record has been appended and `world`, which stays the caller's, stands behind it. */
  passed(record: number, work: number, world: WorldState): void {
    this.work += work;
    if (this.points.length > 0 && this.work < this.spacing) return;
    const point = { record, world: world.copy(), work: this.work, vmas: countVmas(world) };
    this.points.push(point);
    this.cost += costOf(point);
    this.work = 0;
    if (this.cost > this.options.budget && this.spacing < this.options.longestSpacing) this.thin();
  }

  /** The last one that lies at or before so many records. */
  before(record: number): { readonly record: number; readonly world: WorldState } | undefined {
    let low = 0;
    let high = this.points.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((this.points[middle]?.record ?? Infinity) <= record) low = middle + 1;
      else high = middle;
    }
    return this.points[low - 1];
  }

  /** Doubles the distances: a point stays where dropping it would make a gap longer than the new spacing. */
  private thin(): void {
    this.spacing *= 2;
    const kept: Checkpoint[] = [];
    let dropped = 0;
    this.points.forEach((point, at) => {
      const next = this.points[at + 1];
      const gap = dropped + point.work + (next?.work ?? 0);
      if (at > 0 && next !== undefined && gap <= this.spacing) {
        dropped += point.work;
      } else {
        kept.push({ ...point, work: point.work + dropped });
        dropped = 0;
      }
    });
    this.points = kept;
    this.cost = kept.reduce((sum, point) => sum + costOf(point), 0);
  }
}

const costOf = ({ work, vmas }: Checkpoint): number =>
  Math.min(work * (BYTES_PER_VMA + BYTES_PER_STEP), vmas * BYTES_PER_VMA + work * 64) + 1024;

function countVmas(world: WorldState): number {
  let vmas = 0;
  for (const space of world.spaces()) vmas += space.mapCount;
  return vmas;
}
