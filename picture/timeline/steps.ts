/** A curve of states as SVG path data: what holds from a position on holds up to the next. */
import { lastAtOrBefore, type Steps } from './series';

export interface Box {
  readonly width: number;
  readonly height: number;
}

export interface StepPaths {
  /** The curve; '' where nothing can be told. */
  readonly line: string;
  /** The area under it. */
  readonly area: string;
  /** Stretches in which nothing can be told, in the box's pixels. */
  readonly untold: readonly (readonly [from: number, to: number])[];
}

/** `top`: the value at the upper end; 0 is at the lower. `shareOf`: where a position stands across the box. */
export function stepPaths(
  { events, values }: Steps,
  { from, to }: { readonly from: number; readonly to: number },
  shareOf: (position: number) => number,
  top: number,
  { width, height }: Box,
): StepPaths {
  const line: string[] = [];
  const area: string[] = [];
  const untold: (readonly [number, number])[] = [];
  const x = (position: number): number => Math.min(width, Math.max(0, shareOf(position) * width));
  let isOn = false;
  let begun = 0;
  const end = (at: number): void => {
    if (isOn) area.push(`V${height}H${rounded(begun)}Z`);
    isOn = false;
    begun = at;
  };
  for (let i = Math.max(0, lastAtOrBefore(events, from)); i < events.length; i++) {
    const event = events[i] ?? from;
    if (event > to) break;
    const left = x(event);
    const right = x(Math.min(to, events[i + 1] ?? to));
    const value = values[i] ?? null;
    if (value === null) {
      end(left);
      if (right > left) untold.push([left, right]);
      continue;
    }
    const y = rounded((1 - value / top) * height);
    if (!isOn) begun = left;
    line.push(`${isOn ? 'V' : `M${rounded(left)} `}${y}H${rounded(right)}`);
    area.push(`${isOn ? 'V' : `M${rounded(left)} `}${y}H${rounded(right)}`);
    isOn = true;
  }
  end(width);
  return { line: line.join(''), area: area.join(''), untold };
}

const rounded = (n: number): number => Math.round(n * 10) / 10;

/** The least and the most of what can be told; undefined: nothing can. `isSteady`: one value, as far as it can be told. */
export function spreadOf(
  values: readonly (number | null)[],
): { readonly least: number; readonly most: number } | undefined {
  let least = Number.POSITIVE_INFINITY;
  let most = Number.NEGATIVE_INFINITY;
  for (const value of values) {
    if (value === null) continue;
    least = Math.min(least, value);
    most = Math.max(most, value);
  }
  return least <= most ? { least, most } : undefined;
}
