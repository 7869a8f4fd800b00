/** Above all else in a page: that the log is not what was read any more, and the way to read it again. */
import type { PositionBody } from '../../../debug-adapter/protocol/view';
import { shownText, visible } from '../../../picture/shown-text';
import type { ViewStrings } from '../words';
import { button, el } from './dom';
import { filled } from './format';
import { editor } from './host';

export class ChangedNotice {
  readonly root = el('p', { class: 'changed-on-disk' });

  constructor() {
    this.root.hidden = true;
  }

  /** What it says, where it did not say so before. */
  show({ changedOnDisk }: Pick<PositionBody, 'changedOnDisk'>, s: ViewStrings): string | undefined {
    const wasHidden = this.root.hidden;
    this.root.hidden = changedOnDisk === null;
    if (changedOnDisk === null) return undefined;
    const words = filled(s.logChanged, shownText(changedOnDisk.replace(/^.*[\\/]/, '')));
    this.root.title = visible(changedOnDisk);
    this.root.replaceChildren(
      el('span', { class: 'sign', 'aria-hidden': 'true' }, '⚠'),
      el('bdi', {}, words),
      ' ',
      button(s.readAgain, { class: 'link' }, () => editor.postMessage({ type: 'restart' })),
    );
    return wasHidden ? words : undefined;
  }
}
