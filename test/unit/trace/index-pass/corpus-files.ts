import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { gunzipSync } from 'node:zlib';

const corpus = fileURLToPath(new URL('../corpus/', import.meta.url));
const samples = fileURLToPath(new URL('../../../../samples/logs/', import.meta.url));

/** What a script that knows the recording's options found in a log of the corpus. */
export interface Expected {
  readonly recorded: string;
  readonly to: string;
  readonly lines: number;
  readonly calls: number;
  readonly errnos: Readonly<Record<string, number>>;
  readonly injected: number;
  readonly memoryCalls: readonly ExpectedCall[];
  readonly unnamed: readonly ExpectedCall[];
  readonly signals: readonly { readonly line: number; readonly name: string }[];
  readonly ends: readonly { readonly line: number; readonly pid: number | null; readonly how: string }[];
  readonly modes: readonly number[];
  readonly frames: number;
}

export interface ExpectedCall {
  readonly line: number;
  readonly pid: number | null;
  readonly name: string;
  readonly result: string;
}

export interface LogFile {
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly expected?: Expected;
}

function read(folder: string, name: string): LogFile {
  const raw = readFileSync(folder + name);
  const bytes = Uint8Array.from(name.endsWith('.gz') ? gunzipSync(raw) : raw);
  const beside = `${folder}${name}.expected.json`;
  if (!existsSync(beside)) return { name, bytes };
  const expected = JSON.parse(readFileSync(beside, 'utf8')) as Partial<Expected>;
  // Files of single forms have expectations of another shape, for the grammar's tests.
  return expected.memoryCalls === undefined
    ? { name, bytes }
    : { name, bytes, expected: expected as Expected };
}

const isLog = (name: string): boolean => name.includes('.strace') && !/\.(json|maps|py|c)$/.test(name);

export const corpusLogs: readonly LogFile[] = readdirSync(corpus)
  .filter(isLog)
  .map((name) => read(corpus, name));

export const sampleLogs: readonly LogFile[] = readdirSync(samples)
  .filter(isLog)
  .map((name) => read(samples, name));

export const allLogs: readonly LogFile[] = [...corpusLogs, ...sampleLogs];
