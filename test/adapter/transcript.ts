/**
 * Golden transcripts: what went over the wire, one message a line, compared with a file. RESET_GOLDEN=1 rewrites them;
 * a mismatch leaves what came in `.cache/golden/` for a look.
 */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { expect } from 'vitest';
import { logs } from './bundle';
import type { Client } from './client';

/** `>` a request, `<` its response, `!` an event. Numbers of messages are left out: they only count. */
export function transcriptOf(client: Client): string {
  const lines = client.log.map((message) => {
    switch (message.type) {
      case 'request':
        return `> ${'command' in message ? message.command : ''} ${json('arguments' in message ? message.arguments : undefined)}`;
      case 'response':
        return 'success' in message && message.success
          ? `< ${message.command} ${json(message.body)}`
          : `< ${'command' in message ? message.command : ''} FAILED ${json({ ...message, seq: undefined, type: undefined, request_seq: undefined })}`;
      default:
        return `! ${'event' in message ? message.event : ''} ${json('body' in message ? message.body : undefined)}`;
    }
  });
  return `${lines.map((line) => line.trimEnd()).join('\n')}\n`;
}

/** Lists of rows one a line, so that a difference shows the row. */
function json(value: unknown): string {
  if (value === undefined) return '';
  return JSON.stringify(value, withoutWords).replaceAll(logs, '<logs>').replaceAll('},{"', '},\n    {"');
}

const words = new Set([
  'headline',
  'remedies',
  'effects',
  'divergence',
  'sources',
  'checklist',
  'manual',
  'description',
  'stackTrace',
]);

/** Calls that were tried, among what is said of them. */
const TRIED = /^\$\d+ /m;
const triedAlone = (text: string): string =>
  text
    .split('\n')
    .filter((line) => TRIED.test(line))
    .join('\n');
const madeOfWords = new Set(['cause', 'effect', 'check', 'checklist']);

/** How an explanation is worded is the model's affair, and tested there: a better word must not break a transcript. */
function withoutWords(this: unknown, key: string, value: unknown): unknown {
  const owner = this as Readonly<Record<string, unknown>>;
  const isExplained = 'exceptionId' in owner || 'typeName' in owner || 'checklist' in owner;
  if (isExplained && (words.has(key) || key === 'message')) return value === null ? null : '<words>';
  if (key === 'text' && Array.isArray(value)) return '<words>';
  if (key === 'differences') return '<words>';
  if (key === 'result' && typeof value === 'string' && TRIED.test(value)) return triedAlone(value);
  if (key === 'value' && madeOfWords.has(String(owner['type']))) return '<words>';
  return key === 'value' && owner['name'] === 'why' ? '<words>' : value;
}

/** @param folder where the kept file is */
export function expectGolden(name: string, text: string, folder = 'test/adapter/golden'): void {
  const file = resolve(folder, `${name}.txt`);
  if (process.env['RESET_GOLDEN'] === '1') {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
    return;
  }
  const wanted = existsSync(file) ? readFileSync(file, 'utf8') : '';
  if (wanted !== text) {
    const actual = resolve('.cache/golden', `${name}.actual.txt`);
    mkdirSync(dirname(actual), { recursive: true });
    writeFileSync(actual, text);
  }
  expect(text).toBe(wanted);
}
