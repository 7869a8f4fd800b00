/**
 * Recorded logs, line by line. What their lines must say comes from *.expected.json, which another program derived.
 */
import { readFileSync, readdirSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import {
  type LineRole,
  isHtmlEscaped,
  lineRole,
  readEvent,
  readPrefix,
  readStackFrame,
  stripColour,
  unescapeHtml,
} from '../../../../model/trace/grammar/index';
import type { Argument, Value } from '../../../../model/trace/value';
import { spansOf } from './sketch';

interface Expected {
  readonly to: string;
  readonly lines: number;
  readonly memoryCalls: readonly {
    readonly line: number;
    readonly pid: number | null;
    readonly name: string;
    readonly result: string;
  }[];
  readonly signals: readonly { readonly line: number; readonly name: string }[];
  readonly ends: readonly { readonly line: number; readonly pid: number | null; readonly how: string }[];
  readonly modes: readonly unknown[];
  readonly frames: number;
  readonly dumps: number;
}

interface ReadLine {
  readonly text: string;
  readonly at: number;
  readonly role: LineRole;
}

const CORPUS = new URL('../corpus/', import.meta.url);
const SAMPLES = new URL('../../../../samples/logs/', import.meta.url);

function linesOf(file: URL): ReadLine[] {
  const bytes = readFileSync(file);
  const text = (bytes[0] === 0x1f && bytes[1] === 0x8b ? gunzipSync(bytes) : bytes).toString('utf8');
  const coloured = text.split(/\r?\n/).map((line) => stripColour(line).text);
  const plain = coloured.some(isHtmlEscaped) ? coloured.map((line) => unescapeHtml(line).text) : coloured;
  return plain.map((line) => {
    const { at } = readPrefix(line);
    return { text: line, at, role: lineRole(line, at) };
  });
}

const namesIn = (folder: URL, wanted: RegExp): string[] =>
  readdirSync(folder).filter((name) => wanted.test(name));

function* valuesOf(args: readonly Argument[]): Generator<Value> {
  for (const { value, onExit } of args) {
    yield value;
    if (onExit !== undefined) yield onExit;
    if (value.kind === 'struct') yield* valuesOf(value.members);
    else if (value.kind === 'array') yield* valuesOf(value.items);
    else if (value.kind === 'call') yield* valuesOf(value.args);
  }
}

/** Roles that no line of a log written by `strace -o` has: nothing there cuts a line. */
const FOREIGN: readonly LineRole[] = ['other', 'tail', 'call-open', 'resumed-open', 'note'];

function checkCalls(lines: readonly ReadLine[]): void {
  for (const { text, at, role } of lines) {
    if (role !== 'call') continue;
    const event = readEvent({ text }, at);
    if (event.kind !== 'call') throw new Error(`${event.kind}: ${text}`);
    expect(event.complete, text).toBe(true);
    expect(event.result.kind, text).not.toBe('never');
    for (const value of valuesOf(event.args)) {
      if (value.kind === 'opaque')
        expect(value.text, text).toMatch(/^<\.\.\. resuming interrupted \w+ \.\.\.>$/);
    }
    for (const { inner, outer } of spansOf(event, text.length)) {
      expect(inner.start >= outer.start && inner.end <= outer.end && inner.start <= inner.end, text).toBe(
        true,
      );
    }
  }
}

const FORMS = 'documented-forms.strace.expected.json';
const RECORDED = namesIn(CORPUS, /\.expected\.json$/).filter((name) => name !== FORMS);

describe.each(RECORDED)('%s', (name) => {
  const expected = JSON.parse(readFileSync(new URL(name, CORPUS), 'utf8')) as Expected;
  const log = name.replace(/\.expected\.json$/, '');
  const lines = linesOf(new URL(log, CORPUS));
  const pasted = log.startsWith('pasted-');
  const count = (...roles: LineRole[]): number => lines.filter(({ role }) => roles.includes(role)).length;
  const event = (line: number): ReturnType<typeof readEvent> =>
    readEvent(lines[line - 1]!, lines[line - 1]!.at);

  it('knows every line of strace, and every argument', () => {
    checkCalls(lines);
    if (expected.to !== 'file' || pasted) return;
    // A log may end in the middle of its last line.
    const last = lines.at(-1)?.role === 'call-open' ? lines.length - 1 : lines.length;
    for (const { text, role } of lines.slice(0, last))
      if (FOREIGN.includes(role)) throw new Error(`${role}: ${text}`);
  });

  it('reads the results of memory calls', () => {
    let checked = 0;
    for (const { line, pid, name: call, result } of expected.memoryCalls) {
      const { text, at, role } = lines[line - 1]!;
      if (role !== 'call' && role !== 'resumed') continue;
      const read = readEvent({ text }, at);
      if (read.kind !== 'call' || read.result.kind === 'never') throw new Error(text);
      expect(read.name).toBe(call);
      if (!pasted) expect(text.slice(read.result.span.start, read.result.span.end)).toBe(result);
      expect(readPrefix(text).prefix.tid ?? null).toBe(/\.\d+$/.test(log) ? null : pid);
      checked++;
    }
    if (!pasted) expect(checked).toBeGreaterThanOrEqual(expected.memoryCalls.length - 2);
  });

  it('reads signals, ends and changes of personality', () => {
    for (const { line, name: signal } of expected.signals)
      expect(event(line)).toMatchObject({ kind: 'signal', signal });
    expect(count('signal')).toBe(expected.signals.length);
    expect(count('personality')).toBe(expected.modes.length);
    for (const { line, how } of expected.ends) {
      const end = event(line);
      const [, verb, what] = /^(\w+) (.*)$/.exec(how) ?? [];
      if (verb === 'exited') expect(end).toMatchObject({ kind: 'exit', status: Number(what) });
      else if (verb === 'killed') expect(end).toMatchObject({ kind: 'killed', signal: what!.split(' ')[0] });
      else if (verb === 'superseded') expect(end).toMatchObject({ kind: 'superseded', by: Number(what) });
    }
  });

  it('reads frames and dumps', () => {
    expect(count('stack')).toBe(expected.frames);
    expect(count('hexdump', 'buffer')).toBe(expected.dumps);
    for (const { text, at, role } of lines)
      if (role === 'stack') expect(readStackFrame(text, at)).toBeDefined();
  });
});

describe.each(namesIn(SAMPLES, /\.strace$/))('sample %s', (name) => {
  const lines = linesOf(new URL(name, SAMPLES));
  it('is known line by line', () => {
    checkCalls(lines);
    for (const { text, role } of lines) if (FOREIGN.includes(role)) throw new Error(`${role}: ${text}`);
  });
});

interface DocumentedForm {
  readonly line: number;
  readonly kind: string;
  readonly name: string | null;
  readonly errno: string | null;
  readonly retval: string | null;
  readonly pid: number | null;
  readonly args: number | null;
  readonly note: string;
}

/** The words of the list of forms for roles of lines. */
const ROLES: Readonly<Record<string, readonly LineRole[]>> = {
  detached: ['abandoned'],
  stopped: ['stop'],
  message: ['note'],
  frame: ['stack'],
  dump: ['hexdump', 'buffer'],
  note: ['kvm'],
};

describe('forms that no recording here has', () => {
  const { forms } = JSON.parse(readFileSync(new URL(FORMS, CORPUS), 'utf8')) as { forms: DocumentedForm[] };
  const lines = linesOf(new URL('documented-forms.strace', CORPUS));

  it.each(forms)('$note (line $line)', ({ line, kind, name, errno, retval, pid, args }) => {
    const { text, at, role } = lines[line - 1]!;
    expect(ROLES[kind] ?? [kind]).toContain(role);
    expect(readPrefix(text).prefix.tid ?? null).toBe(pid);
    const event = readEvent({ text }, at);
    if ('signal' in event) expect(event.signal).toBe(name);
    if (event.kind !== 'call') return;
    expect(event.name).toBe(name);
    if (args !== null) expect(event.args).toHaveLength(args);
    const { result } = event;
    if (result.kind === 'value') {
      const value = /^0\d/.test(retval ?? '') ? BigInt(`0o${retval!}`) : BigInt(retval ?? -1);
      expect([result.value, errno]).toEqual([value, null]);
    } else if (result.kind === 'error') expect(['-1', result.errno]).toEqual([retval, errno]);
    else expect([retval, errno]).toEqual([result.kind === 'none' ? '?' : null, null]);
  });
});
