/** The editor's side of the page. */
import type { LineLink } from '../../../debug-adapter/protocol';
import type { FromView } from '../messages';
import { button } from './dom';

interface EditorApi {
  postMessage(message: FromView): void;
  getState(): unknown;
  setState(state: unknown): void;
}
declare function acquireVsCodeApi(): EditorApi;

export const editor = acquireVsCodeApi();

/** A link to an event of the recording: choosing it goes there. */
export function lineLink(text: string, link: LineLink): HTMLButtonElement {
  return button(text, { class: 'link' }, () => editor.postMessage({ type: 'go', link }));
}
