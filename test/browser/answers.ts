/** What the command-line tool says of a log, for views to be held against: the same model by another way. */
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { inRepository } from '../../scripts/repository.mjs';

const run = promisify(execFile);

async function pagewalk(...args: readonly string[]): Promise<string> {
  const command = [inRepository('dist', 'pagewalk.js'), ...args];
  try {
    return (await run(process.execPath, command, { maxBuffer: 1 << 26 })).stdout;
  } catch (problem) {
    // 1: there are failing calls.
    const { code, stdout } = problem as { readonly code?: number; readonly stdout?: string };
    if (code === 1 && stdout !== undefined) return stdout;
    throw problem;
  }
}

interface Total {
  readonly line: number;
  readonly locked_kb: number | null;
}

interface Explanation {
  readonly errno: string | null;
  readonly causes: readonly { readonly evidence: readonly { readonly text: string }[] }[];
  readonly remedies: readonly string[];
}

/** The log of one process. A moment is that before a line, as a session stands at it; behind it is before the next line. */
export class Answers {
  readonly #log: string;
  readonly #totals: readonly Total[];

  private constructor(log: string, totals: readonly Total[]) {
    this.#log = log;
    this.#totals = totals;
  }

  static async of(log: string): Promise<Answers> {
    const lines = (await pagewalk('replay', log, '--json')).trim().split('\n');
    return new Answers(
      log,
      lines.map((line) => JSON.parse(line) as Total),
    );
  }

  /** Where VMAs begin before a line, as views write addresses. Line 1 has none yet. */
  async starts(line: number): Promise<readonly string[]> {
    if (line === 1) return [];
    const maps = await pagewalk('maps', this.#log, '--line', String(line - 1));
    return Array.from(maps.matchAll(/^0*([0-9a-f]+)-[0-9a-f]+ [r-][w-]/gm), ([, start]) => `0x${start}`);
  }

  /** Locked before a line, as views write it. */
  locked(line: number): string {
    const kb = this.#totals.findLast((call) => call.line < line)?.locked_kb ?? null;
    return kb === null ? 'cannot tell' : `${kb} kB`;
  }

  /** What `explain` says of a line: of a failing call its evidence and its remedies, of others what they did. */
  async sayings(line: number): Promise<readonly string[]> {
    const args = ['explain', this.#log, '--line', String(line)];
    const { errno, causes, remedies } = JSON.parse(await pagewalk(...args, '--json')) as Explanation;
    if (errno !== null)
      return [...causes.flatMap(({ evidence }) => evidence.map(({ text }) => text)), ...remedies];
    const [, headline = ''] = (await pagewalk(...args)).split('\n');
    return [headline.trim()];
  }
}
