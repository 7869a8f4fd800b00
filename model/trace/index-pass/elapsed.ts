/**
 * What -r prints, summed up: when each line of a file was printed, counted from the first that has a difference. Lines of
 * which strace prints none (stack frames, dumps, the rest of a cut call) stand where the line before stands.
 */
const CHUNK_BITS = 12;
const CHUNK = 1 << CHUNK_BITS;

export class Elapsed {
  /** Sums by line, in nanoseconds: exact in a double for a hundred days. Empty while no line has had a difference. */
  private readonly chunks: Float64Array[] = [];
  private sum = 0;

  get isKnown(): boolean {
    return this.chunks.length > 0;
  }

  /**
   * @param line 1-based; each is told, in their order.
   * @param sinceLast nanoseconds; below 0: the line has none.
   */
  add(line: number, sinceLast: number): void {
    if (sinceLast < 0 && !this.isKnown) return;
    // The first counts from a line that is not there.
    if (this.isKnown) this.sum += Math.max(0, sinceLast);
    const at = line - 1;
    while (this.chunks.length <= at >>> CHUNK_BITS) this.chunks.push(new Float64Array(CHUNK));
    const chunk = this.chunks[at >>> CHUNK_BITS];
    if (chunk !== undefined) chunk[at & (CHUNK - 1)] = this.sum;
  }

  /** In nanoseconds. */
  at(line: number): number {
    return this.chunks[(line - 1) >>> CHUNK_BITS]?.[(line - 1) & (CHUNK - 1)] ?? this.sum;
  }
}
