/** userfaultfd and its ioctls. */
import { pageNumber } from '../../../../model/memory/page';
import { VmFlag } from '../../../../model/memory/vma';
import type { Argument, Value } from '../../../../model/trace/value';
import { BASE } from '../../memory/drawing';
import { changed, flagged, p, PG, TASK_SIZE, type Case } from './case';

const span = { start: 0, end: 1 };
const word = (value: bigint | number): Value => ({ kind: 'number', value: BigInt(value), form: 'hex', span });
const struct = (members: Readonly<Record<string, Value | bigint | number>>): Value => ({
  kind: 'struct',
  members: Object.entries(members).map(([name, value]): Argument => ({
    name,
    value: typeof value === 'object' ? value : word(value),
    span,
  })),
  abbreviated: false,
  span,
});

const at = (start: bigint | number, len: bigint | number): Value => struct({ start, len });
const api = (version: number, features: number | bigint = 0): Value => struct({ api: version, features });
const register = (start: bigint | number, len: bigint | number, mode = 1): Value =>
  struct({ range: at(start, len), mode });
const copy = (dst: bigint, src: bigint, len = PG, mode = 0): Value => struct({ dst, src, len, mode });

type Given = NonNullable<Case['given']>;
const descriptor = { path: 'anon_inode:[userfaultfd]', kind: 'anon-inode' } as const;
const fresh: Given = { files: { 3: descriptor } };
/** After UFFDIO_API; a second one stands at 4. */
const started: Given = { files: { 3: { ...descriptor, userfault: 1 }, 4: { ...descriptor, userfault: 1 } } };
const full: Given = { ...started, machine: { maxMapCount: 1 } };

/** Registered with the descriptor 3, whose description is 103. */
const registered = (drawing: string, from: number, to: number): Case['space'] =>
  flagged(drawing, from, to, VmFlag.userfault);
const ofDescriptor = (drawing: string, from: number, to: number, description: number): Case['space'] =>
  changed(drawing, from, to, {
    flags: VmFlag.mayRead | VmFlag.mayWrite | VmFlag.mayExec | VmFlag.userfault,
    extra: `userfault:${description}:1`,
  });

const REGISTER = 'UFFDIO_REGISTER';
const UNREGISTER = 'UFFDIO_UNREGISTER';
const COPY = 'UFFDIO_COPY';

export const userfaultCases: readonly Case[] = [
  { id: 'userfaultfd.not-in-this-kernel', space: 'W', call: ['userfaultfd', 0], given: { kernel: [4, 2] } },
  { id: 'userfaultfd.not-permitted', space: 'W', call: ['userfaultfd', 0], answer: 'open' },
  {
    id: 'userfaultfd.unknown-flags',
    space: 'W',
    call: ['userfaultfd', 0x70001],
    given: { capabilities: { CAP_SYS_PTRACE: 'yes' } },
  },
  {
    id: 'userfaultfd.unknown-flags',
    space: 'W',
    call: ['userfaultfd', 'UFFD_USER_MODE_ONLY'],
    given: { kernel: [5, 10], capabilities: { CAP_SYS_PTRACE: 'yes' } },
  },
  { id: 'userfaultfd.too-many-descriptors', space: 'W', call: ['userfaultfd', 1], answer: 'no-trace' },
  { id: 'userfault.fd-not-open', space: 'W', call: ['ioctl', 9, 'UFFDIO_API', api(0xaa)] },
  {
    id: 'userfault.other-file',
    space: 'W',
    call: ['ioctl', 3, 'UFFDIO_API', api(0xaa)],
    given: { files: { 3: { kind: 'pipe' } } },
  },
  {
    id: 'userfault.other-file',
    space: 'W',
    call: ['ioctl', 3, 'UFFDIO_API', api(0xaa)],
    given: { files: { 3: { kind: 'character' } } },
    answer: 'open',
  },
  { id: 'userfault.not-started', space: 'W', call: ['ioctl', 3, REGISTER, register(p(0), PG)], given: fresh },
  { id: 'userfault.structure-unreadable', space: 'W.', call: ['ioctl', 3, 'UFFDIO_API', p(1)], given: fresh },
  { id: 'userfault.unknown-version', space: 'W', call: ['ioctl', 3, 'UFFDIO_API', api(0xab)], given: fresh },
  {
    id: 'userfault.unknown-features',
    space: 'W',
    call: ['ioctl', 3, 'UFFDIO_API', api(0xaa, 1n << 40n)],
    given: fresh,
  },
  {
    id: 'userfault.fork-not-permitted',
    space: 'W',
    call: ['ioctl', 3, 'UFFDIO_API', api(0xaa, 2)],
    given: { ...fresh, capabilities: { CAP_SYS_PTRACE: 'no' } },
  },
  { id: 'userfault.started-twice', space: 'W', call: ['ioctl', 3, 'UFFDIO_API', api(0xaa)], given: started },
  ...(
    [
      [p(0, 1), PG],
      [p(0), 100],
      [p(0), 0],
      [0, PG],
      [TASK_SIZE, PG],
      [p(0), 1n << 48n],
    ] as const
  ).map(([start, length]): Case => ({
    id: 'userfault.bad-range',
    space: 'W',
    call: ['ioctl', 3, REGISTER, register(start, length)],
    given: started,
  })),
  {
    id: 'userfault.unknown-register-mode',
    space: 'W',
    call: ['ioctl', 3, REGISTER, register(p(0), PG, 8)],
    given: started,
  },
  {
    id: 'userfault.unknown-register-mode',
    space: 'W',
    call: ['ioctl', 3, REGISTER, register(p(0), PG, 2)],
    given: { ...started, kernel: [5, 6] },
  },
  {
    id: 'userfault.unmapped',
    space: 'W..',
    call: ['ioctl', 3, REGISTER, register(p(1), PG)],
    given: started,
  },
  {
    id: 'userfault.unmapped',
    space: 'W?',
    call: ['ioctl', 3, UNREGISTER, at(p(1), PG)],
    given: started,
    answer: 'open',
  },
  {
    id: 'userfault.wrong-kind',
    space: 'D',
    call: ['ioctl', 3, REGISTER, register(p(0), PG)],
    given: started,
  },
  {
    id: 'userfault.wrong-kind',
    space: 'W',
    call: ['ioctl', 3, REGISTER, register(p(0), PG, 4)],
    given: started,
  },
  {
    id: 'userfault.wrong-kind',
    space: 'P',
    call: ['ioctl', 3, REGISTER, register(p(0), PG)],
    given: started,
    answer: 'open',
  },
  {
    id: 'userfault.start-in-huge-page',
    space: flagged('S'.repeat(512), 0, 512, VmFlag.hugeTlb),
    call: ['ioctl', 3, REGISTER, register(p(1), 511 * PG)],
    given: started,
  },
  {
    id: 'userfault.start-in-huge-page',
    space: flagged('S'.repeat(512), 0, 512, VmFlag.hugeTlb),
    call: ['ioctl', 3, UNREGISTER, at(p(1), 511 * PG)],
    given: started,
  },
  {
    id: 'userfault.end-in-huge-page',
    space: flagged('W' + '.'.repeat(511) + 'S'.repeat(512), 512, 1024, VmFlag.hugeTlb),
    call: ['ioctl', 3, REGISTER, register(p(0), 513 * PG)],
    given: started,
  },
  {
    id: 'userfault.not-writable',
    space: changed('S', 0, 1, { flags: VmFlag.mayRead | VmFlag.mayShare, prot: 1 }),
    call: ['ioctl', 3, REGISTER, register(p(0), PG)],
    given: started,
  },
  {
    id: 'userfault.registered-by-other',
    space: ofDescriptor('WW', 1, 2, 104),
    call: ['ioctl', 3, REGISTER, register(p(0), 2 * PG)],
    given: started,
  },
  {
    id: 'userfault.unregistered-by-other',
    space: ofDescriptor('WW', 1, 2, 104),
    call: ['ioctl', 3, UNREGISTER, at(p(0), 2 * PG)],
    given: started,
  },
  {
    id: 'userfault.map-limit',
    space: 'WW',
    call: ['ioctl', 3, REGISTER, register(p(0), PG)],
    given: full,
  },
  {
    id: 'userfault.unknown-fill-mode',
    space: registered('WW', 0, 1),
    call: ['ioctl', 3, COPY, copy(p(0), p(1), PG, 16)],
    given: started,
  },
  {
    id: 'userfault.not-registered',
    space: 'WW',
    call: ['ioctl', 3, COPY, copy(p(0), p(1))],
    given: started,
  },
  {
    id: 'userfault.not-registered',
    space: registered('WWW', 0, 1),
    call: ['ioctl', 3, COPY, copy(p(0), p(2), 2 * PG)],
    given: started,
  },
  {
    id: 'userfault.not-registered',
    space: changed('WWWW', 0, 4, {
      doubtfulBorders: [{ first: pageNumber(BASE + 2), last: pageNumber(BASE + 2) }],
    }),
    call: ['ioctl', 3, COPY, copy(p(2), p(0))],
    given: started,
    answer: 'open',
  },
  {
    id: 'userfault.not-registered',
    space: 'W?',
    call: ['ioctl', 3, COPY, copy(p(1), p(0))],
    given: started,
    answer: 'open',
  },
  {
    id: 'userfault.page-present',
    space: registered('WW', 0, 1),
    call: ['ioctl', 3, COPY, copy(p(0), p(1))],
    given: started,
    answer: 'no-trace',
  },
  {
    id: 'userfault.source-unreadable',
    space: registered('W.', 0, 1),
    call: ['ioctl', 3, COPY, copy(p(0), p(1))],
    given: started,
  },
];
