/**
 * A language that explanations are said in. What a translation lacks is said in English.
 */
import type { english } from './english';

export type MessageKey = keyof typeof english;

export interface Language {
  /** BCP 47: 'es', 'zh-Hant'. */
  readonly tag: string;
  readonly words: Readonly<Partial<Record<MessageKey, string>>>;
  /** What each check demands, by the check's id. */
  readonly demands: Readonly<Record<string, string>>;
}
