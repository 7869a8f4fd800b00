/** The curves: what each shows of the series, and in which words. */
import type { SeriesBody } from '../../../../debug-adapter/protocol/panel';
import { spreadOf } from '../../../../picture/timeline/steps';
import { lastAtOrBefore, valueAt, type Steps } from '../../../../picture/timeline/series';
import type { ViewStrings } from '../../words';
import type { Totals } from '../../messages';
import { filled, sizeOf, wholeNumber } from '../format';

export interface Curve {
  readonly total: keyof Totals;
  readonly title: string;
  readonly unit: 'kb' | 'count';
  /** A colour of the editor's, and what it is where the editor has none. */
  readonly colour: string;
  /** How much height it is worth where it changes. */
  readonly weight: number;
  readonly steps: Steps;
  /** Between the steps there are others. */
  readonly isThinned: boolean;
  /** What the curve is held against, with the steps in which it changes. */
  readonly limit?: Steps;
}

/** A limit so many times the highest value would press the curve flat: it is named, and drawn only where it is lower. */
const FAR_ABOVE = 4;

export function curvesOf(series: SeriesBody, s: ViewStrings): readonly Curve[] {
  const { events, mappedKb, lockedKb, vmas, isThinned, limits, from } = series;
  const limit = {
    events: [from, ...limits.map(({ event }) => event)],
    values: [null, ...limits.map(({ kb }) => kb)],
  };
  return [
    {
      total: 'mappedKb',
      title: s.mapped,
      unit: 'kb',
      colour: '--vscode-charts-blue',
      weight: 3,
      steps: { events, values: mappedKb },
      isThinned,
    },
    {
      total: 'lockedKb',
      title: s.locked,
      unit: 'kb',
      colour: '--vscode-charts-purple',
      weight: 2.5,
      steps: { events, values: lockedKb },
      isThinned,
      limit,
    },
    {
      total: 'vmas',
      title: s.vmas,
      unit: 'count',
      colour: '--vscode-charts-green',
      weight: 2,
      steps: { events, values: vmas },
      isThinned,
    },
  ];
}

export const saidValue = ({ unit }: Pick<Curve, 'unit'>, value: number, language: string): string =>
  unit === 'kb' ? sizeOf(value, language) : wholeNumber(value, language);

export interface Reading {
  /** null: cannot be told. */
  readonly value: number | null;
  readonly isNear: boolean;
}

/** Exactly, where the totals at the position are given or the curve has a step there, or all steps; else what is near. */
export function readAt(curve: Curve, position: number, totals?: Totals): Reading {
  if (totals !== undefined) return { value: totals[curve.total], isNear: false };
  const { events } = curve.steps;
  const isStep = events[lastAtOrBefore(events, position)] === position;
  return { value: valueAt(curve.steps, position), isNear: curve.isThinned && !isStep };
}

/** '1.02 MiB', '~1.02 MiB', or that it cannot be told. */
export function readingAt(curve: Curve, position: number, s: ViewStrings, totals?: Totals): string {
  const { value, isNear } = readAt(curve, position, totals);
  return value === null ? s.cannotTell : `${isNear ? '~' : ''}${saidValue(curve, value, s.language)}`;
}

/** The limit in force, in words; '' where there is none to tell. */
export function limitAt(curve: Curve, position: number, s: ViewStrings): string {
  const limit = curve.limit === undefined ? null : valueAt(curve.limit, position);
  return limit === null ? '' : filled(s.limitIs, saidValue(curve, limit, s.language));
}

/** It has one value wherever it can be told. */
export function isSteady({ steps }: Curve): boolean {
  const spread = spreadOf(steps.values);
  return spread === undefined || spread.least === spread.most;
}

/** The value at the upper end. Limits above it are not drawn there. */
export function topOf({ steps, limit, unit }: Curve): number {
  const most = Math.max(unit === 'kb' ? 4 : 1, spreadOf(steps.values)?.most ?? 0);
  const near = limit?.values.filter((kb) => kb !== null && kb <= most * FAR_ABOVE) ?? [];
  return Math.max(most, spreadOf(near)?.most ?? 0) * 1.1;
}

export const hasLimit = ({ limit }: Curve): boolean => limit?.values.some((kb) => kb !== null) ?? false;
