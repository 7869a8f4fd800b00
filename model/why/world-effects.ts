/** What a call changed beside mappings and locks, one sentence each. */
import type { KnownLimit, LimitName, LimitValue } from '../process/limits';
import type { Privileges } from '../process/privileges';
import type { Process, WorldChange } from '../process/world';
import type { Message } from './message-shape';
import { quote, say } from './message';
import { bytesInWords } from './sizes';

export const worldEffects = (change: WorldChange): readonly Message[] => [
  ...sizes(change),
  ...change.processes.flatMap(({ before, after }) => (before && after ? limits(before, after) : [])),
  ...descriptors(change),
  ...change.tasks.flatMap(({ before, after }) =>
    before && after ? capabilities(before.privileges, after.privileges) : [],
  ),
];

function sizes({ spaces }: WorldChange): readonly Message[] {
  return spaces.flatMap(({ factsBefore: before, factsAfter: after }) =>
    before.complete && after.complete && before.total !== after.total
      ? [say('whatif.vmsize', { from: before.total * 4, to: after.total * 4 })]
      : [],
  );
}

function limits(before: Process, after: Process): readonly Message[] {
  const messages: Message[] = [];
  for (const [name, now] of after.limits) {
    const was = before.limits.get(name);
    if (was?.soft === now.soft && was.hard === now.hard) continue;
    const limit = quote(`RLIMIT_${name}`);
    const to = limitInWords(name, now);
    messages.push(
      was === undefined
        ? say(now.how === 'read' ? 'effect.limit-shown' : 'effect.limit-set', { limit, to })
        : say('whatif.limit', { limit, from: limitInWords(name, was), to }),
    );
  }
  return messages;
}

/** Counted, not measured in bytes. */
const COUNTS: ReadonlySet<LimitName> = new Set([
  'NPROC',
  'NOFILE',
  'CPU',
  'LOCKS',
  'SIGPENDING',
  'NICE',
  'RTPRIO',
  'RTTIME',
]);

function limitInWords(name: LimitName, { soft, hard }: KnownLimit): Message {
  const one = (value: LimitValue): Message =>
    value === 'infinity'
      ? say('whatif.no-limit')
      : say('text', { text: COUNTS.has(name) ? value : bytesInWords(value) });
  return soft === hard ? one(soft) : say('whatif.soft-and-hard', { soft: one(soft), hard: one(hard) });
}

/** What the call gave or took, or what its answer shows. */
function capabilities(before: Privileges, after: Privileges): readonly Message[] {
  const told = (has: 'yes' | 'no'): readonly Message[] =>
    [...after.capabilities]
      .filter(([name, now]) => now.has === has && before.capabilities.get(name)?.has !== has)
      .map(([name]) => quote(name));
  return (['yes', 'no'] as const).flatMap((has) => {
    const names = told(has);
    return names.length === 0 ? [] : [say(`effect.capability-${has}`, { names })];
  });
}

function descriptors({ descriptors: tables }: WorldChange): readonly Message[] {
  return tables.flatMap(({ before, after }) => {
    if (before === undefined || after === undefined) return [];
    const messages: Message[] = [];
    const old = new Map(before.entries());
    for (const [fd, file] of after.entries()) {
      if (old.get(fd)?.description !== file.description)
        messages.push(say('whatif.opens', { fd, path: quote(file.path) }));
      old.delete(fd);
    }
    for (const fd of old.keys()) messages.push(say('whatif.closes', { fd }));
    return messages;
  });
}
