/** Above the picture: what is looked for, how large all is drawn, and the legend. */
import type { ViewStrings } from '../../words';
import { button, el } from '../dom';
import type { Steering } from './steering';

export class Tools {
  readonly root = el('div', { class: 'tools', role: 'toolbar' });
  readonly search = el('input', { type: 'search', class: 'search' });

  /** `legend`: the button that shows it. */
  build(s: ViewStrings, steering: Steering, legend: HTMLElement): void {
    const tool = (sign: string, title: string, act: () => void): HTMLElement =>
      button(sign, { class: 'tool', title, 'aria-label': title }, act);
    this.root.setAttribute('aria-label', s.addressSpace);
    this.search.placeholder = s.searchSpace;
    this.search.setAttribute('aria-label', s.searchSpace);
    this.root.append(
      this.search,
      tool('−', s.zoomOut, () => steering.zoomOut()),
      tool('+', s.zoomIn, () => steering.zoomIn()),
      tool('⤢', s.zoomFit, () => steering.fit()),
      legend,
    );
  }
}
