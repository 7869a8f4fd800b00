import { describe, expect, test } from 'vitest';
import { at, sample, sampleNames } from './recorded';
import { plain, type PlainWorld } from './world-text';

describe('all worlds one after the other', () => {
  test.each(sampleNames)('are those that are asked for one by one: %s', async (name) => {
    const timeline = await sample(name);
    const worlds = new Map<number, PlainWorld>();
    for (const { position, world } of timeline.worlds()) {
      expect(worlds.has(position)).toBe(false);
      worlds.set(position, plain(world));
    }
    let now = plain(timeline.worldAt(at(0)));
    for (let position = 0; position <= timeline.end; position++) {
      now = worlds.get(position) ?? now;
      expect(plain(timeline.worldAt(at(position))), `position ${position}`).toEqual(now);
    }
    expect([...worlds.keys()]).toEqual([...worlds.keys()].sort((a, b) => a - b));
  });
});
