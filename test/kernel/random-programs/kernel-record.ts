/**
 * What programs/call-list.c wrote down: after each call the kernel's own account of the process.
 */

export interface KernelVma {
  readonly start: bigint;
  readonly end: bigint;
  /** `rw-p` */
  readonly permissions: string;
  /** In bytes. */
  readonly offset: bigint;
  /** '' for none. */
  readonly name: string;
}

/** In kB, of /proc/self/status. */
export interface KernelSizes {
  readonly VmLck: number;
  readonly VmSize: number;
  readonly VmData: number;
  readonly VmStk: number;
}

export interface KernelState {
  readonly tid: number;
  /** 1-based, in the list; 0 for the program's own first brk. */
  readonly line: number;
  /** As the register holds it: -4095 to -1 are errors. */
  readonly answer: bigint;
  readonly sizes: KernelSizes;
  /** The same array as before where maps said the same. */
  readonly vmas: readonly KernelVma[];
}

export interface KernelRecord {
  /** smaps when the program began. */
  readonly start: string;
  readonly states: readonly KernelState[];
}

export function readRecord(text: string): KernelRecord {
  const scan = new Scan(text);
  const start = scan.maps() ?? '';
  const states: KernelState[] = [];
  const last = new Map<number, readonly KernelVma[]>();
  for (;;) {
    const call = scan.line('C ');
    if (call === undefined) return { start, states };
    const [tid = '', line = '', answer = ''] = call.split(' ');
    const [VmLck = 0, VmSize = 0, VmData = 0, VmStk = 0] = (scan.line('S ') ?? '').split(' ').map(Number);
    const maps = scan.maps();
    const vmas = maps === undefined ? (last.get(Number(tid)) ?? []) : vmasOf(maps);
    last.set(Number(tid), vmas);
    states.push({
      tid: Number(tid),
      line: Number(line),
      answer: BigInt.asIntN(64, BigInt(`0x${answer}`)),
      sizes: { VmLck, VmSize, VmData, VmStk },
      vmas,
    });
  }
}

class Scan {
  private at = 0;

  constructor(private readonly text: string) {}

  /** The rest of the line, where the next one begins so. */
  line(beginning: string): string | undefined {
    if (!this.text.startsWith(beginning, this.at)) return undefined;
    const end = this.text.indexOf('\n', this.at);
    const rest = this.text.slice(this.at + beginning.length, end);
    this.at = end + 1;
    return rest;
  }

  maps(): string | undefined {
    const length = this.line('M ');
    if (length === undefined) return undefined;
    const maps = this.text.slice(this.at, this.at + Number(length));
    this.at += Number(length);
    return maps;
  }
}

function vmasOf(maps: string): KernelVma[] {
  const vmas: KernelVma[] = [];
  for (const line of maps.split('\n')) {
    if (line === '') continue;
    const [range = '', permissions = '', offset = '', , , ...name] = line.split(/ +/);
    const [start = '', end = ''] = range.split('-');
    // The gate page is no VMA.
    if (name[0] === '[vsyscall]') continue;
    vmas.push({
      start: BigInt(`0x${start}`),
      end: BigInt(`0x${end}`),
      permissions,
      offset: BigInt(`0x${offset}`),
      name: name.join(' '),
    });
  }
  return vmas;
}
