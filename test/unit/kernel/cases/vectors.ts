/** Vectors as strace prints them. */
import type { Value } from '../../../../model/trace/value';

const span = { start: 0, end: 1 };
/** No address of user space. */
export const KERNEL = 0xffff_8000_0000_0000n;

/** As strace prints a count; numbers of other arguments are in hexadecimal. */
export const count = (value: number): Value => ({
  kind: 'number',
  value: BigInt(value),
  form: 'decimal',
  span,
});
export const word = (value: bigint | number): Value => ({
  kind: 'number',
  value: BigInt(value),
  form: 'hex',
  span,
});
const bytes = (text: string): Value => ({ kind: 'string', bytes: text, cut: false, span });

type Element = readonly [base: bigint | number | string, length: bigint | number];
/** `[{iov_base=…, iov_len=…}, …]`; a text is what strace read there. */
export const vector = (...elements: readonly Element[]): Value => ({
  kind: 'array',
  items: elements.map(([base, length]) => ({
    value: {
      kind: 'struct',
      members: [
        { name: 'iov_base', value: typeof base === 'string' ? bytes(base) : word(base), span },
        { name: 'iov_len', value: word(length), span },
      ],
      abbreviated: false,
      span,
    },
    span,
  })),
  abbreviated: false,
  span,
});
export const counted = (...elements: readonly Element[]): [Value, Value] => [
  vector(...elements),
  count(elements.length),
];
