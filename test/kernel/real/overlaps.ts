/**
 * Which readings of /proc a call of another thread may have run into. Read from the text of the log alone, with nothing of the
 * model: a call of another thread of the same process whose entry has a time before the end of the reading, and whose result
 * stands below the row's line.
 *
 *     101 1.000 mmap(NULL, 4096, …) = 0x7f…       row of 101, /proc read until 1.003
 *     102 1.001 munmap(0x7e…, 8192) = 0           entered before that: what was read may have it or not
 */

interface Row {
  readonly line: number;
  readonly tid: number;
  readonly pid: number;
  /** Epoch seconds. */
  readonly readUntil: number;
}
interface Call {
  readonly tid: number;
  readonly from: number;
  /** Line of the result; Infinity where there is none. */
  line: number;
}

/** Calls that change an address space. */
const CHANGING =
  /^(?:brk|mmap2?|munmap|mprotect|pkey_mprotect|mremap|madvise|process_madvise|mlock2?|munlock|mlockall|munlockall|shmat|shmdt|ipc|mseal|remap_file_pages|mbind|prctl|map_shadow_stack|execveat|execve|exit_group|exit)$/;

/** @returns the indices of the rows. */
export function overlapped(log: string, rows: readonly Row[]): ReadonlySet<number> {
  const pids = new Map(rows.map((row) => [row.tid, row.pid]));
  const byProcess = new Map<number, Call[]>();
  for (const call of callsOf(log)) {
    const pid = pids.get(call.tid);
    if (pid === undefined) continue;
    const calls = byProcess.get(pid) ?? [];
    byProcess.set(pid, calls);
    calls.push(call);
  }
  const raced = new Set<number>();
  for (const [at, row] of rows.entries()) {
    const near = (byProcess.get(row.pid) ?? []).some(
      (call) => call.tid !== row.tid && call.line > row.line && call.from <= row.readUntil,
    );
    if (near) raced.add(at);
  }
  return raced;
}

function callsOf(log: string): readonly Call[] {
  const calls: Call[] = [];
  const open = new Map<number, Call>();
  for (const [at, text] of log.split('\n').entries()) {
    const head = /^(\d+) +(\d+\.\d+) (?:<\.\.\. )?([a-z0-9_]+)/.exec(text);
    if (head === null) continue;
    const [prefix, tid, time, name = ''] = head;
    const task = Number(tid);
    if (prefix.includes('<... ')) {
      const call = open.get(task);
      if (call !== undefined) call.line = at + 1;
      open.delete(task);
      continue;
    }
    if (!CHANGING.test(name)) continue;
    const isOpen = text.endsWith('<unfinished ...>');
    const call = { tid: task, from: Number(time), line: isOpen ? Infinity : at + 1 };
    calls.push(call);
    if (isOpen) open.set(task, call);
  }
  return calls;
}
