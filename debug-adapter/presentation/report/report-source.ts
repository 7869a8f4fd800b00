/** What a report is made of, and the language it speaks. */
import type { Timeline } from '../../../model/timeline/timeline';
import type { Message } from '../../../model/why/message-shape';
import type { SpokenLanguage } from '../../words/language';

export interface ReportSource {
  readonly timeline: Timeline;
  readonly language: SpokenLanguage;
  /** The log's name, without its folder: it goes to other people. */
  readonly log: string;
}

export type Words = (message: Message) => string;
