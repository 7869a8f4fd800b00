/* Mappings that were stretched over what stands behind them, and calls that reach farther than they look */
#include "known.h"
#include <pthread.h>
#include <sys/shm.h>
#include <sys/uio.h>

CASE(dies_behind_file_after_mremap, "SIGBUS", "behind the end of the file", PROVEN) {
  int fd = file_of(PG, O_RDWR);
  char *p = mmap(NULL, PG, RW, MAP_SHARED, fd, 0);
  PROOF;
  volatile char *q = mremap(p, PG, 4 * PG, MREMAP_MAYMOVE);
  FAILS;
  q[2 * PG] = 1;
}

CASE(dies_behind_file_at_offset, "SIGBUS", "behind the end of the file", PROVEN) {
  int fd = file_of(5000, O_RDONLY);
  PROOF;
  volatile char *p = mmap(NULL, PG, PROT_READ, MAP_PRIVATE, fd, 2 * PG);
  FAILS;
  p[0];
}

/* fstat is what shows how long the file is. */
CASE(dies_behind_file_of_known_length, "SIGBUS", "behind the end of the file", PROVEN) {
  struct stat st;
  int fd = open("/etc/passwd", O_RDONLY);
  PROOF;
  fstat(fd, &st);
  volatile char *p = mmap(NULL, (st.st_size / PG + 2) * PG, PROT_READ, MAP_PRIVATE, fd, 0);
  FAILS;
  p[(st.st_size / PG + 1) * PG];
}

CASE(dies_behind_shared_memory_after_mremap, "SIGBUS", "behind the end of the shared memory", PROVEN) {
  PROOF;
  char *p = mmap(NULL, PG, RW, SHRD, -1, 0);
  volatile char *q = mremap(p, PG, 2 * PG, MREMAP_MAYMOVE);
  FAILS;
  q[PG + 1] = 1;
}

CASE(dies_behind_segment_after_mremap, "SIGBUS", "behind the end of the shared memory", PROVEN) {
  PROOF;
  int id = shmget(IPC_PRIVATE, PG, 0600);
  char *p = shmat(id, NULL, 0);
  shmctl(id, IPC_RMID, NULL);
  volatile char *q = mremap(p, PG, 2 * PG, MREMAP_MAYMOVE);
  FAILS;
  q[PG] = 1;
}

CASE_RUN(dies_by_truncation_by_child, "SIGBUS", "file made shorter", PROVEN, "children") {
  int fd = open("shortened-by-child", O_RDWR | O_CREAT | O_TRUNC, 0600);
  ftruncate(fd, 4 * PG);
  volatile char *p = mmap(NULL, 4 * PG, RW, MAP_SHARED, fd, 0);
  p[2 * PG] = 1;
  if (fork() == 0) {
    PROOF;
    truncate("shortened-by-child", 10);
    _exit(0);
  }
  wait(NULL);
  unlink("shortened-by-child");
  FAILS;
  p[2 * PG] = 2;
}

/* The walk goes on behind what the log does not show, and ends where no program has addresses. */
CASE(mprotect_past_the_end_of_addresses, "ENOMEM", "beyond the address space", PROVEN) {
  char *p = anon(2);
  FAILS;
  mprotect(p, 1UL << 40, PROT_READ);
}

CASE(mprotect_sealed_memory_file, "EACCES", "memory file sealed against writing", PROVEN) {
  int fd = memfd_create("seal", MFD_ALLOW_SEALING);
  ftruncate(fd, PG);
  PROOF;
  fcntl(fd, F_ADD_SEALS, F_SEAL_WRITE);
  char *p = mmap(NULL, PG, PROT_READ, MAP_SHARED, fd, 0);
  FAILS;
  mprotect(p, PG, RW);
}

CASE(fixed_noreplace_over_grown, "EEXIST", "another mapping is there", PROVEN) {
  char *p = anon(4);
  munmap(p + 2 * PG, 2 * PG);
  PROOF;
  mremap(p, 2 * PG, 3 * PG, 0);
  FAILS;
  mmap(p + 2 * PG, 2 * PG, RW, PRIV | MAP_FIXED_NOREPLACE, -1, 0);
}

CASE(noreplace_over_grown_heap, "EEXIST", "another mapping is there", PROVEN) {
  char *low = current_break();
  low = (char *)(((uintptr_t)low + PG - 1) & -PG);
  PROOF;
  syscall(SYS_brk, low + 2 * PG);
  FAILS;
  mmap(low, PG, RW, PRIV | MAP_FIXED_NOREPLACE, -1, 0);
}

/* The second element of the array lies on a page that is gone. */
CASE(writev_array_into_unmapped, "EFAULT", "unmapped earlier", PROVEN) {
  char *p = anon(2);
  int fd = open("/dev/null", O_WRONLY);
  struct iovec *last = (struct iovec *)(p + PG) - 1;
  last->iov_base = "hi";
  last->iov_len = 2;
  PROOF;
  munmap(p + PG, PG);
  FAILS;
  syscall(SYS_writev, fd, last, 2);
}

CASE(mmap_fd_closed_with_those_above, "EBADF", "descriptor closed earlier", PROVEN) {
  int fd = file_of(PG, O_RDONLY);
  PROOF;
  syscall(SYS_close_range, fd, ~0U, 0);
  FAILS;
  mmap(NULL, PG, PROT_READ, MAP_PRIVATE, fd, 0);
}

/* Another descriptor was put in its place. */
CASE(mmap_fd_replaced_by_write_only, "EACCES", "descriptor opened write-only", PROVEN) {
  int fd = file_of(2 * PG, O_RDWR);
  PROOF;
  int other = open("/dev/null", O_WRONLY);
  dup2(other, fd);
  FAILS;
  mmap(NULL, PG, PROT_READ, MAP_SHARED, fd, 0);
}

CASE_RUN(lock_of_child_counts_alone, "ENOMEM", "locked memory limit", PROVEN, "children") {
  PROOF;
  limit(RLIMIT_MEMLOCK, 16 * PG);
  drop();
  char *p = anon(17);
  mlock(p, 15 * PG);
  if (fork() == 0) {
    PROOF;
    mlock(p, 16 * PG);
    FAILS;
    mlock(p + 16 * PG, PG);
    _exit(0);
  }
  wait(NULL);
}

static void *lock_half(void *p) {
  PROOF;
  mlock(p, 12 * PG);
  return NULL;
}

CASE_RUN(threads_share_the_lock_limit, "ENOMEM", "locked memory limit", PROVEN, "children") {
  PROOF;
  limit(RLIMIT_MEMLOCK, 16 * PG);
  drop();
  char *p = anon(24);
  pthread_t thread;
  pthread_create(&thread, NULL, lock_half, p);
  pthread_join(thread, NULL);
  FAILS;
  mlock(p + 12 * PG, 12 * PG);
}
