/**
 * A language that explanations are said in. What a translation lacks is said in English.
 */
import type { english } from './english';

export type MessageKey = keyof typeof english;

export interface Language {
  /** BCP 47: 'es', 'zh-Hant'. */
  readonly tag: string;
  readonly words: Readonly<Partial<Record<MessageKey, string>>>;
  /** What the checks demand, by their English words: where those change, the translation is missing and not wrong. */
  readonly demands: Readonly<Record<string, string>>;
}
