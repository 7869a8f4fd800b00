/** Where the stretch that is shown lies in the recording: a small curve of the whole, with a window that can be moved. */
import type { SeriesBody } from '../../../../debug-adapter/protocol/panel';
import { TimelineScale, type Over } from '../../../../picture/timeline/scale';
import { spreadOf, stepPaths } from '../../../../picture/timeline/steps';
import { el } from '../dom';
import { SVG } from './mark-icon';
import type { Stretch } from './stretch';

const SIZE = { width: 1000, height: 14 };

export class Overview {
  readonly root = el('div', { class: 'overview', 'aria-hidden': 'true' });
  readonly #window = el('span', { class: 'window' });
  readonly #curve = document.createElementNS(SVG, 'path');
  #scale: TimelineScale | undefined;
  #grabbed: number | undefined;

  /** `moved`: the left end of the stretch is wanted at that share of the recording. */
  constructor(moved: (share: number) => void) {
    const picture = document.createElementNS(SVG, 'svg');
    picture.setAttribute('viewBox', `0 0 ${SIZE.width} ${SIZE.height}`);
    picture.setAttribute('preserveAspectRatio', 'none');
    picture.append(this.#curve);
    this.root.append(picture, this.#window);
    const shareOf = ({ clientX }: PointerEvent): number => {
      const { left, width } = this.root.getBoundingClientRect();
      return (clientX - left) / Math.max(1, width);
    };
    this.root.addEventListener('pointerdown', (event) => {
      this.root.setPointerCapture(event.pointerId);
      const box = this.root.getBoundingClientRect();
      const { left, width } = this.#window.getBoundingClientRect();
      const isOnWindow = event.clientX >= left && event.clientX <= left + width;
      // A click beside the window brings its middle there.
      this.#grabbed = isOnWindow ? (event.clientX - left) / box.width : width / 2 / box.width;
      moved(shareOf(event) - this.#grabbed);
    });
    this.root.addEventListener('pointermove', (event) => {
      if (this.#grabbed !== undefined) moved(shareOf(event) - this.#grabbed);
    });
    for (const end of ['pointerup', 'pointercancel'] as const)
      this.root.addEventListener(end, () => (this.#grabbed = undefined));
  }

  show(whole: SeriesBody, over: Over): void {
    const scale = new TimelineScale(whole.instants, over, whole.from, whole.to);
    this.#scale = scale;
    const top = Math.max(1, spreadOf(whole.mappedKb)?.most ?? 1);
    const steps = { events: whole.events, values: whole.mappedKb };
    this.#curve.setAttribute(
      'd',
      stepPaths(steps, whole, (at) => scale.shareOfBeginning(at), top, SIZE).area,
    );
  }

  place({ from, to }: Stretch): void {
    const { from: first = 0, to: last = 0 } = this.#scale ?? {};
    this.root.hidden = this.#scale === undefined || (from <= first && to >= last);
    if (this.#scale === undefined) return;
    const left = this.#scale.share(from);
    this.#window.style.left = `${left * 100}%`;
    this.#window.style.width = `max(4px, ${(this.#scale.share(to) - left) * 100}%)`;
  }

  positionAt(share: number): number {
    return this.#scale?.positionAt(share) ?? 0;
  }
}
