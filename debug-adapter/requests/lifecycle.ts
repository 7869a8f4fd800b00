/**
 * The life of a session: initialize, launch, configurationDone, restart, disconnect, cancel.
 *
 *     initialize ─> initialized ─> breakpoints … ─> configurationDone ─┐
 *     launch ─────> index the log ─────────────────> answer ───────────┴─> stopped: entry
 */
import { capabilitiesIn } from '../capabilities';
import { traitsOf } from '../client-traits';
import { Cancelled, errors } from '../errors';
import { eventIndex } from '../../model/trace/positions';
import type { Message } from '../../model/why/message-shape';
import type { SpokenLanguage } from '../words/language';
import { ENGLISH, languageOf, languages } from '../words/languages';
import { tell, told, verbatim } from '../words/tell';
import type { TaskId } from '../../model/trace/positions';
import type { Recording } from '../../model/trace/recording';
import { LogOnDisk } from '../log-on-disk';
import { open } from '../opening';
import type { Opened } from '../opening';
import type { LaunchArguments } from '../protocol/launch';
import { Replay } from '../replay';
import type { HandlerTable } from '../request-table';
import { run } from '../running/run';
import type { SessionState } from '../session-state';
import { summaryLines } from '../presentation/survey-text';

type Lifecycle = Pick<
  HandlerTable,
  'initialize' | 'launch' | 'attach' | 'configurationDone' | 'restart' | 'disconnect' | 'cancel'
>;

export const lifecycleHandlers = (state: SessionState, cancel: (requestSeq: number) => void): Lifecycle => {
  let launching: LaunchArguments | undefined;

  return {
    initialize: (args, { afterwards }) => {
      state.client = traitsOf(args);
      state.clientLanguage = languageOf(args.locale ?? '') ?? ENGLISH;
      state.language = state.clientLanguage;
      afterwards(() => state.send('initialized'));
      return capabilitiesIn(state.language);
    },

    launch: async (args, { signal, afterwards }) => {
      if (launching) throw errors.launchedTwice();
      checkLaunch(args);
      state.language = spoken(args.language) ?? state.clientLanguage;
      launching = args;
      try {
        const opened = await index(state, args, signal);
        begin(opened, args);
      } catch (thrown) {
        launching = undefined;
        throw thrown;
      }
      afterwards(() => void start(args));
      return undefined;
    },

    attach: () => {
      throw errors.noAttach();
    },

    configurationDone: (_args, { afterwards }) => afterwards(() => state.configurationIsDone()),

    restart: async (args, { signal, afterwards }) => {
      const replay = state.launched('restart');
      const changed = isLaunch(args.arguments) ? args.arguments : (launching ?? { program: replay.program });
      state.running?.abort('ended');
      state.running = undefined;
      const isOther = (await replay.sources.changedFile()) !== undefined;
      if (isOther || differs(changed, launching)) {
        checkLaunch(changed);
        state.language = spoken(changed.language) ?? state.clientLanguage;
        const opened = await index(state, changed, signal);
        replay.sources.close();
        launching = changed;
        begin(opened, changed);
      }
      afterwards(() => void start(changed));
      return undefined;
    },

    /** The client waits for nothing behind this answer, so what it still waits for is answered before. */
    disconnect: async (_args, { cancelOthers }) => {
      state.ended.abort();
      await cancelOthers();
      state.replay?.sources.close();
      state.replay = undefined;
    },

    /** A request that is answered already, or a progress that is over, is no error. */
    cancel: (args) => {
      if (args.requestId !== undefined) cancel(args.requestId);
      if (args.progressId !== undefined) state.progress.cancel(args.progressId);
    },
  };

  function begin(opened: Opened, args: LaunchArguments): void {
    const { timeline, sources } = opened;
    const shown = shownTasks(timeline.recording, args.tasks);
    const replay = new Replay(timeline, sources, args.program, shown, state);
    state.replay = replay;
    state.readings += 1;
    state.logOnDisk = new LogOnDisk(state, sources);
    state.frames.clear();
    state.containers.clear();
    state.breakpoints.resolveAll(replay);
    for (const line of summaryLines(replay, opened.notes))
      state.output(line.text, line.important ? { category: 'important' } : {});
  }

  /** Stops at the first event, or runs from it, once the client has sent its breakpoints. */
  async function start(args: LaunchArguments): Promise<void> {
    await state.configured;
    const { replay } = state;
    if (!replay || state.ended.signal.aborted) return;
    if (args.noDebug === true) {
      state.send('terminated');
      return;
    }
    const first = replay.start;
    if (args.stopOnEntry !== false) {
      state.stopAt(replay, first, replay.taskNear(first), { reason: 'entry' });
      return;
    }
    replay.position = first;
    await run(state, replay, { direction: 'forward', from: first });
  }
};

/** Reads the log, with progress; cancelled by the request, by the progress, or by leaving. */
async function index(state: SessionState, args: LaunchArguments, signal: AbortSignal): Promise<Opened> {
  if (state.ended.signal.aborted) throw new Cancelled();
  const abort = new AbortController();
  const stop = (): void => abort.abort();
  const signals = [signal, state.ended.signal];
  for (const each of signals) each.addEventListener('abort', stop);
  const progress = state.progress.begin(told(state.language, 'progress.reading'), abort);
  let opened: Opened | undefined;
  try {
    opened = await open(state.host, args, abort.signal, (share, events) =>
      progress.update(
        share,
        told(state.language, 'progress.read', { percent: Math.floor(share * 100), events }),
      ),
    );
    if (abort.signal.aborted) throw new Cancelled();
    shownTasks(opened.timeline.recording, args.tasks);
    return opened;
  } catch (thrown) {
    opened?.sources.close();
    throw thrown;
  } finally {
    progress.end();
    for (const each of signals) each.removeEventListener('abort', stop);
  }
}

/** Launch arguments come from a file that a person writes: each that has a wrong type is named. */
function checkLaunch(args: Readonly<Record<keyof LaunchArguments, unknown>> | LaunchArguments): void {
  if (typeof args.program !== 'string' || args.program === '') throw errors.noProgram();
  const wrong = (problem: Message): never => {
    throw errors.badArguments('launch', problem);
  };
  for (const name of ['maps', 'kernel', 'architecture', 'language'] as const) {
    if (args[name] !== undefined && typeof args[name] !== 'string')
      wrong(tell('error.must-be-string', { name }));
  }
  for (const name of ['pageSize', 'maxMapCount'] as const) {
    if (args[name] !== undefined && typeof args[name] !== 'number')
      wrong(tell('error.must-be-number', { name }));
  }
  for (const name of ['stopOnEntry', 'noDebug'] as const) {
    if (args[name] !== undefined && typeof args[name] !== 'boolean')
      wrong(tell('error.must-be-truth', { name }));
  }
  const { language } = args;
  if (typeof language === 'string' && language !== '' && spoken(language) === undefined) {
    const values = languages.map(({ tag }) => tag).join(', ');
    wrong(tell('error.must-be-one-of', { name: 'language', values }));
  }
  const tasks: unknown = args.tasks;
  if (tasks !== undefined && !(Array.isArray(tasks) && tasks.every((tid) => Number.isInteger(tid)))) {
    wrong(tell('error.must-be-tids', { name: 'tasks' }));
  }
}

/** Undefined where the client's own is meant. */
const spoken = (tag: string | undefined): SpokenLanguage | undefined =>
  tag === undefined || tag === '' ? undefined : languageOf(tag);

/** `arguments` of restart: VS Code sends the whole configuration, changed or not. */
const isLaunch = (args: unknown): args is LaunchArguments =>
  typeof args === 'object' && args !== null && 'program' in args;

const differs = (a: LaunchArguments, b: LaunchArguments | undefined): boolean =>
  a.program !== b?.program ||
  a.maps !== b.maps ||
  a.kernel !== b.kernel ||
  a.language !== b.language ||
  a.architecture !== b.architecture ||
  a.pageSize !== b.pageSize ||
  a.maxMapCount !== b.maxMapCount ||
  String(a.tasks) !== String(b.tasks);

/** @throws UserError when a tid asked for is not in the log: silently showing none would look like a hang. */
function shownTasks(
  recording: Recording,
  tids: readonly number[] | undefined,
): ReadonlySet<TaskId> | undefined {
  if (tids === undefined || tids.length === 0) return undefined;
  const known = recording.tasks.filter(
    (task) => task.tid !== undefined && hasEvents(task.firstEvent, recording),
  );
  for (const tid of tids) {
    if (known.some((task) => task.tid === tid)) continue;
    const some = known.slice(0, 20).map((task) => String(task.tid));
    const list = known.length > some.length ? `${some.join(', ')} …` : some.join(', ');
    throw errors.noSuchTask(tid, list === '' ? tell('error.no-tids') : verbatim(list));
  }
  return new Set(known.filter((task) => tids.includes(task.tid ?? -1)).map((task) => task.id));
}

const hasEvents = (first: number, recording: Recording): boolean =>
  eventIndex(first) < recording.events.length;
