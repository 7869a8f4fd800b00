import type { Message } from '../../why/message-shape';

/** What can be put in at a place of a half-written call. */
export interface CallCandidate {
  /** The text to put in. */
  readonly text: string;
  readonly kind: 'call' | 'flag' | 'address' | 'number' | 'descriptor';
  /** What it is. */
  readonly detail?: Message;
}
