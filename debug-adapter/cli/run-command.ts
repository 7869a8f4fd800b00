/**
 * Runs one command of the tool and gives its exit status. What cannot be used is told on standard error in one line.
 */
import { errors, UserError, wordsOf } from '../errors';
import { NodeHost } from '../host/node-host';
import { listen, serve } from '../host/serve';
import { open } from '../opening';
import { kernelNote } from '../kernel-note';
import { machineNote } from '../machine-note';
import { missingNotes } from '../missing-note';
import { notAppliedNotes } from '../not-applied-note';
import { differenceNotes } from '../snapshot-notes';
import { blameCommand } from './blame';
import { readCommandLine, type CommandLine } from './command-line';
import { explainCommand } from './explain';
import { languageOfEnvironment, languageOfRun } from './languages';
import { mapsCommand } from './maps';
import { pagesCommand } from './pages';
import { printable } from './printable';
import { Printer, ReaderLeft, wantsColour } from './printer';
import { replayCommand } from './replay';
import type { TraceRun } from './trace-run';
import { version } from './version';
import { whatIfCommand } from './what-if';
import type { Message } from '../../model/why/message-shape';
import { textOf } from '../../model/why/message';
import type { SpokenLanguage } from '../words/language';
import { tell, told, verbatim } from '../words/tell';

const UNUSABLE = 2;

/** @param words the command line. */
export async function runCommand(words: readonly string[]): Promise<number> {
  // Until the command line has been read, what is wrong with it is told in the environment's language.
  let language = languageOfEnvironment(process.env);
  const complain: Complain = (problem) => complainIn(language, problem);
  const terminal = process.stdout.isTTY;
  const out = new Printer(process.stdout, wantsColour(terminal, process.env), terminal);
  try {
    language = languageOfRun(words, process.env);
    const status = await perform(readCommandLine(words), { language, complain }, out);
    await out.end();
    return status;
  } catch (thrown) {
    if (thrown instanceof ReaderLeft) return 0;
    // What was found before the trouble is still worth having.
    await out.flush().catch(() => undefined);
    complain(thrown instanceof UserError ? thrown.said : errors.readFailed(wordsOf(thrown)).said);
    return UNUSABLE;
  }
}

type Complain = (problem: Message) => void;

interface Voice {
  readonly language: SpokenLanguage;
  /** On standard error, in one line. */
  readonly complain: Complain;
}

async function perform(command: CommandLine, voice: Voice, out: Printer): Promise<number> {
  const { language, complain } = voice;
  switch (command.command) {
    case 'help':
      await out.line(told(language, 'cli.help').trimEnd());
      return 0;
    case 'version':
      await out.line(`pagewalk ${version()}`);
      return 0;
    case 'wrong':
      complain(tell('cli.see-help', { problem: command.problem }));
      return UNUSABLE;
    case 'dap':
      return debugAdapter(command.port, voice);
    case 'explain':
      return withTrace(command, voice, (run) => explainCommand(run, { ...command, language }, out));
    case 'maps':
      return withTrace(command, voice, (run) => mapsCommand(run, command, out, complain));
    case 'pages':
      return withTrace(command, voice, (run) => pagesCommand(run, { ...command, language }, out));
    case 'blame':
      return withTrace(command, voice, (run) => blameCommand(run, { ...command, language }, out));
    case 'replay':
      return withTrace(command, voice, (run) => replayCommand(run, { ...command, language }, out));
    case 'whatif':
      return withTrace(command, voice, (run) => whatIfCommand(run, { ...command, language }, out));
  }
}

const complainIn = (language: SpokenLanguage, problem: Message): void =>
  void process.stderr.write(`pagewalk: ${printable(textOf(problem, language))}\n`);

async function withTrace(
  options: Extract<CommandLine, { readonly trace: string }>,
  { language, complain }: Voice,
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
      ...notAppliedNotes(timeline, language),
      ...missingNotes(timeline, language),
      ...differenceNotes(timeline),
    ];
    for (const note of notes) complain(note);
    const status = await work(run);
    if (!options.json && status !== 2) {
      const note = [...kernelNote(run.timeline), ...machineNote(run.timeline)].map((sentence) =>
        textOf(sentence, language),
      );
      complain(verbatim(note.join(' ')));
    }
    return status;
  } finally {
    run.sources.close();
  }
}

/** Settles when the client has left; a server stays until it is killed. */
function debugAdapter(port: number | undefined, { complain }: Voice): Promise<number> {
  return new Promise((resolve) => {
    if (port === undefined) serve(process.stdin, process.stdout, () => resolve(0));
    else {
      listen(
        port,
        (bound) => complain(tell('cli.listening', { address: `127.0.0.1:${bound}` })),
        (error) => {
          complain(tell('cli.port-unusable', { port, problem: error.message }));
          resolve(UNUSABLE);
        },
      );
    }
  });
}
