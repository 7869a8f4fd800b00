/** A call's line held against its row: which printed argument is which, and what the numbers among them are. */
import type { CallEvent } from '../../trace/event';
import type { Argument, Value } from '../../trace/value';
import { wordBits } from '../../kernel/layout';
import { numberOf } from '../../process/call-values';
import type { Architecture } from '../../process/world';
import type { PointerArgument, Row } from './notation';

export class CallLine {
  /** `-e raw=…`: strace did not look at what pointers lead to. */
  readonly isRaw: boolean;

  constructor(
    readonly call: CallEvent,
    readonly row: Row,
    readonly architecture: Architecture,
  ) {
    this.isRaw = isRaw(call);
  }

  /** Counted from 1, as people do. */
  placeOf(name: string): number {
    const named = this.call.args.findIndex((arg) => arg.name === name);
    return (named >= 0 ? named : this.indexOf(name)) + 1;
  }

  argument(name: string): Argument | undefined {
    const arg = this.call.args[this.indexOf(name)];
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

/** Every number in hexadecimal, nothing decoded: `read(0x3, 0x7f0000001000, 0xa)`. A lone address tells nothing. */
function isRaw({ args }: CallEvent): boolean {
  let small = false;
  for (const { value } of args) {
    if (value.kind !== 'number') return false;
    if (value.value === 0n) continue;
    if (value.form !== 'hex') return false;
    small ||= value.value > 0n && value.value < 65536n;
  }
  return small;
}
