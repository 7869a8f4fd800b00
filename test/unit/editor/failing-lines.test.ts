import { describe, expect, test } from 'vitest';
import { isFailing } from '../../../extension/editor/failing-lines';

describe('lines that an editor marks as failing', () => {
  test.each([
    'mlock(0x7f0000000000, 4096)             = -1 ENOMEM (Cannot allocate memory)',
    '[pid  3099] mremap(0x7ffff7faf000, 4096, 8192, 0) = -1 EFAULT (Bad address)',
    '3099 12:00:00.000001 mmap(NULL, 0, PROT_READ, MAP_PRIVATE, -1, 0) = -1 EINVAL (Invalid argument) <0.000010>',
    '3099 <... munmap resumed>) = -1 EINVAL (Invalid argument)',
    '--- SIGSEGV {si_signo=SIGSEGV, si_code=SEGV_MAPERR, si_addr=0x10} ---',
    '+++ killed by SIGKILL +++',
  ])('%s', (line) => expect(isFailing(line)).toBe(true));

  test.each([
    'openat(AT_FDCWD, "/etc/ld.so.preload", O_RDONLY) = -1 ENOENT (No such file or directory)',
    'write(1, " mlock(0x1, 4096) = -1 ENOMEM", 28) = 28',
    'mlock(0x7f0000000000, 4096) = 0',
    '--- SIGCHLD {si_signo=SIGCHLD} ---',
    `mlock(${'0'.repeat(10_000)}) = -1 ENOMEM`,
  ])('not %s', (line) => expect(isFailing(line)).toBe(false));
});
