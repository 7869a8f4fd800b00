/**
 * The tasks, a lane each: when they lived and how busy they were. Where there are many, one lane says how many live, until
 * somebody unfolds them.
 */
import type { SeriesLane } from '../../../../debug-adapter/protocol/panel';
import { shownText } from '../../../../picture/shown-text';
import { activityPath, alive } from '../../../../picture/timeline/lane-shape';
import { valueAt } from '../../../../picture/timeline/series';
import { spreadOf, stepPaths } from '../../../../picture/timeline/steps';
import { button, el } from '../dom';
import { filled, wholeNumber } from '../format';
import { editor } from '../host';
import { MARK_SIZE, markShapes } from '../../../../picture/timeline/mark-shape';
import { SVG } from './mark-icon';
import { BASE, Births, LANE } from './births';
import { bornText } from './born-text';
import { firstIsStop, roving } from './roving';
import { placeText, type Shown } from './shown';
import type { Tip } from './tip';

/** More tasks than this are folded until somebody asks. */
const FEW = 6;
/** Folded: how many live, the task that made the shown one, and the shown one. */
const FOLDED_ROWS = 3;
/** So many are drawn at once; the others when they are scrolled to. */
const DRAWN = 40;
/** CSS pixels: what is above the line of a life. */
const BARS = BASE - 1;

export class Lanes {
  readonly root = el('div', { class: 'lanes' });
  readonly #list = el('div', { class: 'list', role: 'group' });
  readonly #value = el('span', { class: 'value' });
  /** Lanes out of sight are not drawn, nor where their tasks come from. */
  readonly #seen = new IntersectionObserver((entries) => {
    for (const { target, isIntersecting } of entries) this.#sight(target, isIntersecting);
    this.#drawBirths();
  });
  readonly #waiting = new Map<Element, () => void>();
  readonly #births = new Births();
  /** Threads whose lanes are in sight. */
  readonly #inSight = new Set<number>();
  #threadOf = new WeakMap<Element, number>();
  #listed: readonly SeriesLane[] = [];
  #shown: Shown | undefined;
  /** How many live at once. */
  #alive: ReturnType<typeof alive> = { events: [], values: [] };
  #threadId = 0;
  #rows = new Map<number, HTMLElement>();
  isUnfolded = false;

  constructor(
    private readonly tip: Tip,
    private readonly unfolded: () => void,
  ) {
    roving(this.#list, ['ArrowUp', 'ArrowLeft'], ['ArrowDown', 'ArrowRight']);
  }

  /** How many rows there will be. */
  rows({ lanes }: { readonly lanes: readonly unknown[] }): number {
    return lanes.length <= FEW ? lanes.length : this.isUnfolded ? lanes.length + 1 : FOLDED_ROWS;
  }

  show(shown: Shown): void {
    this.#shown = shown;
    this.#alive = alive(shown.series.lanes, shown.series);
    this.#list.setAttribute('aria-label', shown.strings.tasks);
    const { lanes } = shown.series;
    const isMany = lanes.length > FEW;
    this.root.replaceChildren(...(isMany ? [this.#summary(shown)] : []), this.#list);
    this.#fill();
  }

  /** The task that is shown is named more strongly; folded, its lane and its maker's are left. */
  place(shown: Shown, position: number, threadId: number): void {
    const isOther = threadId !== this.#threadId;
    this.#threadId = threadId;
    if (isOther && !this.isUnfolded && shown.series.lanes.length > FEW) this.#fill();
    else if (isOther) this.#drawBirths();
    for (const [id, row] of this.#rows) row.classList.toggle('current', id === threadId);
    const { lanes, lanesLeftOut } = shown.series;
    const now = valueAt(this.#alive, position) ?? 0;
    const { language, aliveOf } = shown.strings;
    const living = wholeNumber(now, language);
    const all = wholeNumber(lanes.length + lanesLeftOut, language);
    const long = filled(aliveOf, living, all);
    // One of them is seen, by how wide the names are.
    this.#value.replaceChildren(
      el('span', { class: 'long' }, long),
      el('span', { class: 'short' }, `${living}/${all}`),
    );
  }

  #fill(): void {
    const shown = this.#shown;
    if (shown === undefined) return;
    const { lanes, lanesLeftOut } = shown.series;
    const isWhole = lanes.length <= FEW || this.isUnfolded;
    const listed = isWhole ? lanes : nearestOf(lanes, this.#threadId);
    const names = new Map(lanes.map(({ threadId, name }) => [threadId, name]));
    this.#seen.disconnect();
    this.#waiting.clear();
    const rows = listed.map((lane, i) => [lane.threadId, this.#lane(lane, shown, names, i < DRAWN)] as const);
    this.#rows = new Map(rows);
    this.#listed = listed;
    this.#list.replaceChildren(...rows.map(([, row]) => row), this.#births.root);
    this.#drawBirths();
    if (isWhole && lanesLeftOut > 0)
      this.#list.append(
        el(
          'div',
          { class: 'note' },
          `+${wholeNumber(lanesLeftOut, shown.strings.language)} ${shown.strings.tasks}`,
        ),
      );
    firstIsStop(this.#list);
  }

  #summary(shown: Shown): HTMLElement {
    const { series, scale, strings, width } = shown;
    const steps = this.#alive;
    const top = Math.max(1, spreadOf(steps.values)?.most ?? 1);
    const shape = stepPaths(steps, series, (position) => scale.share(position), top, { width, height: BARS });
    const fold = button(
      this.isUnfolded ? '▾' : '▸',
      {
        class: 'fold',
        'aria-expanded': String(this.isUnfolded),
        'aria-label': strings.unfoldTasks,
        title: strings.unfoldTasks,
      },
      () => {
        this.isUnfolded = !this.isUnfolded;
        this.unfolded();
        this.root.querySelector<HTMLElement>('.fold')?.focus();
      },
    );
    const name = el(
      'div',
      { class: 'name' },
      fold,
      el('span', { class: 'title' }, strings.tasks),
      this.#value,
    );
    const cell = el('div', { class: 'cell' }, drawing(width, [['busy', shape.area]]));
    return el('div', { class: 'track lane summary' }, name, cell);
  }

  #lane(lane: SeriesLane, shown: Shown, names: ReadonlyMap<number, string>, atOnce: boolean): HTMLElement {
    const lines = said(lane, shown, names);
    const go = button('', { class: 'who', 'aria-label': lines.join(', ') }, () =>
      editor.postMessage({ type: 'go', link: { event: lane.from } }),
    );
    const [tid = '', ...rest] = lane.name.split(' ');
    if (!lane.isLeader) go.append(el('span', { class: 'twig', 'aria-hidden': 'true' }));
    go.append(el('span', { class: 'tid' }, tid), ' ', el('bdi', {}, rest.join(' ')));
    const cell = el('div', { class: 'cell' });
    const row = el(
      'div',
      { class: `track lane${lane.isLeader ? '' : ' thread'}` },
      el('div', { class: 'name' }, go),
      cell,
    );
    this.tip.of(go, () => lines);
    const draw = (): void => cell.append(laneDrawing(lane, shown));
    if (atOnce) draw();
    else this.#waiting.set(row, draw);
    this.#threadOf.set(row, lane.threadId);
    this.#seen.observe(row);
    return row;
  }

  #sight(row: Element, isInSight: boolean): void {
    const thread = this.#threadOf.get(row);
    if (thread === undefined) return;
    if (!isInSight) {
      this.#inSight.delete(thread);
      return;
    }
    this.#inSight.add(thread);
    this.#waiting.get(row)?.();
    this.#waiting.delete(row);
  }

  #drawBirths(): void {
    const shown = this.#shown;
    if (shown === undefined) return;
    this.#births.show(this.#listed, shown, this.#threadId, ({ threadId }) => this.#inSight.has(threadId));
  }
}

/** A task's lane and its maker's, in their order. */
function nearestOf(lanes: readonly SeriesLane[], threadId: number): readonly SeriesLane[] {
  const maker = lanes.find((lane) => lane.threadId === threadId)?.made?.by;
  return lanes.filter((lane) => lane.threadId === threadId || lane.threadId === maker);
}

function laneDrawing(lane: SeriesLane, { series, scale, width }: Shown): SVGElement {
  const share = (position: number): number => scale.share(position);
  const from = Math.max(0, share(lane.from) * width);
  const to = Math.min(width, Math.max(from + 2, share(lane.to) * width));
  const life = `M${round(from)} ${BARS + 1}H${round(to)}`;
  const picture = drawing(width, [
    ['busy', activityPath(lane, series, share, { width, height: BARS })],
    ['life', life],
  ]);
  // A birth in the stretch and an end in it have their signs; a life that goes on beyond it has none.
  if (lane.made !== null && share(lane.from) >= 0) picture.append(sign('birth', from, `M0 ${BARS + 1}V2`));
  if (lane.ended !== null && share(lane.to) <= 1)
    picture.append(
      lane.ended.startsWith('killed')
        ? sign('end killed', to - 5, markShapes.failure, 0.8)
        : sign('end', to - MARK_SIZE / 3, markShapes.exit, 0.6),
    );
  return picture;
}

function sign(kind: string, x: number, shape: string, scale = 1): SVGElement {
  const path = document.createElementNS(SVG, 'path');
  path.setAttribute('d', shape);
  path.setAttribute('class', kind);
  const y = scale === 1 ? 0 : BARS + 1 - (MARK_SIZE * scale) / 2 - 2;
  path.setAttribute('transform', `translate(${round(x)} ${round(y)}) scale(${scale})`);
  return path;
}

function drawing(width: number, paths: readonly (readonly [kind: string, shape: string])[]): SVGElement {
  const picture = document.createElementNS(SVG, 'svg');
  picture.setAttribute('viewBox', `0 0 ${width} ${LANE}`);
  picture.setAttribute('preserveAspectRatio', 'none');
  picture.setAttribute('aria-hidden', 'true');
  picture.classList.add('bars');
  for (const [kind, shape] of paths) {
    const path = document.createElementNS(SVG, 'path');
    path.setAttribute('d', shape);
    path.setAttribute('class', kind);
    picture.append(path);
  }
  return picture;
}

/** Who it is, whose child or thread, when it lived, how it ended. */
function said(
  lane: SeriesLane,
  { strings, scale }: Shown,
  names: ReadonlyMap<number, string>,
): readonly string[] {
  const [first, last] = lane.lines;
  const lines =
    scale.lineOf(lane.from) === null
      ? `${placeText({ scale, strings }, lane.from)}–${lane.to}`
      : `${strings.line} ${wholeNumber(first, strings.language)}–${wholeNumber(last, strings.language)}`;
  const born = bornText(lane, names, strings);
  return [
    lane.name,
    ...(born === undefined ? [] : [born]),
    lines,
    lane.ended === null ? strings.livesOn : shownText(lane.ended),
  ];
}

const round = (n: number): number => Math.round(n * 10) / 10;
