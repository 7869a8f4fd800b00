/**
 * What the log is, as a whole.
 */
export interface SurveyBody {
  /** `location`: path, or URI where there is no path. */
  readonly files: readonly { readonly name: string; readonly lines: number; readonly location: string }[];
  readonly events: number;
  readonly failingCalls: number;
  readonly unparsed: number;
  /** `file` counts in `files`. */
  readonly firstUnparsed: readonly { readonly file: number; readonly line: number; readonly text: string }[];
}
