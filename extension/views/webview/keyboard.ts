/**
 * The keyboard in a page. VS Code gives it to the log's editor at every stop, and the browser forgets what had it in the page:
 *
 *     slider  ArrowRight ──▶ the session goes, stops ──▶ the editor has the keyboard   (the next ArrowRight would move its cursor)
 *                                                             │ blur of a page that travels
 *     slider  ◀── the view is given the keyboard again ◀── `keepKeyboard`
 */
import { editor } from './host';

/** From a key to the stop that it leads to. */
const LONGEST_MS = 5000;

let last: Element | undefined;
/** Until when it may be the stop of a journey by keys that takes the keyboard away; 0: nobody travels. */
let travelsUntil = 0;

const isJourney = ({ target, defaultPrevented }: Event): boolean =>
  defaultPrevented && target instanceof Element && target.getAttribute('role') === 'slider';

/**
 * Whoever comes back finds the keyboard where it was; who had left with Tab, or finds it gone, begins at the top: else the first
 * Tab would go on behind the last button, straight out of the view again.
 */
export function keepKeyboard(top: HTMLElement): void {
  window.addEventListener('focusin', ({ target }) => {
    last = target instanceof Element ? target : undefined;
  });
  window.addEventListener('keydown', (event) => {
    travelsUntil = isJourney(event) ? performance.now() + LONGEST_MS : 0;
    // What is left stands here only until the next takes it, if that is in the page at all.
    if (event.key === 'Tab') last = undefined;
  });
  window.addEventListener('pointerdown', () => {
    travelsUntil = 0;
  });
  window.addEventListener('blur', () => {
    if (performance.now() < travelsUntil) editor.postMessage({ type: 'keepKeyboard' });
  });
  window.addEventListener('focus', () => {
    if (document.activeElement !== document.body) return;
    const back = last instanceof HTMLElement && last.isConnected ? last : top;
    back.focus({ preventScroll: true });
  });
}
