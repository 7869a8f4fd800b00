/** The pure parts of the Why view: the folding of the checklist, and the explanation as text to be pasted. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { WhyBody } from '../../../debug-adapter/protocol/why';
import type { RichText } from '../../../debug-adapter/protocol/rich-text';
import { checkRuns, type CheckState } from '../../../extension/views/webview/why/checklist-runs';
import { reportOf } from '../../../extension/views/webview/why/report';
import { words } from '../../../extension/views/words';

const strings = { ...words, language: 'en' };
const check = (state: CheckState, id: string = state) => ({
  id,
  errno: 'ENOMEM',
  state,
  text: [`demand of ${id}`],
  why: null,
  sources: [],
});

describe('the checklist', () => {
  it('folds what decides nothing, in the kernel’s order', () => {
    const states = [
      'passed',
      'not-reached',
      'passed',
      'cannot-tell',
      'passed',
      'broken',
      'after',
      'after',
    ] as const;
    expect(
      checkRuns(states.map((state) => check(state))).map(({ kind, items }) => `${kind} ${items.length}`),
    ).toEqual(['quiet 3', 'shown 1', 'shown 1', 'shown 1', 'after 2']);
  });

  it('loses no check and never folds one that broke or cannot be told', () => {
    const state = fc.constantFrom<CheckState>('passed', 'broken', 'cannot-tell', 'not-reached', 'after');
    fc.assert(
      fc.property(fc.array(state), (states) => {
        const items = states.map((one, i) => check(one, String(i)));
        const runs = checkRuns(items);
        expect(runs.flatMap((run) => run.items)).toEqual(items);
        for (const { kind, items: some } of runs)
          if (kind !== 'shown')
            expect(some.filter((item) => item.state === 'broken' || item.state === 'cannot-tell')).toEqual(
              [],
            );
      }),
    );
  });
});

describe('the explanation as text', () => {
  const hostile = 'open("`x`\u202egnp.*[a](b)<img onerror>\u001b[31m")';
  const lineThree: Exclude<RichText[number], string> = { text: 'line 3', link: { event: 2, line: 3 } };
  const body: WhyBody = {
    outcome: 'failed',
    call: 'mlock',
    errno: 'ENOMEM',
    headline: ['over the limit, see ', lineThree],
    certainty: 'proven',
    causes: [
      {
        id: 'mlock.over-limit',
        text: ['over'],
        evidence: [{ event: 2, line: 3, text: [hostile] }],
        sources: ['mm/mlock.c: do_mlock', 'mm/mlock.c: do_mlock'],
        how: ['look at <limits>'],
      },
    ],
    checklist: [check('passed'), { ...check('broken'), why: ['8 > 4'] }, check('after')],
    effects: [],
    remedies: [{ text: ['ask for *less*'], tryCall: 'mlock(0x1000, 4096)' }],
    divergence: null,
  };
  const position = { file: 'file:///logs/a.strace', line: 7, text: 'mlock(0x1000, 8192) = -1 ENOMEM' };

  it('reads by itself', () => {
    expect(reportOf(body, position, 'text', strings)).toBe(
      [
        'a.strace:7: mlock(0x1000, 8192) = -1 ENOMEM',
        'over the limit, see line 3 (proven by the log)',
        '',
        'Evidence',
        '- line 3: open("`x`\\u202egnp.*[a](b)<img onerror>␛[31m")',
        '- How to find out: look at <limits>',
        '',
        'What would have succeeded',
        '- ask for *less*: mlock(0x1000, 4096)',
        '',
        'The kernel’s checks, in its order',
        '- passed: demand of passed',
        '- broken: demand of broken ENOMEM — 8 > 4',
        '',
        'Sources',
        '- mm/mlock.c: do_mlock',
        '',
      ].join('\n'),
    );
  });

  it('is Markdown in which a log stays a log', () => {
    const report = reportOf(body, position, 'markdown', strings);
    expect(report).toContain('### Evidence\n\n- line 3: ``open("`x`\\u202egnp.*[a](b)<img onerror>␛[31m")``');
    expect(report).toContain('- ask for \\*less\\*: `mlock(0x1000, 4096)`');
    expect(report).toContain('look at \\<limits\\>');
  });

  it('has no character that cannot be seen, whatever a log holds', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.constantFrom('text', 'markdown'), (text, form) => {
        const report = reportOf({ ...body, headline: [text] }, { ...position, text }, form, strings);
        expect(report).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/);
        expect(report.split('\n')).toHaveLength(reportOf(body, position, form, strings).split('\n').length);
      }),
    );
  });
});
