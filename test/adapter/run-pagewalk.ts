/** Runs the command-line tool as a person would, and reads what it printed. */
import { execFile } from 'node:child_process';
import { bundle } from './bundle';

export interface Outcome {
  readonly status: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** In English, whatever the tester's language, unless `environment` says otherwise. */
export function pagewalk(
  args: readonly string[],
  input?: Uint8Array,
  environment: Readonly<Record<string, string>> = { LC_ALL: 'C' },
): Promise<Outcome> {
  return new Promise((resolve) => {
    const child = execFile(
      process.execPath,
      [bundle, ...args],
      { maxBuffer: 1 << 28, env: { ...process.env, FORCE_COLOR: '1', ...environment } },
      (error, stdout, stderr) =>
        resolve({ status: typeof error?.code === 'number' ? error.code : 0, stdout, stderr }),
    );
    child.stdin!.on('error', () => undefined);
    child.stdin!.end(input ?? '');
  });
}

export const objects = ({ stdout }: Outcome): Record<string, unknown>[] =>
  stdout
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Record<string, unknown>);
