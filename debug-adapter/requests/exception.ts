/**
 * What VS Code shows in its red box: the errno, one sentence, and the reasoning behind it.
 */
import type { DebugProtocol as Dap } from '@vscode/debugprotocol';
import { errors } from '../errors';
import { EventKind } from '../../model/trace/event-table';
import { explain } from '../../model/why/explain';
import type { Cause, Explanation } from '../../model/why/explanation';
import type { Message } from '../../model/why/message-shape';
import { say as words, textOf } from '../../model/why/message';
import { leavesSeveral, plainAnswer } from '../../model/why/plain-answer';
import { boundedText } from '../presentation/event-text';
import { visibleLines } from '../presentation/visible-lines';
import type { HandlerTable } from '../request-table';
import type { SessionState } from '../session-state';
import { told } from '../words/tell';

export const exceptionHandlers = (state: SessionState): Pick<HandlerTable, 'exceptionInfo'> => ({
  exceptionInfo: (args) => {
    const replay = state.stopped('exceptionInfo');
    const task = state.taskOfThread(replay, args.threadId);
    const event = replay.nextOf(task, replay.position);
    if (event === undefined) throw errors.noException();
    const decoded = replay.recording.decode(event);
    if (replay.recording.events.kind(event) === EventKind.unparsed) {
      return {
        exceptionId: told(state.language, 'stop.not-understood'),
        description: told(state.language, 'stop.unparsed', {
          line: decoded.line,
          text: visibleLines(boundedText(decoded, 200)),
        }),
        breakMode: 'always',
      };
    }
    const explanation = explain(replay.timeline, event);
    if (!explanation || (explanation.outcome === 'succeeded' && explanation.divergence === undefined)) {
      throw errors.noException();
    }
    const say = (message: Message): string => visibleLines(textOf(message, replay.language));
    return {
      exceptionId: explanation.errno ?? explanation.call,
      description: descriptionOf(explanation, say),
      breakMode: 'always',
      details: detailsOf(explanation, say),
    };
  },
});

type Say = (message: Message) => string;

/** The plain words first: the box is read before any view. It has room for one cause; where there are others, it says so. */
function descriptionOf(explanation: Explanation, say: Say): string {
  const { causes, headline, divergence } = explanation;
  const plain = plainAnswer(explanation);
  const oneOf = leavesSeveral(explanation)
    ? [`${say(words('report.cause', { number: '1', of: String(causes.length) }))}: ${say(headline)}`]
    : [say(headline)];
  return [...(plain ? [say(plain)] : []), ...oneOf, ...(divergence ? [say(divergence)] : [])].join('\n');
}

function detailsOf(explanation: Explanation, say: Say): Dap.ExceptionDetails {
  const [first, ...others] = explanation.causes;
  const lines = [
    // The description says the first cause already.
    ...(first ? evidenceLines(first, say) : []),
    ...explanation.remedies.map(
      ({ text, tryCall }) => `• ${say(text)}${tryCall === undefined ? '' : ` — ${visibleLines(tryCall)}`}`,
    ),
  ];
  return {
    message: say(explanation.headline),
    typeName: first?.id ?? explanation.errno ?? explanation.call,
    ...(lines.length === 0 ? {} : { stackTrace: lines.join('\n') }),
    ...(others.length === 0
      ? {}
      : {
          innerException: others.map((cause) => ({
            message: say(cause.text),
            typeName: cause.id,
            stackTrace: [say(cause.text), ...evidenceLines(cause, say)].join('\n'),
          })),
        }),
  };
}

const evidenceLines = (cause: Cause, say: Say): readonly string[] => [
  ...cause.evidence.map(
    ({ line, text }, i) => `${i + 1}. ${say(words('report.place', { line }))}: ${say(text)}`,
  ),
  ...(cause.howToFindOut === undefined ? [] : [say(howInWords(cause.howToFindOut))]),
];

const howInWords = (how: Message): Message => words('report.how', { how });
