/**
 * `npm run conformance`: many random programs of every mode on the live kernel, and the shares of what the model had right,
 * written to docs/conformance.md. `--shrink MODE --seed N` makes the first disagreement of a program short instead.
 */
import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { release } from 'node:os';
import { parseArgs } from 'node:util';
import { otherKernels } from '../guest/kept-shares';
import { realPrograms } from '../real/report';
import { firstFew, outcomeOf, type Disagreement } from './disagreements';
import { keep } from './kept-cases';
import { I386, LiveKernel } from './live-run';
import { modeNamed, modes, randomProgram, type Mode } from './modes';
import { shrunk } from './shrink';
import { openCauses, table, Tally } from './tally';

const LINES = 400;
/** Programs of 32 bits make as large a part of the calls. */
const PART_OF_32_BITS = 4;

const { values } = parseArgs({
  options: {
    calls: { type: 'string', default: '20000' },
    seed: { type: 'string' },
    shrink: { type: 'string' },
    name: { type: 'string' },
    modes: { type: 'string' },
    'no-report': { type: 'boolean', default: false },
  },
});

const kernel = new LiveKernel();
try {
  const first = values.seed === undefined ? Math.floor(Math.random() * 1e9) : Number(values.seed);
  if (values.shrink !== undefined) await shrinkOne(modeNamed(values.shrink), first);
  else await report(first, Number(values.calls));
} finally {
  kernel.remove();
}

type Tallies = readonly (readonly [Mode, Tally])[];

async function talliesOf(
  chosen: readonly Mode[],
  kernel: LiveKernel,
  first: number,
  calls: number,
): Promise<Tallies> {
  const tallies: (readonly [Mode, Tally])[] = [];
  for (const mode of chosen) {
    const tally = new Tally();
    for (let seed = first; tally.calls * chosen.length < calls; seed++) {
      const { held, disagreements } = await outcomeOf(
        kernel,
        randomProgram(mode, seed, LINES),
        mode.touches > 0,
      );
      tally.add(held);
      if (disagreements.length > 0) console.log(`${mode.name}, seed ${seed}:\n${firstFew(disagreements, 1)}`);
    }
    tallies.push([mode, tally]);
    console.log(`${mode.name}: ${tally.calls} calls, ${JSON.stringify(tally.answers)}`);
  }
  return tallies;
}

/** Families and touches hang on no width of words. */
async function talliesOf32Bits(chosen: readonly Mode[], first: number, calls: number): Promise<Tallies> {
  const some = chosen.filter(({ touches, children }) => touches === 0 && children === 0);
  const narrow = new LiveKernel(undefined, I386);
  try {
    console.log('programs of 32 bits:');
    return await talliesOf(some, narrow, first, calls / PART_OF_32_BITS);
  } finally {
    narrow.remove();
  }
}

async function report(first: number, calls: number): Promise<void> {
  const chosen = values.modes === undefined ? modes : values.modes.split(',').map(modeNamed);
  const tallies = await talliesOf(chosen, kernel, first, calls);
  const narrow = await talliesOf32Bits(chosen, first, calls);
  console.log(openCauses(sum([...tallies, ...narrow].map(([, tally]) => tally))).join('\n'));
  if (values['no-report']) return;
  const path = 'docs/conformance.md';
  const real = await realPrograms({
    tell: (text) => {
      console.log(text);
    },
  });
  const others = await otherKernels();
  writeFileSync(path, `${[...page(first, tallies, narrow), ...others, ...realSection(real)].join('\n')}\n`);
  // As the formatter wants every page of the project.
  execFileSync(process.execPath, ['node_modules/prettier/bin/prettier.cjs', '--write', path]);
  console.log(`${path} written`);
}

function sum(tallies: readonly Tally[]): Tally {
  return tallies.reduce((all, tally) => all.plus(tally), new Tally());
}

function page(first: number, tallies: Tallies, narrow: Tallies): string[] {
  const touched = tallies.filter(([mode]) => mode.touches > 0);
  const untouched = tallies.filter(([mode]) => mode.touches === 0);
  const strace = execFileSync('strace', ['-V'], { encoding: 'utf8' }).split('\n')[0] ?? '';
  const section = (rows: Tallies, title: string): string[] =>
    table([
      ...rows.map(([mode, tally]) => [`${mode.name}: ${mode.what}`, tally] as const),
      [`**${title}**`, sum(rows.map(([, tally]) => tally))],
    ]);
  return [
    '# Conformance',
    '',
    'How often the model says what the kernel does. Made by `npm run conformance`; not to be edited.',
    '',
    `- Kernel ${release()}, ${strace}, ${new Date().toISOString().slice(0, 10)}`,
    `- Seeds from ${first} on, drawn for this page`,
    '',
    '## Random programs',
    '',
    'A C program makes random memory calls under strace and writes down, after each, its own /proc/self/maps and the sizes in',
    '/proc/self/status. The log goes the whole way: bytes, grammar, timeline, prediction. The model is given the smaps of the',
    'program’s start and nothing else; a prediction is made from the state before the call alone.',
    '',
    '- _judged_: calls that the model has rules for. _undecided_: the model says that the log cannot show the answer (the pool of',
    '  huge pages, whether the program touched a page); it does not count as right.',
    '- _VMA list_: every VMA of the process after the call is the kernel’s, with start, end, protection, sharing and offset;',
    '  _joined_: after joining neighbours that differ in nothing that maps shows. One difference counts against all calls',
    '  until a later call removes it.',
    '- _address_: of the mappings that the kernel placed, those whose address was predicted and right, predicted, all.',
    '',
    '### No page touched behind the log’s back',
    '',
    ...section(untouched, 'all'),
    '',
    '### Pages touched that no log shows',
    '',
    'Which VMAs the kernel joined hangs on page faults here: what counts is the joined list.',
    '',
    ...section(touched, 'all'),
    '',
    '### Programs of 32 bits',
    '',
    'The same programs compiled for i386, under the same kernel of 64 bits: words that wrap at 4 GiB, an address space that ends',
    'there, calls with numbers of their own. No page is touched unseen. Where an mremap has MREMAP_DONTUNMAP alone, strace 6.1 does',
    'not print its hint, which such programs may leave to chance: what is answered is not told.',
    '',
    ...section(narrow, 'all'),
    '',
    '### What was undecided',
    '',
    'The check that the log could not answer, and why.',
    '',
    ...openCauses(sum([...tallies, ...narrow].map(([, tally]) => tally))).map((line) => `- ${line}`),
  ];
}

function realSection(rows: readonly string[]): string[] {
  return [
    '',
    '## Real programs',
    '',
    'Recorded with the kernel’s own maps as the truth after each memory call: strace holds the program long enough to read them.',
    'The VMA list is compared after joining neighbours that differ in nothing that maps shows, as which pages a program touched',
    'is not in a log. With several threads a call of another may have come between the call and the reading: _raced_ calls are',
    'compared with each order that is possible.',
    '',
    ...rows,
  ];
}

async function shrinkOne(mode: Mode, seed: number): Promise<void> {
  const touched = mode.touches > 0;
  const lines = randomProgram(mode, seed, LINES);
  const { disagreements } = await outcomeOf(kernel, lines, touched);
  const [target] = disagreements;
  if (target === undefined) {
    console.log(`${mode.name}, seed ${seed}: kernel and model agree.`);
    return;
  }
  const isSame = ({ what, call, kind }: Disagreement): boolean =>
    what === target.what && call === target.call && kind === target.kind;
  const few = await shrunk(lines, async (some) =>
    outcomeOf(kernel, some, touched).then(
      (outcome) => outcome.disagreements.some(isSame),
      () => false,
    ),
  );
  const outcome = await outcomeOf(kernel, few, touched);
  const said = outcome.disagreements.find(isSame)?.text ?? target.text;
  console.log(`${few.join('\n')}\n${said}`);
  if (values.name !== undefined) console.log(keep(values.name, `${mode.name}, seed ${seed}`, few, touched));
}
