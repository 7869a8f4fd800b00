/**
 * Holds the model against a kernel in a guest: see USAGE.
 */
import { existsSync } from 'node:fs';
import { parseArgs } from 'node:util';
import type { MachineOptions } from '../../../model/timeline/machine-evidence';
import { heldAgainst } from '../random-programs/held-against';
import { modes, modeNamed, randomProgram, type Mode } from '../random-programs/modes';
import { keepAsking } from '../asking-guest';
import { askGuest } from './guest-kernel';
import { keepAnswers, liveRunOf, machineOf, type KeptRun } from './kept-answers';
import { machines, type MachineName } from './machines';

/** Commas behind which a line of the usage may go on. */
const folded = (names: readonly string[]): string =>
  names.join(', ').replace(/(.{60,85}?, )/g, `$1\n${' '.repeat(21)}`);

const USAGE = `Boots a kernel image in qemu, lets it answer random programs of memory calls, and holds the model against it.

  npm run ask-kernel -- KERNEL [options]

  KERNEL             an image: vmlinuz of x86-64 and i386, Image of arm64 and riscv64
  --machine NAME     ${Object.keys(machines).join(', ')}; x86-64 without
  --root FOLDER      for another machine than this: a folder with its strace and libraries below usr/
  --modes A,B        kinds of programs, all without: ${folded(modes.map(({ name }) => name))}
  --seeds N          programs of each kind, 1 without
  --from N           the first seed, 1 without
  --calls N          lines of a program, 150 without
  --max-map-count N  vm.max_map_count in the guest, so that programs meet it
  --show N           examples of each kind of difference, 3 without
  --keep FILE        writes what the kernel answered, as kept.test.ts reads it: kept/NAME.json.gz
  --asking NAME      instead: keeps the log of programs/asking.c in asking-kept/NAME, for asking.test.ts

It needs qemu (qemu-system-x86, -arm, -misc), gcc for the machine (gcc, gcc-aarch64-linux-gnu, gcc-riscv64-linux-gnu; the
static C library comes with libc6-dev), and strace.`;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    machine: { type: 'string', default: 'x86-64' },
    root: { type: 'string' },
    modes: { type: 'string' },
    seeds: { type: 'string', default: '1' },
    from: { type: 'string', default: '1' },
    calls: { type: 'string', default: '150' },
    show: { type: 'string', default: '3' },
    keep: { type: 'string' },
    'page-size': { type: 'string', default: '4096' },
    asking: { type: 'string' },
    'max-map-count': { type: 'string' },
  },
});

/** Of one outcome: how often, and the first few. */
class Tally {
  private readonly counts = new Map<string, number>();
  private readonly first = new Map<string, string[]>();

  constructor(private readonly show: number) {}

  add(what: string, example?: string): void {
    this.counts.set(what, (this.counts.get(what) ?? 0) + 1);
    const kept = this.first.get(what) ?? [];
    if (example !== undefined && kept.length < this.show) this.first.set(what, [...kept, example]);
  }

  print(): void {
    for (const [what, count] of this.counts) {
      console.log(`${what}: ${count}`);
      for (const example of this.first.get(what) ?? []) console.log(`    ${example}`);
    }
  }
}

async function hold(run: KeptRun, { touches }: Mode, machine: MachineOptions, tally: Tally): Promise<void> {
  const place = `${run.mode} ${run.seed}`;
  if (run.ended !== undefined) tally.add('ended early', `${place}: ${run.ended}`);
  for (const call of await heldAgainst(liveRunOf(run), machine, touches > 0)) {
    const text = `${place}: ${call.logged}`;
    tally.add(call.answer, call.answer === 'wrong' ? `${text} | predicted ${call.predicted}` : undefined);
    if (call.placed !== undefined) tally.add(`placed ${call.placed}`);
    let follows = false;
    for (const { what, kernel: theirs, model } of call.differences) {
      tally.add(`other ${what}`, `${text}\n      kernel ${theirs}\n      model  ${model}`);
      // Borders that touches decide are not told apart from others here; names do not lead to more.
      follows ||= what !== 'names' && !(touches > 0 && (what === 'VMAs' || what === 'map count'));
    }
    if (follows) return;
  }
}

const isMachine = (name: string): name is MachineName => name in machines;

async function main(): Promise<void> {
  const [kernel] = positionals;
  const { machine, root, keep } = values;
  if (kernel === undefined) {
    console.log(USAGE);
    process.exitCode = 2;
    return;
  }
  if (!existsSync(kernel)) throw new Error(`there is no kernel image ${kernel}`);
  if (!isMachine(machine))
    throw new Error(`no machine '${machine}': there are ${Object.keys(machines).join(', ')}`);
  if (values.asking !== undefined) {
    keepAsking({ machine: machines[machine], kernel, root }, values.asking);
    return;
  }
  const chosen = values.modes === undefined ? modes : values.modes.split(',').map(modeNamed);
  const seeds = Array.from({ length: Number(values.seeds) }, (_, at) => Number(values.from) + at);
  const jobs = chosen.flatMap((mode) => seeds.map((seed) => ({ mode, seed })));
  const lists = jobs.map(({ mode, seed }) =>
    randomProgram(mode, seed, Number(values.calls), Number(values['page-size'])),
  );
  const most = values['max-map-count'];
  const maxMapCount = most === undefined ? undefined : Number(most);
  const { release, runs } = askGuest({ machine: machines[machine], kernel, root, maxMapCount }, lists);
  console.log(`${machine} ${release}: ${runs.length} programs`);
  const known = machineOf({ machine, release, maxMapCount });
  const tally = new Tally(Number(values.show));
  const kept: KeptRun[] = [];
  for (const [at, { mode, seed }] of jobs.entries()) {
    const run = runs[at];
    if (run === undefined) continue;
    kept.push({ ...run, mode: mode.name, seed });
    try {
      await hold({ ...run, mode: mode.name, seed }, mode, known, tally);
    } catch (error) {
      tally.add('not to be read', `${mode.name} ${seed}: ${String(error)}`);
    }
  }
  tally.print();
  if (keep !== undefined) keepAnswers(keep, { machine, release, maxMapCount, runs: kept });
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
