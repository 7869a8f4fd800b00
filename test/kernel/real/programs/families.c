/* Locks, forks, execs: what a child gets of its parent's memory, and what it does not. */
#define _GNU_SOURCE
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/shm.h>
#include <sys/wait.h>
#include <unistd.h>

enum { PAGE = 4096 };

static void child(char *memory) {
  mlock(memory, PAGE);
  void *heap = malloc(1 << 20);
  memset(heap, 1, 1 << 16);
  munlockall();
  if (fork() == 0) {
    mprotect(memory, 4 * PAGE, PROT_READ);
    execl("/bin/true", "true", (char *)NULL);
  }
  wait(NULL);
  execl("/bin/sh", "sh", "-c", "/bin/echo one | /bin/cat; (/bin/true)", (char *)NULL);
}

int main(void) {
  char *memory = mmap(NULL, 256 * PAGE, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
  memory[0] = 1;
  mlock(memory + PAGE, 64 * PAGE);
  munlock(memory + 8 * PAGE, 4 * PAGE);
  memory = mremap(memory, 256 * PAGE, 512 * PAGE, MREMAP_MAYMOVE);
  mprotect(memory + 2 * PAGE, 2 * PAGE, PROT_READ);
  munmap(memory + 300 * PAGE, PAGE);
  madvise(memory + 310 * PAGE, PAGE, MADV_DONTFORK);
  madvise(memory + 320 * PAGE, PAGE, MADV_WIPEONFORK);
  int segment = shmget(IPC_PRIVATE, 100000, IPC_CREAT | 0600);
  void *attached = shmat(segment, NULL, 0);
  shmctl(segment, IPC_RMID, NULL);
  if (fork() == 0) child(memory);
  wait(NULL);
  shmdt(attached);
  mlockall(MCL_CURRENT | MCL_FUTURE);
  void *future = mmap(NULL, 16 * PAGE, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
  mremap(future, 0, 2 * PAGE, MREMAP_MAYMOVE);
  void *heap = malloc(1 << 20);
  if (fork() == 0) child(memory);
  wait(NULL);
  munlockall();
  mlock2(memory, 16 * PAGE, MLOCK_ONFAULT);
  mlock(memory + 290 * PAGE, 20 * PAGE);
  free(heap);
  return 0;
}
