/**
 * What a maps file shows of the machine, to be known before the first line of the log is applied.
 */
import type { MapsSnapshot, SnapshotVma } from '../memory/maps-snapshot';
import { directoryOf } from '../kernel/placement/file-rules';
import { addressOf } from '../memory/page';
import type { Architecture } from '../process/world';
import { addressBitsOf, architectureFilling, kernelPlacing, pageSizeOf } from './shown-by-places';
import { architectureOfPath, type ArchitectureEvidence, type ArchitectureProof } from './shown-by-words';
import type { StartOfLog } from './start-of-log';

/** What the log says comes first, but for the page: smaps prints that itself. */
export function withSnapshots(start: StartOfLog, snapshots: readonly MapsSnapshot[]): StartOfLog {
  const [snapshot] = snapshots;
  if (snapshot === undefined) return start;
  const { vmas } = snapshot;
  const top = lastByte(vmas.find(({ name }) => name === '[stack]'));
  const printed = printedPageSize(snapshots);
  const evidence = start.architecture === undefined ? evidenceIn(vmas, top, printed) : start.evidence;
  const architecture = start.architecture ?? evidence?.architecture;
  const addressBits = addressBitsOf(architecture, top, lastByte(vmas.at(-1)));
  return {
    ...start,
    architecture,
    evidence,
    keysInHardware: keysPrinted(snapshots),
    onDisk: directoriesOnDisk(snapshots),
    kernelArchitecture: start.kernelArchitecture ?? kernelPlacing(architecture, top),
    pageSize: printed ?? start.pageSize ?? (architecture === 'arm64' ? pageSizeOf(borders(vmas)) : undefined),
    addressBits:
      addressBits === undefined || start.addressBits === undefined
        ? (addressBits ?? start.addressBits)
        : Math.max(addressBits, start.addressBits),
  };
}

/** 0 where there is no VMA. */
const lastByte = (vma: SnapshotVma | undefined): bigint => (vma === undefined ? 0n : addressOf(vma.end) - 1n);

const borders = (vmas: readonly SnapshotVma[]): readonly bigint[] =>
  vmas.flatMap(({ start, end }) => [addressOf(start), addressOf(end)]);

function evidenceIn(
  vmas: readonly SnapshotVma[],
  top: bigint,
  pageSize: bigint | undefined,
): ArchitectureEvidence | undefined {
  const by = (architecture: Architecture, how: ArchitectureProof['how'], what: string) => ({
    architecture,
    shows: { how, what },
    line: undefined,
  });
  const filling = architectureFilling(top);
  if (filling !== undefined) return by(filling, 'place', `0x${top.toString(16)}`);
  for (const { name } of vmas) {
    const named = architectureOfPath(name);
    if (named !== undefined) return by(named.architecture, 'library', named.name);
  }
  // Of the architectures here, only one can have others.
  if (pageSize === undefined || pageSize === 4096n) return undefined;
  return by('arm64', 'page', `${pageSize / 1024n} KiB`);
}

/** smaps tells each VMA's key, right before its flags, where the processor has keys. fs/proc/task_mmu.c: show_smap */
function keysPrinted(snapshots: readonly MapsSnapshot[]): boolean | undefined {
  let isWhole = false;
  for (const { vmas } of snapshots)
    for (const { protectionKey, vmFlags, pageKb } of vmas) {
      if (protectionKey !== undefined) return true;
      isWhole ||= vmFlags !== undefined && pageKb !== undefined;
    }
  return isWhole ? false : undefined;
}

/** Filesystems without a device of their own have numbers of major 0: tmpfs, but overlayfs and btrfs too. fs/super.c: get_anon_bdev */
function directoriesOnDisk(snapshots: readonly MapsSnapshot[]): ReadonlySet<string> {
  const found = new Set<string>();
  for (const { vmas } of snapshots)
    for (const { name, device } of vmas) {
      const directory = directoryOf(name);
      if (directory !== undefined && !/^0+:/.test(device)) found.add(directory);
    }
  return found;
}

/** The smallest that smaps prints: VMAs of the huge pages' pool have larger ones. In bytes. */
function printedPageSize(snapshots: readonly MapsSnapshot[]): bigint | undefined {
  let least = Infinity;
  for (const { vmas } of snapshots)
    for (const { pageKb } of vmas) least = Math.min(least, pageKb ?? Infinity);
  return [4, 16, 64].includes(least) ? BigInt(least * 1024) : undefined;
}
