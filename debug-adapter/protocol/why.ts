/**
 * Why a call ended as it did.
 */
import type { SpotBody } from '../../picture/spot';
import type { ManualBody } from './manual';
import type { RichText } from './rich-text';
import type { LineLink } from './row';

export interface WhyBody {
  readonly outcome: 'failed' | 'succeeded' | 'signal' | 'not-run' | 'unknown' | 'no-call';
  readonly call: string;
  readonly errno: string | null;
  readonly headline: RichText;
  /** The answer in plain words, above the headline; absent where the headline is plain already. */
  readonly plain?: RichText;
  readonly certainty: 'proven' | 'likely' | 'outside' | null;
  readonly causes: readonly {
    readonly id: string;
    readonly text: RichText;
    readonly plain?: RichText;
    /** The text in its parts, where a rule is the cause. */
    readonly rule?: RuleBody;
    readonly evidence: readonly (LineLink & { readonly text: RichText })[];
    readonly sources: readonly string[];
    /** Of a cause that no log shows: where to look. */
    readonly how?: RichText;
  }[];
  readonly checklist: readonly {
    readonly id: string;
    readonly errno: string;
    readonly state: 'passed' | 'broken' | 'cannot-tell' | 'not-reached' | 'after';
    readonly text: RichText;
    readonly why: RichText | null;
    readonly sources: readonly string[];
  }[];
  readonly effects: readonly RichText[];
  /** `tryCall`: the calls to make instead, as strace prints them. */
  readonly remedies: readonly { readonly text: RichText; readonly tryCall?: string }[];
  readonly divergence: RichText | null;
  /** Where in the address space it failed; absent where that is no matter of places. */
  readonly spot?: SpotBody;
  /** What the manual pages said of this error, oldest first; absent where none is known here. */
  readonly manual?: readonly ManualBody[];
}

/** The explanation of the event as a page of HTML that stands alone; `name`: what to call the file. */
export interface ReportBody {
  readonly html: string;
  readonly name: string;
}

export interface RuleBody {
  /** How sure it is that the rule was broken: proven, since nothing else gives the answer, or perhaps. */
  readonly held: 'broken' | 'only' | 'possible';
  readonly demand: RichText;
  /** What it was held against here. */
  readonly here: readonly RichText[];
}
