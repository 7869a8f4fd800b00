/* The break, System V segments, memory files */
#include "known.h"
#include <sys/ipc.h>
#include <sys/shm.h>

CASE(brk_below_start, "", "below the start of the heap", PROVEN) {
  current_break();
  FAILS;
  syscall(SYS_brk, 0x10000);
}

CASE(brk_over_data_limit, "", "data limit", PROVEN) {
  char *now = current_break();
  PROOF;
  limit(RLIMIT_DATA, 1 << 20);
  FAILS;
  syscall(SYS_brk, now + (4 << 20));
}

CASE(brk_over_address_space_limit, "", "address space limit", PROVEN) {
  char *now = current_break();
  PROOF;
  limit(RLIMIT_AS, 8 << 20);
  FAILS;
  syscall(SYS_brk, now + (16 << 20));
}

CASE(brk_into_mapping, "", "another mapping is there", PROVEN) {
  char *now = current_break();
  char *next = (char *)(((uintptr_t)now + 64 * PG) & ~(PG - 1));
  PROOF;
  mmap(next, PG, RW, PRIV | MAP_FIXED_NOREPLACE, -1, 0);
  FAILS;
  syscall(SYS_brk, now + 128 * PG);
}

CASE(brk_more_than_memory, "", "overcommit", NOT_SHOWN) {
  char *now = current_break();
  FAILS;
  syscall(SYS_brk, now + (1UL << 40));
}

CASE(brk_locked, "", "locked memory limit", PROVEN) {
  char *now = current_break();
  drop();
  PROOF;
  limit(RLIMIT_MEMLOCK, 64 << 10);
  PROOF;
  mlockall(MCL_FUTURE);
  FAILS;
  syscall(SYS_brk, now + 64 * PG);
}

CASE_RUN(brk_inherited_limit, "", "data limit", NOT_SHOWN, "ulimit=-d 20000") {
  char *now = current_break();
  FAILS;
  syscall(SYS_brk, now + (64 << 20));
}

CASE(brk_beyond, "", "beyond the address space", PROVEN) {
  current_break();
  FAILS;
  syscall(SYS_brk, 0xffff800000000000);
}

CASE(shmget_size_zero, "EINVAL", "segment of size zero", OUTSIDE) {
  FAILS;
  shmget(IPC_PRIVATE, 0, 0600);
}

CASE(shmget_missing, "ENOENT", "no segment with that key", OUTSIDE) {
  FAILS;
  shmget(0x13572468, PG, 0600);
}

CASE(shmget_exists, "EEXIST", "segment with that key exists", OUTSIDE) {
  key_t key = 0x24681357 + getpid();
  int id = shmget(key, PG, IPC_CREAT | 0600);
  FAILS;
  shmget(key, PG, IPC_CREAT | IPC_EXCL | 0600);
  shmctl(id, IPC_RMID, NULL);
}

CASE(shmget_smaller, "EINVAL", "segment with that key is smaller", OUTSIDE) {
  key_t key = 0x34681357 + getpid();
  int id = shmget(key, PG, IPC_CREAT | 0600);
  FAILS;
  shmget(key, 16 * PG, 0600);
  shmctl(id, IPC_RMID, NULL);
}

CASE(shmat_no_segment, "EINVAL", "no such segment", PROVEN) {
  FAILS;
  syscall(SYS_shmat, 0x7ffff, NULL, 0);
}

CASE(shmat_removed, "EINVAL", "segment removed earlier", PROVEN) {
  int id = shmget(IPC_PRIVATE, PG, 0600);
  PROOF;
  shmctl(id, IPC_RMID, NULL);
  FAILS;
  syscall(SYS_shmat, id, NULL, 0);
}

CASE(shmat_negative, "EINVAL", "no such segment", PROVEN) {
  FAILS;
  syscall(SYS_shmat, -1, NULL, 0);
}

static int gone_later(size_t size, int mode) {
  int id = shmget(IPC_PRIVATE, size, mode);
  void *kept = shmat(id, NULL, SHM_RDONLY);
  (void)kept;
  shmctl(id, IPC_RMID, NULL);
  return id;
}

CASE(shmat_misaligned, "EINVAL", "not page aligned", PROVEN) {
  int id = gone_later(PG, 0600);
  FAILS;
  syscall(SYS_shmat, id, NOWHERE + 12, 0);
}

CASE(shmat_on_mapping, "EINVAL", "another mapping is there", PROVEN) {
  int id = gone_later(4 * PG, 0600);
  PROOF;
  char *p = anon(4);
  FAILS;
  syscall(SYS_shmat, id, p, 0);
}

CASE(shmat_remap_nowhere, "EINVAL", "SHM_REMAP without an address", PROVEN) {
  int id = gone_later(4 * PG, 0600);
  FAILS;
  syscall(SYS_shmat, id, NULL, SHM_REMAP);
}

CASE(shmat_over_limit, "ENOMEM", "address space limit", PROVEN) {
  int id = gone_later(32 << 20, 0600);
  PROOF;
  limit(RLIMIT_AS, 40 << 20);
  FAILS;
  syscall(SYS_shmat, id, NULL, 0);
}

CASE(shmat_not_permitted, "EACCES", "permissions of the segment", NOT_SHOWN) {
  int id = gone_later(PG, 0400);
  (void)!setresuid(65534, 65534, 65534);
  FAILS;
  syscall(SYS_shmat, id, NULL, 0);
}

CASE(shmdt_not_attached, "EINVAL", "not attached there", PROVEN) {
  char *p = anon(4);
  FAILS;
  syscall(SYS_shmdt, p);
}

CASE(shmdt_twice, "EINVAL", "detached earlier", PROVEN) {
  int id = gone_later(PG, 0600);
  char *p = shmat(id, NULL, 0);
  PROOF;
  syscall(SYS_shmdt, p);
  FAILS;
  syscall(SYS_shmdt, p);
}

CASE(shmdt_misaligned, "EINVAL", "not page aligned", PROVEN) {
  int id = gone_later(PG, 0600);
  char *p = shmat(id, NULL, 0);
  FAILS;
  syscall(SYS_shmdt, p + 8);
}

CASE(memfd_flags, "EINVAL", "unknown flags", PROVEN) {
  FAILS;
  memfd_create("x", 0x1000);
}

CASE(memfd_name_too_long, "EINVAL", "name too long", PROVEN) {
  static char name[300];
  memset(name, 'n', 280);
  FAILS;
  memfd_create(name, 0);
}

CASE(memfd_seal_while_mapped, "EBUSY", "mapped writable and shared", PROVEN) {
  int fd = memfd_create("x", MFD_ALLOW_SEALING);
  (void)!ftruncate(fd, PG);
  PROOF;
  mmap(NULL, PG, RW, MAP_SHARED, fd, 0);
  FAILS;
  fcntl(fd, F_ADD_SEALS, F_SEAL_WRITE);
}

CASE(memfd_seal_after_seal, "EPERM", "seals are sealed", PROVEN) {
  int fd = memfd_create("x", MFD_ALLOW_SEALING);
  PROOF;
  fcntl(fd, F_ADD_SEALS, F_SEAL_SEAL);
  FAILS;
  fcntl(fd, F_ADD_SEALS, F_SEAL_GROW);
}

CASE(memfd_seal_not_allowed, "EPERM", "seals are sealed", PROVEN) {
  PROOF;
  int fd = memfd_create("x", 0);
  FAILS;
  fcntl(fd, F_ADD_SEALS, F_SEAL_GROW);
}

CASE(memfd_write_to_sealed, "EPERM", "write to a sealed file", OUTSIDE) {
  int fd = memfd_create("x", MFD_ALLOW_SEALING);
  fcntl(fd, F_ADD_SEALS, F_SEAL_WRITE);
  FAILS;
  (void)!write(fd, "abc", 3);
}

CASE(memfd_grow_sealed, "EPERM", "write to a sealed file", OUTSIDE) {
  int fd = memfd_create("x", MFD_ALLOW_SEALING);
  fcntl(fd, F_ADD_SEALS, F_SEAL_GROW);
  FAILS;
  (void)!ftruncate(fd, PG);
}
