/** What an explanation comes to, in the words that stand first: in the Why view, in VS Code's red box. */
import type { Explanation } from './explanation';
import type { Message } from './message-shape';
import { say } from './message';

/** Of several causes none is the answer. */
export const leavesSeveral = ({ causes, certainty }: Explanation): boolean =>
  certainty === 'likely' && causes.length > 1;

/** Undefined where nothing plainer than the headline is to be said. */
export function plainAnswer(explanation: Explanation): Message | undefined {
  return leavesSeveral(explanation) ? say('plain.several') : explanation.causes[0]?.plain;
}
