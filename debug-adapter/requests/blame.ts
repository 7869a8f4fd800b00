/** `pagewalk/blame`: for the views, and for 'go to declaration' on an address of a log. */
import { blameOf } from '../../model/why/blame/blame';
import { targetOf } from '../../model/why/blame/target';
import { eventIndex, lineNumber, type EventIndex } from '../../model/trace/positions';
import { errors } from '../errors';
import { richText } from '../presentation/rich-text';
import type { BlameBody } from '../protocol/blame';
import type { Replay } from '../replay';
import type { HandlerTable } from '../request-table';
import type { SessionState } from '../session-state';
import { outlookOf } from './views';
import { tell } from '../words/tell';

export const blameHandlers = (state: SessionState): Pick<HandlerTable, 'pagewalk/blame'> => ({
  'pagewalk/blame': (args) => {
    const replay = state.launched('pagewalk/blame');
    const target = targetOf(args.target);
    if (target === undefined) throw errors.expression(tell('console.no-target', { text: args.target }));
    const at = args.line === undefined ? undefined : eventAtLine(replay, args.line, args.file);
    if (at === undefined && args.line !== undefined) return NOTHING;
    const outlook =
      at === undefined
        ? outlookOf(state, replay, args)
        : { position: at, task: replay.recording.events.task(at) };
    const { timeline } = replay;
    const before = blameOf(timeline, outlook.task, target, outlook.position);
    // What a line maps is not there before it: asked of that line, it is the line itself that made it.
    const after =
      at === undefined || (before !== undefined && before.deeds.length > 0)
        ? undefined
        : blameOf(timeline, outlook.task, target, eventIndex(at + 1));
    const blame = after ?? before;
    return blame === undefined ? NOTHING : bodyOf(replay, blame);
  },
});

const NOTHING: BlameBody = { now: [], deeds: [], notes: [] };

/** Lines above one that is no event: the first half of a call, a message between. */
const MOST_ABOVE = 100;

/** Undefined for a file that is none of this recording. */
function eventAtLine(replay: Replay, line: number, file: string | undefined): EventIndex | undefined {
  const index = file === undefined ? replay.recording.files[0]?.index : replay.fileAt(file);
  if (index === undefined || !Number.isInteger(line)) return undefined;
  for (let at = line; at > 0 && at > line - MOST_ABOVE; at--) {
    const event = replay.recording.events.eventAtLine(index, lineNumber(at));
    if (event !== undefined) return event;
  }
  return undefined;
}

function bodyOf(replay: Replay, { now, deeds, notes }: NonNullable<ReturnType<typeof blameOf>>): BlameBody {
  const { language, recording } = replay;
  return {
    now: richText(now, language),
    deeds: deeds.map(({ how, event, line, text }) => ({
      how,
      event,
      line,
      file: replay.locationOf(recording.events.file(event)),
      text: richText(text, language),
    })),
    notes: notes.map((note) => richText(note, language)),
  };
}
