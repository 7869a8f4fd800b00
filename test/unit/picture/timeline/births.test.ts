/** Lines from the lane of a task to the lanes of those that it made. */
import { describe, expect, it } from 'vitest';
import { ancestryOf, birthPath, birthsOf, type Born } from '../../../../picture/timeline/births';

const lane = (threadId: number, from: number, by?: number): Born => ({
  threadId,
  from,
  made: by === undefined ? null : { by },
});
/** make, two compilers, and what the second of them ran. */
const family = [lane(1, 0), lane(2, 10, 1), lane(3, 20, 1), lane(4, 30, 3)];
const share = (position: number): number => position / 40;

describe('what a task descends from', () => {
  it('is its maker, and its maker’s maker, but none beside them', () => {
    expect([...ancestryOf(family, 4)]).toEqual([4, 3, 1]);
  });

  it('ends where a log claims that tasks made each other', () => {
    expect([...ancestryOf([lane(1, 0, 2), lane(2, 0, 1)], 1)]).toEqual([1, 2]);
  });
});

describe('births', () => {
  it('lead from lane to lane, those of the shown task last', () => {
    expect(birthsOf(family, share, 4)).toEqual([
      { maker: 0, child: 1, share: 0.25, isOwn: false },
      { maker: 0, child: 2, share: 0.5, isOwn: true },
      { maker: 2, child: 3, share: 0.75, isOwn: true },
    ]);
  });

  it('outside of the stretch, and of makers without a lane, have no line', () => {
    expect(birthsOf(family, (position) => position / 15, 1).map(({ child }) => child)).toEqual([1]);
    expect(birthsOf(family.slice(1), share, 1).map(({ child }) => child)).toEqual([2]);
  });

  it('of lanes out of sight have none, but for the shown task’s own', () => {
    expect(birthsOf(family, share, 3, () => false).map(({ child }) => child)).toEqual([2]);
  });
});

describe('the path of births', () => {
  const size = { height: 18, base: 13 };

  it('goes from a dot on the maker’s life down to where the child’s begins, or up', () => {
    const [down] = birthsOf(family, share, 1);
    expect(birthPath([down!], 100, size)).toMatch(/^M24 13a.*M25.5 13V31$/);
    expect(birthPath([{ ...down!, maker: 1, child: 0 }], 100, size)).toMatch(/M25.5 31V13$/);
  });

  it('of many within one pixel is one line, as long as the longest', () => {
    const many = Array.from({ length: 300 }, (_, i) => lane(i + 2, 10 + i / 1e6, 1));
    const path = birthPath(birthsOf([lane(1, 0), ...many], share, 1), 100, size);
    expect(path.match(/V/g)).toHaveLength(1);
    expect(path).toMatch(/V5413$/);
  });
});
