/** A view's page: shows what the extension sends, keeps the last of it across hiding and reloading. */
import type { ToView, ViewContent } from '../messages';
import type { ViewStrings } from '../words';
import { el } from './dom';
import { editor } from './host';
import { lockedView } from './locked-view';
import { plainText } from './rich-text';
import { spaceView, type SpaceView } from './space-view';
import { whyView } from './why-view';

const main = document.getElementById('view');
const live = document.getElementById('live');
let space: SpaceView | undefined;

function show(content: ViewContent, strings: ViewStrings): void {
  space = undefined;
  document.documentElement.lang = strings.language;
  const where = el('p', { class: 'where' }, place(content, strings));
  main?.replaceChildren(where, ...elements(content, strings));
  // A region announces only what changes in it: the Why view speaks for all three.
  if (content.view === 'why' && live !== null) {
    live.textContent = `${place(content, strings)}. ${plainText(content.body.headline)}`;
  }
}

function elements(content: ViewContent, strings: ViewStrings): readonly HTMLElement[] {
  switch (content.view) {
    case 'space':
      space = spaceView(content.position, content.body, strings);
      return space.elements;
    case 'locked':
      return lockedView(content.body, strings);
    case 'why':
      return whyView(content.body, strings);
  }
}

function place({ position }: ViewContent, s: ViewStrings): string {
  if (position.atEnd) return s.end;
  return `${s.line} ${position.line}: ${position.text}`;
}

function receive(message: ToView): void {
  switch (message.type) {
    case 'show':
      editor.setState(message);
      show(message.content, message.strings);
      break;
    case 'empty':
      editor.setState(message);
      document.documentElement.lang = message.strings.language;
      main?.replaceChildren(el('p', { class: 'note' }, message.text));
      break;
    case 'rows':
      space?.append(message.event, message.start, message.rows);
      break;
  }
}

window.addEventListener('message', (event: MessageEvent<ToView>) => receive(event.data));
const kept = editor.getState() as ToView | undefined;
if (kept !== undefined) receive(kept);
editor.postMessage({ type: 'ready' });
