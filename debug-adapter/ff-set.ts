/**
 * The files `PREFIX.<tid>` that `strace -ff -o PREFIX` wrote, among the names of a folder. Every host asks the same.
 */
export interface SetFile {
  readonly name: string;
  readonly tid: number;
}

/** Ascending by tid. `base`: the prefix without its folder. */
export function filesOfSet(base: string, names: readonly string[]): readonly SetFile[] {
  const start = `${base}.`;
  return names
    .filter((name) => name.startsWith(start) && /^\d{1,10}$/.test(name.slice(start.length)))
    .map((name) => ({ name, tid: Number(name.slice(start.length)) }))
    .sort((a, b) => a.tid - b.tid);
}
