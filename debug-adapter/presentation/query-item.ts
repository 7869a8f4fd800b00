/**
 * The value of an expression as a variable. An address unfolds to what lies there.
 */
import { pageOf } from '../../model/memory/page';
import { pagesOfAddress } from '../../model/why/blame/target';
import { textOf } from '../../model/query/value';
import type { QueryValue } from '../../model/query/value';
import type { Outlook } from '../outlook';
import type { Replay } from '../replay';
import type { TypeName } from '../words/language';
import { blameContainer } from './blame-items';
import { bounded } from './event-text';
import { group } from './container';
import type { Item } from './container';
import { standing } from './standing';
import { vmaItem } from './space-items';

const MOST_ITEMS = 1000;

const typeNames: Readonly<Record<QueryValue['kind'], TypeName>> = {
  number: 'number',
  string: 'text',
  boolean: 'boolean',
  symbol: 'name',
  list: 'list',
  range: 'range',
  record: 'structure',
  nothing: 'nothing',
  unknown: 'unknown',
};

/** `context` as in DAP's evaluate: what is copied is not cut. */
export function queryItem(
  replay: Replay,
  outlook: Outlook,
  value: QueryValue,
  key: string,
  context: string | undefined,
  name = '',
): Item {
  // Quotes tell a text from a number or a name; what is copied has none.
  const text =
    value.kind === 'string' && context !== 'clipboard'
      ? JSON.stringify(value.value)
      : textOf(value, replay.language);
  const shown = context === 'clipboard' ? text : bounded(text, 4096);
  const type = typeNames[value.kind];
  if (value.kind === 'list' && value.items.length > 0) {
    const { items } = value;
    return {
      name,
      value: shown,
      type,
      children: group(key, () =>
        items
          .slice(0, MOST_ITEMS)
          .map((item, i) => queryItem(replay, outlook, item, `${key}.${i}`, context, `[${i}]`)),
      ),
    };
  }
  if (value.kind !== 'number' || value.shown !== 'hex') return { name, value: shown, type };
  const lies = whatLiesAt(replay, outlook, value.value, key);
  const history = lies === undefined ? whatLayAt(replay, outlook, value.value, key) : [];
  if (!lies && history.length === 0) return { name, value: shown, type };
  const more =
    lies && (context === 'hover' || context === 'repl') ? ` — ${lies.value.replace(/\s+/g, ' ').trim()}` : '';
  const last = lies ?? history.at(-1);
  return {
    name,
    value: `${shown}${more}`,
    type: 'address',
    madeBy: last?.madeBy,
    declaredBy: last?.declaredBy,
    children: group(key, () => (lies ? [lies] : history)),
  };
}

/** The VMA of an address; undefined for numbers that are none. */
function whatLiesAt(replay: Replay, outlook: Outlook, address: bigint, key: string): Item | undefined {
  const { space } = standing(replay, outlook.position, outlook.task);
  const vma = address < 4096n ? undefined : space?.vmaAt(pageOf(address));
  return vma && space ? vmaItem(replay, vma, space, 'VMA', `${key}@vma`, outlook) : undefined;
}

/** Of an address where nothing is mapped any more: the lines that mapped and unmapped it. */
function whatLayAt(replay: Replay, outlook: Outlook, address: bigint, key: string): readonly Item[] {
  const { space } = standing(replay, outlook.position, outlook.task);
  if (!space || address < 4096n || address >= 1n << 64n) return [];
  const target = pagesOfAddress(address);
  return blameContainer(replay, outlook.position, outlook.task, target, `${key}@history`).members(0, 0);
}
