import { describe, expect, it } from 'vitest';
import { shortened } from '../../../extension/views/webview/space/call-line';

const call =
  'line 35: mmap(0x7f8f9e6d6000, 4096, PROT_READ|PROT_WRITE, MAP_PRIVATE|MAP_FIXED|MAP_ANONYMOUS, -1, 0)';
const answer = '= -1 ENOMEM (Cannot allocate memory)';

describe('a call and its answer, in less and less room', () => {
  it('are whole at first where there is room for them', () => {
    expect(shortened(call, answer, 200).next().value).toEqual({ call, answer });
  });

  it('lose the middle of the arguments, then what the answer says behind its error, never that', () => {
    const ways = [...shortened(call, answer, 100)];
    for (const kept of [answer, '= -1 ENOMEM']) {
      const lengths = ways.filter((way) => way.answer === kept).map((way) => way.call.length);
      expect(lengths.length).toBeGreaterThan(1);
      expect(lengths).toEqual([...lengths].sort((a, b) => b - a));
    }
    for (const way of ways) {
      expect(way.call.length + 1 + way.answer.length).toBeLessThanOrEqual(100);
      expect(way.call).toMatch(/^line 35: mma.*…/);
    }
    expect(ways[0]?.answer).toBe(answer);
    expect(ways.at(-1)?.answer).toBe('= -1 ENOMEM');
  });

  it('say something where there is hardly any room', () => {
    expect([...shortened(call, answer, 20)]).toEqual([
      { call: expect.stringMatching(/^line 35: mma….{6}$/) as string, answer: '= -1 ENOMEM' },
    ]);
  });

  it('of an answer that says no more than itself are only the call', () => {
    const ways = [...shortened(call, '= 0', 80)];
    expect(new Set(ways.map((way) => way.answer))).toEqual(new Set(['= 0']));
    expect(ways.length).toBeGreaterThan(1);
  });
});
