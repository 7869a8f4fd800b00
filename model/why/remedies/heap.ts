/** Another break: at the start of the heap, below what stands in the way, within a limit. */
import { addressOf } from '../../memory/page';
import type { BrkCall } from '../../kernel/mapping-call';
import { say } from '../message';
import { hexOf } from '../sizes';
import { excessOf } from './excess';
import { down } from './ranges';
import { outcomeOf, withArguments, type Alteration, type Alterations } from './trial';
import { addressText, rewritten } from './written-call';

type Failed = Parameters<Alterations>[0];

/** Below a stack the kernel keeps 256 pages free, below all else one. mm/mmap.c: stack_guard_gap */
const GAPS = [1n, 257n];

export const heap: Alterations = function* (failed) {
  const { trial, facts } = failed.outcome;
  const { call, before } = trial;
  if (call.call !== 'brk' || call.addr.value === undefined) return;
  const { startBrk, brk } = before.space;
  if (failed.id === 'brk.below-start' && startBrk !== undefined)
    yield breakAt(failed, call, startBrk, 2, 'start');
  const next = facts.find((fact) => fact.fact === 'range' && fact.name === 'next');
  if (failed.id === 'brk.next-mapping-too-close' && next?.fact === 'range')
    for (const gap of GAPS) {
      const to = addressOf(next.range.start) - gap * before.machine.pageSize;
      if (brk !== undefined && to > brk) yield breakAt(failed, call, to, 3, 'highest');
    }
  const to = brk === undefined ? undefined : withinLimits(failed, call, brk);
  if (to !== undefined) yield breakAt(failed, call, to, 3, 'in-limit');
};

/** Checks that hold a limit against different sums. */
const MOST_SUMS = 4;

function withinLimits({ outcome }: Failed, call: BrkCall, brk: bigint): bigint | undefined {
  const { before } = outcome.trial;
  let { facts } = outcome;
  let to = call.addr.value ?? 0n;
  for (let n = 0; n < MOST_SUMS; n++) {
    const excess = excessOf(facts);
    if (excess === undefined) return n === 0 ? undefined : to;
    to = down(to + before.machine.pageSize - 1n, before) - excess.bytes;
    to = down(to, before);
    if (to <= brk) return undefined;
    const lower = rewritten(call, [[call.addr, addressText(to)]], before.task.architecture);
    if (lower === undefined) return undefined;
    ({ facts } = outcomeOf({ ...outcome.trial, call: lower }));
  }
  return undefined;
}

const breakAt = (
  { outcome }: Failed,
  call: BrkCall,
  to: bigint,
  cost: number,
  which: 'start' | 'highest' | 'in-limit',
): Alteration =>
  withArguments(
    outcome.trial,
    { kind: 'length', cost, text: say(`remedy.break-${which}`, { to: hexOf(to) }) },
    [[call.addr, addressText(to)]],
  );
