/** All that a session shows, in the client's language or in that of the launch. */
import type { DebugProtocol as Dap } from '@vscode/debugprotocol';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { languageOf } from '../../debug-adapter/words/languages';
import { recorded } from './bundle';
import { Client } from './client';
import { pagewalk } from './run-pagewalk';

let client: Client;
const types = new Set<string>();
beforeEach(() => {
  client = Client.spawn();
  types.clear();
});
afterEach(() => client.close());

/** Words that English sentences have, and those of the other languages and the kernel's own names have not. */
const ENGLISH =
  /\b(the|is|are|was|were|not|of|and|this|that|there|which|line|lines|pages|locked|cannot|here|from|mapped|history|before|proven|shared|unknown|limit|call|why)\b/;

/** Placeholders, and names of rules: mremap.over-lock-limit. */
const NAMES = /\{\w+\}|\w+\.[\w.-]+/g;

/** What the log itself says stays as it is. */
const ofLog = (text: string): boolean => /^(execve|mremap|mmap|Resource temporarily)/.test(text);

const english = (texts: Iterable<string>): readonly string[] =>
  [...texts].filter((text) => ENGLISH.test(text.replace(NAMES, '')) && !ofLog(text));

const typesIn = (locale: string): readonly string[] =>
  Object.entries(languageOf(locale)!.words).flatMap(([key, word]) => (key.startsWith('type.') ? [word] : []));

async function* shownVariables(reference: number, depth: number): AsyncGenerator<string> {
  const { variables } = await client.get<Dap.VariablesResponse['body']>('variables', {
    variablesReference: reference,
  });
  for (const { name, value, type, variablesReference } of variables) {
    yield name;
    yield value;
    if (type !== undefined) types.add(type);
    if (variablesReference > 0 && depth > 0) yield* shownVariables(variablesReference, depth - 1);
  }
}

async function shownAtStop(threadId: number): Promise<string[]> {
  const { stackFrames } = await client.get<Dap.StackTraceResponse['body']>('stackTrace', { threadId });
  const { scopes } = await client.get<Dap.ScopesResponse['body']>('scopes', { frameId: stackFrames[0]!.id });
  const texts = [...stackFrames, ...scopes].map(({ name }) => name);
  for (const { variablesReference } of scopes)
    for await (const text of shownVariables(variablesReference, 2)) texts.push(text);
  return texts;
}

async function startIn(locale: string, launch: object = {}): Promise<Dap.Capabilities> {
  const body = await client.get<Dap.Capabilities>('initialize', {
    adapterID: 'pagewalk',
    locale,
    supportsVariableType: true,
  });
  const stopped = client.next('stopped');
  await client.get('launch', { program: recorded('mremap-eagain'), ...launch });
  await client.get('setExceptionBreakpoints', { filters: ['failed-memory', 'failed'] });
  await client.get('configurationDone');
  await stopped;
  return body;
}

const consoleTexts = (): readonly string[] =>
  client.events.filter(({ event }) => event === 'output').map(({ body }) => String(body?.['output']));

async function refusal(command: string, args: object): Promise<Dap.Message & { readonly message: string }> {
  const response = await client.ask(command, args);
  expect(response.success).toBe(false);
  const { error } = (response as Dap.ErrorResponse).body;
  return { ...error!, message: response.message ?? '' };
}

describe.each([
  ['es', 'Llamadas de memoria fallidas', 'Espacio de direcciones', 'línea'],
  ['zh-tw', '失敗的記憶體呼叫', '位址空間', '行'],
])('a failing log in %s', (locale, filter, space, line) => {
  it('shows no English but names and the log', async () => {
    const { exceptionBreakpointFilters: filters = [] } = await startIn(locale);
    expect(filters[0]?.label).toBe(filter);
    const said = filters.flatMap(({ label, description, conditionDescription }) => [
      label,
      description ?? '',
      conditionDescription ?? '',
    ]);
    expect(english(said)).toEqual([]);

    const stop = await client.move('continue', { threadId: 1 });
    expect(stop.description).toBe(filter);
    const shown = await shownAtStop(1);
    expect(shown).toContain(space);
    expect(shown.some((text) => text.includes(line))).toBe(true);
    expect(english(shown)).toEqual([]);
    await client.move('stepBack', { threadId: 1 });
    expect(english(await shownAtStop(1))).toEqual([]);
    expect([...types].filter((type) => !typesIn(locale).includes(type))).toEqual([]);
    expect(types.size).toBeGreaterThan(5);
    await client.move('next', { threadId: 1 });
    const { description = '' } = await client.get<Dap.ExceptionInfoResponse['body']>('exceptionInfo', {
      threadId: 1,
    });
    expect(english([description])).toEqual([]);
    expect(consoleTexts().length).toBeGreaterThan(1);
    expect(english(consoleTexts())).toEqual([]);
  });

  it('refuses in the language, by the same number and with the same variables', async () => {
    await startIn(locale);
    const noEvent = await refusal('pagewalk/goTo', { line: 99_999 });
    expect(noEvent).toMatchObject({ id: 3001, variables: { line: '99999' } });
    expect(noEvent.format).toContain('{line}');
    const misspelt = await refusal('evaluate', { expression: 'errno == == 1' });
    expect(misspelt.id).toBe(3003);
    const unfilled = [noEvent, misspelt].map(({ format, message }) => [format, message]).flat();
    expect(english(unfilled)).toEqual([]);
    expect(misspelt.variables?.['problem']).toBe(misspelt.message);
    const unknown = await client.get<Dap.EvaluateResponse['body']>('evaluate', { expression: 'duration' });
    expect(english([unknown.result])).toEqual([]);
  });

  it('tells breakpoints and console answers in it', async () => {
    await startIn(locale);
    const { breakpoints } = await client.get<Dap.SetFunctionBreakpointsResponse['body']>(
      'setFunctionBreakpoints',
      { breakpoints: [{ name: 'mremapp' }, { name: '%file' }, { name: 'mmap', hitCondition: 'often' }] },
    );
    expect(breakpoints).toHaveLength(3);
    expect(english(breakpoints.map(({ message }) => message ?? 'not one'))).toEqual([]);
    const ask = async (expression: string): Promise<string> =>
      (await client.get<Dap.EvaluateResponse['body']>('evaluate', { expression, context: 'repl' })).result;
    const help = await ask('help');
    expect(help).toContain('/proc/PID/maps');
    expect(english([help.replaceAll(/\b(why|locked)\b/g, '')])).toEqual([]);
    expect(english([await ask('find errno == EXDEV')])).toEqual([]);
    const { targets } = await client.get<Dap.CompletionsResponse['body']>('completions', {
      text: 'dur',
      column: 4,
    });
    expect(english(targets.map(({ detail }) => detail ?? ''))).toEqual([]);
  });
});

it('the launch may ask for another language than the client has', async () => {
  await startIn('es', { language: 'de' });
  expect(await shownAtStop(1)).toContain('Adressraum');
  expect(consoleTexts().join('')).toContain('Ereignisse');
});

it('a language that is none of ours is English', async () => {
  await startIn('fi');
  expect(await shownAtStop(1)).toContain('Address space');
});

describe('the command line', () => {
  const log = recorded('mremap-eagain');

  it('speaks the language of the environment, in text', async () => {
    const { stdout, stderr } = await pagewalk(['replay', log], undefined, {
      LC_ALL: '',
      LANG: 'es_MX.UTF-8',
    });
    expect(stdout).toContain('llamadas juzgadas');
    expect(stderr).toContain('Núcleo 6.18');
    expect(english([stdout, stderr])).toEqual([]);
  });

  it('speaks the language that is asked for, in all commands and for what is wrong', async () => {
    const german = { LC_ALL: 'de_DE.UTF-8' };
    for (const [args, text] of [
      [['pages', log, '--line', '20', '0x7ffff7feb000', '--lang', 'zh-Hant'], '分頁表'],
      [['replay', log, '--lang=zh-cn'], '个调用'],
      [['maps', log, '--line', '99999', '--lang', 'es'], 'No hay línea 99999'],
      [['maps', log, '--lang', 'es'], "'maps' necesita una línea"],
      [['--help', '--lang', 'es'], 'Opciones'],
      [['replay', '/no/such/log'], 'es gibt keine solche Datei'],
      [['replay', log, '--lang', 'tlh'], 'Pagewalk spricht nicht'],
    ] as const) {
      const { stdout, stderr } = await pagewalk(args, undefined, german);
      expect(stdout + stderr).toContain(text);
    }
  });

  it('prints the same JSON in every environment', async () => {
    const args = ['explain', log, '--json'];
    expect(await pagewalk(args, undefined, { LC_ALL: 'zh_TW.UTF-8' })).toEqual(await pagewalk(args));
  });
});
