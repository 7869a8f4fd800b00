/** The report of one failure: the session and the command line make the same page. */
import { resolve } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ReportBody } from '../../debug-adapter/protocol/why';
import { Client } from './client';
import { pagewalk } from './run-pagewalk';

const sample = 'samples/logs/mremap-enomem.strace';

describe('pagewalk/report', () => {
  let client: Client;
  beforeEach(() => {
    client = Client.spawn();
  });
  afterEach(() => client.close());

  const eventAt = async (line: number): Promise<number> =>
    (await client.get<{ event: number }>('pagewalk/goTo', { line })).event;

  it('is the page that explain --html writes', async () => {
    const program = resolve(sample);
    await client.start({ program, language: 'es' });
    const { html, name } = await client.get<ReportBody>('pagewalk/report', { event: await eventAt(25) });
    const { stdout } = await pagewalk(['explain', program, '--line', '25', '--html', '--lang', 'es']);
    expect(`${html}\n`).toBe(stdout);
    expect(name).toBe('mremap-enomem-line-25.html');
    expect(html).toContain('<html lang="es">');
    expect(html).toContain('La proyección no puede crecer donde está');
  });

  it('holds the place, the lines, the remedies, the checks and the picture, for light, dark and paper', async () => {
    await client.start({ program: resolve(sample) });
    const { html } = await client.get<ReportBody>('pagewalk/report', { event: await eventAt(25) });
    for (const part of [
      'in the way',
      'line 16',
      'What would have succeeded',
      'mremap.no-room-in-place',
      '<svg ',
      'prefers-color-scheme: dark',
      '@media print',
    ])
      expect(html).toContain(part);
    expect(html).not.toMatch(/<script|https?:\/\/(?!www\.w3\.org)| on\w+=/);
  });

  it('is refused where nothing happened that could be explained', async () => {
    await client.start({ program: resolve(sample) });
    const { events } = (await client.get<{ position: { events: number } }>('pagewalk/view', {})).position;
    const answer = await client.ask('pagewalk/report', { event: events });
    expect(answer.success).toBe(false);
    expect(answer.message).toContain('nothing to report');
  });
});
