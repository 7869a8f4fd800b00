/** What the page of a view is made of. A view lives as long as its recording is shown: it is told of each moment, and of what is chosen. */
import type { Selection, ViewContent, ViewKind } from '../messages';
import type { ViewStrings } from '../words';

export type ContentOf<Kind extends ViewKind> = Extract<ViewContent, { readonly view: Kind }>;

export interface PageView<Kind extends ViewKind = ViewKind> {
  readonly root: HTMLElement;
  show(content: ContentOf<Kind>, strings: ViewStrings): void;
  /** The editor's colours are others. */
  restyle?(): void;
  select?(selection: Selection | null): void;
  /** What is shown, as the text of an SVG; undefined: nothing is. */
  picture?(): string | undefined;
}
