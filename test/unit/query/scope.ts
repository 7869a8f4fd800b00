/** A failed mmap of 2 MiB, as a debugger would show it to queries. */
import { quote } from '../../../model/why/message';
import type { Scope } from '../../../model/query/scope';
import {
  booleanValue,
  NOTHING,
  numberValue,
  stringValue,
  unknownValue,
  type QueryValue,
} from '../../../model/query/value';

const flags = (value: number, ...symbols: string[]): QueryValue => ({
  kind: 'number',
  value: BigInt(value),
  symbols,
});

const heap = new Map<string, QueryValue>([
  ['start', numberValue(0x5000n, 'hex')],
  ['end', numberValue(0x9000n, 'hex')],
  ['prot', flags(3, 'PROT_READ', 'PROT_WRITE')],
]);
const vma: QueryValue = { kind: 'record', text: '5000-9000 rw-p [heap]', member: (name) => heap.get(name) };

const names = new Map<string, QueryValue>([
  ['call', stringValue('mmap')],
  ['errno', { kind: 'number', value: 12n, symbols: ['ENOMEM'] }],
  ['result', numberValue(-1)],
  ['length', numberValue(2n << 20n)],
  ['addr', numberValue(0xffff_ffff_ffff_f000n, 'hex')],
  ['tid', numberValue(4711)],
  ['line', numberValue(17)],
  ['path', NOTHING],
  ['name', stringValue('/usr/lib/libc.so.6')],
  ['failed', booleanValue(true)],
  ['locked', numberValue(128n << 10n)],
  ['took', numberValue(1_500_000)],
  ['limit', unknownValue(quote('no line of the log shows RLIMIT_MEMLOCK'))],
  ['args', { kind: 'list', items: [numberValue(0), numberValue(8192), flags(3, 'PROT_READ', 'PROT_WRITE')] }],
  ['prot', flags(3, 'PROT_READ', 'PROT_WRITE')],
  ['PROT_WRITE', numberValue(2)],
]);

export const scope: Scope = {
  lookup: (name) => names.get(name),
  call: (name, args) => {
    const [at] = args;
    if (name !== 'vma' || at?.kind !== 'number') return undefined;
    return at.value >= 0x5000n && at.value < 0x9000n ? vma : unknownValue(quote('nothing is mapped there'));
  },
};
