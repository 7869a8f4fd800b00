/** Above all else in a page: that the log is not what was read any more, and the way to read it again. */
import type { PositionBody } from '../../../debug-adapter/protocol';
import { visible } from '../../../picture/shown-text';
import type { ViewStrings } from '../words';
import { button, el } from './dom';
import { editor } from './host';

export class ChangedNotice {
  readonly root = el('p', { class: 'changed-on-disk' });

  constructor() {
    this.root.hidden = true;
  }

  show({ changedOnDisk }: Pick<PositionBody, 'changedOnDisk'>, s: ViewStrings): void {
    this.root.hidden = changedOnDisk === null;
    if (changedOnDisk === null) return;
    this.root.replaceChildren(
      el('span', { class: 'sign', 'aria-hidden': 'true' }, '⚠'),
      el('bdi', {}, visible(changedOnDisk)),
      ' ',
      button(s.readAgain, { class: 'link' }, () => editor.postMessage({ type: 'restart' })),
    );
  }
}
