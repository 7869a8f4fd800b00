/**
 * Address spaces as drawings, one character a page, as the kernel's own VMA tests think of them:
 *
 *     'WWWW..RR|R??'    4 pages rw, 2 free, 3 pages r-- in two VMAs, 2 unknown
 *
 * A new VMA begins where the letter changes and at a bar. Private anonymous memory unless said:
 *
 *     W rw- untouched     A B rw- with anon_vma 1, 2     U rw- perhaps touched       R r--   N ---   X rwx
 *     L rw- locked        O rw- no-reserve               S rw-, one shmem object     P Q r-- of file description 1, 2
 *     H rw- SysV shm      D vdso                         i inferred, nothing known   G rw- grows down
 */
import type { AddressSpace, SpaceEdit, SpaceId } from '../../../model/memory/address-space';
import { pageNumber, pageRange, type PageRange } from '../../../model/memory/page';
import { lockedPagesIn } from '../../../model/memory/locked';
import { emptySpace } from '../../../model/memory/space-birth';
import { VmFlag, type Vma } from '../../../model/memory/vma';
import { eventIndex } from '../../../model/trace/positions';

/** Page 0 of every drawing. High, so that arithmetic in 32 bits would show. */
export const BASE = 0x7fff_0000_0;

const may = VmFlag.mayRead | VmFlag.mayWrite | VmFlag.mayExec;
export const noOrigin = { mapped: undefined, protected: undefined, locked: undefined, moved: undefined };

const kinds: Readonly<Record<string, Partial<Vma>>> = {
  W: { prot: 3 },
  A: { prot: 3, anonVma: 1 },
  B: { prot: 3, anonVma: 2 },
  U: { prot: 3, anonVma: 'unknown' },
  R: { prot: 1 },
  N: { prot: 0 },
  X: { prot: 7 },
  L: { prot: 3, flags: may | VmFlag.locked },
  O: { prot: 3, flags: may | VmFlag.noReserve },
  G: { prot: 3, flags: may | VmFlag.growsDown },
  S: { prot: 3, flags: may | VmFlag.shared | VmFlag.mayShare, backing: { kind: 'shmem', object: 1 } },
  P: { prot: 1, backing: { kind: 'file', description: 1, path: '/p' } },
  Q: { prot: 1, backing: { kind: 'file', description: 2, path: '/p' } },
  H: {
    prot: 3,
    flags: may | VmFlag.shared | VmFlag.mayShare | VmFlag.closeHook,
    backing: { kind: 'sysv', object: 1, shmid: 5 },
  },
  D: { prot: 5, flags: may | VmFlag.dontExpand, backing: { kind: 'special', name: '[vdso]' } },
  i: { prot: undefined, flags: 0, backing: { kind: 'unknown' }, anonVma: 'unknown', certainty: 'inferred' },
};

/** Pages of the drawing's window. */
export const pages = (start: number, end: number): PageRange => pageRange(BASE + start, BASE + end);

/** A VMA of one of the letters. Offsets of files are the page in the drawing; of anonymous memory the address. */
export const vmaOf = (letter: string, start: number, end: number, more: Partial<Vma> = {}): Vma => {
  const kind = kinds[letter];
  if (kind === undefined) throw new Error(`no such letter in a drawing: ${letter}`);
  const backing = kind.backing ?? { kind: 'anonymous' };
  return {
    start: pageNumber(BASE + start),
    end: pageNumber(BASE + end),
    prot: 0,
    flags: may,
    pgoff: backing.kind === 'anonymous' ? BASE + start : start,
    anonVma: 'none',
    origin: noOrigin,
    certainty: 'exact',
    ...kind,
    backing,
    ...more,
  };
};

export const drawn = (drawing: string): AddressSpace => {
  const vmas: Vma[] = [];
  const unknown: number[] = [];
  let page = 0;
  let last = '.';
  for (const letter of drawing) {
    const open = vmas.at(-1);
    if (letter === '|') {
      last = '|';
      continue;
    }
    if (letter === '?') unknown.push(page);
    else if (letter !== '.' && letter === last && open !== undefined)
      vmas[vmas.length - 1] = { ...open, end: pageNumber(BASE + page + 1) };
    else if (letter !== '.') vmas.push(vmaOf(letter, page, page + 1));
    last = letter;
    page++;
  }
  const space = emptySpace({
    id: 1 as SpaceId,
    taskSize: pageNumber(0x7ffff_ffff),
    unknown: unknown.length > 0 ? 'all' : 'none',
    past: 'exec',
    vmas,
    facts: { locked: lockedPagesIn(vmas) },
  });
  if (unknown.length === 0) return space;
  const edit = space.edit(eventIndex(0));
  for (let n = 0; n < page; n++) {
    const isHole = space.vmaAt(pageNumber(BASE + n)) === undefined;
    if (isHole && !unknown.includes(n)) edit.inferFree(pages(n, n + 1));
  }
  return edit.finish().space;
};

/** The window of `length` pages as a drawing. Letters A, B and U show as W: what was touched no maps file shows. */
export const drawingOf = (space: AddressSpace, length: number): string => {
  let text = '';
  let previous: Vma | undefined;
  for (let n = 0; n < length; n++) {
    const page = pageNumber(BASE + n);
    const vma = space.vmaAt(page);
    const letter = vma === undefined ? (space.stateAt(page) === 'free' ? '.' : '?') : letterOf(vma);
    if (vma !== undefined && previous !== undefined && vma !== previous && text.endsWith(letter)) text += '|';
    text += letter;
    previous = vma;
  }
  return text;
};

const letterOf = (vma: Vma): string => {
  if (vma.certainty === 'inferred') return 'i';
  const found = 'WRNXLOGSPQHD'.split('').find((letter) => {
    const kind = vmaOf(letter, 0, 1);
    return (
      kind.prot === vma.prot &&
      kind.flags === vma.flags &&
      JSON.stringify(kind.backing) === JSON.stringify(vma.backing)
    );
  });
  return found ?? '#';
};

export const edited = (space: AddressSpace, steps: (edit: SpaceEdit) => void, event = 7) => {
  const edit = space.edit(eventIndex(event));
  steps(edit);
  return edit.finish();
};

/** All of a space that a later call could see, for comparing two. */
export const contents = (space: AddressSpace) => ({
  vmas: [...space.vmas()],
  holes: space.holesIn(pages(-8, 80)),
  facts: {
    total: space.total,
    locked: space.locked,
    surplusUnsure: space.surplusUnsure,
    data: space.data,
    stack: space.stack,
    exec: space.exec,
    mapCount: space.mapCount,
    complete: space.complete,
    startBrk: space.startBrk,
    brk: space.brk,
    futureLock: space.futureLock,
    futureLockSetAt: space.futureLockSetAt,
  },
});
