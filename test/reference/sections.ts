/** The rules as the reference has them: one section for calls that have the same checks, one row a check. */
import type { Check, Source } from '../../model/kernel/check';
import { holdsFor, MEASURED_KERNEL } from '../../model/kernel/versions';
import type { SyscallRule } from '../../model/kernel/syscall-rule';
import { textOf } from '../../model/why/message';
import { sourceInWords } from '../../model/why/source-in-words';
import { joinedKernels, type Kernels } from './kernels';

export interface Section {
  /** The first gives the section its anchor. */
  readonly calls: readonly [string, ...string[]];
  readonly rows: readonly Row[];
}

/** A check; where kernels differ in the answer or in what they demand, several rows have one id. */
export interface Row {
  readonly id: string;
  readonly errno: string;
  readonly demand: string;
  readonly kernels: readonly Kernels[];
  readonly sources: readonly Source[];
  /** Place in the order of the kernel that the rules were measured on, from 1; undefined: that kernel does not have it. */
  readonly place: number | undefined;
}

type AnyCheck = Pick<Check<never>, 'id' | 'errno' | 'demand' | 'sources' | 'since' | 'until'>;

export function sectionsOf(rules: readonly SyscallRule[]): readonly Section[] {
  const byChecks = new Map<string, { calls: [string, ...string[]]; checks: readonly AnyCheck[] }>();
  for (const { call, checks } of rules) {
    const key = checks.length === 0 ? call : checks.map(keyOf).join('\n');
    const same = byChecks.get(key);
    if (same === undefined) byChecks.set(key, { calls: [call], checks });
    else same.calls.push(call);
  }
  return [...byChecks.values()].map(({ calls, checks }) => ({ calls, rows: rowsOf(checks) }));
}

const keyOf = ({ id, errno, demand, since, until }: AnyCheck): string =>
  [id, errno, demand, since ?? '', until ?? ''].join(' ');

/** In the order of the measured kernel; what it does not have comes behind. */
function rowsOf(checks: readonly AnyCheck[]): readonly Row[] {
  const groups = new Map<string, AnyCheck[]>();
  for (const check of checks) {
    const key = `${check.id} ${check.errno} ${check.demand}`;
    groups.set(key, [...(groups.get(key) ?? []), check]);
  }
  const order = checks.filter((check) => holdsFor(check, MEASURED_KERNEL));
  const rows = [...groups.values()].map((group) => rowOf(group, order));
  const ordered = rows.filter((row) => row.place !== undefined).sort((a, b) => placeOf(a) - placeOf(b));
  return [
    ...ordered.map((row, i) => ({ ...row, place: i + 1 })),
    ...rows.filter((row) => row.place === undefined),
  ];
}

const placeOf = ({ place }: Row): number => place ?? Infinity;

function rowOf(group: readonly AnyCheck[], order: readonly AnyCheck[]): Row {
  const [first] = group;
  if (first === undefined) throw new Error('a row without a check');
  const place = order.findIndex((check) => group.includes(check));
  const sources = new Map(
    group.flatMap((check) => check.sources.map((source) => [textOf(sourceInWords(source)), source] as const)),
  );
  return {
    id: first.id,
    errno: first.errno,
    demand: first.demand,
    kernels: joinedKernels(group),
    sources: [...sources.values()],
    place: place < 0 ? undefined : place,
  };
}
