/**
 * Which kernel's rules a log is read by, and why, in words.
 */
import { formatKernelVersion } from '../model/kernel/versions';
import type { KernelChoice, ProofInLog } from '../model/timeline/kernel-choice';
import type { Timeline } from '../model/timeline/timeline';

export function kernelNote({ kernel, machine, recording, end }: Timeline): string {
  const lineOf = (event: number | undefined): string =>
    event === undefined || event >= end ? '' : `line ${recording.events.line(event as typeof end)}`;
  const words = [`${chosen(kernel, lineOf)}.`, ...contradictions(kernel, lineOf)];
  if (machine.pageSize !== 4096n) words.push(`Pages of ${machine.pageSize / 1024n} KiB.`);
  if (machine.addressBits !== undefined) words.push(`Addresses of ${machine.addressBits} bits.`);
  return words.join(' ');
}

type LineOf = (event: number | undefined) => string;

function chosen(choice: KernelChoice, lineOf: LineOf): string {
  const version = formatKernelVersion(choice.kernel);
  switch (choice.how) {
    case 'given':
      return `Kernel ${version}: as given`;
    case 'shown':
      return `Kernel ${version}: the log shows it${inLine(lineOf(choice.shownAt))}`;
    case 'proven':
      return `Kernel ${version}: ${[choice.from, choice.before].flatMap((proof) => (proof ? [bound(proof, lineOf)] : [])).join('; ')}`;
    case 'assumed':
      return `Kernel ${version}: assumed, nothing in the log tells`;
  }
}

const inLine = (line: string): string => (line === '' ? '' : ` in ${line}`);

/** What the log has on the other side of the version that was given or shown: a kernel with changes of its own, or a slip. */
function contradictions({ how, kernel, from, before }: KernelChoice, lineOf: LineOf): readonly string[] {
  if (how !== 'given' && how !== 'shown') return [];
  const against = [
    from !== undefined && from.version > kernel ? [from] : [],
    before !== undefined && before.version <= kernel ? [before] : [],
  ].flat();
  return against.map((proof) => `But ${bound(proof, lineOf)}.`);
}

function bound(proof: ProofInLog, lineOf: LineOf): string {
  const version = formatKernelVersion(proof.version);
  const place = lineOf(proof.event);
  const side = proof.bound === 'from' ? `at least ${version}` : `older than ${version}`;
  return `${side}: ${place} proves it (${reason(proof)})`;
}

function reason({ shows: { how, what }, bound: side, version, unless }: ProofInLog): string {
  switch (how) {
    case 'accepted':
      return `${what} is accepted`;
    case 'unknown-call':
      return `${what} is unknown there${unless === undefined ? '' : ', unless a seccomp filter answered'}`;
    case 'unknown-advice':
      return `${what} is unknown there`;
    case 'behaves':
      return `${what} behaves as ${side === 'from' ? 'since' : 'before'} ${formatKernelVersion(version)}`;
  }
}
