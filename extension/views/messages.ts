/** What passes between the extension and a view's page. Data only: the page builds its own elements from it. */
import type {
  LineLink,
  LockedBody,
  PositionBody,
  SpaceBody,
  VmaRow,
  WhyBody,
} from '../../debug-adapter/protocol';
import type { ViewStrings } from './words';

export type ViewKind = 'space' | 'locked' | 'why';

export type ToView =
  | { readonly type: 'show'; readonly strings: ViewStrings; readonly content: ViewContent }
  | {
      readonly type: 'rows';
      readonly event: number;
      readonly start: number;
      readonly rows: readonly VmaRow[];
    }
  | { readonly type: 'empty'; readonly strings: ViewStrings; readonly text: string };

export type ViewContent = { readonly position: PositionBody } & (
  | { readonly view: 'space'; readonly body: SpaceBody }
  | { readonly view: 'locked'; readonly body: LockedBody }
  | { readonly view: 'why'; readonly body: WhyBody }
);

export type FromView =
  | { readonly type: 'ready' }
  | { readonly type: 'go'; readonly link: LineLink }
  | { readonly type: 'more'; readonly event: number; readonly start: number };
