/** A call's line held against its row: which printed argument is which, and what the numbers among them are. */
import type { CallEvent } from '../../trace/event';
import type { Argument, Value } from '../../trace/value';
import type { Before } from '../../kernel/check';
import { wordBits } from '../../kernel/layout';
import { numberOf } from '../../process/call-values';
import type { Architecture } from '../../process/world';
import type { Subject } from '../subject';
import type { PointerArgument, Row } from './notation';
import { isRawLog } from './raw-log';

export class CallLine {
  private readonly printed: readonly (Argument | undefined)[];

  constructor(
    readonly call: CallEvent,
    readonly row: Row,
    readonly architecture: Architecture,
    /** `-e raw=…`: strace did not look at what pointers lead to. */
    readonly isRaw: boolean,
  ) {
    this.printed = inTheirPlaces(call);
  }

  /** Counted from 1, as people do. */
  placeOf(name: string): number {
    const named = this.printed.findIndex((arg) => arg?.name === name);
    return (named >= 0 ? named : this.indexOf(name)) + 1;
  }

  argument(name: string): Argument | undefined {
    const arg = this.printed[this.indexOf(name)];
    if (arg?.name === undefined || arg.name === name) return arg;
    return this.call.args.find((other) => other.name === name) ?? arg;
  }

  number(name: string): bigint | undefined {
    return numberOf(this.argument(name)?.value);
  }

  /** A number as the pointer it is in the task; undefined for contents. */
  address(value: Value | undefined): bigint | undefined {
    return value?.kind === 'number' ? BigInt.asUintN(wordBits(this.architecture), value.value) : undefined;
  }

  /**
   * NULL is no pointer where the row says so. A length that goes with a buffer is looked at only where there is a buffer, but
   * there it must be.
   */
  isLeftAlone({ name, orNull }: PointerArgument): boolean {
    const buffer = this.row.arguments.find(
      (other): other is PointerArgument =>
        typeof other !== 'string' && other.extent.of === 'pointed-to' && other.extent.argument === name,
    );
    if (buffer?.orNull === true) return this.address(this.argument(buffer.name)?.value) === 0n;
    return orNull && this.address(this.argument(name)?.value) === 0n;
  }

  private indexOf(name: string): number {
    return this.row.arguments.findIndex((given) => (typeof given === 'string' ? given : given.name) === name);
  }
}

export const lineIn = ({ timeline }: Subject, call: CallEvent, row: Row, { task }: Before): CallLine =>
  new CallLine(call, row, task.architecture, isRawLog(timeline.recording));

/** strace 6.1 prints nothing at all for a 0 among raw flags: `statx(-100, "/", , 0x7ff, 0x7f…)`. */
function inTheirPlaces({ args, text }: CallEvent): readonly (Argument | undefined)[] {
  const placed: (Argument | undefined)[] = [];
  let end: number | undefined;
  for (const arg of args) {
    const between = end === undefined ? ',' : text.text.slice(end, arg.span.start);
    const commas = between.split(',').length - 1;
    // A call cut in two, or a form unknown here: then they are taken as they stand.
    if (/^[\s,]*$/.test(between)) for (let i = 1; i < commas; i++) placed.push(undefined);
    placed.push(arg);
    end = arg.span.end;
  }
  return placed;
}
