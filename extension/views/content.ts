/** What a view is shown of the moment at which the session stands. */
import type { ViewBody } from '../../debug-adapter/protocol/view';
import type { ViewContent, ViewKind } from './messages';

export function contentOf(kind: ViewKind, { position, space, locked, why }: ViewBody): ViewContent {
  const { threadId } = position;
  switch (kind) {
    case 'space':
      return { view: kind, position, threadId, body: space };
    case 'locked':
      return { view: kind, position, threadId, body: locked };
    case 'why':
      return { view: kind, position, threadId, body: why };
    case 'pages':
      return { view: kind, position, threadId };
    case 'timeline': {
      const isThere = space.space !== null;
      const totals = {
        mappedKb: isThere ? space.sizeKb : null,
        lockedKb: locked.lockedKb,
        vmas: isThere ? space.vmaCount : null,
      };
      return { view: kind, position, threadId, totals };
    }
  }
}
