/**
 * What is taken for granted about the machine where neither the log nor the user says otherwise. Every assumption is
 * named in `assumed`, so that an answer that rests on one can say so.
 */
import type { Architecture } from '../process/world';
import type { Machine } from './check';
import { BASE_PAGE_SIZE } from './layout';
import { MEASURED_KERNEL } from './versions';

/** vm.max_map_count as the kernel is built; several distributions set 1048576. mm/util.c, include/linux/mm.h */
export const DEFAULT_MAX_MAP_COUNT = 65530;

/** vm.mmap_min_addr of the usual distributions. The kernel's own default is 4096. security/Kconfig */
export const DEFAULT_MMAP_MIN_ADDR = 65536n;
/** Of arm and riscv64 distributions leave no more than the security modules' 32 KiB. security/Kconfig: LSM_MMAP_MIN_ADDR */
const mmapMinAddrOf = (kernel: Architecture): bigint =>
  kernel === 'x86-64' || kernel === 'i386' ? DEFAULT_MMAP_MIN_ADDR : 32768n;

/** 32-bit programs nearly always run on a 64-bit kernel. */
const kernelOf = (task: Architecture): Architecture =>
  task === 'i386' || task === 'x32' ? 'x86-64' : task === 'arm' ? 'arm64' : task;

/** `known` is what the user gave or the log showed; the rest is assumed. */
export function machineFrom(known: Partial<Omit<Machine, 'assumed'>>, task: Architecture): Machine {
  const assumed = new Set<string>();
  const orAssume = <T>(name: string, value: T | undefined, otherwise: T): T => {
    if (value !== undefined) return value;
    assumed.add(name);
    return otherwise;
  };
  return {
    kernel: orAssume('kernel', known.kernel, MEASURED_KERNEL),
    architecture: orAssume('architecture', known.architecture, kernelOf(task)),
    // Sizes other than these are rare, and show in the log's own addresses.
    pageSize: known.pageSize ?? BASE_PAGE_SIZE,
    addressBits: known.addressBits,
    maxMapCount: orAssume('maxMapCount', known.maxMapCount, DEFAULT_MAX_MAP_COUNT),
    mmapMinAddr: orAssume(
      'mmapMinAddr',
      known.mmapMinAddr,
      mmapMinAddrOf(known.architecture ?? kernelOf(task)),
    ),
    memory: known.memory,
    fileRules: known.fileRules,
    parts: known.parts,
    keysInHardware: known.keysInHardware,
    shownNodes: known.shownNodes,
    filesystems: known.filesystems,
    shownMemory: known.shownMemory,
    shownConfiguration: known.shownConfiguration,
    assumed,
  };
}
