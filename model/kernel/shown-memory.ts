/**
 * What a log shows of the machine's memory and of its pools of huge pages, by what it was told (sysinfo, /proc/meminfo,
 * nr_hugepages) and by what it lent. A call is judged by what stands before it, never by its own answer.
 */
import type { EventIndex } from '../trace/positions';

/** More than so many changes are no evidence but noise. */
const MOST = 4096;

/** A fact that changes as the log goes on. Told in the order of events. */
export class AsOf<Fact> {
  private readonly steps: { readonly at: EventIndex; readonly fact: Fact }[] = [];

  get last(): Fact | undefined {
    return this.steps.at(-1)?.fact;
  }

  tell(fact: Fact, at: EventIndex): void {
    if (this.steps.length < MOST) this.steps.push({ at, fact });
  }

  before(event: EventIndex): Fact | undefined {
    let low = 0;
    let high = this.steps.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((this.steps[middle]?.at ?? event) < event) low = middle + 1;
      else high = middle;
    }
    return this.steps[low - 1]?.fact;
  }
}

/** RAM and swap, in bytes. */
export interface MemoryBounds {
  /** There is at least as much. */
  readonly least: bigint;
  /** There is no more, where the log tells of swap too. */
  readonly most: bigint | undefined;
}

/** A pool of huge pages, in these. */
export interface PoolBounds {
  /** A mapping has once got so many at once. */
  readonly least: number;
  /** How large it was made, or read to be; undefined where somebody set it to what the log does not show. */
  readonly total: number | undefined;
  /** Somebody set how far it may grow beyond (vm.nr_overcommit_hugepages), which is 0 of itself. */
  readonly mayGrow: boolean;
}

export class ShownMemory {
  private readonly memory = new AsOf<MemoryBounds>();
  /** By the pages of 4096 bytes in one huge page. */
  private readonly pools = new Map<number, AsOf<PoolBounds>>();

  memoryBefore(event: EventIndex): MemoryBounds | undefined {
    return this.memory.before(event);
  }

  poolBefore(hugeUnits: number, event: EventIndex): PoolBounds | undefined {
    return this.pools.get(hugeUnits)?.before(event);
  }

  /** `swap` undefined: not told. Bytes. */
  toldMemory(ram: bigint, swap: bigint | undefined, at: EventIndex): void {
    const known = this.memory.last;
    const least = larger(known?.least ?? 0n, ram + (swap ?? 0n));
    const most = swap === undefined ? known?.most : ram + swap;
    if (known?.least !== least || known.most !== most) this.memory.tell({ least, most }, at);
  }

  /** A single request of accountable memory was granted. */
  lent(bytes: bigint, at: EventIndex): void {
    const known = this.memory.last;
    if (known === undefined || known.least < bytes) this.memory.tell({ least: bytes, most: known?.most }, at);
  }

  toldPool(hugeUnits: number, total: number, at: EventIndex): void {
    const known = this.pools.get(hugeUnits)?.last;
    // Made smaller or larger: what it once had says nothing any more.
    if (known?.total !== total)
      this.poolOf(hugeUnits).tell({ least: 0, total, mayGrow: known?.mayGrow ?? false }, at);
  }

  /** Somebody is about to set it, or (`mayGrow`) how far it may grow: what was known or assumed of it no longer holds. */
  poolTouched(hugeUnits: number, mayGrow: boolean, at: EventIndex): void {
    const known = this.pools.get(hugeUnits)?.last;
    const total = mayGrow ? known?.total : undefined;
    this.poolOf(hugeUnits).tell({ least: 0, total, mayGrow: mayGrow || (known?.mayGrow ?? false) }, at);
  }

  reserved(hugeUnits: number, pages: number, at: EventIndex): void {
    const known = this.pools.get(hugeUnits)?.last;
    if (known === undefined || known.least < pages)
      this.poolOf(hugeUnits).tell(
        { least: pages, total: known?.total, mayGrow: known?.mayGrow ?? false },
        at,
      );
  }

  private poolOf(hugeUnits: number): AsOf<PoolBounds> {
    const known = this.pools.get(hugeUnits);
    if (known !== undefined) return known;
    const made = new AsOf<PoolBounds>();
    this.pools.set(hugeUnits, made);
    return made;
  }
}

const larger = (a: bigint, b: bigint): bigint => (a > b ? a : b);
