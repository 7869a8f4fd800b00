/**
 * The Locked memory scope: VmLck, its limit, who may pass it, and the VMAs that are locked.
 */
import type { TaskId } from '../../model/trace/positions';
import type { Position } from '../../model/timeline/timeline';
import type { LockBound, LockBounds } from '../../model/process/privileges';
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

/** Rows of locked VMAs in one answer; a program that locks page by page has many. */
export const MOST_LOCKED = 500;

export function lockedItems(replay: Replay, position: Position, task: TaskId, path: string): readonly Item[] {
  const { space, process, task: standingTask } = standing(replay, position, task);
  if (!space) return [{ name: 'locked', value: 'no address space is known here', type: 'text' }];
  const limit = process?.limits.get('MEMLOCK');
  const privilege = standingTask?.privileges.capabilities.get('CAP_IPC_LOCK');
  const locked = lockedVmas(space);
  return [
    {
      name: 'VmLck',
      value: space.locked === undefined ? 'cannot be told from the log' : `${kilobytes(space.locked)} kB`,
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
          : `${limitValue(limit.soft)} (line ${replay.lineOf(limit.at)})`,
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
      value:
        privilege?.because === undefined
          ? (privilege?.has ?? 'unknown')
          : `${privilege.has} (line ${replay.lineOf(privilege.because)})`,
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
      name: 'future mappings',
      value: futureWords[space.futureLock],
      type: 'text',
      madeBy: space.futureLockSetAt,
    },
    ...(locked.length === 0
      ? []
      : [
          {
            name: 'locked VMAs',
            value: String(locked.length),
            type: 'list',
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

/** What calls have proven of a limit that no line shows. */
function boundsInWords(bounds: LockBounds | undefined, replay: Replay): string {
  const { allowed, refused } = bounds ?? {};
  const size = ({ pages, at }: LockBound): string => `${kilobytes(pages)} kB (line ${replay.lineOf(at)})`;
  const words = [
    ...(allowed === undefined || allowed.pages === 0 ? [] : [`${size(allowed)} were allowed`]),
    ...(refused === undefined
      ? []
      : [
          refused.pages === 0
            ? `0, as line ${replay.lineOf(refused.at)} proves`
            : `${size(refused)} were refused`,
        ]),
  ];
  return ['not shown by the log', ...words].join('; ');
}

const futureWords = {
  off: 'not locked',
  locked: 'locked (MCL_FUTURE)',
  onfault: 'locked as pages are touched (MCL_FUTURE|MCL_ONFAULT)',
  unknown: 'cannot be told from the log',
} as const;

export const lockedVmas = (space: AddressSpace): readonly Vma[] =>
  [...space.vmas()].filter((vma) => has(vma, VmFlag.locked));
