/*
 * Calls that are to fill what execve mapped and nobody may write: the program, its linker and the vdso. No line of the log
 * shows where those lie; the name that the thread is given before each call says what it points to.
 */
#define _GNU_SOURCE
#include <stdint.h>
#include <sys/auxv.h>
#include <sys/syscall.h>
#include <unistd.h>

#ifndef BSS
#define BSS 4096
#endif
#define PR_SET_NAME 15

static volatile char bss[BSS];
static const char constant[64] = "a constant";

static void fill(const char *what, uintptr_t to) {
  syscall(SYS_prctl, PR_SET_NAME, what);
  syscall(SYS_clock_getres, 0, to);
}

int main(void) {
  bss[BSS - 1] = 1;
  fill("code", (uintptr_t)main);
  fill("constant", (uintptr_t)constant);
  fill("headers", getauxval(AT_PHDR));
  fill("vdso", getauxval(AT_SYSINFO_EHDR));
  if (getauxval(AT_BASE) != 0) fill("linker", getauxval(AT_BASE));
  return 0;
}
