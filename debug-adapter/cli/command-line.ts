/**
 * The command line, read: what is asked for, or what is wrong with it.
 */
import { parseArgs } from 'node:util';
import type { ParseArgsConfig } from 'node:util';
import type { Message } from '../../model/why/message-shape';
import { tell } from '../words/tell';

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
    })
  | (TraceOptions & { readonly command: 'replay'; readonly vmas: boolean })
  | (TraceOptions & {
      readonly command: 'whatif';
      readonly line: number;
      readonly pid: number | undefined;
      readonly calls: readonly string[];
      readonly vmas: boolean;
    })
  | { readonly command: 'dap'; readonly port: number | undefined }
  | { readonly command: 'help' }
  | { readonly command: 'version' }
  | { readonly command: 'wrong'; readonly problem: Message };

const wrong = (problem: Message): CommandLine => ({ command: 'wrong', problem });

const text = { type: 'string' } as const;
const flag = { type: 'boolean' } as const;
/** What a person knows of the machine that the log comes from, and the language that all is said in: see `languages.ts`. */
const shared = { lang: text, kernel: text, arch: text, 'page-size': text, 'max-map-count': text } as const;

type TraceCommand = 'explain' | 'maps' | 'pages' | 'blame' | 'replay' | 'whatif';

/** Options of each command; anything else is refused by name. */
const optionsOf: Readonly<Record<TraceCommand | 'dap', NonNullable<ParseArgsConfig['options']>>> = {
  explain: {
    line: text,
    pid: text,
    maps: text,
    manual: flag,
    html: flag,
    ...shared,
    json: flag,
  },
  maps: { line: text, pid: text, maps: text, ...shared },
  pages: { line: text, pid: text, maps: text, ...shared, tables: text, json: flag },
  blame: { line: text, pid: text, maps: text, ...shared, json: flag },
  replay: { maps: text, vmas: flag, ...shared, json: flag },
  whatif: { line: text, pid: text, maps: text, vmas: flag, ...shared, json: flag },
  dap: { port: text },
};

type Values = ReturnType<typeof parseArgs>['values'];

export function readCommandLine(words: readonly string[]): CommandLine {
  const [command, ...rest] = words;
  if (command === undefined) return wrong(tell('cli.no-command'));
  if (words.includes('--help') || command === 'help' || command === '-h') return { command: 'help' };
  if (command === '--version' || command === '-V') return { command: 'version' };
  if (!isCommand(command)) return wrong(tell('cli.unknown-command', { command }));
  const options = optionsOf[command];
  const { values, positionals, tokens } = parseArgs({
    args: rest,
    options,
    allowPositionals: true,
    strict: false,
    tokens: true,
  });
  const fault = tokens.map((token) => faultOf(token, command, options)).find((found) => found !== undefined);
  if (fault !== undefined) return wrong(fault);
  return command === 'dap' ? dap(values, positionals) : ofTrace(command, values, positionals);
}

type Options = NonNullable<ParseArgsConfig['options']>;
interface OptionToken {
  readonly kind: 'option' | 'positional' | 'option-terminator';
  readonly name?: string;
  readonly rawName?: string;
  readonly value?: string | undefined;
  readonly inlineValue?: boolean | undefined;
}

/** Told in our own words: those of Node are English. */
function faultOf(
  { kind, name = '', rawName: option = name, value, inlineValue }: OptionToken,
  command: string,
  options: Options,
): Message | undefined {
  if (kind !== 'option') return undefined;
  const known = Object.hasOwn(options, name) ? options[name] : undefined;
  if (known === undefined) return tell('cli.unknown-option', { command, option });
  if (known.type === 'boolean')
    return value === undefined ? undefined : tell('cli.takes-no-value', { option });
  // `--line --json`: the value was forgotten. A value that begins with a dash is written `--line=-1`.
  const isMissing = value === undefined || (inlineValue !== true && /^-./.test(value));
  return isMissing ? tell('cli.no-value', { option }) : undefined;
}

const isCommand = (word: string): word is TraceCommand | 'dap' => Object.hasOwn(optionsOf, word);

const stringOf = (value: Values[string]): string | undefined =>
  typeof value === 'string' ? value : undefined;

function dap(values: Values, positionals: readonly string[]): CommandLine {
  if (positionals.length > 0) return wrong(tell('cli.dap-takes-no', { word: positionals[0] ?? '' }));
  const port = stringOf(values['port']);
  if (port === undefined) return { command: 'dap', port: undefined };
  if (!/^\d{1,5}$/.test(port) || Number(port) > 65535) return wrong(tell('cli.no-port', { port }));
  return { command: 'dap', port: Number(port) };
}

function ofTrace(command: TraceCommand, values: Values, positionals: readonly string[]): CommandLine {
  const [trace, ...others] = positionals;
  const address = command === 'pages' || command === 'blame' ? others.shift() : undefined;
  const calls = command === 'whatif' ? others.splice(0) : [];
  const [more] = others;
  if (trace === undefined) return wrong(tell('cli.needs-log', { command }));
  if (more !== undefined) return wrong(tell('cli.second-log', { command, word: more }));
  for (const name of ['line', 'pid', 'max-map-count']) {
    const value = stringOf(values[name]);
    if (value !== undefined && !/^[1-9]\d{0,14}$/.test(value))
      return wrong(tell('cli.no-number', { name, value }));
  }
  const numberOf = (name: string): number | undefined => {
    const value = stringOf(values[name]);
    return value === undefined ? undefined : Number(value);
  };
  const size = /^([1-9]\d{0,6})(k?)$/i.exec(stringOf(values['page-size']) ?? '4k');
  if (size === null) return wrong(tell('cli.no-size', { value: stringOf(values['page-size']) ?? '' }));
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
        manual: values['manual'] === true,
        html: values['html'] === true,
      };
    case 'maps':
      if (line === undefined) return wrong(tell('cli.needs-line', { command }));
      return { ...options, command, line, pid: numberOf('pid') };
    case 'pages':
      if (line === undefined) return wrong(tell('cli.needs-line', { command }));
      if (address === undefined) return wrong(tell('cli.needs-address'));
      return { ...options, command, line, pid: numberOf('pid'), address, tables: stringOf(values['tables']) };
    case 'blame':
      if (line === undefined) return wrong(tell('cli.needs-line', { command }));
      if (address === undefined) return wrong(tell('cli.needs-target'));
      return {
        ...options,
        command,
        line,
        pid: numberOf('pid'),
        target: address,
      };
    case 'whatif':
      if (line === undefined) return wrong(tell('cli.needs-line-before'));
      if (calls.length === 0) return wrong(tell('cli.needs-call'));
      return {
        ...options,
        command,
        line,
        pid: numberOf('pid'),
        calls,
        vmas: values['vmas'] === true,
      };
    case 'replay':
      return { ...options, command, vmas: values['vmas'] === true };
  }
}
