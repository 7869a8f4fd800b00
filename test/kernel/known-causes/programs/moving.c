/* munmap and mremap */
#include "known.h"

#define MREMAP(...) syscall(SYS_mremap, __VA_ARGS__)
#define SEAL(p, n) syscall(462, p, n, 0)

CASE(munmap_misaligned, "EINVAL", "not page aligned", PROVEN) {
  char *p = anon(4);
  FAILS;
  munmap(p + 16, PG);
}

CASE(munmap_length_zero, "EINVAL", "length zero", PROVEN) {
  char *p = anon(4);
  FAILS;
  munmap(p, 0);
}

/* What malloc hands out is no page: the header before it makes the address odd. */
CASE(munmap_of_heap_block, "EINVAL", "not page aligned", PROVEN) {
  char *now = current_break();
  syscall(SYS_brk, now + 4 * PG);
  FAILS;
  munmap(now + 0x2a0, 100);
}

CASE(munmap_beyond, "EINVAL", "beyond the address space", PROVEN) {
  FAILS;
  munmap((void *)0x7ffffffff000, PG);
}

CASE(munmap_kernel, "EINVAL", "beyond the address space", PROVEN) {
  FAILS;
  munmap((void *)0xffffffff81000000, PG);
}

/* MAP_FAILED was not noticed. */
CASE(munmap_of_failed_mapping, "EINVAL", "not page aligned", PROVEN) {
  void *p = mmap(NULL, PG, PROT_READ, MAP_PRIVATE, 99, 0);
  FAILS;
  munmap(p, PG);
}

CASE(munmap_length_wraps, "EINVAL", "longer than the address space", PROVEN) {
  char *p = anon(1);
  FAILS;
  munmap(p, (size_t)-1);
}

CASE(munmap_misaligned_and_empty, "EINVAL", "not page aligned", PROVEN) {
  char *p = anon(1);
  FAILS;
  munmap(p + 1, 0);
}

CASE(munmap_sealed, "EPERM", "memory was sealed", PROVEN) {
  char *p = anon(8);
  SEAL(p + 6 * PG, 0);
  PROOF;
  SEAL(p + 2 * PG, PG);
  FAILS;
  munmap(p, 8 * PG);
}

CASE(mremap_old_misaligned, "EINVAL", "not page aligned", PROVEN) {
  char *p = anon(4);
  FAILS;
  MREMAP(p + 8, PG, 2 * PG, MREMAP_MAYMOVE);
}

CASE(mremap_new_size_zero, "EINVAL", "new length zero", PROVEN) {
  char *p = anon(4);
  FAILS;
  MREMAP(p, 4 * PG, 0, MREMAP_MAYMOVE);
}

CASE(mremap_unknown_flags, "EINVAL", "unknown flags", PROVEN) {
  char *p = anon(4);
  FAILS;
  MREMAP(p, 4 * PG, 8 * PG, 9);
}

CASE(mremap_fixed_alone, "EINVAL", "MREMAP_FIXED without MREMAP_MAYMOVE", PROVEN) {
  char *p = anon(4);
  FAILS;
  MREMAP(p, 4 * PG, 8 * PG, MREMAP_FIXED, NOWHERE);
}

CASE(mremap_new_misaligned, "EINVAL", "new address not page aligned", PROVEN) {
  char *p = anon(4);
  FAILS;
  MREMAP(p, 4 * PG, 4 * PG, MREMAP_FIXED | MREMAP_MAYMOVE, NOWHERE + 256);
}

CASE(mremap_overlap, "EINVAL", "old and new range overlap", PROVEN) {
  char *p = anon(8);
  FAILS;
  MREMAP(p, 4 * PG, 4 * PG, MREMAP_FIXED | MREMAP_MAYMOVE, p + 2 * PG);
}

CASE(mremap_too_large, "EINVAL", "longer than the address space", PROVEN) {
  char *p = anon(1);
  FAILS;
  MREMAP(p, PG, 1UL << 47, MREMAP_MAYMOVE);
}

CASE(mremap_new_beyond, "EINVAL", "beyond the address space", PROVEN) {
  char *p = anon(4);
  FAILS;
  MREMAP(p, 4 * PG, 4 * PG, MREMAP_FIXED | MREMAP_MAYMOVE, 0x7fffffffe000);
}

CASE(mremap_unmapped, "EFAULT", "unmapped earlier", PROVEN) {
  char *p = anon(4);
  PROOF;
  munmap(p, 4 * PG);
  FAILS;
  MREMAP(p, 4 * PG, 8 * PG, MREMAP_MAYMOVE);
}

/* The first munmap was followed by a new mapping at the same place. */
CASE(mremap_unmapped_second_time, "EFAULT", "unmapped earlier", PROVEN) {
  char *p = mmap(NOWHERE, 4 * PG, RW, PRIV, -1, 0);
  munmap(p, 4 * PG);
  mmap(NOWHERE, 4 * PG, RW, PRIV, -1, 0);
  PROOF;
  munmap(p, 4 * PG);
  FAILS;
  MREMAP(p, 4 * PG, 8 * PG, MREMAP_MAYMOVE);
}

CASE(mremap_stale_after_move, "EFAULT", "moved away by mremap", PROVEN) {
  char *p = anon(4);
  mmap(NULL, PG, RW, PRIV, -1, 0);
  PROOF;
  MREMAP(p, 4 * PG, 64 * PG, MREMAP_MAYMOVE | MREMAP_FIXED, NOWHERE);
  FAILS;
  MREMAP(p, 4 * PG, 128 * PG, MREMAP_MAYMOVE);
}

CASE(mremap_never_mapped, "EFAULT", "never mapped", NOT_SHOWN) {
  FAILS;
  MREMAP(NOWHERE, PG, 2 * PG, MREMAP_MAYMOVE);
}

CASE(mremap_across_protection, "EFAULT", "several mappings", PROVEN) {
  char *p = anon(8);
  PROOF;
  mprotect(p + 4 * PG, 4 * PG, PROT_READ);
  FAILS;
  MREMAP(p, 8 * PG, 16 * PG, MREMAP_MAYMOVE);
}

CASE(mremap_across_lock, "EFAULT", "several mappings", PROVEN) {
  char *p = anon(8);
  mlock(p, 8 * PG);
  munlock(p, 8 * PG);
  PROOF;
  mlock(p + 7 * PG, PG);
  FAILS;
  MREMAP(p, 8 * PG, 9 * PG, MREMAP_MAYMOVE);
}

CASE(mremap_across_advice, "EFAULT", "several mappings", PROVEN) {
  char *p = anon(8);
  madvise(p, 8 * PG, MADV_SEQUENTIAL);
  PROOF;
  madvise(p, 2 * PG, MADV_DONTFORK);
  FAILS;
  MREMAP(p, 8 * PG, 9 * PG, MREMAP_MAYMOVE);
}

CASE(mremap_old_length_too_long, "EFAULT", "longer than the mapping", PROVEN) {
  mmap(NOWHERE, 4 * PG, RW, PRIV, -1, 0);
  FAILS;
  MREMAP(NOWHERE, 6 * PG, 12 * PG, MREMAP_MAYMOVE);
}

CASE(mremap_hole_inside, "EFAULT", "unmapped earlier", PROVEN) {
  char *p = anon(8);
  PROOF;
  munmap(p + 3 * PG, PG);
  FAILS;
  MREMAP(p, 8 * PG, 16 * PG, MREMAP_MAYMOVE);
}

CASE(mremap_no_room, "ENOMEM", "another mapping is there", PROVEN) {
  mmap(NOWHERE, 2 * PG, RW, PRIV, -1, 0);
  PROOF;
  mmap(NOWHERE + 2 * PG, PG, PROT_READ, PRIV, -1, 0);
  FAILS;
  MREMAP(NOWHERE, 2 * PG, 3 * PG, 0);
}

/* Room for two pages more, not for four. */
CASE(mremap_little_room, "ENOMEM", "another mapping is there", PROVEN) {
  mmap(NOWHERE, 2 * PG, RW, PRIV, -1, 0);
  PROOF;
  mmap(NOWHERE + 4 * PG, PG, RW, PRIV, -1, 0);
  MREMAP(NOWHERE, 2 * PG, 3 * PG, 0);
  FAILS;
  MREMAP(NOWHERE, 3 * PG, 6 * PG, 0);
}

CASE(mremap_locked_over_limit, "EAGAIN", "locked memory limit", PROVEN) {
  drop();
  PROOF;
  limit(RLIMIT_MEMLOCK, 64 << 10);
  char *p = anon(8);
  PROOF;
  mlock(p, 8 * PG);
  FAILS;
  MREMAP(p, 8 * PG, 32 * PG, MREMAP_MAYMOVE);
}

CASE_RUN(mremap_locked_as_user, "EAGAIN", "locked memory limit", PROVEN, "user=nobody") {
  PROOF;
  limit(RLIMIT_MEMLOCK, 32 << 10);
  PROOF;
  char *p = mmap(NULL, 8 * PG, RW, PRIV | MAP_LOCKED, -1, 0);
  FAILS;
  MREMAP(p, 8 * PG, 9 * PG, MREMAP_MAYMOVE);
}

CASE(mremap_over_address_space_limit, "ENOMEM", "address space limit", PROVEN) {
  char *p = anon(16);
  PROOF;
  limit(RLIMIT_AS, 16 << 20);
  FAILS;
  MREMAP(p, 16 * PG, 32 << 20, MREMAP_MAYMOVE);
}

CASE(mremap_over_data_limit, "ENOMEM", "data limit", PROVEN) {
  char *p = anon(16);
  PROOF;
  limit(RLIMIT_DATA, 4 << 20);
  limit(RLIMIT_STACK, 4 << 20);
  FAILS;
  MREMAP(p, 16 * PG, 8 << 20, MREMAP_MAYMOVE);
}

CASE(mremap_more_than_memory, "ENOMEM", "overcommit", NOT_SHOWN) {
  char *p = anon(16);
  FAILS;
  MREMAP(p, 16 * PG, 1UL << 40, MREMAP_MAYMOVE);
}

CASE_RUN(mremap_inherited_limit, "ENOMEM", "address space limit", NOT_SHOWN, "ulimit=-v 300000") {
  char *p = anon(16);
  FAILS;
  MREMAP(p, 16 * PG, 1UL << 29, MREMAP_MAYMOVE);
}

CASE(mremap_old_size_zero_of_private, "EINVAL", "old length zero of private memory", PROVEN) {
  char *p = anon(4);
  FAILS;
  MREMAP(p, 0, 4 * PG, MREMAP_MAYMOVE);
}

CASE(mremap_keep_without_move, "EINVAL", "MREMAP_DONTUNMAP without MREMAP_MAYMOVE", PROVEN) {
  char *p = anon(4);
  FAILS;
  MREMAP(p, 4 * PG, 4 * PG, MREMAP_DONTUNMAP, 0);
}

CASE(mremap_keep_and_grow, "EINVAL", "MREMAP_DONTUNMAP with another length", PROVEN) {
  char *p = anon(4);
  FAILS;
  MREMAP(p, 4 * PG, 8 * PG, MREMAP_DONTUNMAP | MREMAP_MAYMOVE, 0);
}

CASE(mremap_sealed, "EPERM", "memory was sealed", PROVEN) {
  char *p = anon(4);
  PROOF;
  SEAL(p, 4 * PG);
  FAILS;
  MREMAP(p, 4 * PG, 8 * PG, MREMAP_MAYMOVE);
}

CASE(mremap_kernel_address, "EFAULT", "beyond the address space", PROVEN) {
  FAILS;
  MREMAP(0xffff800000000000, PG, 2 * PG, MREMAP_MAYMOVE);
}

CASE(mremap_null, "EFAULT", "null pointer", PROVEN) {
  FAILS;
  MREMAP(NULL, PG, 2 * PG, MREMAP_MAYMOVE);
}

/* Flags are looked at before the addresses. */
CASE(mremap_flags_before_address, "EINVAL", "unknown flags", PROVEN) {
  char *p = anon(4);
  munmap(p, 4 * PG);
  FAILS;
  MREMAP(p + 1, 4 * PG, 8 * PG, 0x10);
}

/* And the address before it is looked up. */
CASE(mremap_alignment_before_hole, "EINVAL", "not page aligned", PROVEN) {
  char *p = anon(4);
  munmap(p, 4 * PG);
  FAILS;
  MREMAP(p + 12, 4 * PG, 8 * PG, MREMAP_MAYMOVE);
}

CASE(mremap_zero_before_hole, "EINVAL", "new length zero", PROVEN) {
  char *p = anon(4);
  munmap(p, 4 * PG);
  FAILS;
  MREMAP(p, 4 * PG, 0, 0);
}
