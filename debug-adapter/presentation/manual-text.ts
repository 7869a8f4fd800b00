/**
 * The manual through time, as the Why view, the debug console and the command-line tool show it.
 */
import { explain } from '../../model/why/explain';
import type { Explanation } from '../../model/why/explanation';
import type { Message } from '../../model/why/message-shape';
import { eraInWords, generationInWords, manualSections, pageInWords } from '../../model/why/manual/in-words';
import { textOf } from '../../model/why/message';
import { sourceInWords } from '../../model/why/source-in-words';
import type { Language } from '../../model/why/words/language';
import type { Outlook } from '../outlook';
import type { ManualBody } from '../protocol/manual';
import type { Replay } from '../replay';
import { richText } from './rich-text';

/** One line a generation: what its page says, and what its kernel did where that is something else. */
export const manualLines = ({ manual }: Explanation): readonly Message[] =>
  (manual ?? []).map(generationInWords);

/** The generations as data: `says` is null where the page does not mention the error, or none was at hand. */
export const manualObjects = (
  { manual }: Explanation,
  words: (message: Message) => string,
): readonly unknown[] =>
  (manual ?? []).map(({ era, says, kernel, sources }) => ({
    era,
    says: typeof says === 'string' ? null : words(says),
    kernel: kernel === undefined ? null : words(kernel),
    sources: sources.map((source) => words(sourceInWords(source))),
  }));

export const manualBodies = ({ manual }: Explanation, language: Language): readonly ManualBody[] =>
  (manual ?? []).map((generation) => ({
    era: generation.era,
    title: richText(eraInWords(generation.era), language),
    says: richText(pageInWords(generation), language),
    kernel: generation.kernel === undefined ? null : richText(generation.kernel, language),
    sources: generation.sources.map((source) => textOf(sourceInWords(source), language)),
  }));

/** `manual [CALL [ERRNO]]`: of the call that failed here where no call is given. */
export function manualText(replay: Replay, { event }: Outlook, asked: string): string {
  const text = (message: Message): string => textOf(message, replay.language);
  const [call, errno] = asked.split(/\s+/).filter((word) => word !== '');
  const explanation = call !== undefined || event === undefined ? undefined : explain(replay.timeline, event);
  const here = explanation === undefined ? [] : manualLines(explanation);
  if (here.length > 0) return here.map(text).join('\n');
  return manualSections(call, errno?.toUpperCase())
    .flatMap(({ heading, lines }) => [text(heading), ...lines.map((line) => `  ${text(line)}`)])
    .join('\n');
}
