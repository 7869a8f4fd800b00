/**
 * An explanation: for a failing call the checklist with the broken rule and the lines that led to it; for a successful
 * one, what it did. Made from the same judgement as the prediction. Text comes as message parts, so that every front end
 * can translate it and link its lines.
 */
import type { EventIndex, LineNumber } from '../trace/positions';
import type { Source } from '../kernel/check';
import type { Generation } from './manual/generation';
import type { Message } from './message-shape';

export interface Explanation {
  readonly event: EventIndex;
  readonly line: LineNumber;
  readonly tid: number | undefined;
  /** mremap, brk …; for a fatal signal its name. */
  readonly call: string;
  readonly outcome: 'failed' | 'succeeded' | 'signal' | 'not-run' | 'unknown';
  /** 'ENOMEM'; null for a brk that did not move and for a transfer cut short by a bad page. */
  readonly errno: string | null;
  /** One sentence: the broken rule with its numbers, or what the call did. */
  readonly headline: Message;
  /** 'proven': the log and the rules leave one cause; 'likely': several remain; 'outside': not in the address space. */
  readonly certainty: 'proven' | 'likely' | 'outside';
  readonly causes: readonly Cause[];
  readonly checklist: readonly ChecklistItem[];
  /** For a success: what it did, one sentence each. */
  readonly effects: readonly Message[];
  readonly remedies: readonly Remedy[];
  /** Set where the kernel's answer in the log and the rules differ. */
  readonly divergence?: Message;
  /** What the manual pages said of this error of this call, oldest first; absent where none is here. */
  readonly manual?: readonly Generation[];
}

export interface Cause {
  /** Id of the check, or of a cause outside the rules: 'outside.nonblocking'. */
  readonly id: string;
  readonly text: Message;
  /** Of a rule that the log and the rules prove broken: the same without the rule's own words. */
  readonly plain?: Message;
  readonly evidence: readonly Evidence[];
  readonly sources: readonly Source[];
  /** Of a cause that no log shows: where to look, and what to record with. */
  readonly howToFindOut?: Message;
}

/** What would have made the call succeed: nearest to what was meant first. The model has judged each before it is offered. */
export interface Remedy {
  readonly text: Message;
  /** The calls to make instead, as strace prints them, joined by `; `. Absent where the change is not one of calls. */
  readonly tryCall?: string;
}

export interface Evidence {
  readonly event: EventIndex;
  readonly line: LineNumber;
  readonly text: Message;
}

export interface ChecklistItem {
  readonly id: string;
  readonly errno: string;
  readonly state: 'passed' | 'broken' | 'cannot-tell' | 'not-reached' | 'after';
  readonly text: Message;
  readonly why?: Message;
  readonly sources: readonly Source[];
}
