/** What passes between the extension and a view's page. Data only: the page builds its own elements from it. */
import type { FollowBody } from '../../debug-adapter/protocol/panel';
import type { SpaceBody } from '../../debug-adapter/protocol/space';
import type { WhyBody } from '../../debug-adapter/protocol/why';
import type { LineLink } from '../../debug-adapter/protocol/row';
import type { CustomRequests } from '../../debug-adapter/protocol/requests';
import type { LockedBody } from '../../debug-adapter/protocol/locked';
import type { PositionBody } from '../../debug-adapter/protocol/view';
import type { ViewStrings } from './words';

export const viewKinds = ['space', 'pages', 'locked', 'why', 'timeline'] as const;
export type ViewKind = (typeof viewKinds)[number];

/**
 * What a person has chosen, in whichever view: all of them show it. `event` is the moment that its addresses are of;
 * ranges are half-open. `gone`: the memory is not there at that moment; the addresses are those where it was seen last.
 */
export type Selection =
  | {
      readonly kind: 'range';
      readonly start: string;
      readonly end: string;
      readonly event: number;
      readonly gone?: Gone;
    }
  | { readonly kind: 'page'; readonly address: string; readonly event: number; readonly gone?: Gone }
  | { readonly kind: 'event'; readonly event: number; readonly line: number };

export type PictureFormat = 'svg' | 'png';

/** Why memory that is chosen is not there, and the line that says so. */
export interface Gone {
  readonly how: Exclude<FollowBody['how'], 'same' | 'moved' | 'unknown'>;
  readonly at: LineLink | null;
}

/** Requests that pages may make of the session themselves. */
export const pageRequests = [
  'pagewalk/layout',
  'pagewalk/series',
  'pagewalk/lockChanges',
  'pagewalk/life',
  'pagewalk/blame',
  'pagewalk/pageWalk',
  'pagewalk/whatIf',
] as const satisfies readonly (keyof CustomRequests)[];
export type PageRequest = (typeof pageRequests)[number];

export type ToView =
  /** `recording`: what was shown of another one is of no use for this. */
  | {
      readonly type: 'show';
      readonly strings: ViewStrings;
      readonly content: ViewContent;
      readonly recording: string;
    }
  | { readonly type: 'empty'; readonly strings: ViewStrings; readonly text: string }
  | { readonly type: 'selection'; readonly selection: Selection | null }
  | { readonly type: 'draw'; readonly id: number; readonly format: PictureFormat }
  | { readonly type: 'answer'; readonly id: number; readonly body: unknown }
  | { readonly type: 'refusal'; readonly id: number; readonly problem: string };

/** Exactly there, where a curve of many changes is near. null: cannot be told, or no address space then. */
export interface Totals {
  readonly mappedKb: number | null;
  readonly lockedKb: number | null;
  readonly vmas: number | null;
}

/** The pages that are drawn ask for what they draw themselves, once they are told where the session stands. */
export type ViewContent = { readonly position: PositionBody; readonly threadId: number } & (
  | { readonly view: 'space'; readonly body: SpaceBody }
  | { readonly view: 'pages' }
  | { readonly view: 'locked'; readonly body: LockedBody }
  | { readonly view: 'why'; readonly body: WhyBody }
  | { readonly view: 'timeline'; readonly totals: Totals }
);

export type FromView =
  | { readonly type: 'ready' }
  | { readonly type: 'go'; readonly link: Pick<LineLink, 'event'> }
  /** Shown in all views as the moment before that event, while a hand moves; the session stays where it is. */
  | { readonly type: 'pass'; readonly event: number }
  /** Somebody travels by keys, and the stop has taken the keyboard away. */
  | { readonly type: 'keepKeyboard' }
  | { readonly type: 'copy'; readonly text: string }
  /** The session begins anew, and reads its log again. */
  | { readonly type: 'restart' }
  | { readonly type: 'select'; readonly selection: Selection | null }
  /** Shown in all views as if it were chosen, as long as it is pointed at; null: what is chosen again. */
  | { readonly type: 'preview'; readonly selection: Selection | null }
  /** The explanation that is shown, as a page that stands alone. */
  | { readonly type: 'saveReport' }
  /** null: there is nothing to draw. SVG as its text, PNG in base64. */
  | { readonly type: 'drawn'; readonly id: number; readonly picture: string | null }
  | { readonly type: 'ask'; readonly id: number; readonly request: PageRequest; readonly args: unknown };
