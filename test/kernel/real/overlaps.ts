/**
 * Which readings of /proc a call of another thread may have run into. Read from the text of the log alone, with nothing of the
 * model: a call of another thread of the same process whose entry has a time before the end of the reading, and whose result
 * stands below the row's line, or above it while the row's own call was under way.
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
  readonly entryLine: number;
  readonly from: number;
  /** Line of the result; Infinity where there is none. */
  line: number;
}

/** Calls that change an address space. */
const CHANGING =
  /^(?:brk|mmap2?|munmap|mprotect|pkey_mprotect|mremap|madvise|process_madvise|mlock2?|munlock|mlockall|munlockall|shmat|shmdt|ipc|mseal|remap_file_pages|mbind|prctl|map_shadow_stack|execveat|execve|exit_group|exit)$/;

/** @returns by the rows' indices, the line of the last result that may have been there already. */
export function overlapped(log: string, rows: readonly Row[]): ReadonlyMap<number, number> {
  const pids = new Map(rows.map((row) => [row.tid, row.pid]));
  const byProcess = new Map<number, Call[]>();
  const entries = new Map<number, number>();
  for (const call of callsOf(log)) {
    entries.set(call.line, call.entryLine);
    const pid = pids.get(call.tid);
    if (pid === undefined) continue;
    const calls = byProcess.get(pid) ?? [];
    byProcess.set(pid, calls);
    calls.push(call);
  }
  const raced = new Map<number, number>();
  for (const [at, row] of rows.entries()) {
    const since = entries.get(row.line) ?? row.line;
    let last: number | undefined;
    for (const { tid, line, from } of byProcess.get(row.pid) ?? [])
      if (tid !== row.tid && line > since && from <= row.readUntil)
        last = Math.max(last ?? row.line, line === Infinity ? row.line : line);
    if (last !== undefined) raced.set(at, last);
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
    const call = { tid: task, entryLine: at + 1, from: Number(time), line: isOpen ? Infinity : at + 1 };
    calls.push(call);
    if (isOpen) open.set(task, call);
  }
  return calls;
}
