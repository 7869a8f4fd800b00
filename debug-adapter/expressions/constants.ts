/**
 * Words of the kernel's interface that stand for numbers in expressions: `flags & MAP_FIXED`.
 */
import {
  madviseAdvice,
  mlockFlags,
  mlockallFlags,
  mremapFlags,
  shmatFlags,
} from '../../model/kernel/abi/memory-flags';
import { mmapFlags, protFlags } from '../../model/kernel/abi/mmap-flags';
import { openFlags } from '../../model/kernel/abi/open-flags';
import type { FlagTable } from '../../model/kernel/abi/flag-table';
import type { Architecture } from '../../model/process/world';

const families = [
  protFlags,
  mmapFlags,
  mremapFlags,
  mlockFlags,
  mlockallFlags,
  madviseAdvice,
  shmatFlags,
  openFlags,
];
const merged = new Map<Architecture, FlagTable>();

/** Names of different families differ, so one table serves all arguments. */
export function constantsOf(architecture: Architecture): FlagTable {
  const known = merged.get(architecture);
  if (known) return known;
  const table: FlagTable = new Map(families.flatMap((family) => [...family(architecture)]));
  merged.set(architecture, table);
  return table;
}
