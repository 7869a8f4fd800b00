/**
 * The pointer on the drawing: drag to travel, with Shift to choose a stretch, with the middle button to move along; the wheel
 * zooms with Ctrl (as a pinch does) and moves along with Shift. Places are shares of the drawing's width.
 */

export interface GestureTarget {
  /** Where the curves are, in the window. */
  box(): { readonly left: number; readonly width: number };
  travel(share: number): void;
  /** undefined: the pointer has left. */
  hover(place: { readonly share: number; readonly x: number; readonly y: number } | undefined): void;
  /** A stretch is being chosen; undefined: no more. */
  choosing(stretch: readonly [from: number, to: number] | undefined): void;
  zoomTo(from: number, to: number): void;
  zoomBy(factor: number, share: number): void;
  panBy(share: number): void;
  /** Nothing is dragged any more. */
  ended(): void;
}

type Drag =
  | { readonly kind: 'travel' }
  | { readonly kind: 'choose'; readonly from: number }
  | { readonly kind: 'pan'; x: number };

/** CSS pixels: a shorter stretch was a slip of the hand. */
const LEAST_STRETCH = 5;
/** Of a wheel that counts lines or pages, in pixels. */
const LINE = 16;
const PAGE = 200;

export function listen(element: HTMLElement, target: GestureTarget): void {
  let drag: Drag | undefined;
  const shareOf = (x: number): number => {
    const { left, width } = target.box();
    return (x - left) / Math.max(1, width);
  };
  const clamped = (x: number): number => Math.min(1, Math.max(0, shareOf(x)));
  const end = (): void => {
    if (drag === undefined) return;
    drag = undefined;
    target.choosing(undefined);
    target.ended();
  };
  element.addEventListener('pointerdown', (event) => {
    if (isOnControl(event) || shareOf(event.clientX) < 0) return;
    const begun = dragOf(event, clamped(event.clientX));
    if (begun === undefined) return;
    drag = begun;
    event.preventDefault();
    element.setPointerCapture(event.pointerId);
    if (begun.kind === 'travel') target.travel(clamped(event.clientX));
  });
  element.addEventListener('pointermove', (event) => {
    const { clientX: x, clientY: y } = event;
    if (drag?.kind === 'travel') target.travel(clamped(x));
    else if (drag?.kind === 'choose') target.choosing([drag.from, clamped(x)]);
    else if (drag?.kind === 'pan') {
      target.panBy((drag.x - x) / target.box().width);
      drag.x = x;
    } else {
      const share = shareOf(x);
      target.hover(isOnControl(event) || share < 0 || share > 1 ? undefined : { share, x, y });
    }
  });
  element.addEventListener('pointerup', (event) => {
    if (drag?.kind === 'choose') {
      const ends = [drag.from, clamped(event.clientX)].sort((a, b) => a - b);
      const [from = 0, to = 1] = ends;
      if ((to - from) * target.box().width >= LEAST_STRETCH) target.zoomTo(from, to);
    }
    end();
  });
  element.addEventListener('pointercancel', end);
  element.addEventListener('pointerleave', () => target.hover(undefined));
  element.addEventListener('keydown', ({ key }) => {
    if (key === 'Escape') end();
  });
  element.addEventListener(
    'wheel',
    (event) => {
      const along = event.shiftKey && event.deltaX === 0 ? event.deltaY : event.deltaX;
      if (event.ctrlKey || event.metaKey) {
        event.preventDefault();
        target.zoomBy(Math.exp(pixels(event, event.deltaY) / 240), clamped(event.clientX));
      } else if (Math.abs(along) > Math.abs(event.shiftKey ? 0 : event.deltaY)) {
        event.preventDefault();
        target.panBy(pixels(event, along) / target.box().width);
      }
    },
    { passive: false },
  );
}

const pixels = ({ deltaMode }: WheelEvent, delta: number): number =>
  delta * (deltaMode === 1 ? LINE : deltaMode === 2 ? PAGE : 1);

function dragOf({ button, shiftKey, clientX }: PointerEvent, share: number): Drag | undefined {
  if (button === 1) return { kind: 'pan', x: clientX };
  if (button !== 0) return undefined;
  return shiftKey ? { kind: 'choose', from: share } : { kind: 'travel' };
}

const isOnControl = ({ target }: Event): boolean =>
  target instanceof Element && target.closest('button') !== null;
