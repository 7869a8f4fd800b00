/** A view's page: shows what the extension sends, keeps the last of it across hiding and reloading. */
import type { ToView, ViewContent, ViewKind } from '../messages';
import type { ViewStrings } from '../words';
import { ChangedNotice } from './changed-notice';
import { el } from './dom';
import { filled } from './format';
import { editor, settle } from './host';
import { keepKeyboard } from './keyboard';
import { LockedView } from './locked/locked-view';
import type { PageView } from './page-view';
import { PagesView } from './pages/pages-view';
import { pngOf } from './png';
import { plainText } from './plain-text';
import { SpaceView } from './space/space-view';
import { TimelineView } from './timeline/timeline-view';
import { WhyView } from './why/why-view';

const views: { readonly [Kind in ViewKind]: () => PageView<Kind> } = {
  space: () => new SpaceView(),
  pages: () => new PagesView(),
  locked: () => new LockedView(),
  why: () => new WhyView(),
  timeline: () => new TimelineView(),
};

const kind = document.body.dataset['view'] as ViewKind;
const main = document.getElementById('view');
const live = document.getElementById('live');
const where = el('p', { class: 'where' });
const changed = new ChangedNotice();
/** A page is of one kind: what it is sent is of that kind too. */
const fresh = (): PageView => views[kind]() as PageView;
let view = fresh();
let recording: string | undefined;

/** What a view has asked of one recording, and where a person has gone in it, is of no use for another. */
function begin(next: string): void {
  if (recording !== undefined && recording !== next) {
    view.root.remove();
    view = fresh();
  }
  recording = next;
}

function show(content: ViewContent, strings: ViewStrings): void {
  document.documentElement.lang = strings.language;
  const { position } = content;
  where.textContent = place(content, strings);
  const news = changed.show(position, strings);
  if (!view.root.isConnected) main?.replaceChildren(where, changed.root, view.root);
  view.show(content, strings);
  // The Why view speaks for all.
  if (content.view === 'why')
    announce(
      [
        place(content, strings),
        plainText(content.body.plain ?? content.body.headline),
        ...(news === undefined ? [] : [news]),
      ].join('. '),
    );
}

/** A screen reader has taken the words by then. Who reads on through the page would meet them a second time at its end. */
const ANNOUNCED_MS = 5000;
let announced = '';
let silence: ReturnType<typeof setTimeout> | undefined;

/** Once for each moment, also where a view that was hidden is told the same moment again. */
function announce(words: string): void {
  if (live === null || words === announced) return;
  announced = words;
  live.textContent = words;
  clearTimeout(silence);
  silence = setTimeout(() => live.replaceChildren(), ANNOUNCED_MS);
}

function place({ position }: ViewContent, s: ViewStrings): string {
  if (position.atEnd) return s.end;
  return `${filled(s.lineNumber, String(position.line))}: ${position.text}`;
}

async function draw({ id, format }: Extract<ToView, { type: 'draw' }>): Promise<void> {
  const svg = view.picture?.();
  const picture = svg === undefined ? null : format === 'svg' ? svg : await pngOf(svg).catch(() => null);
  editor.postMessage({ type: 'drawn', id, picture });
}

function receive(message: ToView): void {
  switch (message.type) {
    case 'show':
      editor.setState(message);
      begin(message.recording);
      show(message.content, message.strings);
      break;
    case 'empty':
      editor.setState(message);
      document.documentElement.lang = message.strings.language;
      main?.replaceChildren(el('p', { class: 'note' }, message.text));
      break;
    case 'selection':
      view.select?.(message.selection);
      break;
    case 'draw':
      void draw(message);
      break;
    case 'answer':
    case 'refusal':
      settle(message);
      break;
  }
}

if (main !== null) keepKeyboard(main);
new MutationObserver(() => view.restyle?.()).observe(document.body, { attributeFilter: ['class'] });

/** Chromium can lose the first message to pages that load at the same time: it is asked for until something comes. */
const ASK_AGAIN_MS = 500;
const greet = (): void => editor.postMessage({ type: 'ready' });
const greeting = setInterval(greet, ASK_AGAIN_MS);

window.addEventListener('message', (event: MessageEvent<ToView>) => {
  const { data } = event;
  if (data.type === 'show' || data.type === 'empty') clearInterval(greeting);
  receive(data);
});
const kept = editor.getState() as ToView | undefined;
if (kept !== undefined) receive(kept);
greet();
