/*
 * What stacks.strace (strace -k -e trace=mmap,munmap,mlock,munlock,getpid,getppid,madvise) and forked.strace.*
 * (strace -ff -ttt) show: calls at three depths of the stack, and a child that inherits a range and fails to unmap it.
 */
#include <sys/mman.h>
#include <unistd.h>
#include <sys/wait.h>
__attribute__((noinline)) static void inner(char *p) { mlock(p, 4096); munlock(p, 4096); }
__attribute__((noinline)) static void outer(char *p) { getppid(); inner(p); getpid(); madvise(p, 4096, MADV_DONTNEED); }
int main(void) {
  char *p = mmap(0, 8192, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
  outer(p);
  munmap(p, 8192);
  if (fork() == 0) { mmap(0, 4096, PROT_READ, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0); munmap(p, 1); munmap(p, 0); _exit(0); }
  wait(0);
  return 0;
}
