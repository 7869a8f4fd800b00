/*
 * Makes calls that ask about memory, in all the ways in which they succeed and fail that any machine shows, to be traced.
 * It touches nothing between its snapshots but what its calls need, and calls no library that would.
 *
 * Arguments: a path; the maps of each snapshot go to the path with its number behind it, and the line
 * `write(-1, "snapshot N", 10)` of the log says where it belongs. A second path: a file of eight pages (of any size) to be mapped.
 */
#define _GNU_SOURCE
#include <errno.h>
#include <fcntl.h>
#include <linux/capability.h>
#include <signal.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/resource.h>
#include <sys/syscall.h>
#include <sys/uio.h>
#include <sys/wait.h>
#include <unistd.h>

/* Addresses that are never user space. */
#if __SIZEOF_POINTER__ == 8
#define KERNEL ((char *)0xffff800000000000UL)
#define BEHIND_END ((char *)(1UL << 56))
#define END ((char *)0x7ffffffff000UL)
#define VSYSCALL ((char *)0xffffffffff600000UL)
#else
#define KERNEL ((char *)0xffffe000UL)
#define BEHIND_END ((char *)0xfffff000UL)
#define END ((char *)0xffffe000UL)
#define VSYSCALL ((char *)0xfffff000UL)
#endif
#define MSEAL 462
#define PG page_size
#define AP (MAP_PRIVATE | MAP_ANONYMOUS | MAP_FIXED)
#define AS (MAP_SHARED | MAP_ANONYMOUS | MAP_FIXED)
#define RW (PROT_READ | PROT_WRITE)

static char maps[1 << 16], path[4096];
static long page_size;
static int snapshots;
static char *w;

static long call(long n, long a, long b, long c, long d, long e, long f) { return syscall(n, a, b, c, d, e, f); }
#define sys0(n) call(n, 0, 0, 0, 0, 0, 0)
#define sys1(n, a) call(n, (long)(a), 0, 0, 0, 0, 0)
#define sys2(n, a, b) call(n, (long)(a), (long)(b), 0, 0, 0, 0)
#define sys3(n, a, b, c) call(n, (long)(a), (long)(b), (long)(c), 0, 0, 0)
#define sys5(n, a, b, c, d, e) call(n, (long)(a), (long)(b), (long)(c), (long)(d), (long)(e), 0)
#define sys6(n, a, b, c, d, e, f) call(n, (long)(a), (long)(b), (long)(c), (long)(d), (long)(e), (long)(f))

static void snapshot(const char *prefix) {
  size_t length = strlen(prefix);
  memcpy(path, prefix, length);
  path[length] = '0' + snapshots;
  path[length + 1] = 0;
  int out = open(path, O_WRONLY | O_CREAT | O_TRUNC, 0600), in = open("/proc/self/maps", O_RDONLY);
  long got, used = 0;
  while ((got = read(in, maps + used, sizeof maps - used)) > 0) used += got;
  (void)!write(out, maps, used);
  close(in);
  close(out);
  char mark[] = "snapshot 0";
  mark[9] = '0' + snapshots++;
  (void)!write(-1, mark, 10);
}

static char *map(long page, long pages, int prot, int flags) {
  return mmap(w + page * PG, pages * PG, prot, flags, -1, 0);
}

static void msyncs(char *file) {
  char *p = map(0, 4, RW, AP), *locked = map(8, 2, RW, AP);
  mlock(locked, 2 * PG);
  for (int flags = 0; flags < 9; flags++) msync(p, 4 * PG, flags);
  msync(p, 0, MS_SYNC);
  msync(p + 1, 0, MS_SYNC);
  msync(p + 1, PG, 9);
  msync(p, 5 * PG, MS_ASYNC);
  msync(p, 5 * PG, MS_SYNC);
  msync(w + 4 * PG, PG, 0);
  msync(p, -1, MS_SYNC);
  msync(p, -PG, MS_SYNC);
  msync(p, 10 * PG, MS_INVALIDATE);
  msync(p, 10 * PG, MS_INVALIDATE | MS_ASYNC);
  msync(locked, PG, MS_ASYNC);
  msync(END, PG, MS_ASYNC);
  msync(VSYSCALL, PG, MS_ASYNC);
  msync(file, 8 * PG, MS_SYNC);
  msync(file + PG, PG, MS_SYNC | MS_INVALIDATE);
  munlock(locked, 2 * PG);
}

static void mincores(void) {
  unsigned char *v = (unsigned char *)map(12, 2, RW, AP);
  char *p = w;
  v[0] = 0;
  mincore(p, 4 * PG, v);
  mincore(p, 1, v);
  mincore(p, 0, v);
  mincore(p + 1, PG, v);
  mincore(p, 5 * PG, v);
  mincore(w + 4 * PG, PG, v);
  mincore(p, 4 * PG, (void *)16);
  mincore(p, 4 * PG, (void *)KERNEL);
  mincore(p, 4 * PG, (void *)(w + 4 * PG));
  mincore(p, 4 * PG, v + 2 * PG - 4);
  mincore(p, 4 * PG, v + 2 * PG - 3);
  mincore(p, 6 * PG, v + 2 * PG - 4);
  mincore(p, 6 * PG, v + 2 * PG - 3);
  mprotect(v + PG, PG, PROT_READ);
  mincore(p, 4 * PG, v + PG - 2);
  mincore(p, 4 * PG, v + PG - 4);
  mincore(p, -1, v);
  mincore(END, PG, v);
  mincore(BEHIND_END, 0, v);
  mincore(p, -1UL / 4, (void *)KERNEL);
}

static void remaps(char *file, char *readonly, const char *prefix) {
  char *p = w, *s = map(20, 4, RW, AS);
  long n = SYS_remap_file_pages;
  sys5(n, s, 4 * PG, 0, 0, 0);
  sys5(n, s + PG, PG, 0, 3, 0);
  snapshot(prefix);
  sys5(n, s + PG, PG, 0, 1, 0);
  snapshot(prefix);
  sys5(n, s + 2 * PG + 7, 2 * PG + 9, 0, 0, MAP_NONBLOCK);
  sys5(n, s, 4 * PG, 0, 2, 0);
  sys5(n, s, 5 * PG, 0, 2, 0);
  sys5(n, s, PG, PROT_READ, 2, 0);
  sys5(n, s, PG - 1, 0, 2, 0);
  sys5(n, s, -PG, 0, 2, 0);
  sys5(n, s, 2 * PG, 0, -1, 0);
  sys5(n, s, PG, 0, -5, 0);
  long last = -1UL / 2 / PG;
  sys5(n, s, PG, 0, last, 0);
  sys5(n, s, PG, 0, last - 1, 0);
  sys5(n, p, PG, 0, 1, 0);
  sys5(n, w + 4 * PG, PG, 0, 1, 0);
  sys5(n, file + 2 * PG, 2 * PG, 0, 6, 0);
  sys5(n, file, 4 * PG, 0, 0, 0);
  sys5(n, file, 3 * PG, 0, 100, 0);
  sys5(n, readonly, PG, 0, 1, 0);
  snapshot(prefix);
  mprotect(s, PG, PROT_READ);
  sys5(n, s, 2 * PG, 0, 0, 0);
  sys5(n, s, PG, 0, 3, 0);
  mlock(s + 2 * PG, PG);
  sys5(n, s + 2 * PG, PG, 0, 0, 0);
  struct rlimit limit = {PG, PG};
  setrlimit(RLIMIT_MEMLOCK, &limit);
  sys5(n, s + 2 * PG, PG, 0, 1, 0);
  limit.rlim_cur = 0;
  setrlimit(RLIMIT_MEMLOCK, &limit);
  sys5(n, s + 2 * PG, PG, 0, 1, 0);
  munlock(s + 2 * PG, PG);
  sys5(n, s + 2 * PG, PG, 0, 1, 0);
  if (!sys3(MSEAL, s, PG, 0)) sys5(n, s, PG, 0, 2, 0);
  snapshot(prefix);
}

/* Needs CAP_SYS_NICE for the child's memory. */
static void advise_child(int child) {
  struct iovec v[2] = {{w, PG}, {w + PG, PG}};
  long n = SYS_process_madvise;
  sys5(n, child, v, 2, MADV_COLD, 0);
  sys5(n, child, v, 2, MADV_PAGEOUT, 0);
  sys5(n, child, v, 2, MADV_DONTNEED, 0);
  v[1].iov_base = w + 4 * PG;
  sys5(n, child, v, 2, MADV_WILLNEED, 0);
  sys5(n, child, v + 1, 1, MADV_WILLNEED, 0);
}

static void advise_self(const char *prefix) {
  int self = sys2(SYS_pidfd_open, getpid(), 0);
  struct iovec v[3] = {{w, PG}, {w + PG, 2 * PG}, {w + 3 * PG, 2 * PG}};
  long n = SYS_process_madvise;
  sys5(n, self, v, 2, MADV_SEQUENTIAL, 0);
  snapshot(prefix);
  sys5(n, self, v, 3, MADV_DONTFORK, 0);
  sys5(n, -10000, v, 3, MADV_DOFORK, 0);
  sys5(n, -10001, v, 3, MADV_NORMAL, 0);
  sys5(n, self, v + 2, 1, MADV_DONTNEED, 0);
  sys5(n, self, v, 0, 77, 0);
  sys5(n, self, v, 1, 77, 0);
  sys5(n, self, v, 1, MADV_NORMAL, 1);
  sys5(n, self, v, 1025, MADV_NORMAL, 0);
  sys5(n, self, 16, 1, MADV_NORMAL, 0);
  sys5(n, -1, v, 1, MADV_NORMAL, 0);
  sys5(n, self, 16, 1, MADV_NORMAL, 1);
  sys5(n, -1, 16, 1, MADV_NORMAL, 0);
  v[0].iov_base = KERNEL;
  sys5(n, self, v, 1, MADV_NORMAL, 0);
  v[0].iov_base = w + 1;
  sys5(n, self, v, 1, MADV_NORMAL, 0);
  v[0].iov_len = 0;
  sys5(n, self, v, 2, MADV_NORMAL, 0);
  v[0].iov_base = w;
  sys5(n, self, v, 2, MADV_NORMAL, 0);
  v[1].iov_len = -1;
  sys5(n, self, v, 2, MADV_NORMAL, 0);
  snapshot(prefix);
}

static void move_bytes(int child) {
  char *b = map(30, 2, RW, AP);
  struct iovec l = {b, 16}, r[2] = {{w, 16}, {w + 4 * PG - 4, 16}}, two[2] = {{b, 8}, {b + PG, 8}};
  long rd = SYS_process_vm_readv, wr = SYS_process_vm_writev;
  map(33, 1, PROT_READ, AP);
  sys6(rd, child, &l, 1, r, 1, 0);
  sys6(wr, child, &l, 1, r, 1, 0);
  sys6(rd, child, two, 2, r, 1, 0);
  sys6(rd, child, &l, 1, r + 1, 1, 0);
  sys6(wr, child, &l, 1, r + 1, 1, 0);
  sys6(rd, getpid(), &l, 1, r, 1, 0);
  sys6(rd, 0, &l, 1, r, 1, 0);
  sys6(rd, child, &l, 1, r, 1, 1);
  sys6(rd, child, 8, 1, r, 1, 0);
  sys6(rd, child, &l, 1, 8, 1, 0);
  sys6(rd, child, &l, 0, 8, 1, 0);
  sys6(rd, child, &l, 1025, r, 1, 0);
  sys6(rd, child, &l, 1, r, 1025, 0);
  sys6(rd, child, &l, 1, r, 0, 0);
  l.iov_len = -1;
  sys6(rd, child, &l, 1, r, 1, 0);
  l.iov_len = 0;
  sys6(rd, child, &l, 1, 8, 1, 0);
  l.iov_len = 16;
  l.iov_base = w + 4 * PG;
  sys6(rd, child, &l, 1, r, 1, 0);
  sys6(wr, child, &l, 1, r, 1, 0);
  l.iov_base = w + 33 * PG;
  sys6(rd, child, &l, 1, r, 1, 0);
  sys6(wr, child, &l, 1, r, 1, 0);
  l.iov_base = KERNEL;
  sys6(rd, child, &l, 1, r, 1, 0);
  l.iov_base = b;
  r[0].iov_base = w + 4 * PG;
  sys6(rd, child, &l, 1, r, 1, 0);
  r[0].iov_base = KERNEL;
  sys6(rd, child, &l, 1, r, 1, 0);
  r[0].iov_len = -1;
  sys6(rd, child, &l, 1, r, 1, 0);
  /* The child's own: it was made unreadable after the fork. */
  r[0].iov_base = w + 40 * PG;
  r[0].iov_len = 16;
  sys6(rd, child, &l, 1, r, 1, 0);
}

static void cachestats(const char *path) {
  int fd = open(path, O_RDWR);
  long n = 451, *range = (long *)map(36, 1, RW, AP), *statistics = range + 8;
  sys5(n, fd, range, statistics, 0, 0);
  sys5(n, fd, range, statistics, 1, 0);
  sys5(n, fd, 16, statistics, 0, 0);
  sys5(n, fd, (char *)range + PG - 8, statistics, 0, 0);
  sys5(n, fd, range, 16, 0, 0);
  sys5(n, fd, range, 16, 1, 0);
  sys5(n, -1, 16, 16, 1, 0);
  close(fd);
}

static void releases(int child) {
  int self = sys2(SYS_pidfd_open, getpid(), 0);
  long n = 448;
  sys2(n, self, 0);
  sys2(n, self, 1);
  sys2(n, -1, 1);
  sys2(n, -1, 0);
  sys2(n, child, 0);
}

static void keys(void) {
  long alloc = SYS_pkey_alloc, free_key = SYS_pkey_free, protect = SYS_pkey_mprotect;
  sys2(alloc, 0, 0);
  sys2(alloc, 1, 0);
  sys2(alloc, 0, 4);
  for (int n = 0; n < 3; n++) sys2(alloc, 0, 1);
  for (int key = -1; key < 4; key++) sys5(protect, w, PG, RW, key, 0);
  sys5(protect, w, PG, RW, 0, 0);
  sys1(free_key, -1);
  /* Not 0: the next to be given it would take the right to write from this stack. */
  for (int key = 1; key < 6; key++) sys1(free_key, key);
  sys1(free_key, 16);
  for (int n = 0; n < 17; n++) sys2(alloc, 0, 2);
  pid_t child = fork();
  if (!child) {
    sys2(alloc, 0, 0);
    sys1(free_key, 1);
    sys2(alloc, 0, 0);
    sys1(free_key, 0);
    sys1(free_key, 0);
    sys2(alloc, 0, 0);
    _exit(0);
  }
  waitpid(child, 0, 0);
}

static pid_t stopped_child(void) {
  pid_t child = fork();
  if (!child) {
    mprotect(w + 40 * PG, PG, PROT_NONE);
    kill(getpid(), SIGSTOP);
    _exit(0);
  }
  waitpid(child, 0, WUNTRACED);
  return child;
}

int main(int count, char **words) {
  if (count != 3) return 2;
  page_size = sysconf(_SC_PAGESIZE);
  w = mmap(0, 64 * PG, PROT_NONE, MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0);
  munmap(w, 64 * PG);
  int fd = open(words[2], O_RDWR), ro = open(words[2], O_RDONLY);
  char *file = mmap(w + 44 * PG, 8 * PG, RW, MAP_SHARED | MAP_FIXED, fd, 0);
  char *readonly = mmap(w + 54 * PG, 2 * PG, PROT_READ, MAP_SHARED | MAP_FIXED, ro, 0);
  memset(maps, 1, sizeof maps);
  memset(path, 1, sizeof path);
  struct __user_cap_header_struct header = {_LINUX_CAPABILITY_VERSION_3, 0};
  struct __user_cap_data_struct data[2];
  syscall(SYS_capget, &header, data);
  snapshot(words[1]);
  msyncs(file);
  mincores();
  advise_self(words[1]);
  map(40, 1, RW, AP);
  pid_t child = stopped_child();
  int descriptor = sys2(SYS_pidfd_open, child, 0);
  advise_child(descriptor);
  memset(data, 0, sizeof data);
  syscall(SYS_capset, &header, data);
  /* It has capabilities that we lack now. */
  advise_child(descriptor);
  struct iovec v = {w, PG};
  sys6(SYS_process_vm_readv, child, &v, 1, &v, 1, 0);
  pid_t equal = stopped_child();
  advise_child(sys2(SYS_pidfd_open, equal, 0));
  move_bytes(equal);
  kill(equal, SIGKILL);
  kill(child, SIGKILL);
  waitpid(equal, 0, 0);
  waitpid(child, 0, 0);
  sys5(SYS_process_madvise, descriptor, &v, 1, MADV_COLD, 0);
  sys6(SYS_process_vm_readv, child, &v, 1, &v, 1, 0);
  releases(descriptor);
  remaps(file, readonly, words[1]);
  cachestats(words[2]);
  keys();
  return 0;
}
