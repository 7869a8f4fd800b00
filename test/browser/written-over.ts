import { copyFileSync } from 'node:fs';
import { join } from 'node:path';
import { inRepository } from '../../scripts/repository.mjs';

/** The name of a log that is written over while a session looks at it. */
export const writtenOver = 'written-over.strace';

/** @param logs the folder that it is in. */
export const writeOver = (logs: string, sample: string): void =>
  copyFileSync(inRepository('samples', 'logs', `${sample}.strace`), join(logs, writtenOver));
