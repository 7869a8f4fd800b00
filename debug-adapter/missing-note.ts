/**
 * That a log leaves calls out, in words: nothing that is shown of memory can be better than the log.
 */
import type { Timeline } from '../model/timeline/timeline';
import type { Message } from '../model/why/message-shape';
import type { SpokenLanguage } from './words/language';
import { lineWords, tell, told } from './words/tell';

/** One line, or none. */
export function missingNotes({ missing, recording }: Timeline, language: SpokenLanguage): readonly Message[] {
  const { names, impossible } = missing;
  const advice = tell('missing.advice');
  if (impossible !== undefined) {
    const line = lineWords(recording.events.line(impossible));
    return [tell('missing.impossible', { line, advice })];
  }
  const [name] = names;
  // A process that was attached to may have done with them before.
  if (name === undefined || !recording.survey.startsAtExecve) return [];
  return names.length === 1
    ? [tell('missing.one', { name, advice })]
    : [tell('missing.several', { names: names.join(told(language, 'missing.between')), advice })];
}
