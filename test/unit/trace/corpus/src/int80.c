/* Calls through int 0x80 out of a 64-bit program: strace notes the change of mode; old mmap takes its block by pointer. */
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
  enum { OLD_MMAP = 90, MMAP2 = 192, BRK = 45, GETPPID = 64 };
  unsigned *block = mmap((void *)0x40000000, 8192, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_FIXED | MAP_ANONYMOUS, -1, 0);
  block[0] = 0, block[1] = 4096, block[2] = 3, block[3] = 0x22, block[4] = -1u, block[5] = 0;
  int80(OLD_MMAP, (long)block, 0, 0, 0, 0, 0);
  int80(MMAP2, 0, 4096, 3, 0x22, -1, 0);
  int80(OLD_MMAP, 0, 0, 0, 0, 0, 0);
  int80(OLD_MMAP, 0x50000000, 0, 0, 0, 0, 0);
  int80(BRK, 0, 0, 0, 0, 0, 0);
  getppid();
  int80(GETPPID, 0, 0, 0, 0, 0, 0);
  return 0;
}
