/** Travelling by hand: the views pass through moments, the session comes after; no move queues behind another. */
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { FromView } from '../../../extension/views/messages';
import type { Travel } from '../../../extension/views/webview/timeline/travel';

/** "pass 7", "go 7": what the editor is asked for, in order. */
let asked: string[] = [];
let travel: Travel;

const inWords = (message: FromView): string =>
  message.type === 'pass'
    ? `pass ${message.event}`
    : message.type === 'go'
      ? `go ${message.link.event}`
      : message.type;

beforeEach(async () => {
  asked = [];
  vi.useFakeTimers();
  vi.resetModules();
  vi.stubGlobal('acquireVsCodeApi', () => ({
    postMessage: (message: FromView) => asked.push(inWords(message)),
    getState: () => undefined,
    setState: () => undefined,
  }));
  const { Travel } = await import('../../../extension/views/webview/timeline/travel.js');
  travel = new Travel();
  travel.at(0);
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

describe('a hand that drags', () => {
  it('shows moments in passing, the last of those that came while one was under way', () => {
    for (const event of [5, 6, 7, 8]) travel.pass(event);
    expect(asked).toEqual(['pass 5']);
    travel.at(5);
    expect(asked).toEqual(['pass 5', 'pass 8']);
    expect(travel.goal).toBe(8);
    travel.at(8);
    expect(travel.goal).toBeUndefined();
  });

  it('asks for nothing while it moves within one event', () => {
    travel.pass(5);
    travel.pass(5);
    travel.at(5);
    travel.pass(5);
    expect(asked).toEqual(['pass 5']);
  });

  it('sends the session where it rests, also where that is shown already', () => {
    travel.pass(5);
    travel.at(5);
    travel.rest();
    expect(asked).toEqual(['pass 5', 'go 5']);
    travel.at(5);
    travel.rest();
    expect(asked).toEqual(['pass 5', 'go 5']);
  });

  it('sends the session there once a moment under way has come', () => {
    travel.pass(5);
    travel.pass(9);
    travel.rest();
    travel.at(5);
    expect(asked).toEqual(['pass 5', 'go 9']);
  });

  it('that comes back to where it began sends the session nowhere else', () => {
    travel.pass(5);
    travel.at(5);
    travel.pass(0);
    travel.at(0);
    travel.rest();
    expect(asked).toEqual(['pass 5', 'pass 0', 'go 0']);
  });
});

describe('a key or a click', () => {
  it('sends the session at once, and not to where it stands', () => {
    travel.to(0);
    travel.to(3);
    expect(asked).toEqual(['go 3']);
  });

  it('is not waited for longer than a session takes that answers', () => {
    travel.to(3);
    travel.to(4);
    vi.advanceTimersByTime(2000);
    expect(asked).toEqual(['go 3', 'go 4']);
  });
});

describe('keys', () => {
  it('that are held show moments in passing, and send the session to the last when no more come', () => {
    for (const event of [1, 2, 3]) {
      travel.step(event);
      vi.advanceTimersByTime(40);
      travel.at(event);
    }
    expect(asked).toEqual(['pass 1', 'pass 2', 'pass 3']);
    vi.advanceTimersByTime(1000);
    expect(asked).toEqual(['pass 1', 'pass 2', 'pass 3', 'go 3']);
  });

  it('are not lost where the session is slower than they are', () => {
    for (const event of [1, 2, 3]) travel.step(event);
    vi.advanceTimersByTime(1000);
    expect(asked).toEqual(['pass 1']);
    travel.at(1);
    expect(asked).toEqual(['pass 1', 'go 3']);
  });
});
