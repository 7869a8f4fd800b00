/** The manual through time as sentences: of one error for an explanation, and the whole table for whoever asks. */
import type { Message } from '../message-shape';
import { enumerate, quote, say, type MessageKey } from '../message';
import { manualOfCall, manuals } from '.';
import type { Era, Generation, ManualStatement } from './generation';

const eraNames: Readonly<Record<Era, MessageKey>> = {
  '1996': 'manual.era.1996',
  '2.4': 'manual.era.2.4',
  '2010': 'manual.era.2010',
  today: 'manual.era.today',
};

export const eraInWords = (era: Era): Message => say(eraNames[era]);

export function pageInWords({ says }: Generation): Message {
  if (says === 'silent') return say('manual.silent');
  return says === 'not-at-hand' ? say('manual.not-at-hand') : says;
}

/** "today: As before. The kernel: …" */
export function generationInWords(generation: Generation): Message {
  const { era, kernel } = generation;
  const page = { era: eraInWords(era), says: pageInWords(generation) };
  return kernel === undefined ? say('manual.page', page) : say('manual.page-and-kernel', { ...page, kernel });
}

/** A heading, and under it what belongs to it. */
export interface ManualSection {
  readonly heading: Message;
  readonly lines: readonly Message[];
}

/** What can be asked without a call; with one, its errors; with both, every statement of that errno. */
export function manualSections(call?: string, errno?: string): readonly ManualSection[] {
  const calls = names(manuals.map((manual) => manual.call));
  if (call === undefined) return [{ heading: say('manual.calls', { calls }), lines: [] }];
  const manual = manualOfCall(call);
  if (manual === undefined) return [{ heading: say('manual.no-call', { call, calls }), lines: [] }];
  const errors = names([...new Set(manual.statements.map((one) => one.errno))]);
  if (errno === undefined) return [{ heading: say('manual.errors', { call, errors }), lines: [] }];
  const found = manual.statements.filter((one) => one.errno === errno);
  if (found.length === 0) return [{ heading: say('manual.no-errno', { call, errno, errors }), lines: [] }];
  return found.map((statement) => ({
    heading: say('manual.heading', { call: manual.call, errno: errnoOf(statement) }),
    lines: statement.generations.map(generationInWords),
  }));
}

function errnoOf({ errno, checks }: ManualStatement): Message {
  if (checks === undefined) return quote(errno);
  return checks.length === 0
    ? say('manual.of-no-check', { errno })
    : say('manual.of-checks', { errno, checks: names(checks) });
}

const names = (all: readonly string[]): Message => enumerate(all.map(quote));
