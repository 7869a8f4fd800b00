/**
 * Answers of a guest's kernel, kept in a file: gzip over JSON. So tests can hold the model against kernels that the machine
 * they run on does not have.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { gunzipSync, gzipSync } from 'node:zlib';
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
