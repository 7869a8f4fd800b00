/** The editor's side of the page. */
import type { LineLink } from '../../../debug-adapter/protocol/row';
import type { CustomRequests } from '../../../debug-adapter/protocol/requests';
import type { FromView, PageRequest, Selection, ToView } from '../messages';
import { button } from './dom';

interface EditorApi {
  postMessage(message: FromView): void;
  getState(): unknown;
  setState(state: unknown): void;
}
declare function acquireVsCodeApi(): EditorApi;

const api = acquireVsCodeApi();

/** What outlives hiding and reloading: the last message that was shown, and what the view adds to it. */
interface Kept {
  readonly message?: unknown;
  readonly extra?: unknown;
}
const keptNow = (): Kept => {
  const state = api.getState();
  return typeof state === 'object' && state !== null ? state : {};
};

export const editor: EditorApi = {
  postMessage: (message) => api.postMessage(message),
  getState: () => keptNow().message,
  setState: (message) => api.setState({ ...keptNow(), message }),
};

/** Keeps what a person has set in the view, beside what it shows. Plain data. */
export const remember = (extra: unknown): void => api.setState({ ...keptNow(), extra });
/** What was kept last; data of any shape, for it may be another version's. */
export const remembered = (): unknown => keptNow().extra;

const waiting = new Map<number, { resolve(body: unknown): void; reject(problem: Error): void }>();
let asked = 0;

/**
 * Asks the session; the thread is the one that is shown.
 * @throws Error with words for a person, where the session refuses or has ended.
 */
export function ask<Request extends PageRequest>(
  request: Request,
  args: CustomRequests[Request]['arguments'],
): Promise<CustomRequests[Request]['body']> {
  const id = ++asked;
  editor.postMessage({ type: 'ask', id, request, args });
  return new Promise((resolve, reject) => {
    waiting.set(id, { resolve: (body) => resolve(body as CustomRequests[Request]['body']), reject });
  });
}

export function settle(message: Extract<ToView, { type: 'answer' | 'refusal' }>): void {
  const asker = waiting.get(message.id);
  waiting.delete(message.id);
  if (message.type === 'answer') asker?.resolve(message.body);
  else asker?.reject(new Error(message.problem));
}

/** Chooses in all views. */
export const select = (selection: Selection | null): void =>
  editor.postMessage({ type: 'select', selection });

/** A link to an event of the recording: choosing it goes there. */
export function lineLink(text: string, link: LineLink): HTMLButtonElement {
  return button(text, { class: 'link' }, () => editor.postMessage({ type: 'go', link }));
}
