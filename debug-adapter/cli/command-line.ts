/**
 * The command line, read: what is asked for, or what is wrong with it.
 */
import { parseArgs } from 'node:util';
import type { ParseArgsConfig } from 'node:util';

export interface TraceOptions {
  readonly trace: string;
  readonly maps: string | undefined;
  readonly kernel: string | undefined;
  readonly architecture: string | undefined;
  /** Bytes. */
  readonly pageSize: number | undefined;
  readonly maxMapCount: number | undefined;
  readonly json: boolean;
}

export type CommandLine =
  | (TraceOptions & {
      readonly command: 'explain';
      readonly line: number | undefined;
      readonly pid: number | undefined;
      readonly lang: string;
      readonly manual: boolean;
      readonly html: boolean;
    })
  | (TraceOptions & { readonly command: 'maps'; readonly line: number; readonly pid: number | undefined })
  | (TraceOptions & {
      readonly command: 'pages';
      readonly line: number;
      readonly pid: number | undefined;
      readonly address: string;
      readonly tables: string | undefined;
    })
  | (TraceOptions & {
      readonly command: 'blame';
      readonly line: number;
      readonly pid: number | undefined;
      readonly target: string;
      readonly lang: string;
    })
  | (TraceOptions & { readonly command: 'replay'; readonly vmas: boolean })
  | (TraceOptions & {
      readonly command: 'whatif';
      readonly line: number;
      readonly pid: number | undefined;
      readonly calls: readonly string[];
      readonly vmas: boolean;
      readonly lang: string;
    })
  | { readonly command: 'dap'; readonly port: number | undefined }
  | { readonly command: 'help' }
  | { readonly command: 'version' }
  | { readonly command: 'wrong'; readonly problem: string };

const wrong = (problem: string): CommandLine => ({ command: 'wrong', problem });

const text = { type: 'string' } as const;
const flag = { type: 'boolean' } as const;
/** What a person knows of the machine that the log comes from. */
const machine = { kernel: text, arch: text, 'page-size': text, 'max-map-count': text } as const;

type TraceCommand = 'explain' | 'maps' | 'pages' | 'blame' | 'replay' | 'whatif';

/** Options of each command; anything else is refused by name. */
const optionsOf: Readonly<Record<TraceCommand | 'dap', NonNullable<ParseArgsConfig['options']>>> = {
  explain: {
    line: text,
    pid: text,
    maps: text,
    lang: text,
    manual: flag,
    html: flag,
    ...machine,
    json: flag,
  },
  maps: { line: text, pid: text, maps: text, ...machine },
  pages: { line: text, pid: text, maps: text, ...machine, tables: text, json: flag },
  blame: { line: text, pid: text, maps: text, lang: text, ...machine, json: flag },
  replay: { maps: text, vmas: flag, ...machine, json: flag },
  whatif: { line: text, pid: text, maps: text, lang: text, vmas: flag, ...machine, json: flag },
  dap: { port: text },
};

type Values = ReturnType<typeof parseArgs>['values'];

export function readCommandLine(words: readonly string[]): CommandLine {
  const [command, ...rest] = words;
  if (command === undefined) return wrong('There is no command.');
  if (words.includes('--help') || command === 'help' || command === '-h') return { command: 'help' };
  if (command === '--version' || command === '-V') return { command: 'version' };
  if (!isCommand(command)) return wrong(`'${command}' is no command.`);
  let values: Values;
  let positionals: readonly string[];
  try {
    ({ values, positionals } = parseArgs({
      args: rest,
      options: optionsOf[command],
      allowPositionals: true,
    }));
  } catch (thrown) {
    return wrong(thrown instanceof Error ? thrown.message : String(thrown));
  }
  return command === 'dap' ? dap(values, positionals) : ofTrace(command, values, positionals);
}

const isCommand = (word: string): word is TraceCommand | 'dap' => Object.hasOwn(optionsOf, word);

const stringOf = (value: Values[string]): string | undefined =>
  typeof value === 'string' ? value : undefined;

function dap(values: Values, positionals: readonly string[]): CommandLine {
  if (positionals.length > 0) return wrong(`'dap' takes no '${positionals[0]}'.`);
  const port = stringOf(values['port']);
  if (port === undefined) return { command: 'dap', port: undefined };
  if (!/^\d{1,5}$/.test(port) || Number(port) > 65535) return wrong(`'${port}' is no port: 0 to 65535.`);
  return { command: 'dap', port: Number(port) };
}

function ofTrace(command: TraceCommand, values: Values, positionals: readonly string[]): CommandLine {
  const [trace, ...others] = positionals;
  const address = command === 'pages' || command === 'blame' ? others.shift() : undefined;
  const calls = command === 'whatif' ? others.splice(0) : [];
  const [more] = others;
  if (trace === undefined) return wrong(`'${command}' needs a log: a file, '-', or the prefix of a -ff set.`);
  if (more !== undefined) return wrong(`'${command}' takes one log, and '${more}' is a second.`);
  for (const name of ['line', 'pid', 'max-map-count']) {
    const value = stringOf(values[name]);
    if (value !== undefined && !/^[1-9]\d{0,14}$/.test(value))
      return wrong(`'--${name} ${value}' is no number above 0.`);
  }
  const numberOf = (name: string): number | undefined => {
    const value = stringOf(values[name]);
    return value === undefined ? undefined : Number(value);
  };
  const size = /^([1-9]\d{0,6})(k?)$/i.exec(stringOf(values['page-size']) ?? '4k');
  if (size === null)
    return wrong(`'--page-size ${stringOf(values['page-size']) ?? ''}' is no size: 4K, 16K or 64K.`);
  const pageSize = Number(size[1]) * (size[2] === '' ? 1 : 1024);
  const options: TraceOptions = {
    trace,
    maps: stringOf(values['maps']),
    kernel: stringOf(values['kernel']),
    architecture: stringOf(values['arch']),
    pageSize: values['page-size'] === undefined ? undefined : pageSize,
    maxMapCount: numberOf('max-map-count'),
    json: values['json'] === true,
  };
  const line = numberOf('line');
  switch (command) {
    case 'explain':
      return {
        ...options,
        command,
        line,
        pid: numberOf('pid'),
        lang: stringOf(values['lang']) ?? 'en',
        manual: values['manual'] === true,
        html: values['html'] === true,
      };
    case 'maps':
      if (line === undefined) return wrong("'maps' needs a line: --line N.");
      return { ...options, command, line, pid: numberOf('pid') };
    case 'pages':
      if (line === undefined) return wrong("'pages' needs a line: --line N.");
      if (address === undefined) return wrong("'pages' needs an address, such as 0x7f12a4000000.");
      return { ...options, command, line, pid: numberOf('pid'), address, tables: stringOf(values['tables']) };
    case 'blame':
      if (line === undefined) return wrong("'blame' needs a line: --line N.");
      if (address === undefined)
        return wrong(
          "'blame' needs an address (0x7f12a4000000), a range, locked, or a limit (RLIMIT_MEMLOCK).",
        );
      return {
        ...options,
        command,
        line,
        pid: numberOf('pid'),
        target: address,
        lang: stringOf(values['lang']) ?? 'en',
      };
    case 'whatif':
      if (line === undefined) return wrong("'whatif' needs a line to stand before: --line N.");
      if (calls.length === 0)
        return wrong("'whatif' needs a call, in quotes: 'munmap(0x7f12a4000000, 4096)'.");
      return {
        ...options,
        command,
        line,
        pid: numberOf('pid'),
        calls,
        vmas: values['vmas'] === true,
        lang: stringOf(values['lang']) ?? 'en',
      };
    case 'replay':
      return { ...options, command, vmas: values['vmas'] === true };
  }
}

export const help = `pagewalk: what a recorded strace log says about memory

  pagewalk explain TRACE [--line N] [--lang LANGUAGE] [--manual] [--json | --html]
      why the failing calls failed, or the call at line N; with --manual also what the manual pages
      said of that error since 1996
  pagewalk maps TRACE --line N
      the address space after line N, as /proc/PID/maps prints it
  pagewalk pages TRACE --line N ADDRESS [--json]
      the walk through the page tables to ADDRESS after line N, which pages are proven present or absent,
      how many tables there are, and what line N did to them
  pagewalk blame TRACE --line N ADDRESS|RANGE|locked|RLIMIT_X|CAP_X [--lang LANGUAGE] [--json]
      which lines mapped, protected, locked, moved or unmapped ADDRESS, make up what is locked, or set the limit,
      as things stand after line N
  pagewalk replay TRACE [--vmas] [--json]
      each memory call: what the kernel answered, what its rules say, totals after it
  pagewalk whatif TRACE --line N 'CALL' ['CALL' …] [--vmas] [--lang LANGUAGE] [--json]
      what the kernel would answer to these calls before line N, each building on those before it, such as
      'mmap(NULL, 1 MiB, PROT_READ|PROT_WRITE, MAP_PRIVATE|MAP_ANONYMOUS, -1, 0)' 'mlock($1, 64*1024)'
  pagewalk dap [--port P]
      the debug adapter, on standard input and output or on a port of this machine

TRACE is a log, a gzip-compressed log, - for standard input, or the prefix of a set that strace -ff wrote.

Options for all of these:
  --maps FILE    a /proc/PID/maps or smaps snapshot (TRACE.maps is taken by itself)
  --kernel V     the kernel the log was recorded on, such as 6.18
  --arch A       its architecture: x86-64, i386, x32, arm64, arm, riscv64
  --page-size S  its pages: 4K, 16K or 64K
  --max-map-count N   its vm.max_map_count
  --tables T     for pages: the page tables, such as x86-64-5-level, where the log does not show them
  --pid P        with --line in a -ff set: whose file is meant

Status: 0, or for explain 1 when failing calls were found; 2 when the input cannot be used.
`;
