/** The table of what calls take agrees with how the calls are read. */
import { expect, it } from 'vitest';
import type { FlagTable } from '../../../../model/kernel/abi/flag-table';
import { CallReader } from '../../../../model/kernel/call-reader';
import type { Given } from '../../../../model/kernel/given';
import { judgedNames, memoryCallOf } from '../../../../model/kernel/typed-call';
import { shapeOf, signatureOf, wordsOf, type Parameter } from '../../../../model/query/what-if/signatures';
import { nearest } from '../../../../model/query/what-if/nearest';
import { readEvent } from '../../../../model/trace/grammar';
import type { CallEvent } from '../../../../model/trace/event';

it.each([...judgedNames])('%s: every judged call has its shape', (name) => {
  const signature = signatureOf(name);
  expect(signature).toBeDefined();
  expect(signature?.least).toBeLessThanOrEqual(signature?.parameters.length ?? 0);
});

interface Read {
  readonly place: number;
  readonly takes: readonly Parameter['takes'][];
  readonly table?: FlagTable;
}

/** Every argument that the reader of a call asks for, and as what. */
function readsOf(name: string): readonly Read[] {
  const reads: Read[] = [];
  const { word, flags, int, offset } = CallReader.prototype;
  CallReader.prototype.word = function (place, named): Given<bigint> {
    reads.push({ place, takes: ['address', 'length', 'number', 'any', 'word'] });
    return word.call(this, place, named);
  };
  CallReader.prototype.flags = function (place, named, table): Given<number> {
    reads.push({ place, takes: ['flags', 'word', 'any', 'number'], table });
    return flags.call(this, place, named, table);
  };
  CallReader.prototype.int = function (place, named): Given<number> {
    reads.push({ place, takes: ['descriptor', 'number', 'any'] });
    return int.call(this, place, named);
  };
  CallReader.prototype.offset = function (place, named): Given<bigint> {
    reads.push({ place, takes: ['number'] });
    return offset.call(this, place, named);
  };
  try {
    const text = `${name}(0, 0, 0, 0, 0, 0) = 0`;
    memoryCallOf({ ...readEvent({ text }, 0), text: { text } } as unknown as CallEvent, 'x86-64');
  } finally {
    Object.assign(CallReader.prototype, { word, flags, int, offset });
  }
  return reads;
}

it.each([...judgedNames])('%s: arguments are what its reader takes them for', (name) => {
  const { parameters } = signatureOf(name) ?? { parameters: [] };
  for (const { place, takes, table } of readsOf(name)) {
    const parameter = parameters[place];
    if (parameter === undefined) continue;
    expect(takes, `${name}: argument ${place}`).toContain(parameter.takes);
    if (table !== undefined && parameter.names !== undefined && table.size > 0)
      expect(wordsOf(parameter, 'x86-64'), `${name}: argument ${place}`).toEqual([...table.keys()]);
  }
});

it('says a shape with what may be left out', () => {
  const shape = (name: string): string => shapeOf(name, signatureOf(name)!);
  expect(shape('mremap')).toBe('mremap(old_address, old_size, new_size, flags[, new_address])');
  expect(shape('munlockall')).toBe('munlockall()');
  expect(shape('prctl')).toBe('prctl(option[, arg2[, arg3[, arg4[, arg5]]]])');
});

it.each([
  ['mremapp', ['mremap']],
  ['MADV_DONTNED', ['MADV_DONTNEED']],
  ['mprotct', ['mprotect']],
  ['DONTNEED', ['MADV_DONTNEED', 'MADV_DONTNEED_LOCKED']],
  ['xyzzy', []],
])('the nearest words to %s', (word, expected) => {
  const known = ['mremap', 'mprotect', 'munmap', 'MADV_DONTNEED', 'MADV_FREE', 'MADV_DONTNEED_LOCKED'];
  expect(nearest(word, known)).toEqual(expected);
});
