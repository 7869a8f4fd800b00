/**
 * The Locked memory scope: VmLck, its limit, who may pass it, and the VMAs that are locked.
 */
import type { EventIndex, TaskId } from '../../model/trace/positions';
import type { Position } from '../../model/timeline/timeline';
import type { LockBound, LockBounds, Privileges } from '../../model/process/privileges';
import { VmFlag, has } from '../../model/memory/vma';
import type { AddressSpace } from '../../model/memory/address-space';
import type { Vma } from '../../model/memory/vma';
import type { Replay } from '../replay';
import { blameContainer } from './blame-items';
import { group } from './container';
import type { Item } from './container';
import { limitValue } from './limit-items';
import { standing } from './standing';
import { vmaItem } from './space-items';
import { kilobytes } from './vma-row';
import type { Message } from '../../model/why/message-shape';
import type { SpokenLanguage } from '../words/language';
import { lineWords, told } from '../words/tell';

/** Rows of locked VMAs in one answer; a program that locks page by page has many. */
export const MOST_LOCKED = 500;

export function lockedItems(replay: Replay, position: Position, task: TaskId, path: string): readonly Item[] {
  const { language } = replay;
  const { space, process, task: standingTask } = standing(replay, position, task);
  if (!space)
    return [{ name: told(language, 'locked.name'), value: told(language, 'locked.no-space'), type: 'text' }];
  const limit = process?.limits.get('MEMLOCK');
  const privilege = standingTask?.privileges.capabilities.get('CAP_IPC_LOCK');
  const locked = lockedVmas(space);
  return [
    {
      name: 'VmLck',
      value:
        space.locked === undefined ? told(language, 'locked.cannot-tell') : `${kilobytes(space.locked)} kB`,
      type: 'size',
      evaluateName: 'locked',
      ...(locked.length === 0
        ? {}
        : { children: blameContainer(replay, position, task, { kind: 'locked' }, `${path}/made-up-of`) }),
    },
    {
      name: 'RLIMIT_MEMLOCK',
      value:
        limit === undefined
          ? boundsInWords(standingTask?.privileges.lockBounds, replay)
          : by(limitValue(limit.soft, language), limit.at, replay),
      type: 'limit',
      madeBy: limit?.at,
      declaredBy: limit?.at,
      ...(limit === undefined
        ? {}
        : {
            children: blameContainer(
              replay,
              position,
              task,
              { kind: 'limit', name: 'MEMLOCK' },
              `${path}/memlock`,
            ),
          }),
    },
    {
      name: 'CAP_IPC_LOCK',
      value: privilegeInWords(privilege, replay),
      type: 'capability',
      madeBy: privilege?.because,
      declaredBy: privilege?.because,
      ...(privilege?.because === undefined
        ? {}
        : {
            children: blameContainer(
              replay,
              position,
              task,
              { kind: 'capability', name: 'CAP_IPC_LOCK' },
              `${path}/ipc-lock`,
            ),
          }),
    },
    {
      name: told(language, 'locked.future'),
      value: futureInWords(space.futureLock, language),
      type: 'text',
      madeBy: space.futureLockSetAt,
    },
    ...(locked.length === 0
      ? []
      : [
          {
            name: told(language, 'locked.vmas'),
            value: String(locked.length),
            type: 'list' as const,
            children: group(`${path}/vmas`, () =>
              locked
                .slice(0, MOST_LOCKED)
                .map((vma, i) =>
                  vmaItem(replay, vma, space, `[${i}]`, `${path}/vmas/${vma.start}`, { position, task }),
                ),
            ),
          },
        ]),
  ];
}

/** A value with the line that shows it. */
const by = (value: string, at: EventIndex, replay: Replay): string =>
  told(replay.language, 'known.by', { value, line: lineWords(replay.lineOf(at)) });

type KnownCapability = NonNullable<ReturnType<Privileges['capabilities']['get']>>;

/** Whether a task has a capability, as far as it is known. */
export function privilegeInWords(known: KnownCapability | undefined, replay: Replay): string {
  const has = told(replay.language, `known.${known?.has ?? 'unknown'}`);
  return known?.because === undefined ? has : by(has, known.because, replay);
}

/** What calls have proven of a limit that no line shows. */
function boundsInWords(bounds: LockBounds | undefined, replay: Replay): string {
  const { language } = replay;
  const { allowed, refused } = bounds ?? {};
  const line = ({ at }: LockBound): Message => lineWords(replay.lineOf(at));
  const size = (bound: LockBound) => ({ kb: kilobytes(bound.pages), line: line(bound) });
  const words = [
    ...(allowed === undefined || allowed.pages === 0
      ? []
      : [told(language, 'locked.were-allowed', size(allowed))]),
    ...(refused === undefined
      ? []
      : [
          refused.pages === 0
            ? told(language, 'locked.is-zero', { line: line(refused) })
            : told(language, 'locked.were-refused', size(refused)),
        ]),
  ];
  return [told(language, 'locked.not-shown'), ...words].join('; ');
}

/** What becomes of mappings made later: mlockall(MCL_FUTURE). */
export const futureInWords = (future: AddressSpace['futureLock'], language: SpokenLanguage): string =>
  future === 'unknown' ? told(language, 'locked.cannot-tell') : told(language, `locked.future-${future}`);

export const lockedVmas = (space: AddressSpace): readonly Vma[] =>
  [...space.vmas()].filter((vma) => has(vma, VmFlag.locked));
