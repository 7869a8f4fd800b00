/**
 * Runs one command of the tool and gives its exit status. What cannot be used is told on standard error in one line.
 */
import { errors, UserError, wordsOf } from '../errors';
import { NodeHost } from '../host/node-host';
import { listen, serve } from '../host/serve';
import { open } from '../opening';
import { kernelNote } from '../kernel-note';
import { missingNotes } from '../missing-note';
import { notAppliedNotes } from '../not-applied-note';
import { differenceNotes } from '../snapshot-notes';
import { blameCommand } from './blame';
import { help } from './command-line';
import type { CommandLine } from './command-line';
import { explainCommand } from './explain';
import { spoken } from './languages';
import { mapsCommand } from './maps';
import { pagesCommand } from './pages';
import { printable } from './printable';
import { Printer, ReaderLeft, wantsColour } from './printer';
import { replayCommand } from './replay';
import type { TraceRun } from './trace-run';
import { version } from './version';
import { whatIfCommand } from './what-if';

const UNUSABLE = 2;

export async function runCommand(command: CommandLine): Promise<number> {
  const terminal = process.stdout.isTTY;
  const out = new Printer(process.stdout, wantsColour(terminal, process.env), terminal);
  try {
    const status = await perform(command, out);
    await out.end();
    return status;
  } catch (thrown) {
    if (thrown instanceof ReaderLeft) return 0;
    // What was found before the trouble is still worth having.
    await out.flush().catch(() => undefined);
    complain(thrown instanceof UserError ? thrown.message : errors.readFailed(wordsOf(thrown)).message);
    return UNUSABLE;
  }
}

async function perform(command: CommandLine, out: Printer): Promise<number> {
  switch (command.command) {
    case 'help':
      await out.line(help.trimEnd());
      return 0;
    case 'version':
      await out.line(`pagewalk ${version()}`);
      return 0;
    case 'wrong':
      complain(`${command.problem} See pagewalk --help.`);
      return UNUSABLE;
    case 'dap':
      return debugAdapter(command.port);
    case 'explain':
      return withTrace(command, (run) =>
        explainCommand(run, { ...command, language: spoken(command.lang) }, out),
      );
    case 'maps':
      return withTrace(command, (run) => mapsCommand(run, command, out, complain));
    case 'pages':
      return withTrace(command, (run) => pagesCommand(run, command, out));
    case 'blame':
      return withTrace(command, (run) =>
        blameCommand(run, { ...command, language: spoken(command.lang) }, out),
      );
    case 'replay':
      return withTrace(command, (run) => replayCommand(run, command, out));
    case 'whatif':
      return withTrace(command, (run) =>
        whatIfCommand(run, { ...command, language: spoken(command.lang) }, out),
      );
  }
}

const complain = (text: string): void => void process.stderr.write(`pagewalk: ${printable(text)}\n`);

async function withTrace(
  options: Extract<CommandLine, { readonly trace: string }>,
  work: (run: TraceRun) => Promise<number>,
): Promise<number> {
  const opening = {
    program: options.trace,
    maps: options.maps,
    kernel: options.kernel,
    architecture: options.architecture,
    pageSize: options.pageSize,
    maxMapCount: options.maxMapCount,
  };
  const run = await open(new NodeHost(process.stdin), opening, new AbortController().signal, () => undefined);
  try {
    const { timeline } = run;
    const notes = [
      ...run.notes,
      ...notAppliedNotes(timeline),
      ...missingNotes(timeline),
      ...differenceNotes(timeline),
    ];
    for (const note of notes) complain(note);
    const status = await work(run);
    if (!options.json && status !== 2) complain(kernelNote(run.timeline));
    return status;
  } finally {
    run.sources.close();
  }
}

/** Settles when the client has left; a server stays until it is killed. */
function debugAdapter(port: number | undefined): Promise<number> {
  return new Promise((resolve) => {
    if (port === undefined) serve(process.stdin, process.stdout, () => resolve(0));
    else {
      listen(
        port,
        (bound) => process.stderr.write(`pagewalk: listening on 127.0.0.1:${bound}\n`),
        (error) => {
          complain(`The port ${port} cannot be used: ${error.message}.`);
          resolve(UNUSABLE);
        },
      );
    }
  });
}
