/** The timeline as a file: what is shown of it, in the colours that it has on the screen. */
import type { PositionBody } from '../../../../debug-adapter/protocol/view';
import { clustersOf, countsOf } from '../../../../picture/timeline/clusters';
import { ticksOf } from '../../../../picture/timeline/ticks';
import { spreadOf } from '../../../../picture/timeline/steps';
import type { PicturedCurve } from '../../../../picture/timeline/svg-curve';
import { MOST_LANES, timelineSvg } from '../../../../picture/timeline/timeline-svg';
import { filled, wholeNumber } from '../format';
import { curvesOf, hasLimit, isSteady, limitAt, readingAt, saidValue, topOf, type Curve } from './curve';
import { kindWords } from './mark-icon';
import { placeText, timeText, type Shown } from './shown';

/** In the picture's own pixels. */
const LABEL = 100;
const DRAWN = 980;
const APART = 26;

export function pictureOf(
  root: HTMLElement,
  shown: Shown,
  { position, threadId }: { readonly position: PositionBody; readonly threadId: number },
  at: number,
): string {
  const { series, scale, strings: s } = shown;
  const style = getComputedStyle(root);
  const colour = (name: string, otherwise: string): string =>
    style.getPropertyValue(name).trim() || otherwise;
  const share = scale.share(at);
  const words = kindWords(s);
  const clusters = clustersOf(series.marks, ({ event }) => scale.share(event), APART / DRAWN);
  const left = series.lanesLeftOut + Math.max(0, series.lanes.length - MOST_LANES);
  const place = placeText(shown, at, at === position.event ? position.line : undefined);
  const time = timeText(shown, at, true);
  return timelineSvg(
    {
      title: filled(s.timelineOf, baseName(position.file)),
      caption: [place, time, at === position.event ? position.text : '', series.processName]
        .filter((part) => part !== '')
        .join(' · '),
      language: s.language,
      scale,
      stretch: series,
      axis: scale.over === 'time' ? s.time : scale.lineOf(0) === null ? s.eventWord : s.line,
      ticks: ticksOf(scale, DRAWN, LABEL, s.language),
      cursor: share < 0 || share > 1 ? undefined : { share, label: place },
      marks: clusters.map(({ share: where, chief, count }) => ({ share: where, kind: chief.kind, count })),
      legend: countsOf(clusters.flatMap(({ marks }) => marks)).map(({ kind, count }) => ({
        kind,
        text: `${wholeNumber(count, s.language)} ${words[kind]}`,
      })),
      curves: curvesOf(series, s).map((curve) =>
        pictured(curve, shown, at, colour(curve.colour, style.color)),
      ),
      lanes: series.lanes,
      threadId,
      note: left > 0 ? `+${wholeNumber(left, s.language)} ${s.tasks}` : '',
    },
    {
      paper: colour('--vscode-editor-background', '#ffffff'),
      ink: colour('--vscode-editor-foreground', style.color),
      faint: colour('--vscode-descriptionForeground', style.color),
      failed: colour('--vscode-errorForeground', style.color),
      cursor: colour('--cursor', style.color),
      onCursor: colour('--vscode-editor-background', '#ffffff'),
    },
  );
}

function pictured(curve: Curve, { strings: s }: Shown, at: number, colour: string): PicturedCurve {
  const most = spreadOf(curve.steps.values)?.most;
  return {
    title: curve.title,
    colour,
    steps: curve.steps,
    value: readingAt(curve, at, s),
    top: isSteady(curve) ? undefined : topOf(curve),
    most: most === undefined ? '' : saidValue(curve, most, s.language),
    ...(curve.limit === undefined
      ? {}
      : { limit: { steps: hasLimit(curve) ? curve.limit : undefined, text: limitAt(curve, at, s) } }),
  };
}

const baseName = (path: string): string =>
  path.slice(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1);
