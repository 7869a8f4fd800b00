import { readdirSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { LayoutBody } from '../../debug-adapter/protocol/panel';
import type { AskedBody } from '../../picture/asked';
import type { LayoutChange } from '../../picture/layout';
import { regionKinds, type RegionColumns } from '../../picture/region';
import { Client } from './client';

const samples = readdirSync('samples/logs').filter((name) => name.endsWith('.strace'));

/** One line a region, as a person would compare two layouts. */
function linesOf({ regions }: LayoutChange): string[] {
  return regions.start.map((start, i) => lineOf(regions, start, i));
}

function lineOf(regions: RegionColumns, start: number, i: number): string {
  const name = regions.names[regions.name[i] ?? -1] ?? '';
  const kind = regionKinds[regions.kind[i] ?? -1] ?? 'none';
  return `${start.toString(16)}-${(regions.end[i] ?? 0).toString(16)} ${kind} ${regions.prot[i]} ${regions.flags[i]} ${regions.mappedLine[i]} ${name}`;
}

/** What a drawing does with a difference: regions that the ranges touch go, those of the answer come. */
function applied(known: LayoutBody, change: LayoutChange): string[] {
  const { replaces } = change;
  if (replaces === undefined) return linesOf(change);
  const touches = (start: number, end: number) => replaces.some(([from, to]) => start < to && end > from);
  const kept = linesOf(known).filter((_, i) => {
    const start = known.regions.start[i] ?? 0;
    return !touches(start, known.regions.end[i] ?? 0);
  });
  const startOf = (line: string): number => Number.parseInt(line, 16);
  return [...kept, ...linesOf(change)].sort((a, b) => startOf(a) - startOf(b));
}

describe('pagewalk/layout', () => {
  it.each(samples)(
    '%s: what differs since another moment, put into that layout, is the whole one',
    async (name) => {
      const client = Client.spawn();
      await client.start({ program: resolve('samples/logs', name) });
      const { position } = await client.get<{ position: { events: number } }>('pagewalk/view', {});
      const moments = Array.from({ length: 12 }, (_, i) =>
        Math.floor((position.events * ((i * 7) % 12)) / 11),
      );
      let known: LayoutBody | undefined;
      for (const event of moments) {
        const threadId = 1;
        const whole = await client.get<LayoutBody>('pagewalk/layout', { event, threadId });
        if (known?.space === whole.space && whole.space !== null) {
          const since = { event: known.event, space: whole.space };
          const change = await client.get<LayoutBody>('pagewalk/layout', { event, threadId, since });
          expect(applied(known, change)).toEqual(linesOf(whole));
        }
        if (whole.after !== undefined) {
          const next = await client.get<LayoutBody>('pagewalk/layout', { event: event + 1, threadId });
          expect(applied(whole, whole.after)).toEqual(linesOf(next));
        }
        known = whole;
      }
      client.close();
    },
  );
});

describe('the layout behind a call', () => {
  it.each([
    ['what differs from before it', 27, true],
    ['nothing where it changes nothing', 25, false],
  ])('is %s', async (_what, line, isThere) => {
    const client = Client.spawn();
    await client.start({ program: resolve('samples/logs', 'mremap-enomem.strace') });
    const { event } = await client.get<{ event: number }>('pagewalk/goTo', { line });
    const { after } = await client.get<LayoutBody>('pagewalk/layout', { event });
    expect(after?.replaces !== undefined).toBe(isThere);
    client.close();
  });
});

describe('what the view of a space is told of the call', () => {
  interface Told {
    readonly space: {
      readonly asked: AskedBody | null;
      readonly change: {
        readonly removed: readonly { readonly changes: readonly string[] }[];
        readonly added: readonly { readonly changes: readonly string[] }[];
      };
    };
  }

  async function toldAt(sample: string, line: number, language = 'en'): Promise<Told['space']> {
    const client = Client.spawn();
    await client.start({ program: resolve('samples/logs', sample), language });
    const { event } = await client.get<{ event: number }>('pagewalk/goTo', { line });
    const { space } = await client.get<Told>('pagewalk/view', { event });
    client.close();
    return space;
  }

  it.each([
    ['en', 'asked for', 'nothing is mapped'],
    ['de', 'verlangt', 'nichts abgebildet'],
  ])('a range with the hole in it, in pages and in words: %s', async (language, role, trouble) => {
    const { asked } = await toldAt('mprotect-hole.strace', 26, language);
    expect(asked?.ranges).toEqual([{ role: 'range', said: role, start: 0x7ffff7fef, end: 0x7ffff7ff7 }]);
    expect(asked?.troubles).toEqual([{ what: 'hole', said: trouble, start: 0x7ffff7ff3, end: 0x7ffff7ff4 }]);
  });

  it('what MAP_FIXED maps over is replaced', async () => {
    const { change } = await toldAt('map-fixed.strace', 25);
    expect(change.removed.map(({ changes }) => changes)).toEqual([['split', 'replaced']]);
  });

  it.each([
    ['a heap that grows', 'brk-fails.strace', 32, ['grown'], ['grown']],
    ['a mapping that moves and grows', 'mremap-enomem.strace', 27, ['moved'], ['moved']],
    ['the head of a mapping that goes', 'mremap-enomem.strace', 28, ['unmapped', 'shrunk'], ['shrunk']],
    ['a mapping that grows where it is', 'mremap-enomem.strace', 29, ['grown'], ['grown']],
    ['new memory that merges with what lies above', 'mlock-enomem.strace', 26, ['grown'], ['grown']],
    ['a mapping that comes', 'i386.strace', 30, [], ['mapped']],
  ] as const)('%s is said on both sides: %s:%i', async (_what, sample, line, removed, added) => {
    const { change } = await toldAt(sample, line);
    expect(change.removed.flatMap(({ changes }) => changes)).toEqual(removed);
    expect(change.added.flatMap(({ changes }) => changes)).toEqual(added);
  });

  it('nothing of a call that names no place', async () => {
    expect((await toldAt('map-fixed.strace', 37)).asked).toBeNull();
  });

  it('behind a call that ends later nothing has changed yet', async () => {
    const client = Client.spawn();
    await client.start({ program: resolve('samples/logs', 'threads.strace') });
    const { position } = await client.get<{ position: { events: number } }>('pagewalk/view', {});
    let waiting = 0;
    for (let event = 0; event < position.events; event++) {
      const { position: at } = await client.get<{ position: { line: number } }>('pagewalk/view', { event });
      const { position: own } = await client.get<{ position: { line: number } }>('pagewalk/view', {
        event,
        threadId: 1,
      });
      if (at.line === own.line) continue;
      waiting++;
      const { after } = await client.get<LayoutBody>('pagewalk/layout', { event, threadId: 1 });
      expect(after).toBeUndefined();
    }
    expect(waiting).toBeGreaterThan(0);
    client.close();
  });
});
