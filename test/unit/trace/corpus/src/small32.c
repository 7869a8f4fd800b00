/* The 32-bit program that a 64-bit one becomes. */
#include <sys/mman.h>

int main(void) {
  mmap(0, 4096, PROT_READ, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
  mlock((void *)0x10000, 4096);
  return 0;
}
