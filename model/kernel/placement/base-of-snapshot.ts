/**
 * Where the kernel looks for room, read from a snapshot. execve maps the interpreter (ld.so) before anything else in the
 * mmap area, then the vDSO with its data (x86-64 to 6.8 has that above the stack), so one of the two lies at the base:
 *
 *     down   ... libc | vvar vdso | ld.so |base           fs/binfmt_elf.c: load_elf_interp
 *     up              base| ld.so | vvar vdso | libc ...   arch/x86/entry/vdso/vma.c: map_vdso
 *
 * A static program has no interpreter: then it is the vDSO that touches the base, or, of a static PIE, the program itself,
 * mapped before it.
 */
import type { AddressSpace } from '../../memory/address-space';
import type { MmapBase } from '../../memory/mmap-base';
import { pageNumber, pageRange, type PageRange } from '../../memory/page';
import type { Vma } from '../../memory/vma';
import type { Architecture } from '../../process/world';
import { kernelVersion } from '../versions';
import { isLegacyStart } from './layout-of-area';

/** `space`: as the snapshot shows it. Undefined where the snapshot does not tell. */
export function mmapBaseOf(space: AddressSpace, architecture: Architecture): MmapBase | undefined {
  const found = landmarksOf(space);
  const { vdso, kernelSince } = found;
  const interpreter = soleOrNextTo(found.interpreters, vdso);
  if (interpreter !== undefined) {
    const isUp =
      vdso === undefined
        ? isLegacyStart(architecture, space.taskSize, interpreter.start)
        : vdso.start >= interpreter.end;
    return known(isUp ? 'up' : 'down', interpreter, 'interpreter', kernelSince);
  }
  if (vdso === undefined || found.interpreters.length > 0) return undefined;
  return found.program === undefined
    ? known(
        isLegacyStart(architecture, space.taskSize, vdso.start) ? 'up' : 'down',
        vdso,
        'vdso',
        kernelSince,
      )
    : besideProgram(found.program, vdso, kernelSince);
}

const known = (
  direction: MmapBase['direction'],
  { start, end }: PageRange,
  shownBy: MmapBase['shownBy'],
  kernelSince: number,
): MmapBase => {
  const page = direction === 'down' ? end : start;
  return { direction, lowest: page, highest: page, shownBy, kernelSince };
};

/** A program with large alignment leaves a hole at the base, too small for the vDSO, which would lie in it. */
function besideProgram(program: PageRange, vdso: PageRange, kernelSince: number): MmapBase {
  const hole = vdso.end - vdso.start - 1;
  return vdso.end === program.start
    ? {
        direction: 'down',
        lowest: program.end,
        highest: pageNumber(program.end + hole),
        shownBy: 'program',
        kernelSince,
      }
    : {
        direction: 'up',
        lowest: pageNumber(program.start - hole),
        highest: program.start,
        shownBy: 'program',
        kernelSince,
      };
}

interface Landmarks {
  /** Runs of VMAs of a file with an interpreter's name, a bss behind it included. */
  readonly interpreters: readonly PageRange[];
  /** vDSO and its data, where they lie in the mmap area. */
  readonly vdso: PageRange | undefined;
  /** The run of another file's VMAs that touches the vDSO: a static PIE. */
  readonly program: PageRange | undefined;
  readonly kernelSince: number;
}

function landmarksOf(space: AddressSpace): Landmarks {
  const interpreters: PageRange[] = [];
  const vdsos: PageRange[] = [];
  const others: PageRange[] = [];
  let hasClock = false;
  let last: Vma | undefined;
  for (const vma of space.vmas()) {
    const run = vma.backing.kind === 'special' ? vdsos : isInterpreter(vma) ? interpreters : others;
    if (vma.backing.kind === 'special') hasClock ||= vma.backing.name === '[vvar_vclock]';
    if (vma.backing.kind === 'special' || vma.backing.kind === 'file') append(run, vma, last);
    else if (vma.backing.kind === 'anonymous' && last?.end === vma.start) {
      // The part of .bss behind the file's last page: nothing else is put there, the base being its end.
      if (isInterpreter(last)) append(interpreters, vma, last);
      else if (last.backing.kind === 'file') append(others, vma, last);
    }
    last = vma;
  }
  const vdso = vdsos.find(({ start }) => space.startStack === undefined || start < space.startStack);
  const program =
    vdso === undefined
      ? undefined
      : others.find(({ start, end }) => start === vdso.end || end === vdso.start);
  // 6.13 gave the clocks of hypervisors a mapping of their own; 6.9 is the first that may have the vDSO below ld.so.
  const since = hasClock ? kernelVersion(6, 13) : vdso === undefined ? 0 : kernelVersion(6, 9);
  return { interpreters, vdso, program, kernelSince: since };
}

/** Joins the VMA to the last run where it touches it. */
function append(runs: PageRange[], vma: Vma, last: Vma | undefined): void {
  const run = runs.at(-1);
  if (run?.end === vma.start && last?.end === vma.start)
    runs[runs.length - 1] = pageRange(run.start, vma.end);
  else runs.push(pageRange(vma.start, vma.end));
}

/** ld-linux-x86-64.so.2, ld-2.31.so, ld-musl-x86_64.so.1, ld64.so.2, ld.so.1, linker64. */
const INTERPRETER = /\/(?:ld(?:64)?(?:-[^/]{1,64})?\.so(?:\.\d+)?|linker(?:64)?)$/;

const isInterpreter = ({ backing }: Vma): boolean =>
  backing.kind === 'file' && INTERPRETER.test(backing.path);

/** A debugger or a profiler may have mapped the file of an interpreter once more. */
function soleOrNextTo(runs: readonly PageRange[], vdso: PageRange | undefined): PageRange | undefined {
  if (runs.length < 2) return runs[0];
  const near = runs.filter(({ start, end }) => start === vdso?.end || end === vdso?.start);
  return near.length === 1 ? near[0] : undefined;
}
