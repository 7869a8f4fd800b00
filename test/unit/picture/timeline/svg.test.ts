import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { TimelineScale } from '../../../../picture/timeline/scale';
import { MOST_LANES, timelineSvg, type TimelinePicture } from '../../../../picture/timeline/timeline-svg';

const palette = {
  paper: '#fff',
  ink: '#000',
  faint: '#777',
  failed: '#c00',
  cursor: '#06c',
  onCursor: '#fff',
};
const instants = { events: [0, 10], lines: [1, 11], seconds: null };

const picture: TimelinePicture = {
  title: 'Timeline of a.strace',
  caption: 'line 3 · mmap() = 0x7000',
  language: 'en',
  scale: new TimelineScale(instants, 'lines', 0, 10),
  stretch: { from: 0, to: 10 },
  axis: 'line',
  ticks: [{ share: 0.5, label: '6' }],
  cursor: { share: 0.2, label: 'line 3' },
  marks: [{ share: 0.4, kind: 'failure', count: 7 }],
  legend: [{ kind: 'failure', text: '7 failing calls' }],
  curves: [
    {
      title: 'mapped',
      colour: '#00f',
      steps: { events: [0, 5, 10], values: [4, 8, 8] },
      value: '4 KiB',
      top: 10,
      most: '8 KiB',
    },
    {
      title: 'locked',
      colour: '#f0f',
      steps: { events: [0, 10], values: [0, 0] },
      value: '0 KiB',
      top: undefined,
      most: '0 KiB',
    },
  ],
  lanes: [{ name: '4711 server', threadId: 1, made: null, from: 0, to: 10, activity: [1, 0] }],
  threadId: 1,
  note: '',
};

/** Elements that are opened and closed in turn; self-closing ones are left out. */
function isWellFormed(svg: string): boolean {
  const open: string[] = [];
  for (const [, end, name = '', self] of svg
    .replace(/<\?.*?\?>/, '')
    .matchAll(/<(\/?)([a-z]+)(?:\s[^<>]*?)?(\/?)>/g)) {
    if (self === '/') continue;
    if (end === '') open.push(name);
    else if (open.pop() !== name) return false;
  }
  return open.length === 0;
}

describe('the timeline as SVG', () => {
  it('says what is drawn: the log, the line, the values, what marks mean', () => {
    const svg = timelineSvg(picture, palette);
    for (const text of [
      'Timeline of a.strace',
      'mmap() = 0x7000',
      'line 3',
      'mapped',
      '4 KiB',
      '↑ 8 KiB',
      '4711 server',
      '7 failing calls',
    ])
      expect(svg).toContain(text);
    expect(isWellFormed(svg)).toBe(true);
  });

  it('gives a curve that never changes one low row', () => {
    const height = (curves: TimelinePicture['curves']): number =>
      Number(/height="(\d+)"/.exec(timelineSvg({ ...picture, curves }, palette))?.[1]);
    const [changing, steady] = picture.curves;
    expect(height([changing!, changing!]) - height([changing!, steady!])).toBeGreaterThan(40);
  });

  it('draws so many lanes, and says how many it leaves out', () => {
    const lanes = Array.from({ length: MOST_LANES + 5 }, (_, i) => ({
      name: `lane ${i}.`,
      threadId: i + 1,
      made: null,
      from: 0,
      to: 1,
      activity: [1],
    }));
    const svg = timelineSvg({ ...picture, lanes, note: '+5 tasks' }, palette);
    expect(svg).toContain(`lane ${MOST_LANES - 1}.`);
    expect(svg).not.toContain(`lane ${MOST_LANES}.`);
    expect(svg).toContain('+5 tasks');
    // The one that is shown is never left out.
    const last = timelineSvg({ ...picture, lanes, threadId: lanes.length }, palette);
    expect(last).toContain(`lane ${lanes.length - 1}.`);
    expect(last).not.toContain(`lane ${MOST_LANES - 1}.`);
  });

  it('leads from a task to those that it made, the shown one more strongly', () => {
    const [first] = picture.lanes;
    const child = { ...first!, from: 4, made: { by: 1 } };
    const family = { ...picture, lanes: [first!, { ...child, threadId: 2 }, { ...child, threadId: 3 }] };
    const lines = (svg: string): number => svg.match(/<path d="M\d+ \d+a1\.5 /g)?.length ?? 0;
    expect([1, 2].map((threadId) => lines(timelineSvg({ ...family, threadId }, palette)))).toEqual([1, 2]);
    expect(lines(timelineSvg(picture, palette))).toBe(0);
  });

  test('holds no markup of the log, whatever a name is', () => {
    const name = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.constant('<img onerror=alert(1)>"\'&\u202e\u0000'),
    );
    fc.assert(
      fc.property(name, (text) => {
        const svg = timelineSvg(
          {
            ...picture,
            title: text,
            caption: text,
            lanes: [{ name: text, threadId: 1, made: null, from: 0, to: 5, activity: [1] }],
            note: text,
          },
          palette,
        );
        expect(isWellFormed(svg)).toBe(true);
        expect(svg).not.toContain('<img');
        expect(svg).not.toMatch(/[\u0000-\u0008\u202a-\u202e]/);
      }),
      { numRuns: 20 },
    );
  });
});
