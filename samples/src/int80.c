/*
 * int80: a 64-bit program that makes 32-bit system calls.
 *
 * Look for: strace notes each change of mode. Between the notes the same process speaks i386: mmap2, results below
 * 4 GiB although its stack and libraries are far above. brk(NULL) answers with the low 32 bits of the real break.
 *
 * Expect:
 *   mmap   EFAULT  old mmap with its block of arguments at NULL
 *
 * cc:     -static
 * strace:
 * log:    stderr (the notes on the mode go there even when the calls go to a file)
 */
#define _GNU_SOURCE
#include <sys/mman.h>
#include <unistd.h>

static long int80(long nr, long a, long b, long c, long d, long e, long f) {
  long result;
  __asm__ volatile("push %%rbp; mov %7, %%rbp; int $0x80; pop %%rbp"
                   : "=a"(result)
                   : "0"(nr), "b"(a), "c"(b), "d"(c), "S"(d), "D"(e), "r"(f)
                   : "memory", "r8", "r9", "r10", "r11");
  return result;
}

int main(void) {
  enum { OLD_MMAP = 90, MMAP2 = 192, MUNMAP = 91, BRK = 45 };
  long low = int80(MMAP2, 0, 8192, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
  int80(OLD_MMAP, 0, 0, 0, 0, 0, 0);
  int80(BRK, 0, 0, 0, 0, 0, 0);
  int80(MUNMAP, low, 4096, 0, 0, 0, 0);
  munmap((void *)(low + 4096), 4096); /* the other half, by a 64-bit call */
  return 0;
}
