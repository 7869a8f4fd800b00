/**
 * The scopes of a frame: the call, its result, what it changes, and the state before it.
 */
import type { Replay } from '../replay';
import { callItems, resultItems } from './call-items';
import type { Container } from './container';
import { group } from './container';
import { effectItems } from './effect-items';
import type { Frame } from './frame';
import { limitItems } from './limit-items';
import { lockedItems } from './locked-items';
import { processItems } from './process-items';
import { spaceContainer } from './space-items';
import { told } from '../words/tell';

export interface Scope {
  readonly name: string;
  readonly hint?: 'arguments' | 'returnValue';
  /** Not unfolded by itself. */
  readonly expensive: boolean;
  readonly container: Container;
}

export function scopesOf(replay: Replay, frame: Frame): readonly Scope[] {
  const { event, position, task } = frame;
  const { language } = replay;
  const at = `${position}/${task}/${event ?? 'over'}`;
  const scopes: Scope[] = [];
  if (event !== undefined) {
    scopes.push(
      {
        name: told(language, 'scope.call'),
        hint: 'arguments',
        expensive: false,
        container: group(`${at}/call`, () => callItems(replay, replay.recording.decode(event), `${at}/call`)),
      },
      {
        name: told(language, 'scope.result'),
        hint: 'returnValue',
        expensive: false,
        container: group(`${at}/result`, () =>
          resultItems(replay, replay.recording.decode(event), `${at}/result`),
        ),
      },
      {
        name: told(language, 'scope.effect'),
        expensive: false,
        container: group(`${at}/effect`, () => effectItems(replay, event, `${at}/effect`)),
      },
    );
  }
  scopes.push(
    {
      name: told(language, 'scope.space'),
      expensive: true,
      container: spaceContainer(replay, position, task, `${at}/space`),
    },
    {
      name: told(language, 'scope.locked'),
      expensive: false,
      container: group(`${at}/locked`, () => lockedItems(replay, position, task, `${at}/locked`)),
    },
    {
      name: told(language, 'scope.limits'),
      expensive: false,
      container: group(`${at}/limits`, () => limitItems(replay, position, task, `${at}/limits`)),
    },
    {
      name: told(language, 'scope.process'),
      expensive: false,
      container: group(`${at}/process`, () => processItems(replay, position, task, `${at}/process`)),
    },
  );
  return scopes;
}
