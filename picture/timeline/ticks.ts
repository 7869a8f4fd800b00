/** Round numbers along an axis, as many as have room. */
import type { Over, TimelineScale } from './scale';

export interface Tick {
  readonly share: number;
  readonly label: string;
}

/** Steps of time that people count in, in seconds, behind the powers of ten. */
const LONG_STEPS = [60, 120, 300, 600, 1800, 3600, 7200, 21_600, 43_200, 86_400];

/** `least`: what a label needs, in the pixels of `width`. */
export function ticksOf(scale: TimelineScale, width: number, least: number, language: string): Tick[] {
  const [first, last] = scale.range;
  const room = ((last - first) * least) / Math.max(1, width);
  const step = scale.over === 'time' ? timeStep(room) : Math.max(1, decimalStep(room));
  const said = coordinateText(scale.over, step, language);
  const ticks: Tick[] = [];
  // Multiples, not sums: no error adds up.
  for (let i = Math.ceil(first / step); i * step <= last; i++) {
    const at = i * step;
    // Lines count from 1.
    if (scale.over === 'lines' && at < 1) continue;
    ticks.push({ share: scale.shareOfCoordinate(at), label: said(at) });
  }
  return ticks;
}

/** 1, 2 or 5 times a power of ten: the least that is not below. */
export function decimalStep(least: number): number {
  const power = 10 ** Math.floor(Math.log10(Math.max(least, Number.MIN_VALUE)));
  return ([1, 2, 5, 10].find((n) => n * power >= least * (1 - 1e-9)) ?? 10) * power;
}

function timeStep(least: number): number {
  const decimal = decimalStep(least);
  if (decimal < 60) return Math.max(1e-6, decimal);
  return LONG_STEPS.find((step) => step >= least) ?? 86_400 * decimalStep(least / 86_400);
}

function coordinateText(over: Over, step: number, language: string): (at: number) => string {
  if (over === 'time') return (at) => secondsText(at, step, language);
  const whole = new Intl.NumberFormat(language);
  return (at) => whole.format(at);
}

/** Seconds to the exactness of a step: '250 µs', '1.25 s', '2:05', '1:02:05'. */
export function secondsText(seconds: number, step: number, language: string): string {
  const most = Math.max(seconds, step);
  if (most >= 60 && step >= 1) return clockText(Math.round(seconds));
  const [unit, name] = most < 1e-3 ? [1e-6, 'µs'] : most < 1 ? [1e-3, 'ms'] : [1, 's'];
  const digits = Math.min(6, Math.max(0, Math.ceil(-Math.log10(step / unit) - 1e-9)));
  const format = new Intl.NumberFormat(language, {
    maximumFractionDigits: digits,
    minimumFractionDigits: digits,
  });
  return `${format.format(seconds / unit)} ${name}`;
}

/** Hours where there are any. */
function clockText(seconds: number): string {
  const parts = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60];
  if (parts[0] === 0) parts.shift();
  return parts.map((part, i) => (i === 0 ? String(part) : String(part).padStart(2, '0'))).join(':');
}

/** What the clock showed, as strace prints it: '10:03:04.123456', for stamps since the epoch with the day, in UTC. */
export function wallText(
  { kind, seconds }: { kind: 'epoch' | 'day'; seconds: number },
  since: number,
): string {
  const micros = Math.round((seconds + since) * 1e6);
  if (kind === 'epoch') {
    const date = new Date(Math.floor(micros / 1000));
    if (Number.isNaN(date.getTime())) return '';
    return `${date.toISOString().slice(0, -5).replace('T', ' ')}.${String(micros % 1e6).padStart(6, '0')} UTC`;
  }
  const second = Math.floor(micros / 1e6) % 86_400;
  const parts = [second / 3600, (second / 60) % 60, second % 60];
  const clock = parts.map((part) => String(Math.floor(part)).padStart(2, '0')).join(':');
  return `${clock}.${String(micros % 1e6).padStart(6, '0')}`;
}
