/**
 * What the handlers of one session share. The session makes it; handlers read and change it; nothing else does.
 */
import type { DebugProtocol as Dap } from '@vscode/debugprotocol';
import type { Position } from '../model/timeline/timeline';
import type { WhatIfState } from '../model/query/what-if/what-if';
import type { TaskId } from '../model/trace/positions';
import { BreakpointStore } from './breakpoints/breakpoint-store';
import { defaultTraits } from './client-traits';
import type { Message } from '../model/why/message-shape';
import { textOf } from '../model/why/message';
import { NotStopped, errors } from './errors';
import { HandleTable } from './handles';
import type { Frame } from './presentation/frame';
import type { Container } from './presentation/container';
import { Progress } from './progress';
import type { LogOnDisk } from './log-on-disk';
import type { Replay } from './replay';
import type { SendEvent, SessionClient } from './session-client';
import type { SessionHost } from './session-host';
import type { SpokenLanguage } from './words/language';
import { ENGLISH } from './words/languages';

export interface StopDetails {
  readonly reason: string;
  readonly description?: Message;
  readonly text?: string;
  readonly hitBreakpointIds?: readonly number[];
}

export class SessionState implements SessionClient {
  client = defaultTraits;
  /** What the person reads in the client. */
  clientLanguage: SpokenLanguage = ENGLISH;
  /** What all is said in: the client's, unless the launch asks for another. */
  language: SpokenLanguage = ENGLISH;
  replay: Replay | undefined;
  /** Of the files that the replay reads. */
  logOnDisk: LogOnDisk | undefined;
  /** How often a log has been read: events and spaces of another reading are others. */
  readings = 0;
  /** What has been tried in the console, from where it began. */
  whatIf: WhatIfState | undefined;
  /** Set while a scan for the next stop is under way. */
  running: AbortController | undefined;
  readonly frames = new HandleTable<Frame>();
  readonly containers = new HandleTable<Container>();
  readonly breakpoints: BreakpointStore;
  readonly progress: Progress;
  /** Settles when the client has sent all its breakpoints. */
  readonly configured: Promise<void>;
  readonly configurationIsDone: () => void;
  /** Aborted when the session ends: all long work listens to it. */
  readonly ended = new AbortController();

  constructor(
    readonly host: SessionHost,
    readonly send: SendEvent,
  ) {
    this.breakpoints = new BreakpointStore(this);
    this.progress = new Progress(this);
    let done = (): void => undefined;
    this.configured = new Promise((resolve) => (done = resolve));
    this.configurationIsDone = done;
  }

  /** @throws UserError when nothing is launched. */
  launched(command: string): Replay {
    if (!this.replay) throw errors.notLaunched(command);
    return this.replay;
  }

  /** @throws UserError when nothing is launched, NotStopped while a scan runs. */
  stopped(command: string): Replay {
    const replay = this.launched(command);
    if (this.running) throw new NotStopped();
    return replay;
  }

  taskOfThread(replay: Replay, threadId: number): TaskId {
    const info = replay.recording.tasks[threadId - 1];
    if (!info || !replay.isShown(info.id)) throw errors.noSuchThread(threadId);
    return info.id;
  }

  /** Moves there and tells the client. */
  stopAt(replay: Replay, position: Position, focus: TaskId, details: StopDetails): void {
    replay.position = position;
    replay.focus = focus;
    const { reason, description, ...others } = details;
    this.send('stopped', {
      reason,
      ...(description === undefined ? {} : { description: textOf(description, this.language) }),
      ...others,
      threadId: threadIdOf(focus),
      allThreadsStopped: true,
    } satisfies Omit<Dap.StoppedEvent['body'], 'hitBreakpointIds'> & Omit<StopDetails, 'description'>);
    void this.logOnDisk?.changed();
  }

  output(text: string, more: Partial<Dap.OutputEvent['body']> = {}): void {
    this.send('output', { category: 'console', ...more, output: text.endsWith('\n') ? text : `${text}\n` });
  }
}

/** Threads are numbered by task, from 1: tids are reused by the kernel, and a log of one process may show none. */
export const threadIdOf = (task: TaskId): number => task + 1;
