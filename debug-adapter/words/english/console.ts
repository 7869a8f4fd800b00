/** What the debug console answers. */
export const consoleWords = {
  'console.help': `An expression prints its value: errno, arg.length, locked, errno == ENOMEM.
maps          the address space here, as /proc/PID/maps prints it
why           why the call here failed, or what it did
manual [CALL [ERRNO]]  what manual pages said of this error since 1996, and what kernels did
blame WHAT    which lines made it so: an address, a range, locked, RLIMIT_MEMLOCK, CAP_IPC_LOCK, arg.addr
goto LINE     go to a line of the log
find EXPR     go to the next event for which the expression holds
rfind EXPR    the same, backwards
CALL          what the kernel would answer here to a memory call, as strace writes it, without changing the recording:
              mmap(NULL, 1 MiB, PROT_READ|PROT_WRITE, MAP_PRIVATE|MAP_ANONYMOUS, -1, 0)
              Calls build on each other; $1 is what the first answered, $ the last that gave something: munmap($1 + 4096, 4096).
              An answer behind it is taken for true: mremap($1, 4096, 8192, MREMAP_MAYMOVE) = 0x7f0000000000
whatif        the calls tried here, and what they leave other than the recording
whatif maps   the address space as they leave it
reset         forgets them
help          this text`,
  'console.nothing-of-space': 'The log has shown nothing of an address space here.',
  'console.no-line': "'{text}' is no line. Write goto and a line: goto 12.",
  'console.none-after': 'No event after this one fits.',
  'console.none-before': 'No event before this one fits.',
  'console.nothing-to-blame':
    "'{text}' is nothing to ask about. Write blame and an address, a range (0x7f12a4000000+8192), locked, RLIMIT_MEMLOCK, CAP_IPC_LOCK, or an expression that gives an address: blame arg.addr.",
  'console.no-target': "'{text}' is nothing to ask about.",
} as const;
