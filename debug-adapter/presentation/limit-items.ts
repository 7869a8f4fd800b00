/**
 * The Limits scope: what the log has shown of the resource limits, and by which line.
 */
import type { KnownLimit, LimitValue } from '../../model/process/limits';
import type { TaskId } from '../../model/trace/positions';
import type { Position } from '../../model/timeline/timeline';
import type { Replay } from '../replay';
import { blameContainer } from './blame-items';
import type { Item } from './container';
import { standing } from './standing';
import type { SpokenLanguage } from '../words/language';
import { lineWords, told } from '../words/tell';

export function limitItems(replay: Replay, position: Position, task: TaskId, path: string): readonly Item[] {
  const { language } = replay;
  const limits = standing(replay, position, task).process?.limits;
  if (!limits || limits.size === 0) {
    return [{ name: told(language, 'limits.limits'), value: told(language, 'limits.none'), type: 'text' }];
  }
  return [...limits].map(([name, limit]) => ({
    name: `RLIMIT_${name}`,
    value: limitText(replay, limit),
    type: 'limit',
    madeBy: limit.at,
    declaredBy: limit.at,
    children: blameContainer(replay, position, task, { kind: 'limit', name }, `${path}/${name}`),
  }));
}

const limitText = (replay: Replay, limit: KnownLimit): string =>
  told(replay.language, `limits.${limit.how}`, {
    soft: limitValue(limit.soft, replay.language),
    hard: limitValue(limit.hard, replay.language),
    line: lineWords(replay.lineOf(limit.at)),
  });

export const limitValue = (value: LimitValue, language: SpokenLanguage): string =>
  value === 'infinity' ? told(language, 'limits.infinity') : String(value);
