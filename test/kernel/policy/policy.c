/*
 * Calls that say how memory is to be treated, one scenario a run: `policy SCENARIO TRUTH`. After each step the program asks
 * for its parent's id, which marks the place in the log of strace, and writes its own maps and VmLck to TRUTH:
 *
 *   mark PID / lck KB / maps lines / end          the first mark has smaps instead
 *
 * Nothing here allocates: between two marks only the calls that stand there have happened.
 */
#define _GNU_SOURCE
#include <fcntl.h>
#include <linux/capability.h>
#include <linux/mempolicy.h>
#include <linux/userfaultfd.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

#define PG 4096UL
#define HOME_NODE 450
#define MEMFD_SECRET 447
#define MAP_SHADOW_STACK 453
#define ADD_SEALS 1033
#define GET_SEALS 1034
#define MDWE 65
#define GET_MDWE 66
#define MERGE 67
#define GET_MERGE 68

static char file[1 << 20], *w;
static int truth, started;
static unsigned long node0 = 1, node1 = 2;

static void copy(const char *path, const char *from) {
  long got, used = 0;
  int fd = open(path, O_RDONLY);
  while ((got = read(fd, file + used, sizeof file - 1 - used)) > 0) used += got;
  close(fd);
  file[used] = 0;
  const char *at = from ? strstr(file, from) : file;
  const char *end = from ? strchr(at, '\n') + 1 : file + used;
  while (at < end) at += write(truth, at, end - at);
}

static void put(const char *text) { (void)!write(truth, text, strlen(text)); }

static void mark(void) {
  syscall(SYS_getppid);
  char pid[16] = "";
  long id = syscall(SYS_gettid);
  for (int at = 14; id > 0; id /= 10) pid[--at] = '0' + id % 10;
  int at = 0;
  while (!pid[at]) at++;
  put("mark ");
  (void)!write(truth, pid + at, 14 - at);
  put("\n");
  copy("/proc/self/status", "VmLck:");
  copy(started ? "/proc/self/maps" : "/proc/self/smaps", 0);
  started = 1;
  put("end\n");
}

#define STEP(...) (__VA_ARGS__, mark())

static void window(void) {
  w = mmap(0, 64 * PG, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
  munmap(w + 8 * PG, 8 * PG);
  mark();
}

static long bind_to(char *at, unsigned long bytes, int mode, unsigned long *nodes, int flags) {
  return syscall(SYS_mbind, at, bytes, mode, nodes, nodes ? 64UL : 0UL, flags);
}

static void mempolicy(void) {
  int mode, nodes[3] = {0}, status[3];
  unsigned long out[16];
  void *pages[3];
  window();
  STEP(bind_to(w + 20 * PG, 4 * PG, MPOL_BIND, &node0, 0));
  STEP(bind_to(w + 24 * PG, 4 * PG, MPOL_BIND, &node0, 0));
  STEP(bind_to(w + 28 * PG, 4 * PG, MPOL_INTERLEAVE, &node0, 0));
  STEP(bind_to(w + 22 * PG, 2 * PG, MPOL_BIND | (1 << 15), &node0, 0));
  STEP(bind_to(w + 22 * PG, 2 * PG, MPOL_BIND, &node0, 0));
  STEP(mprotect(w + 21 * PG, 8 * PG, PROT_READ));
  STEP(syscall(HOME_NODE, w + 20 * PG, 2 * PG, 0UL, 0UL));
  STEP(syscall(HOME_NODE, w + 20 * PG, 16 * PG, 0UL, 0UL));
  STEP(syscall(HOME_NODE, w + 40 * PG, 2 * PG, 0UL, 0UL));
  STEP(syscall(HOME_NODE, w + 40 * PG, 2 * PG, 0UL, 1UL));
  STEP(syscall(HOME_NODE, w + 40 * PG, 2 * PG, 5000UL, 0UL));
  STEP(syscall(HOME_NODE, w + 1, 2 * PG, 0UL, 0UL));
  STEP(syscall(HOME_NODE, w, -2 * PG, 0UL, 0UL));
  STEP(syscall(HOME_NODE, w, -1UL, 0UL, 0UL));
  STEP(bind_to(w + 16 * PG, 48 * PG, MPOL_DEFAULT, 0, 0));
  STEP(mprotect(w + 21 * PG, 8 * PG, PROT_READ | PROT_WRITE));
  STEP(bind_to(w + 8 * PG, 4 * PG, MPOL_DEFAULT, 0, 0));
  STEP(bind_to(w + 6 * PG, 4 * PG, MPOL_BIND, &node0, 0));
  STEP(bind_to(w + 12 * PG, 8 * PG, MPOL_BIND, &node0, MPOL_MF_STRICT));
  STEP(bind_to(w + 12 * PG, 8 * PG, MPOL_DEFAULT, 0, 0));
  STEP(bind_to(w, PG, 99, &node0, 0));
  STEP(bind_to(w, PG, MPOL_BIND | (3 << 14), &node0, 0));
  STEP(bind_to(w, PG, MPOL_INTERLEAVE | (1 << 13), &node0, 0));
  STEP(bind_to(w, PG, MPOL_BIND | (1 << 13), &node0, 0));
  STEP(bind_to(w, PG, 5 | (1 << 13), &node0, 0));
  STEP(bind_to(w, PG, MPOL_LOCAL, &node0, 0));
  STEP(bind_to(w, PG, MPOL_LOCAL, 0, 0));
  STEP(bind_to(w + PG, PG, MPOL_PREFERRED, 0, 0));
  STEP(bind_to(w + 2 * PG, PG, MPOL_PREFERRED | (1 << 15), 0, 0));
  STEP(bind_to(w + 3 * PG, PG, MPOL_PREFERRED, &node0, 0));
  STEP(bind_to(w, PG, MPOL_BIND, &node0, 16));
  STEP(bind_to(w, PG, MPOL_BIND, &node0, MPOL_MF_MOVE));
  STEP(bind_to(w, PG, MPOL_BIND, 0, 0));
  STEP(bind_to(w + 1, 0, MPOL_BIND, &node0, 0));
  STEP(bind_to(w, 0, MPOL_BIND, &node0, 0));
  STEP(bind_to(w, -1UL, MPOL_BIND, &node0, 0));
  STEP(bind_to(w, -2 * PG, MPOL_BIND, &node0, 0));
  STEP(bind_to(w, PG, MPOL_DEFAULT, &node0, 0));
  STEP(bind_to(w, PG, MPOL_BIND, &node1, 0));
  STEP(bind_to(w, PG, MPOL_BIND, (void *)0x10, 0));
  STEP(bind_to(w, PG, MPOL_BIND, (void *)(w + 8 * PG), 0));
  STEP(syscall(SYS_mbind, w, PG, MPOL_BIND, &node0, 1UL << 20, 0));
  STEP(syscall(SYS_mbind, w, PG, MPOL_BIND, &node0, 0UL, 0));
  STEP(syscall(SYS_set_mempolicy, MPOL_BIND, &node0, 64UL));
  STEP(syscall(SYS_set_mempolicy, MPOL_DEFAULT, 0, 0UL));
  STEP(syscall(SYS_set_mempolicy, MPOL_DEFAULT, &node0, 64UL));
  STEP(syscall(SYS_set_mempolicy, 77, &node0, 64UL));
  STEP(syscall(SYS_get_mempolicy, &mode, out, 1024UL, w, MPOL_F_ADDR));
  STEP(syscall(SYS_get_mempolicy, &mode, out, 1024UL, w + 8 * PG, MPOL_F_ADDR));
  STEP(syscall(SYS_get_mempolicy, &mode, out, 0UL, w, MPOL_F_ADDR));
  STEP(syscall(SYS_get_mempolicy, &mode, out, 1024UL, w, 0));
  STEP(syscall(SYS_get_mempolicy, &mode, out, 1024UL, 0, 7));
  STEP(syscall(SYS_get_mempolicy, &mode, out, 1024UL, 0, 8));
  STEP(syscall(SYS_get_mempolicy, &mode, out, 1024UL, 0, MPOL_F_MEMS_ALLOWED));
  STEP(syscall(SYS_get_mempolicy, &mode, out, 1024UL, 0, MPOL_F_NODE));
  STEP(syscall(SYS_get_mempolicy, w + 8 * PG, out, 1024UL, w, MPOL_F_ADDR));
  STEP(syscall(SYS_get_mempolicy, &mode, w + 8 * PG, 1024UL, w, MPOL_F_ADDR));
  STEP(mprotect(w + 7 * PG, PG, PROT_NONE));
  STEP(syscall(SYS_get_mempolicy, &mode, 0, 0UL, w + 7 * PG, MPOL_F_NODE | MPOL_F_ADDR));
  STEP(syscall(SYS_get_mempolicy, &mode, 0, 0UL, w + 6 * PG, MPOL_F_NODE | MPOL_F_ADDR));
  pages[0] = w, pages[1] = w + 10 * PG, pages[2] = (void *)16;
  STEP(syscall(SYS_move_pages, 0, 3UL, pages, 0, status, 0));
  STEP(syscall(SYS_move_pages, 0, 3UL, pages, nodes, status, MPOL_MF_MOVE));
  STEP(syscall(SYS_move_pages, 0, 3UL, pages, 0, status, 64));
  STEP(syscall(SYS_move_pages, 0, 3UL, w + 8 * PG, 0, status, 0));
  STEP(syscall(SYS_move_pages, 0, 3UL, pages, 0, w + 8 * PG, 0));
  STEP(syscall(SYS_migrate_pages, 0, 64UL, &node0, &node0));
  STEP(syscall(SYS_migrate_pages, 0, 64UL, w + 8 * PG, &node0));
  STEP(syscall(SYS_migrate_pages, 0, 1UL << 20, &node0, &node0));
}

static long enroll(int fd, char *at, unsigned long bytes, unsigned long mode) {
  struct uffdio_register request = {{(unsigned long)at, bytes}, mode, 0};
  return ioctl(fd, UFFDIO_REGISTER, &request);
}
static long leave(int fd, char *at, unsigned long bytes) {
  struct uffdio_range request = {(unsigned long)at, bytes};
  return ioctl(fd, UFFDIO_UNREGISTER, &request);
}
static long fill(int fd, char *to, char *from, unsigned long bytes, unsigned long mode) {
  struct uffdio_copy request = {(unsigned long)to, (unsigned long)from, bytes, mode, 0};
  return ioctl(fd, UFFDIO_COPY, &request);
}
static long zero(int fd, char *to, unsigned long bytes) {
  struct uffdio_zeropage request = {{(unsigned long)to, bytes}, 0, 0};
  return ioctl(fd, UFFDIO_ZEROPAGE, &request);
}
static long start(int fd, unsigned long version, unsigned long features) {
  struct uffdio_api request = {version, features, 0};
  return ioctl(fd, UFFDIO_API, &request);
}

static void userfault(void) {
  window();
  /* 1: faults of the kernel itself are not asked for, which everybody may. */
  int u = syscall(SYS_userfaultfd, O_CLOEXEC | O_NONBLOCK | 1), v = syscall(SYS_userfaultfd, O_CLOEXEC | 1), ends[2];
  int program = open("/proc/self/exe", O_RDONLY);
  w[0] = 1;
  STEP(syscall(SYS_userfaultfd, 0x70001));
  STEP(enroll(u, w, PG, 1));
  STEP(start(u, 0xab, 0));
  STEP(start(u, 0xaa, 1UL << 40));
  STEP(ioctl(u, UFFDIO_API, 0));
  STEP(start(u, 0xaa, 0));
  STEP(start(u, 0xaa, 0));
  STEP(start(v, 0xaa, 0));
  STEP(enroll(u, w + 8 * PG, 4 * PG, 1));
  STEP(enroll(u, w + 12 * PG, 8 * PG, 1));
  STEP(leave(u, w + 12 * PG, 8 * PG));
  STEP(leave(u, w + 8 * PG, 4 * PG));
  STEP(leave(u, w + 20 * PG, 4 * PG));
  STEP(enroll(u, w + 20 * PG, 0, 1));
  STEP(enroll(u, w + 20 * PG + 1, PG, 1));
  STEP(enroll(u, w + 20 * PG, 1, 1));
  STEP(enroll(u, w + 20 * PG, PG, 0));
  STEP(enroll(u, w + 20 * PG, PG, 8));
  STEP(enroll(u, w + 20 * PG, PG, 4));
  STEP(enroll(u, 0, PG, 1));
  STEP(enroll(u, (char *)0x7ffffffff000, PG, 1));
  STEP(enroll(u, w, 1UL << 48, 1));
  STEP(enroll(u, w + 20 * PG, 4 * PG, 1));
  STEP(enroll(u, w + 24 * PG, 4 * PG, 1));
  STEP(enroll(u, w + 22 * PG, 2 * PG, 3));
  STEP(enroll(u, w + 22 * PG, 2 * PG, 1));
  STEP(enroll(v, w + 26 * PG, 4 * PG, 1));
  STEP(leave(v, w + 20 * PG, 2 * PG));
  STEP(enroll(v, w + 32 * PG, 4 * PG, 1));
  STEP(enroll(v, w + 28 * PG, 4 * PG, 1));
  char *text = mmap(0, PG, PROT_READ, MAP_PRIVATE, program, 0);
  char *shared = mmap(0, PG, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
  STEP(enroll(u, text, PG, 2));
  STEP(enroll(u, shared, PG, 5));
  STEP(leave(u, shared, PG));
  STEP(fill(u, w + 20 * PG, w, PG, 0));
  STEP(fill(u, w + 20 * PG, w, PG, 0));
  STEP(fill(u, w + 20 * PG, w, PG, 16));
  STEP(fill(u, w + 20 * PG, w, 0, 0));
  STEP(fill(u, w + 21 * PG, w + 8 * PG, PG, 0));
  STEP(fill(u, w + 40 * PG, w, PG, 0));
  STEP(fill(u, w + 8 * PG, w, PG, 0));
  STEP(fill(u, w + 21 * PG, w, 4 * PG, 0));
  STEP(zero(u, w + 21 * PG, PG));
  STEP(zero(u, w + 41 * PG, PG));
  close(99);
  STEP(start(99, 0xaa, 0));
  STEP(pipe(ends));
  STEP(start(ends[0], 0xaa, 0));
  STEP(start(program, 0xaa, 0));
  int second = dup(u);
  STEP(close(u));
  STEP(mremap(w + 24 * PG, 2 * PG, 4 * PG, MREMAP_MAYMOVE));
  STEP(mremap(w + 20 * PG, 2 * PG, 2 * PG, MREMAP_MAYMOVE | MREMAP_FIXED, w + 12 * PG));
  STEP(mprotect(w + 12 * PG, PG, PROT_READ));
  STEP(mprotect(w + 12 * PG, 4 * PG, PROT_READ | PROT_WRITE));
  STEP(enroll(second, w + 26 * PG, 4 * PG, 1));
  if (fork() == 0) {
    mark();
    STEP(mprotect(w + 21 * PG, PG, PROT_READ));
    STEP(mprotect(w + 21 * PG, PG, PROT_READ | PROT_WRITE));
    _exit(0);
  }
  wait(0);
  STEP(close(second));
  STEP(enroll(v, w + 20 * PG, 4 * PG, 1));
  STEP(syscall(SYS_close_range, v, v, 0));
}

static void seals(void) {
  static char name[300];
  window();
  int m = syscall(SYS_memfd_create, "s", MFD_ALLOW_SEALING), o, r;
  ftruncate(m, 4 * PG);
  STEP(fcntl(m, GET_SEALS));
  char *at = mmap(0, 2 * PG, PROT_READ | PROT_WRITE, MAP_SHARED, m, 0);
  STEP(fcntl(m, ADD_SEALS, 8));
  STEP(fcntl(m, ADD_SEALS, 0x100));
  STEP(fcntl(m, ADD_SEALS, 6));
  STEP(munmap(at, 2 * PG));
  STEP(at = mmap(0, 2 * PG, PROT_READ, MAP_SHARED, m, 0));
  STEP(fcntl(m, ADD_SEALS, 8));
  STEP(fcntl(m, ADD_SEALS, 16));
  STEP(mprotect(at, PG, PROT_READ | PROT_WRITE));
  STEP(mprotect(at, PG, PROT_READ));
  STEP(mmap(0, PG, PROT_READ | PROT_WRITE, MAP_SHARED, m, 0));
  STEP(at = mmap(0, PG, PROT_READ, MAP_SHARED, m, 0));
  STEP(mprotect(at, PG, PROT_READ | PROT_WRITE));
  STEP(mmap(0, PG, PROT_READ | PROT_WRITE, MAP_PRIVATE, m, 0));
  STEP(fcntl(m, GET_SEALS));
  STEP(fcntl(m, ADD_SEALS, 1));
  STEP(fcntl(m, ADD_SEALS, 2));
  int x = syscall(SYS_memfd_create, "x", MFD_ALLOW_SEALING | MFD_CLOEXEC);
  ftruncate(x, 4 * PG);
  STEP(at = mmap(0, PG, PROT_READ, MAP_SHARED, x, 0));
  STEP(fcntl(x, ADD_SEALS, 32));
  STEP(munmap(at, PG));
  STEP(fcntl(x, ADD_SEALS, 32));
  STEP(fcntl(x, GET_SEALS));
  STEP(mmap(0, PG, PROT_READ | PROT_WRITE, MAP_SHARED, x, 0));
  STEP(at = mmap(0, PG, PROT_READ, MAP_SHARED, x, 0));
  STEP(mprotect(at, PG, PROT_READ | PROT_WRITE));
  STEP(o = syscall(SYS_memfd_create, "y", 0));
  STEP(fcntl(o, ADD_SEALS, 2));
  STEP(fcntl(o, GET_SEALS));
  STEP(o = syscall(SYS_memfd_create, "z", 8));
  STEP(fcntl(o, GET_SEALS));
  STEP(o = syscall(MEMFD_SECRET, 0));
  STEP(fcntl(o, GET_SEALS));
  STEP(fcntl(o, ADD_SEALS, 2));
  STEP(ftruncate(o, 2 * PG));
  STEP(mmap(0, 2 * PG, PROT_READ | PROT_WRITE, MAP_SHARED, o, 0));
  STEP(mmap(0, PG, PROT_READ | PROT_WRITE, MAP_PRIVATE, o, 0));
  STEP(mmap(0, PG, PROT_READ | PROT_EXEC, MAP_SHARED, o, 0));
  STEP(at = mmap(0, PG, PROT_READ, MAP_SHARED, o, 0));
  STEP(mprotect(at, PG, PROT_READ | PROT_EXEC));
  STEP(syscall(MEMFD_SECRET, 5));
  STEP(r = open("/proc/self/exe", O_RDONLY));
  STEP(fcntl(r, ADD_SEALS, 2));
  close(99);
  STEP(fcntl(99, GET_SEALS));
  STEP(syscall(SYS_memfd_create, "q", 0x18));
  STEP(syscall(SYS_memfd_create, "q", 0x100));
  STEP(syscall(SYS_memfd_create, "q", 21U << 26));
  STEP(syscall(SYS_memfd_create, "q", 4 | (63U << 26)));
  STEP(syscall(SYS_memfd_create, (char *)16, 0));
  memset(name, 'a', 250);
  STEP(syscall(SYS_memfd_create, name, 0));
  name[249] = 0;
  STEP(syscall(SYS_memfd_create, name, 0));
}

static void modes(void) {
  window();
  char *run = mmap(0, 4 * PG, PROT_READ | PROT_EXEC, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
  STEP(prctl(GET_MDWE, 0UL, 0UL, 0UL, 0UL));
  STEP(prctl(MDWE, 2UL, 0UL, 0UL, 0UL));
  STEP(prctl(MDWE, 8UL, 0UL, 0UL, 0UL));
  STEP(prctl(MDWE, 1UL, 1UL, 0UL, 0UL));
  STEP(prctl(GET_MDWE, 1UL, 0UL, 0UL, 0UL));
  STEP(mmap(0, PG, 7, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0));
  if (fork() == 0) {
    STEP(prctl(MDWE, 3UL, 0UL, 0UL, 0UL));
    STEP(mmap(0, PG, 7, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0));
    if (fork() == 0) {
      mark();
      STEP(mmap(0, PG, 7, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0));
      STEP(prctl(GET_MDWE, 0UL, 0UL, 0UL, 0UL));
      _exit(0);
    }
    wait(0);
    _exit(0);
  }
  wait(0);
  STEP(prctl(MDWE, 1UL, 0UL, 0UL, 0UL));
  STEP(prctl(MDWE, 1UL, 0UL, 0UL, 0UL));
  STEP(prctl(MDWE, 3UL, 0UL, 0UL, 0UL));
  STEP(prctl(MDWE, 0UL, 0UL, 0UL, 0UL));
  STEP(prctl(GET_MDWE, 0UL, 0UL, 0UL, 0UL));
  STEP(mmap(0, PG, 7, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0));
  STEP(mmap(0, PG, 5, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0));
  STEP(mprotect(run, PG, 5));
  STEP(mprotect(run, PG, 7));
  STEP(mprotect(run, PG, 3));
  STEP(mprotect(run, 2 * PG, 5));
  STEP(mprotect(run + PG, 2 * PG, 1));
  STEP(mprotect(run + PG, PG, 5));
  STEP(mprotect(run, 4 * PG, 5));
  if (fork() == 0) {
    STEP(mmap(0, PG, 7, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0));
    STEP(prctl(GET_MDWE, 0UL, 0UL, 0UL, 0UL));
    _exit(0);
  }
  wait(0);
  STEP(prctl(PR_GET_THP_DISABLE, 0UL, 0UL, 0UL, 0UL));
  STEP(prctl(PR_SET_THP_DISABLE, 1UL, 0UL, 0UL, 0UL));
  STEP(prctl(PR_GET_THP_DISABLE, 0UL, 0UL, 0UL, 0UL));
  STEP(prctl(PR_SET_THP_DISABLE, 1UL, 0UL, 1UL, 0UL));
  STEP(prctl(PR_SET_THP_DISABLE, 1UL, 1UL, 0UL, 0UL));
  STEP(prctl(PR_SET_THP_DISABLE, 0UL, 0UL, 0UL, 0UL));
  STEP(prctl(PR_GET_THP_DISABLE, 1UL, 0UL, 0UL, 0UL));
  STEP(prctl(PR_GET_THP_DISABLE, 0UL, 0UL, 0UL, 0UL));
}

static void merging(void) {
  window();
  STEP(madvise(w, 4 * PG, MADV_MERGEABLE));
  STEP(prctl(GET_MERGE, 0UL, 0UL, 0UL, 0UL));
  STEP(prctl(MERGE, 1UL, 0UL, 0UL, 0UL));
  STEP(prctl(MERGE, 1UL, 1UL, 0UL, 0UL));
  STEP(prctl(GET_MERGE, 0UL, 0UL, 0UL, 0UL));
  STEP(mmap(w + 8 * PG, 4 * PG, 3, MAP_PRIVATE | MAP_ANONYMOUS | MAP_FIXED, -1, 0));
  STEP(madvise(w + 20 * PG, 4 * PG, MADV_UNMERGEABLE));
  STEP(madvise(w + 20 * PG, 4 * PG, MADV_MERGEABLE));
  char *heap = sbrk(0);
  STEP(brk(heap + 4 * PG));
  STEP(brk(heap + 8 * PG));
  STEP(prctl(MERGE, 0UL, 0UL, 0UL, 0UL));
  STEP(prctl(GET_MERGE, 0UL, 0UL, 0UL, 0UL));
  STEP(brk(heap + 12 * PG));
  STEP(mmap(w + 12 * PG, 4 * PG, 3, MAP_PRIVATE | MAP_ANONYMOUS | MAP_FIXED, -1, 0));
}

static void others(void) {
  unsigned size;
  window();
  STEP(prctl(PR_SET_VMA, 1, w, PG, 0UL));
  STEP(prctl(PR_SET_VMA, PR_SET_VMA_ANON_NAME, w, PG, "a name"));
  STEP(prctl(PR_SET_VMA, PR_SET_VMA_ANON_NAME, w, PG, "a name"));
  STEP(prctl(PR_SET_MM, PR_SET_MM_BRK, w, 1UL, 0UL));
  STEP(prctl(PR_SET_MM, PR_SET_MM_BRK, w, 0UL, 1UL));
  STEP(prctl(PR_SET_MM, PR_SET_MM_MAP_SIZE, &size, 0UL, 0UL));
  STEP(syscall(MAP_SHADOW_STACK, 0UL, PG, 1UL));
  struct __user_cap_header_struct header = {_LINUX_CAPABILITY_VERSION_3, 0};
  struct __user_cap_data_struct none[2] = {{0, 0, 0}, {0, 0, 0}};
  STEP(syscall(SYS_capset, &header, none));
  STEP(prctl(PR_SET_MM, PR_SET_MM_BRK, w, 0UL, 0UL));
  STEP(prctl(PR_SET_MM, 99, w, 0UL, 0UL));
  STEP(bind_to(w, PG, MPOL_BIND, &node0, MPOL_MF_MOVE_ALL));
  STEP(bind_to(w, PG, MPOL_BIND, &node0, MPOL_MF_MOVE));
  void *page = w;
  int status;
  STEP(syscall(SYS_move_pages, 0, 1UL, &page, 0, &status, MPOL_MF_MOVE_ALL));
  STEP(syscall(SYS_userfaultfd, 0));
  int u;
  STEP(u = syscall(SYS_userfaultfd, 1 | O_CLOEXEC));
  STEP(start(u, 0xaa, 2));
  STEP(start(u, 0xaa, 0));
  STEP(enroll(u, w + 20 * PG, 4 * PG, 1));
}

int main(int count, char **words) {
  static const struct { const char *name; void (*run)(void); } scenarios[] = {
    {"mempolicy", mempolicy}, {"userfault", userfault}, {"seals", seals}, {"modes", modes}, {"merging", merging}, {"others", others},
  };
  if (count != 3) return 2;
  truth = open(words[2], O_WRONLY | O_CREAT | O_TRUNC | O_APPEND, 0600);
  for (unsigned i = 0; i < sizeof scenarios / sizeof *scenarios; i++)
    if (!strcmp(scenarios[i].name, words[1])) return scenarios[i].run(), 0;
  return 2;
}
