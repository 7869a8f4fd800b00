/**
 * A VMA, or a stretch that is none, and the lines that it comes from.
 */
export interface VmaRow {
  readonly kind: 'vma' | 'unknown' | 'free';
  /** '0x7f…', half-open. */
  readonly start: string;
  readonly end: string;
  readonly sizeKb: number;
  /** 'rw-'; '???' where not known. */
  readonly prot: string;
  readonly share: 'p' | 's' | '?';
  readonly offset: string;
  readonly file: string | null;
  readonly name: string | null;
  /** null: the log leaves it open. */
  readonly locked: boolean | null;
  readonly lockOnFault: boolean;
  readonly certainty: 'exact' | 'inferred';
  /** What the event does to it. */
  readonly changes: readonly (
    | 'mapped'
    | 'unmapped'
    | 'replaced'
    | 'moved'
    | 'protected'
    | 'locked'
    | 'unlocked'
    | 'split'
    | 'merged'
    | 'grown'
    | 'shrunk'
    | 'changed'
  )[];
  /** Event and line that mapped it; null: it was there before the log. */
  readonly mappedAt: LineLink | null;
}

export interface LineLink {
  readonly event: number;
  readonly line: number;
}
