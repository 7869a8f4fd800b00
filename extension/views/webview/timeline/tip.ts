/** What is pointed at, in words beside it. For the eyes: whoever listens has it from the element's own name. */
import { el } from '../dom';

const AWAY = 10;

export class Tip {
  readonly root = el('div', { class: 'tip', 'aria-hidden': 'true' });

  /** `x`, `y`: of the window. The tip stays inside it, below the place or above. */
  show(lines: readonly string[], x: number, y: number): void {
    this.root.replaceChildren(
      ...lines.filter((line) => line !== '').map((line) => el('div', {}, el('bdi', {}, line))),
    );
    this.root.classList.add('shown');
    const { width, height } = this.root.getBoundingClientRect();
    const left = Math.max(0, Math.min(x + AWAY, document.documentElement.clientWidth - width - 2));
    const isBelow = y + AWAY + height <= document.documentElement.clientHeight;
    const top = isBelow ? y + AWAY : Math.max(0, y - AWAY - height);
    this.root.style.transform = `translate(${Math.round(left)}px, ${Math.round(top)}px)`;
  }

  hide(): void {
    this.root.classList.remove('shown');
  }

  /** Shows it while the element is pointed at or has the focus. */
  of(element: HTMLElement | SVGElement, lines: () => readonly string[]): void {
    const below = (): void => {
      const { left, width, bottom } = element.getBoundingClientRect();
      this.show(lines(), left + width / 2, bottom - AWAY / 2);
    };
    element.addEventListener('pointerenter', below);
    element.addEventListener('focus', below);
    element.addEventListener('pointerleave', () => this.hide());
    element.addEventListener('blur', () => this.hide());
  }
}
