/**
 * Kernel versions as far as the rules need them: which of two releases is older. Stable kernels carry backports, so a
 * rule's version is that of the mainline release.
 */
import type { KernelVersion } from './check';

/** 6.18 is 6018. `minor` below 1000. */
export const kernelVersion = (major: number, minor: number): KernelVersion =>
  (major * 1000 + minor) as KernelVersion;

/** The kernel that the rules were measured on, and that is assumed where nothing tells. */
export const MEASURED_KERNEL = kernelVersion(6, 18);

/**
 * Reads '6.18', '6.18.44-generic', 'v5.4-rc3' and uname's 'Linux host 6.1.0-28-amd64 #1 SMP ...': the first
 * number pair that looks like a release. Every 2.6.x counts as 2.6.
 */
export function parseKernelVersion(text: string): KernelVersion | undefined {
  const found = /(?:^|[\sv])(\d{1,2})\.(\d{1,3})(?=$|[\s.+~_-])/.exec(text);
  if (found === null) return undefined;
  const major = Number(found[1]);
  return major === 0 ? undefined : kernelVersion(major, Number(found[2]));
}

export const formatKernelVersion = (version: KernelVersion): string =>
  `${Math.floor(version / 1000)}.${version % 1000}`;

/** The last release of each major version that is over: a release before 5.0 is 4.20. */
const LAST_MINOR: ReadonlyMap<number, number> = new Map([
  [2, 6],
  [3, 19],
  [4, 20],
  [5, 19],
  [6, 19],
]);

/** The release right before. */
export function releaseBefore(version: KernelVersion): KernelVersion {
  const major = Math.floor(version / 1000);
  const minor = version % 1000;
  return minor > 0
    ? kernelVersion(major, minor - 1)
    : kernelVersion(major - 1, LAST_MINOR.get(major - 1) ?? 0);
}

/** Whether a kernel has what exists from `since` to `until`, both included and each open where absent. */
export const holdsFor = (
  range: { readonly since?: KernelVersion; readonly until?: KernelVersion },
  kernel: KernelVersion,
): boolean =>
  (range.since === undefined || kernel >= range.since) &&
  (range.until === undefined || kernel <= range.until);
