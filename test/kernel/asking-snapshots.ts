/**
 * The snapshots that programs/asking.c wrote, as one maps file: the log's `write(-1, "snapshot N", 10)` says where each
 * belongs.
 */
export const askingSnapshots = (log: string, snapshot: (number: string) => string): string =>
  log
    .split('\n')
    .flatMap((line, index) => {
      const number = /write\(-1, "snapshot (\d)"/.exec(line)?.[1];
      return number === undefined ? [] : [`# after line ${index + 1}\n${snapshot(number)}`];
    })
    .join('');
