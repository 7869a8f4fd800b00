/** Logs of -z, -Z and -e status=: strace keeps a call back until it knows the result, and prints its parts at once. */
import { describe, expect, it } from 'vitest';
import { open, rows } from './table';

const cases: readonly {
  readonly name: string;
  readonly log: readonly string[];
  readonly rows: readonly string[];
}[] = [
  {
    name: 'puts together the calls that -f -z has kept back: their second part has no prefix and no resumed mark',
    log: [
      '101 munmap(0x7f0000001000, 8192 <unfinished ...>',
      ')                                       = 0',
      '102 rt_sigprocmask(SIG_BLOCK, ~[RT_1],  <unfinished ...>',
      'NULL, 8)                                = 0',
      '101 clone3({flags=CLONE_VM|CLONE_THREAD|CLONE_SIGHAND, stack=0x7f0, stack_size=0x7fff80} <unfinished ...>',
      ' => {parent_tid=[103]}, 88)             = 103',
      '101 mlock(0x7f0000001000, 8192 <unfinished ...>',
      ')                                       = -1 ENOMEM (Cannot allocate memory)',
    ],
    rows: [
      '2/1 101 call munmap split',
      '4/3 102 call rt_sigprocmask split',
      '6/5 101 call clone3 split',
      '8/7 101 call mlock ENOMEM split',
    ],
  },
  {
    name: 'leaves words of the program below an unfinished call alone where resumed lines come',
    log: [
      '[pid 101] read(3 <unfinished ...>',
      '[pid 102] <... close resumed>) = 0',
      '[pid 101] <... read resumed>"", 1) = 0',
      '[pid 101] read(3 <unfinished ...>',
      ') = 7',
      '[pid 101] <... read resumed>"", 1) = 0',
    ],
    rows: ['2 102 call close split', '3/1 101 call read split', '5 101 unparsed', '6/4 101 call read split'],
  },
];

describe('calls kept back', () => {
  it.each(cases)('$name', async ({ log, rows: expected }) => {
    expect(rows(await open(log.join('\n') + '\n'))).toEqual(expected);
  });
});
