/**
 * The value of an expression as a variable. An address unfolds to what lies there.
 */
import { pageOf } from '../../model/memory/page';
import { textOf } from '../../model/query/value';
import type { QueryValue } from '../../model/query/value';
import type { Outlook } from '../expressions/event-scope';
import type { Replay } from '../replay';
import { bounded } from './event-text';
import { group } from './container';
import type { Item } from './container';
import { standing } from './standing';
import { vmaItem } from './space-items';

const MOST_ITEMS = 1000;

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
    value.kind === 'string' && context !== 'clipboard' ? JSON.stringify(value.value) : textOf(value);
  const shown = context === 'clipboard' ? text : bounded(text, 4096);
  const type = value.kind === 'string' ? 'text' : value.kind;
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
  const lies =
    value.kind === 'number' && value.shown === 'hex'
      ? whatLiesAt(replay, outlook, value.value, key)
      : undefined;
  if (!lies) return { name, value: shown, type };
  const more =
    context === 'hover' || context === 'repl' ? ` — ${lies.value.replace(/\s+/g, ' ').trim()}` : '';
  return { name, value: `${shown}${more}`, type: 'address', children: group(key, () => [lies]) };
}

/** The VMA of an address; undefined for numbers that are none. */
function whatLiesAt(replay: Replay, outlook: Outlook, address: bigint, key: string): Item | undefined {
  const { space } = standing(replay, outlook.position, outlook.task);
  const vma = address < 4096n ? undefined : space?.vmaAt(pageOf(address));
  return vma && space ? vmaItem(replay, vma, space, 'VMA', `${key}@vma`) : undefined;
}
