/**
 * A maps file: one snapshot of /proc/PID/maps or smaps, or several with headers that say where in the log they belong.
 *
 *     # after line 12 pid 4711
 *     55dcc174b000-55dcc174d000 r--p 00000000 fe:00 260131    /usr/bin/cat
 *     Locked:                0 kB                                            only in smaps
 *     VmFlags: rd mr mw me
 *
 * What can't be read is reported by line and column and costs that line only.
 */
import { isFault, readMapsLine, readRange, type MapsLine } from './maps-line';
import { MapsScanner, isDigit, type MapsFault } from './maps-scanner';
import type { PageRange } from './page';

export interface SnapshotVma extends MapsLine {
  /** 1-based, in the file. */
  readonly line: number;
  /** Letters of smaps' VmFlags; undefined in plain maps, and in smaps before Linux 3.8. */
  readonly vmFlags: readonly string[] | undefined;
  /** smaps' `Locked:`, pages in memory that are locked, in KiB: more than 0 proves VM_LOCKED. */
  readonly lockedKb: number | undefined;
  /** smaps' `ProtectionKey:` */
  readonly protectionKey: number | undefined;
  /** smaps' `KernelPageSize:`, in KiB: the machine's page, or a huge page of the pool. */
  readonly pageKb: number | undefined;
}

export interface MapsSnapshot {
  /** From the header; both undefined for a snapshot without one. */
  readonly afterLine: number | undefined;
  readonly pid: number | undefined;
  /** Line of the header, or of the first range. */
  readonly line: number;
  /** Ascending, without overlap. `[vsyscall]` and other gates are left out: they are no VMAs. */
  readonly vmas: readonly SnapshotVma[];
  /** Stretches that the file itself calls unknown. */
  readonly unknown: readonly PageRange[];
}

export interface MapsProblem {
  /** Both 1-based. */
  readonly line: number;
  readonly column: number;
  readonly fault: MapsFault;
}

export interface MapsFile {
  readonly snapshots: readonly MapsSnapshot[];
  /** The first MAX_PROBLEMS of them. */
  readonly problems: readonly MapsProblem[];
  readonly problemCount: number;
}

const MAX_PROBLEMS = 100;
/** Mapped by the kernel for every process, outside of its VMAs. mm/memory.c: get_gate_vma */
const GATES: ReadonlySet<string> = new Set(['[vsyscall]', '[vectors]']);

export const parseMapsFile = (text: string): MapsFile => {
  const reader = new MapsReader();
  let line = 1;
  for (let from = 0; from < text.length; line++) {
    const end = text.indexOf('\n', from);
    const to = end < 0 ? text.length : end;
    reader.read(text.slice(from, text.charCodeAt(to - 1) === 0x0d ? to - 1 : to), line);
    from = to + 1;
  }
  return reader.finish();
};

const NO_DETAILS = {
  vmFlags: undefined,
  lockedKb: undefined,
  protectionKey: undefined,
  pageKb: undefined,
} as const;

class MapsReader {
  readonly #snapshots: MapsSnapshot[] = [];
  readonly #problems: MapsProblem[] = [];
  #problemCount = 0;
  #open: OpenSnapshot | undefined;
  /** The range that detail lines of smaps belong to; undefined after one that was not taken. */
  #current: SnapshotVma | undefined;
  #skipDetails = false;

  read(text: string, line: number): void {
    const trimmed = text.trim();
    if (trimmed === '') return;
    if (trimmed.startsWith('#')) this.#comment(text, line);
    else if (isDetail(trimmed)) this.#detail(trimmed, line);
    else this.#range(text, line);
  }

  finish(): MapsFile {
    this.#close();
    return {
      snapshots: this.#snapshots,
      problems: this.#problems.sort((a, b) => a.line - b.line),
      problemCount: this.#problemCount,
    };
  }

  #comment(text: string, line: number): void {
    const scanner = new MapsScanner(text);
    scanner.spaces();
    scanner.literal('#');
    scanner.spaces();
    if (scanner.literal('after')) {
      const header = readHeader(scanner);
      if ('fault' in header) {
        this.#problem(line, scanner.column, 'header-expected');
        return;
      }
      this.#close();
      this.#open = { header, line, vmas: [], unknown: [] };
      return;
    }
    const range = readRange(scanner);
    if (!isFault(range) && scanner.rest() === 'unknown') this.#snapshot(line).unknown.push(range);
  }

  #range(text: string, line: number): void {
    this.#current = undefined;
    this.#skipDetails = true;
    const read = readMapsLine(text);
    if (isFault(read)) {
      this.#problem(line, read.column, read.fault);
      return;
    }
    if (read.name === '[rollup]') {
      this.#problem(line, 1, 'rollup');
      return;
    }
    if (GATES.has(read.name)) return;
    this.#current = { ...read, line, ...NO_DETAILS };
    this.#snapshot(line).vmas.push(this.#current);
  }

  #detail(text: string, line: number): void {
    const vmas = this.#open?.vmas;
    if (this.#current === undefined || vmas === undefined) {
      if (!this.#skipDetails) this.#problem(line, 1, 'detail-without-range');
      return;
    }
    const colon = text.indexOf(':');
    const value = text.slice(colon + 1).trim();
    const known = detailOf(text.slice(0, colon), value);
    if (known === undefined) return;
    this.#current = { ...this.#current, ...known };
    vmas[vmas.length - 1] = this.#current;
  }

  #snapshot(line: number): OpenSnapshot {
    return (this.#open ??= {
      header: { afterLine: undefined, pid: undefined },
      line,
      vmas: [],
      unknown: [],
    });
  }

  #close(): void {
    const open = this.#open;
    this.#current = undefined;
    this.#skipDetails = false;
    this.#open = undefined;
    if (open === undefined) return;
    const vmas: SnapshotVma[] = [];
    // maps is ascending; a file put together by hand need not be.
    for (const vma of open.vmas.sort((a, b) => a.start - b.start)) {
      if (vma.start < (vmas.at(-1)?.end ?? 0)) this.#problem(vma.line, 1, 'overlap');
      else vmas.push(vma);
    }
    if (vmas.length + open.unknown.length === 0) this.#problem(open.line, 1, 'empty-snapshot');
    else this.#snapshots.push({ ...open.header, line: open.line, vmas, unknown: open.unknown });
  }

  #problem(line: number, column: number, fault: MapsFault): void {
    this.#problemCount++;
    if (this.#problems.length < MAX_PROBLEMS) this.#problems.push({ line, column, fault });
  }
}

interface OpenSnapshot {
  readonly header: Header;
  readonly line: number;
  /** In the order of the file. */
  readonly vmas: SnapshotVma[];
  readonly unknown: PageRange[];
}

type Header = Pick<MapsSnapshot, 'afterLine' | 'pid'>;

/** ` line N` or ` line N pid P`, behind `# after`. */
const readHeader = (scanner: MapsScanner): Header | { readonly fault: true } => {
  const afterLine = readNumber(scanner, 'line');
  if (afterLine === undefined) return { fault: true };
  const pid = readNumber(scanner, 'pid');
  scanner.spaces();
  return scanner.atEnd ? { afterLine, pid } : { fault: true };
};

const readNumber = (scanner: MapsScanner, word: string): number | undefined => {
  scanner.spaces();
  if (!scanner.literal(word) || !scanner.spaces()) return undefined;
  const digits = scanner.take(isDigit, 15);
  return digits === undefined ? undefined : Number(digits);
};

/** `Name: value`, the lines of smaps under a range. A range begins with a hexadecimal number and a dash. */
const isDetail = (text: string): boolean => {
  const colon = text.indexOf(':');
  const blank = text.indexOf(' ');
  return colon > 0 && (blank < 0 || colon < blank) && !text.slice(0, colon).includes('-');
};

const detailOf = (name: string, value: string): Partial<SnapshotVma> | undefined => {
  switch (name) {
    case 'VmFlags':
      return { vmFlags: value.split(' ').filter((letters) => letters.length === 2) };
    case 'Locked':
      return withNumber('lockedKb', value);
    case 'ProtectionKey':
      return withNumber('protectionKey', value);
    case 'KernelPageSize':
      return withNumber('pageKb', value);
    default:
      return undefined;
  }
};

function withNumber(
  name: 'lockedKb' | 'protectionKey' | 'pageKb',
  value: string,
): Partial<SnapshotVma> | undefined {
  const number = Number.parseInt(value, 10);
  return Number.isSafeInteger(number) ? { [name]: number } : undefined;
}
