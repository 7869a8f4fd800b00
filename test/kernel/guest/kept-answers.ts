/**
 * Answers of a guest's kernel, kept in a file: gzip over JSON. So tests can hold the model against kernels that the machine
 * they run on does not have.
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { parseKernelVersion } from '../../../model/kernel/versions';
import type { MachineOptions } from '../../../model/timeline/machine-evidence';
import type { LiveRun } from '../random-programs/live-run';
import { readRecord } from '../random-programs/kernel-record';
import type { GuestRun } from './guest-kernel';
import type { MachineName } from './machines';

export interface KeptRun extends GuestRun {
  readonly mode: string;
  readonly seed: number;
}

export interface KeptAnswers {
  readonly machine: MachineName;
  /** uname's release. */
  readonly release: string;
  /** vm.max_map_count, where it was not left as it is. */
  readonly maxMapCount?: number | undefined;
  readonly runs: readonly KeptRun[];
}

export function keepAnswers(file: string, answers: KeptAnswers): void {
  writeFileSync(file, gzipSync(JSON.stringify(answers), { level: 9 }));
}

export const keptAnswers = (file: string): KeptAnswers =>
  JSON.parse(gunzipSync(readFileSync(file)).toString('utf8')) as KeptAnswers;

export const liveRunOf = ({ list, log, record, ended }: GuestRun): LiveRun => ({
  list,
  log: Buffer.from(log, 'latin1'),
  record: readRecord(record),
  ended,
});

const FOLDER = join('test', 'kernel', 'guest', 'kept');

/** Paths, in the project's folder. */
export const keptFiles = (): readonly string[] =>
  readdirSync(FOLDER)
    .filter((file) => file.endsWith('.json.gz'))
    .sort()
    .map((file) => join(FOLDER, file));

/** What the log of such a program does not show of its machine; the kernel is given. */
export function machineOf({
  machine,
  release,
  maxMapCount,
}: Pick<KeptAnswers, 'machine' | 'release' | 'maxMapCount'>): MachineOptions {
  const kernel = parseKernelVersion(release);
  const mmapMinAddr = machine === 'x86-64' || machine === 'i386' ? 65536n : 4096n;
  return {
    mmapMinAddr,
    architecture: machine,
    ...(kernel && { kernel }),
    ...(maxMapCount !== undefined && { maxMapCount }),
  };
}
