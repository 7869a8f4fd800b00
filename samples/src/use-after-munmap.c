/*
 * use-after-munmap: the program itself touches a page that it gave back.
 *
 * Look for: the address in the SIGSEGV is 0x10 bytes into the range of the munmap() a few lines above;
 * SEGV_MAPERR says that nothing is mapped there (SEGV_ACCERR would say: mapped, but not for this).
 *
 * Expect:
 *   SIGSEGV SEGV_MAPERR  the list node was unmapped with its block
 *
 * cc:     -static
 * strace:
 */
#define _GNU_SOURCE
#include <stddef.h>
#include <sys/mman.h>

struct node { long value, weight; struct node *volatile next; };

int main(void) {
  struct node *list = mmap(0, 4096, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
  struct node *block = mmap(0, 65536, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
  list->next = &block[100];
  munmap(block, 65536);
  return list->next->next == NULL; /* block[100].next is no more */
}
