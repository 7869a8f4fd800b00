/**
 * Calls that name a file. A log shows names being made and taken away, so it can tell why one is missing or in the way, as long
 * as the same words are used for it.
 */
import type { EventIndex } from '../../trace/positions';
import type { CallEvent } from '../../trace/event';
import { argument, hasFlag, numberOf } from '../../process/call-values';
import { quote, say, type MessageKey } from '../message';
import type { Subject } from '../subject';
import { account, type Finder } from './account';
import { earlierCalls } from './earlier-calls';
import { MAKING, openFlagsOf, pathsOf, REMOVING } from './path-calls';
import { privilegesDropped } from './privileges';

/** Removals and makings that are looked back over for one path. */
const MOST = 300;

/** Of a missing name only who took it away matters; openings are many. */
const REMOVALS: ReadonlySet<string> = new Set(REMOVING);
const CHANGES: ReadonlySet<string> = new Set([...MAKING, ...REMOVING]);

interface NameChange {
  readonly event: EventIndex;
  readonly how: 'made' | 'removed' | 'renamed';
}

/** The last line that made the path or took it away, also through one of the directories above it. */
function lastChange(subject: Subject, path: string, names: ReadonlySet<string>): NameChange | undefined {
  let seen = 0;
  for (const { event, call } of earlierCalls(subject, { names })) {
    if (++seen > MOST) return undefined;
    const [from, to] = pathsOf(call);
    if (call.name.startsWith('rename')) {
      if (to === path) return { event, how: 'made' };
      if (from !== undefined && isAtOrBelow(path, from)) return { event, how: 'renamed' };
    } else if (REMOVING.includes(call.name)) {
      if (from === path) return { event, how: 'removed' };
    } else if ((call.name.startsWith('link') ? to : from) === path && makes(call))
      return { event, how: 'made' };
  }
  return undefined;
}

const isAtOrBelow = (path: string, directory: string): boolean =>
  path === directory || path.startsWith(directory.endsWith('/') ? directory : `${directory}/`);

const makes = (call: CallEvent): boolean =>
  !call.name.startsWith('open') || hasFlag(openFlagsOf(call), 'O_CREAT', 0o100) === true;

const shown = (path: string | undefined): { readonly path: ReturnType<typeof quote> } => ({
  path: quote(JSON.stringify(path ?? '')),
});

export const missing: Finder = (subject, call) => {
  const paths = pathsOf(call);
  const [path] = paths;
  if (path === undefined) return undefined;
  for (const one of paths) {
    const change = lastChange(subject, one, REMOVALS);
    const values = { call: call.name, ...shown(one) };
    if (change?.how === 'removed') return account(subject, 'outside.path-removed', values, change.event);
    if (change?.how === 'renamed') return account(subject, 'outside.path-renamed', values, change.event);
  }
  const values = { call: call.name, ...shown(path) };
  if (path === '') return account(subject, 'outside.path-empty', values, subject.event);
  return account(
    subject,
    call.name.startsWith('exec') ? 'outside.program-missing' : 'outside.path-missing',
    values,
  );
};

export const exists: Finder = (subject, call) => {
  if (call.name === 'epoll_ctl') return undefined;
  const path = pathsOf(call).at(-1);
  if (path === undefined) return undefined;
  const change = lastChange(subject, path, CHANGES);
  const values = { call: call.name, ...shown(path) };
  return change?.how === 'made'
    ? account(subject, 'outside.path-made', values, change.event)
    : account(subject, 'outside.path-exists', values);
};

/** Rights of the file, or of a directory on the way; what the program may do it may have given up itself. */
export const forbidden: Finder = (subject, call, errno) => {
  const [path] = pathsOf(call);
  if (path === undefined) return undefined;
  const values = { call: call.name, errno, ...shown(path) };
  const changed = rightsOf(subject, path);
  const dropped = privilegesDropped(subject);
  if (changed !== undefined && dropped === undefined)
    return account(subject, 'outside.path-rights-changed', values, changed);
  if (dropped !== undefined) {
    const found = account(subject, 'outside.path-forbidden-since', values, dropped);
    return changed === undefined
      ? found
      : { ...found, evidence: [changed, ...found.evidence].sort((a, b) => a - b) };
  }
  return account(
    subject,
    call.name.startsWith('exec') ? 'outside.program-forbidden' : 'outside.path-forbidden',
    values,
  );
};

function rightsOf(subject: Subject, path: string): EventIndex | undefined {
  const names = ['chmod', 'fchmodat', 'fchmodat2', 'chown', 'lchown', 'fchownat'];
  for (const { event, call } of earlierCalls(subject, { names })) if (pathsOf(call)[0] === path) return event;
  return undefined;
}

/** A path of which nothing more is to be told than what the errno means. */
export const plainPath =
  (key: MessageKey): Finder =>
  (subject, call, errno) => {
    const [path] = pathsOf(call);
    if (path === undefined) return undefined;
    return account(subject, key, { call: call.name, errno, ...shown(path) }, subject.event);
  };

/** A link whose target, or the target's target, is itself. */
export const loop: Finder = (subject, call) => {
  const [path] = pathsOf(call);
  if (path === undefined) return undefined;
  const values = { call: call.name, ...shown(path) };
  if (hasFlag(openFlagsOf(call), 'O_NOFOLLOW', 0o400000) === true)
    return account(subject, 'outside.path-is-link', values, subject.event);
  for (const { event, call: made } of earlierCalls(subject, { names: ['symlink', 'symlinkat'] }))
    if (pathsOf(made)[0] === path) return account(subject, 'outside.path-loop-made', values, event);
  return account(subject, 'outside.path-loop', values);
};

/** A program that is open for writing cannot be run, one that runs cannot be opened for writing. */
export const busyText: Finder = (subject, call) => {
  const [path] = pathsOf(call);
  if (path === undefined) return undefined;
  const values = { call: call.name, ...shown(path) };
  if (!call.name.startsWith('exec')) return account(subject, 'outside.program-runs', values);
  for (const { event, call: opened } of earlierCalls(subject, { names: ['open', 'openat', 'creat'] })) {
    const flags = openFlagsOf(opened);
    const writes =
      opened.name === 'creat' ||
      hasFlag(flags, 'O_WRONLY', 1) === true ||
      hasFlag(flags, 'O_RDWR', 2) === true;
    if (writes && pathsOf(opened)[0] === path)
      return account(subject, 'outside.program-written', values, event);
  }
  return account(subject, 'outside.program-busy', values);
};

/** A filesystem that is full, or the device that always is. */
export const noSpace: Finder = (subject, call) =>
  call.name === 'shmget'
    ? { ...account(subject, 'outside.no-segment', { call: call.name }), howToFindOut: say('how.segments') }
    : { ...account(subject, 'outside.no-space', { call: call.name }), howToFindOut: say('how.space') };

/** Of arguments the log shows a number. */
export const numberAt = (call: CallEvent, at: number): bigint | undefined => {
  const value = numberOf(argument(call, at));
  return value === undefined ? undefined : BigInt.asIntN(64, value);
};
