/* mmap */
#include "known.h"
#include <sys/epoll.h>
#include <sys/eventfd.h>
#include <sys/mount.h>
#include <sys/prctl.h>
#include <sys/socket.h>

#define MMAP(addr, len, prot, flags, fd, off) syscall(SYS_mmap, addr, len, prot, flags, fd, off)

CASE(mmap_length_zero, "EINVAL", "length zero", PROVEN) {
  FAILS;
  mmap(NULL, 0, RW, PRIV, -1, 0);
}

CASE(mmap_no_type, "EINVAL", "neither shared nor private", PROVEN) {
  FAILS;
  mmap(NULL, PG, RW, MAP_ANONYMOUS, -1, 0);
}

CASE(mmap_file_no_type, "EINVAL", "neither shared nor private", PROVEN) {
  int fd = file_of(PG, O_RDWR);
  FAILS;
  mmap(NULL, PG, PROT_READ, 0, fd, 0);
}

CASE(mmap_fixed_misaligned, "EINVAL", "not page aligned", PROVEN) {
  char *p = anon(4);
  FAILS;
  mmap(p + 512, PG, RW, PRIV | MAP_FIXED, -1, 0);
}

CASE(mmap_offset_misaligned, "EINVAL", "file offset not page aligned", PROVEN) {
  int fd = file_of(4 * PG, O_RDONLY);
  FAILS;
  MMAP(NULL, PG, PROT_READ, MAP_PRIVATE, fd, 512);
}

/* The kernel looks at the offset before the descriptor. */
CASE(mmap_offset_misaligned_and_fd_closed, "EINVAL", "file offset not page aligned", PROVEN) {
  int fd = file_of(4 * PG, O_RDONLY);
  close(fd);
  FAILS;
  MMAP(NULL, PG, PROT_READ, MAP_PRIVATE, fd, 100);
}

CASE(mmap_offset_overflow, "EOVERFLOW", "file offset plus length overflows", PROVEN) {
  int fd = file_of(PG, O_RDONLY);
  FAILS;
  MMAP(NULL, 4 * PG, PROT_READ, MAP_PRIVATE, fd, -PG);
}

CASE(mmap_fd_closed, "EBADF", "descriptor closed earlier", PROVEN) {
  int fd = file_of(PG, O_RDONLY);
  PROOF;
  close(fd);
  FAILS;
  mmap(NULL, PG, PROT_READ, MAP_PRIVATE, fd, 0);
}

/* The number was in use twice: the first close is not the one that counts. */
CASE(mmap_fd_closed_twice, "EBADF", "descriptor closed earlier", PROVEN) {
  int fd = file_of(PG, O_RDONLY);
  close(fd);
  fd = file_of(PG, O_RDWR);
  PROOF;
  close(fd);
  FAILS;
  mmap(NULL, PG, PROT_READ, MAP_SHARED, fd, 0);
}

CASE(mmap_fd_closed_by_range, "EBADF", "descriptor closed earlier", PROVEN) {
  int fd = file_of(PG, O_RDONLY);
  PROOF;
  close_range(3, 100, 0);
  FAILS;
  mmap(NULL, PG, PROT_READ, MAP_PRIVATE, fd, 0);
}

CASE(mmap_fd_never_opened, "EBADF", "descriptor not open", PROVEN) {
  FAILS;
  mmap(NULL, PG, PROT_READ, MAP_PRIVATE, 77, 0);
}

CASE(mmap_fd_minus_one, "EBADF", "descriptor not open", PROVEN) {
  FAILS;
  mmap(NULL, PG, RW, MAP_PRIVATE, -1, 0);
}

/* A length of zero is found after the missing descriptor. */
CASE(mmap_length_zero_and_no_fd, "EBADF", "descriptor not open", PROVEN) {
  FAILS;
  mmap(NULL, 0, RW, MAP_PRIVATE, -1, 0);
}

CASE(mmap_shared_write_of_readonly, "EACCES", "descriptor opened read-only", PROVEN) {
  file_of(PG, O_RDWR);
  PROOF;
  int fd = open("data-1", O_RDONLY);
  FAILS;
  mmap(NULL, PG, RW, MAP_SHARED, fd, 0);
}

/* It was opened for writing at first; that descriptor is closed, and its number belongs to another opening. */
CASE(mmap_shared_write_of_reopened, "EACCES", "descriptor opened read-only", PROVEN) {
  int fd = file_of(PG, O_RDWR);
  mmap(NULL, PG, RW, MAP_SHARED, fd, 0);
  close(fd);
  PROOF;
  fd = open("data-1", O_RDONLY);
  FAILS;
  mmap(NULL, PG, RW, MAP_SHARED, fd, 0);
}

CASE(mmap_shared_write_of_dup, "EACCES", "descriptor opened read-only", PROVEN) {
  file_of(PG, O_RDWR);
  PROOF;
  int fd = open("data-1", O_RDONLY);
  int copy = dup(fd);
  close(fd);
  FAILS;
  mmap(NULL, PG, PROT_WRITE, MAP_SHARED, copy, 0);
}

CASE(mmap_private_of_write_only, "EACCES", "descriptor opened write-only", PROVEN) {
  file_of(PG, O_RDWR);
  PROOF;
  int fd = open("data-1", O_WRONLY);
  FAILS;
  mmap(NULL, PG, PROT_READ, MAP_PRIVATE, fd, 0);
}

CASE(mmap_write_of_write_only, "EACCES", "descriptor opened write-only", PROVEN) {
  file_of(PG, O_RDWR);
  PROOF;
  int fd = open("data-1", O_WRONLY | O_APPEND);
  FAILS;
  mmap(NULL, PG, PROT_WRITE, MAP_SHARED, fd, 0);
}

CASE(mmap_opened_as_path, "EBADF", "descriptor opened with O_PATH", PROVEN) {
  file_of(PG, O_RDWR);
  PROOF;
  int fd = open("data-1", O_PATH);
  FAILS;
  mmap(NULL, PG, PROT_READ, MAP_PRIVATE, fd, 0);
}

CASE(mmap_directory, "ENODEV", "kind of file that cannot be mapped", PROVEN) {
  PROOF;
  int fd = open(".", O_RDONLY | O_DIRECTORY);
  FAILS;
  mmap(NULL, PG, PROT_READ, MAP_PRIVATE, fd, 0);
}

CASE(mmap_pipe, "ENODEV", "kind of file that cannot be mapped", PROVEN) {
  int fds[2];
  PROOF;
  (void)!pipe(fds);
  FAILS;
  mmap(NULL, PG, PROT_READ, MAP_PRIVATE, fds[0], 0);
}

CASE(mmap_socket, "ENODEV", "kind of file that cannot be mapped", PROVEN) {
  PROOF;
  int fd = socket(AF_UNIX, SOCK_STREAM, 0);
  FAILS;
  mmap(NULL, PG, RW, MAP_SHARED, fd, 0);
}

CASE(mmap_epoll, "ENODEV", "kind of file that cannot be mapped", PROVEN) {
  PROOF;
  int fd = epoll_create1(0);
  FAILS;
  mmap(NULL, PG, RW, MAP_SHARED, fd, 0);
}

CASE(mmap_event, "ENODEV", "kind of file that cannot be mapped", PROVEN) {
  PROOF;
  int fd = eventfd(0, 0);
  FAILS;
  mmap(NULL, PG, RW, MAP_SHARED, fd, 0);
}


CASE(mmap_noreplace_on_mapping, "EEXIST", "another mapping is there", PROVEN) {
  PROOF;
  char *p = anon(4);
  FAILS;
  mmap(p + PG, PG, RW, PRIV | MAP_FIXED_NOREPLACE, -1, 0);
}

/* Two mappings; the request reaches into the second only. */
CASE(mmap_noreplace_reaches_into_next, "EEXIST", "another mapping is there", PROVEN) {
  mmap(NOWHERE, PG, RW, PRIV, -1, 0);
  munmap(NOWHERE, PG);
  PROOF;
  mmap(NOWHERE + 4 * PG, PG, PROT_NONE, PRIV, -1, 0);
  FAILS;
  mmap(NOWHERE, 5 * PG, RW, PRIV | MAP_FIXED_NOREPLACE, -1, 0);
}
