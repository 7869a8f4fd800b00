/** A descriptor opened otherwise: for writing, for reading, without O_PATH; not closed so early. */
import { addressOf } from '../../memory/page';
import { has, VmFlag, type Vma } from '../../memory/vma';
import type { Before } from '../../kernel/check';
import { mapsSealedFile } from '../../kernel/memfd/write-seals';
import type { OpenFile } from '../../process/descriptors';
import { closedAt } from '../blame/descriptors';
import { say } from '../message';
import { hexOf } from '../sizes';
import { lineOf } from '../subject';
import { bytesOf, pagesTouched } from './ranges';
import { withSpace, withState, type Alteration, type Alterations } from './trial';

type Failed = Parameters<Alterations>[0];

export const files: Alterations = function* (failed) {
  yield* openedOtherwise(failed);
  yield* keptOpen(failed);
  yield* mappedFromWritable(failed);
};

function* openedOtherwise({ subject, outcome: { trial } }: Failed): Iterable<Alteration> {
  const { call, before } = trial;
  if (call.call !== 'mmap' || call.fd.value === undefined) return;
  const fd = call.fd.value;
  const file = before.descriptors.get(fd);
  if (file === undefined) return;
  const open = (cost: number, mode: string, change: Partial<OpenFile>): Alteration =>
    withState(
      trial,
      {
        kind: 'file',
        cost,
        text:
          file.openedAt === undefined
            ? say('remedy.open-with', { fd, mode })
            : say('remedy.open-with-at', { fd, mode, line: lineOf(subject, file.openedAt) }),
      },
      () => ({ ...before, descriptors: before.descriptors.with(fd, { ...file, ...change }) }),
    );
  if (file.kind === 'o-path') {
    const { flags } = call;
    yield open(2, 'O_RDONLY', { kind: 'regular', readable: true, writable: false });
    if (flags.value !== undefined)
      yield open(3, 'O_RDWR', { kind: 'regular', readable: true, writable: true });
    return;
  }
  if (file.readable === false && file.writable === false) return;
  if (file.writable === false) yield open(2, 'O_RDWR', { writable: true });
  if (file.readable === false) yield open(2, 'O_RDWR', { readable: true });
}

/** Open once, and closed since. */
function* keptOpen({ subject, outcome: { trial }, id }: Failed): Iterable<Alteration> {
  const { call, before } = trial;
  if (call.call !== 'mmap' || call.fd.value === undefined || !id.endsWith('.fd-not-open')) return;
  const fd = call.fd.value;
  const closed = closedAt(subject, before.task.descriptors, fd);
  if (closed === undefined) return;
  yield withState(
    trial,
    {
      kind: 'file',
      cost: 2,
      text: say(closed.byExec ? 'remedy.no-close-on-exec' : 'remedy.keep-open', {
        fd,
        line: lineOf(subject, closed.at),
      }),
    },
    () => ({ ...before, descriptors: before.descriptors.with(fd, closed.file) }),
  );
}

/** mprotect may allow writing only where the descriptor behind the shared mapping was opened for it. */
function* mappedFromWritable({ subject, outcome: { trial }, id }: Failed): Iterable<Alteration> {
  const { call, before } = trial;
  const bytes = bytesOf(call);
  if (!/not-permitted$|not-writable$|wrong-kind$/.test(id) || bytes === undefined) return;
  if (call.call === 'mlock' || call.call === 'mlock2' || call.call === 'process_madvise') return;
  const readOnly = [...before.space.vmasIn(pagesTouched(bytes))].find((vma) => isOfReadOnlyFile(vma, before));
  if (readOnly === undefined) return;
  const { mapped } = readOnly.origin;
  const values = { at: hexOf(addressOf(readOnly.start)) };
  yield withState(
    trial,
    {
      kind: 'file',
      cost: 2,
      text:
        mapped === undefined
          ? say('remedy.open-mapped-with', values)
          : say('remedy.open-mapped-with-at', { ...values, line: lineOf(subject, mapped) }),
    },
    (): Before => withSpace(call, before, (edit) => edit.mark(readOnly, writable)),
  );
}

/** Sealed against writing, it would allow none of any descriptor. */
const isOfReadOnlyFile = (vma: Vma, { descriptors }: Before): boolean =>
  vma.backing.kind === 'file' &&
  has(vma, VmFlag.mayShare) &&
  !has(vma, VmFlag.mayWrite) &&
  !mapsSealedFile(vma, descriptors);

const writable = (vma: Vma): Vma => ({ ...vma, flags: vma.flags | VmFlag.mayWrite | VmFlag.shared });
