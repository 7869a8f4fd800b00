/**
 * Who made it so.
 */
import type { RichText } from './rich-text';
import type { LineLink } from './row';

/**
 * Who made it so: of an address ('0x7f…'), a range, 'locked', a limit or a capability. `line` in `file` (a path or URI) or
 * `event` say when; omitted, it is where the session stands.
 */
export interface BlameArguments {
  readonly target: string;
  readonly event?: number;
  readonly line?: number;
  readonly file?: string;
  readonly threadId?: number;
}
export interface BlameBody {
  readonly now: RichText;
  /** In the order of the log; `file`: path, or URI where there is no path. */
  readonly deeds: readonly (LineLink & {
    readonly how: string;
    readonly file: string;
    readonly text: RichText;
  })[];
  readonly notes: readonly RichText[];
}
