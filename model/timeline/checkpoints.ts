/**
 * Worlds kept along the change log, from which any other is reached by taking the steps between.
 *
 * Two bounds pull against each other. Between neighbours lies a bounded amount of work (steps on VMAs and records), so that
 * a jump takes a bounded time; and all checkpoints together stay within a budget of bytes. A checkpoint shares with its
 * neighbours all that did not change between them, so it costs what changed, and never more than all VMAs there are: in a
 * space of 60,000 VMAs each costs little while little changes. Where the budget is passed, every second one is dropped and
 * the distance doubles, up to a limit that keeps jumps short; past that limit the budget gives way.
 */
import type { EventIndex } from '../trace/positions';
import { WorldState } from '../process/world-state';
import { SpacePacker, type PackedWorld } from './packed-spaces';

export interface CheckpointOptions {
  /** In bytes, as estimated below. */
  readonly budget: number;
  /** Work between checkpoints: at first, and at the most. One unit is a record or a VMA put in or taken out. */
  readonly spacing: number;
  readonly longestSpacing: number;
  /** A world of so many VMAs at the most is kept as bytes. */
  readonly mostPacked: number;
}

export const defaultCheckpoints: CheckpointOptions = {
  budget: 4 * 1024 * 1024,
  spacing: 256,
  longestSpacing: 1024,
  mostPacked: 4096,
};

/** A VMA with its origin, backing and place in the tree; as V8 lays them out. */
const BYTES_PER_VMA = 250;
/** Nodes copied to put it in: the way from the root to a leaf of 32. */
const BYTES_PER_WAY = 400;
const BYTES_PER_WORLD = 1500;

interface Checkpoint {
  /** Records taken so far. */
  readonly record: number;
  readonly world: WorldState | PackedWorld;
  /** Work since the checkpoint before. */
  readonly work: number;
  /** VMAs put in or taken out since then. */
  readonly moved: number;
  /** The most that it costs: all its VMAs, or the bytes that they are packed in. */
  readonly most: number;
}

/** What a record costs to replay. */
export interface Work {
  /** Steps of whatever kind. */
  readonly steps: number;
  /** VMAs put in or taken out. */
  readonly moved: number;
}

export class Checkpoints {
  private readonly packer = new SpacePacker();
  private points: Checkpoint[] = [];
  private work = 0;
  private moved = 0;
  private cost = 0;
  private spacing: number;
  /** As much work as packing the last world was: so packing never costs more than the changes themselves. */
  private leastSpacing = 0;

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

  /**
   * A record has been appended and `world`, which stays the caller's, stands behind it. `event`: the record's, not before
   * any event that the world names.
   */
  passed(record: number, work: Work, world: WorldState, event: EventIndex): void {
    this.work += work.steps + work.moved;
    this.moved += work.moved;
    if (this.points.length > 0 && this.work < Math.max(this.spacing, this.leastSpacing)) return;
    const point = { record, work: this.work, moved: this.moved, ...this.kept(world, event) };
    this.points.push(point);
    this.cost += costOf(point);
    this.work = 0;
    this.moved = 0;
    if (this.cost > this.options.budget && this.spacing < this.options.longestSpacing) this.thin();
  }

  private kept(world: WorldState, event: EventIndex): Pick<Checkpoint, 'world' | 'most'> {
    const vmas = countVmas(world);
    if (vmas > this.options.mostPacked) return this.shared(world, vmas);
    const { packed, bytes } = this.packer.pack(world, event);
    this.leastSpacing = Math.min(vmas, this.options.longestSpacing);
    return { world: packed, most: bytes };
  }

  private shared(world: WorldState, vmas: number): Pick<Checkpoint, 'world' | 'most'> {
    this.leastSpacing = 0;
    return { world: world.copy(), most: vmas * BYTES_PER_VMA };
  }

  /** The last one that lies behind `from` records and at or before `record`. */
  between(from: number, record: number): { readonly record: number; readonly world: WorldState } | undefined {
    let low = 0;
    let high = this.points.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((this.points[middle]?.record ?? Infinity) <= record) low = middle + 1;
      else high = middle;
    }
    const point = this.points[low - 1];
    if (point === undefined || point.record <= from) return undefined;
    const { world } = point;
    return { record: point.record, world: world instanceof WorldState ? world : this.packer.unpack(world) };
  }

  /** Doubles the distances: a point stays where dropping it would make a gap longer than the new spacing. */
  private thin(): void {
    this.spacing *= 2;
    const kept: Checkpoint[] = [];
    let work = 0;
    let moved = 0;
    this.points.forEach((point, at) => {
      const next = this.points[at + 1];
      work += point.work;
      moved += point.moved;
      if (at > 0 && next !== undefined && work + next.work <= this.spacing) return;
      kept.push({ ...point, work, moved });
      work = 0;
      moved = 0;
    });
    this.points = kept;
    this.cost = kept.reduce((sum, point) => sum + costOf(point), 0);
  }
}

const costOf = ({ moved, most }: Checkpoint): number =>
  Math.min(moved * (BYTES_PER_VMA + BYTES_PER_WAY), most) + BYTES_PER_WORLD;

function countVmas(world: WorldState): number {
  let vmas = 0;
  for (const space of world.spaces()) vmas += space.mapCount;
  return vmas;
}
