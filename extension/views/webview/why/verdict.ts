/** The answer: what happened, in plain words first, then the rule of the kernel and what it was held against. */
import type { RuleBody, WhyBody } from '../../../../debug-adapter/protocol/why';
import type { ViewStrings } from '../../words';
import { el, type Child } from '../dom';
import type { MemoryWords } from './memory-words';
import { sentence } from './said';

export function verdict(body: WhyBody, memory: MemoryWords, s: ViewStrings): HTMLElement {
  const [only] = body.causes;
  const rule = body.causes.length === 1 ? only?.rule : undefined;
  return el(
    'header',
    { class: `headline ${body.outcome}`, tabindex: '-1' },
    el('div', { class: 'title-line' }, el('h2', {}, sign(body), title(body)), certainty(body, s)),
    plainWords(body, rule, memory),
    rule === undefined ? undefined : ruleElement(rule, memory, s),
  );
}

/** The first words under the title are the answer. */
function plainWords({ plain, headline }: WhyBody, rule: RuleBody | undefined, memory: MemoryWords): Child {
  if (plain === undefined && rule !== undefined) return undefined;
  const element = sentence(plain ?? headline, memory, 'p');
  element.className = 'plain';
  return element;
}

export function ruleElement(rule: RuleBody, memory: MemoryWords, s: ViewStrings): HTMLElement {
  const labels = { broken: s.ruleBroken, only: s.ruleOnly, possible: s.rulePossible };
  return el(
    'div',
    { class: `rule ${rule.held}` },
    el('p', { class: 'label' }, labels[rule.held]),
    sentence(rule.demand, memory, 'blockquote'),
    rule.here.length === 0
      ? undefined
      : el(
          'ul',
          { class: 'here', 'aria-label': s.here },
          ...rule.here.map((fact) => sentence(fact, memory, 'li')),
        ),
  );
}

function title({ call, errno }: WhyBody): Child {
  return el('span', { class: 'title', dir: 'ltr' }, errno === null ? call : `${call} · ${errno}`);
}

/** The outcome is said by the words below; for the eye it stands before them. */
function sign({ outcome }: WhyBody): Child {
  const signs = { failed: '✗', signal: '!', succeeded: '✓' } as const;
  if (outcome !== 'failed' && outcome !== 'signal' && outcome !== 'succeeded') return undefined;
  return el('span', { class: 'sign', 'aria-hidden': 'true' }, signs[outcome]);
}

function certainty({ certainty: degree }: WhyBody, s: ViewStrings): Child {
  if (degree === null) return undefined;
  const words = { proven: s.proven, likely: s.likely, outside: s.outside };
  return el('span', { class: `badge ${degree}` }, words[degree]);
}
