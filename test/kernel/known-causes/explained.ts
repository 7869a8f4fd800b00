/**
 * What `pagewalk explain --json` says of a log, by the tool's own code.
 */
import { PassThrough } from 'node:stream';
import { explainCommand } from '../../../debug-adapter/cli/explain';
import { ENGLISH } from '../../../debug-adapter/words/languages';
import { Printer } from '../../../debug-adapter/cli/printer';
import { NodeHost } from '../../../debug-adapter/host/node-host';
import { open } from '../../../debug-adapter/opening';

export interface Explained {
  readonly file?: string;
  readonly line: number;
  readonly pid: number | null;
  readonly call: string;
  readonly errno: string | null;
  readonly certainty: 'proven' | 'likely' | 'outside';
  readonly causes: readonly {
    readonly id: string;
    readonly text: string;
    readonly evidence: readonly { readonly line: number; readonly text: string }[];
  }[];
  readonly remedies: readonly string[];
}

/** One object a failing call, in the log's order. */
export async function explained(trace: string): Promise<readonly Explained[]> {
  const run = await open(
    new NodeHost(process.stdin),
    { program: trace },
    new AbortController().signal,
    () => undefined,
  );
  try {
    const written = new PassThrough();
    const texts: string[] = [];
    written.setEncoding('utf8').on('data', (text: string) => texts.push(text));
    const out = new Printer(written, false);
    await explainCommand(run, { line: undefined, pid: undefined, json: true, language: ENGLISH }, out);
    await out.end();
    return texts
      .join('')
      .split('\n')
      .filter((line) => line !== '')
      .map((line) => JSON.parse(line) as Explained);
  } finally {
    run.sources.close();
  }
}
