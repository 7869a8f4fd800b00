/* Memory that kernel and program share: the ring of an aio context, which no mmap makes, and those of io_uring and perf. */
#define _GNU_SOURCE
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

int main(void) {
  unsigned long small = 0, large = 0;
  void *before = mmap(0, 65536, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
  syscall(SYS_io_setup, 8, &small);
  void *between = mmap(0, 65536, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
  syscall(SYS_io_setup, 4000, &large);
  void *behind = mmap(0, 65536, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
  munmap(before, 65536);
  syscall(SYS_io_destroy, small);
  mmap(0, 4096, PROT_READ, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
  if (fork() == 0) {
    mmap(0, 8192, PROT_READ, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    _exit(0);
  }
  syscall(SYS_io_destroy, large);
  mmap(0, 8192, PROT_READ, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
  /* struct io_uring_params and the first fields of struct perf_event_attr, as numbers: their headers are not everywhere. */
  unsigned params[30] = {0}, attributes[32] = {1, sizeof attributes, 1};
  int ring = syscall(425, 8, params);
  void *requests = mmap(0, 4672, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_POPULATE, ring, 0);
  mmap(0, 8192, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_POPULATE, ring, 0x10000000);
  attributes[10] = 0x20; /* exclude_kernel */
  int samples = syscall(SYS_perf_event_open, attributes, 0, -1, -1, 0);
  void *sampled = samples < 0 ? requests : mmap(0, 12288, PROT_READ | PROT_WRITE, MAP_SHARED, samples, 0);
  mlock(requests, 4096);
  mlock(sampled, 4096);
  mlock(behind, 4096);
  if (fork() == 0) {
    mmap(0, 8192, PROT_READ, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    _exit(0);
  }
  wait(0);
  return between == behind;
}
