/**
 * Runs a scenario of policy.c on the live kernel under strace, and holds the timeline of its log against what the kernel
 * said of itself at each mark.
 */
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { release, tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseMapsFile, type SnapshotVma } from '../../../model/memory/maps-snapshot';
import { has, VmFlag, type Vma } from '../../../model/memory/vma';
import { buildTimeline } from '../../../model/timeline/build-timeline';
import type { RecordedTimeline } from '../../../model/timeline/recorded-timeline';
import { parseKernelVersion } from '../../../model/kernel/versions';
import { EventKind } from '../../../model/trace/event-table';
import type { EventIndex, FileIndex } from '../../../model/trace/positions';

export class LivePolicy {
  private readonly folder = mkdtempSync(join(tmpdir(), 'pagewalk-policy-'));
  private readonly program = join(this.folder, 'policy');

  /** @throws where there is no gcc, or no Linux on x86-64 to ask. */
  constructor() {
    if (process.platform !== 'linux' || process.arch !== 'x64')
      throw new Error(`these tests ask the live kernel: they need Linux on x86-64, not ${process.platform}`);
    const source = join(import.meta.dirname, 'policy.c');
    const warnings = ['-Wall', '-Wextra', '-Wno-unused-result'];
    execFileSync('gcc', ['-static', '-O1', ...warnings, '-o', this.program, source], { stdio: 'pipe' });
  }

  remove(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }

  async run(scenario: string): Promise<PolicyRun> {
    const [log, truth] = [join(this.folder, 'log'), join(this.folder, 'truth')];
    const { status, error, stderr } = spawnSync('strace', ['-f', '-o', log, this.program, scenario, truth], {
      encoding: 'latin1',
      timeout: 60_000,
    });
    if (error !== undefined || status !== 0) throw new Error(`strace: ${String(error)} ${stderr}`);
    return followed(readFileSync(log), readFileSync(truth, 'latin1'));
  }
}

interface Mark {
  readonly pid: number;
  readonly lockedKb: number;
  readonly maps: string;
}

export interface PolicyRun {
  readonly timeline: RecordedTimeline;
  readonly marks: number;
  /** Calls whose answer was predicted otherwise, and marks where the model has another space than the kernel. */
  readonly differences: readonly string[];
  /** The checks that left a prediction open, each with the number of calls. */
  readonly open: ReadonlyMap<string, number>;
  /** The checks by which calls were refused, as predicted. */
  readonly refused: ReadonlyMap<string, number>;
}

function marksIn(truth: string): Mark[] {
  return truth
    .split('end\n')
    .filter((text) => text !== '')
    .map((text) => {
      const [head = '', locked = '', ...maps] = text.split('\n');
      return {
        pid: Number(head.split(' ')[1]),
        lockedKb: Number(/\d+/.exec(locked)?.[0]),
        maps: maps.join('\n'),
      };
    });
}

/** `kernel`: the one that answered. */
export async function followed(
  log: Uint8Array,
  truth: string,
  kernel = parseKernelVersion(` ${release()}`),
): Promise<PolicyRun> {
  const marks = marksIn(truth);
  const text = new TextDecoder('latin1').decode(log);
  const firstMark = text.slice(0, text.indexOf('getppid(')).split('\n').length;
  const [first] = marks;
  const { snapshots } = parseMapsFile(`# after line ${firstMark} pid ${first?.pid}\n${first?.maps ?? ''}`);
  const source = {
    name: 'policy.strace',
    size: log.length,
    read: (offset: number, length: number) => log.slice(offset, offset + length),
  };
  const machine = kernel === undefined ? {} : { kernel };
  const timeline = await buildTimeline([{ source }], { snapshots, machine });
  const differences: string[] = [];
  const open = new Map<string, number>();
  const refused = new Map<string, number>();
  const { events } = timeline.recording;
  const seen = new Map<number, number>();
  for (let n = 0; n < timeline.end; n++) {
    const event = n as EventIndex;
    if (events.kind(event) !== EventKind.call) continue;
    if (events.line(event) <= firstMark) {
      if (events.name(event) === 'getppid') seen.set(first?.pid ?? 0, 1);
      continue;
    }
    const line = timeline.recording.lineText(0 as FileIndex, events.line(event));
    if (events.name(event) === 'getppid') {
      const pid = Number(line.split(' ')[0]);
      const nth = seen.get(pid) ?? 0;
      seen.set(pid, nth + 1);
      const mark = marks.filter((one) => one.pid === pid)[nth];
      if (mark !== undefined)
        differences.push(...spaceDifferences(timeline, event, mark).map((what) => `before ${line}: ${what}`));
      continue;
    }
    const judgement = timeline.judge(event);
    if (judgement === undefined) continue;
    const { predicted } = judgement;
    if (predicted.kind === 'undecidable') count(open, predicted.cause);
    if (timeline.agreement(event) === 'differs')
      differences.push(`${line}: predicted ${JSON.stringify(predicted, shown)}`);
    else if (predicted.kind === 'error') count(refused, predicted.cause);
  }
  return { timeline, marks: marks.length, differences, open, refused };
}

const shown = (_key: string, value: unknown): unknown =>
  typeof value === 'bigint' ? value.toString() : value;

const count = (counts: Map<string, number>, key: string): void => {
  counts.set(key, (counts.get(key) ?? 0) + 1);
};

function spaceDifferences(timeline: RecordedTimeline, event: EventIndex, mark: Mark): string[] {
  const world = timeline.worldAt(event);
  const task = world.task(timeline.recording.events.task(event));
  const space = task && world.space(task.space);
  if (space === undefined) return ['no address space'];
  const differences: string[] = [];
  if (space.locked !== mark.lockedKb / 4)
    differences.push(`VmLck is ${mark.lockedKb / 4} pages, the model has ${String(space.locked)}`);
  const [snapshot] = parseMapsFile(mark.maps).snapshots;
  const [ours, theirs] = [[...space.vmas()], snapshot?.vmas ?? []];
  // maps does not show what smaps does.
  const withHuge = theirs.some(({ vmFlags }) => vmFlags !== undefined);
  const shownOf = (vma: Vma): string => wordsOf(vma, withHuge);
  const [ourWords, theirWords] = [new Set(ours.map(shownOf)), new Set(theirs.map(shownIn))];
  const missing = theirs.filter((vma) => !ourWords.has(shownIn(vma)) && !isDoubted(vma, ours));
  const wrong = ours.filter((vma) => !theirWords.has(shownOf(vma)) && vma.doubtfulBorders === undefined);
  if (missing.length + wrong.length > 0)
    differences.push(
      `the kernel has ${missing.map(shownIn).join(', ')}, the model ${wrong.map(shownOf).join(', ')}`,
    );
  return differences;
}

/** A part of a VMA of which the model says that the kernel may have kept borders in it. */
const isDoubted = ({ start, end }: SnapshotVma, ours: readonly Vma[]): boolean =>
  ours.some((vma) => vma.doubtfulBorders !== undefined && vma.start <= start && end <= vma.end);

const letters = (prot: number, isShared: boolean): string =>
  ['r', 'w', 'x'].map((letter, bit) => (((prot >> bit) & 1) !== 0 ? letter : '-')).join('') +
  (isShared ? 's' : 'p');

const range = (vma: { readonly start: number; readonly end: number }): string =>
  `${vma.start.toString(16)}-${vma.end.toString(16)}`;

const shownIn = (vma: SnapshotVma): string =>
  `${range(vma)} ${letters(vma.prot ?? 0, vma.share === 'shared')}${hugeWord(vma.vmFlags?.includes('ht'))}`;

const wordsOf = (vma: Vma, withHuge: boolean): string =>
  `${range(vma)} ${letters(vma.prot ?? 0, has(vma, VmFlag.mayShare))}${hugeWord(withHuge && has(vma, VmFlag.hugeTlb))}`;

const hugeWord = (isHuge: boolean | undefined): string => (isHuge === true ? ' huge' : '');
