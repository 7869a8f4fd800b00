/** How many bytes the live kernel uses behind a pointer, as the program finds out. */
import { execFileSync } from 'node:child_process';
import { join } from 'node:path';

export interface MeasuredSize {
  readonly call: string;
  /** Of fcntl, ioctl and their like. */
  readonly command: string | undefined;
  readonly argument: string;
  readonly bytes: number;
}

export function measuredSizes(folder: string, bits: 32 | 64): readonly MeasuredSize[] {
  const binary = join(folder, `sizes-${bits}`);
  const source = join(import.meta.dirname, 'programs', 'sizes.c');
  const machine = bits === 32 ? ['-m32', '-I/usr/include/x86_64-linux-gnu'] : [];
  execFileSync('gcc', ['-static', '-O1', '-w', ...machine, '-o', binary, source], { stdio: 'pipe' });
  const told = execFileSync(binary, { cwd: folder, encoding: 'latin1' });
  return told.split('\n').flatMap((line) => {
    const words = line.trim().split(' ');
    // A kernel may be built without a call: it has nothing to say of its size.
    if (words.at(-1) === 'ENOSYS' || words.length < 3) return [];
    const [call = '', ...rest] = words;
    const [command, argument, bytes] = rest.length === 3 ? rest : [undefined, ...rest];
    return [{ call, command, argument: argument ?? '', bytes: Number(bytes) }];
  });
}
