/*
 * Memory of huge pages, one scenario a run: `huge-pages SCENARIO TRUTH`. After each step the program asks for its parent's
 * id, which marks the place in the log of strace, and writes its own smaps and VmLck to TRUTH:
 *
 *   mark PID / lck KB / smaps lines / end
 *
 * Nothing here allocates: between two marks only the calls that stand there have happened.
 */
#define _GNU_SOURCE
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/mount.h>
#include <sys/resource.h>
#include <sys/shm.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/vfs.h>
#include <sys/wait.h>
#include <unistd.h>

#define PG 4096UL
#define HUGE (2UL << 20)
#define RW (PROT_READ | PROT_WRITE)
#define OWN (MAP_PRIVATE | MAP_ANONYMOUS)
#define SIZE_2M (21 << 26)

static char file[1 << 20];
static int truth;

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
  int at = 14;
  for (long id = syscall(SYS_gettid); id > 0; id /= 10) pid[--at] = '0' + id % 10;
  put("mark ");
  (void)!write(truth, pid + at, 14 - at);
  put("\n");
  copy("/proc/self/status", "VmLck:");
  copy("/proc/self/smaps", 0);
  put("end\n");
}

#define STEP(...) (__VA_ARGS__, mark())

/* The pool as this program finds it, for the log to tell. */
static void ask_for_pool(void) {
  char text[32];
  int fd = open("/proc/sys/vm/nr_hugepages", O_RDONLY);
  (void)!read(fd, text, sizeof text);
  close(fd);
}

static char *huge(unsigned long bytes, int flags) { return mmap(0, bytes, RW, OWN | MAP_HUGETLB | flags, -1, 0); }

static void anonymous(void) {
  char *a, *b;
  STEP(a = huge(4 * HUGE, 0));
  STEP(b = huge(PG, SIZE_2M));
  STEP(munmap(b, PG));
  STEP(munmap(b, HUGE));
  STEP(munmap(a + HUGE + PG, HUGE));
  STEP(mprotect(a, PG, PROT_READ));
  STEP(mprotect(a + HUGE, HUGE, PROT_READ));
  STEP(mprotect(a + HUGE, HUGE, RW));
  STEP(madvise(a, 4 * HUGE, MADV_DONTFORK));
  STEP(madvise(a, PG, MADV_DOFORK));
  STEP(madvise(a + HUGE, HUGE, MADV_DOFORK));
  STEP(madvise(a + PG, HUGE, MADV_DONTNEED));
  STEP(madvise(a, HUGE + PG, MADV_DONTNEED));
  STEP(madvise(a, HUGE, MADV_FREE));
  STEP(madvise(a, HUGE, MADV_COLD));
  STEP(madvise(a, HUGE, MADV_DONTDUMP));
  STEP(madvise(a, HUGE, MADV_DODUMP));
  STEP(madvise(a, HUGE, MADV_HUGEPAGE));
  STEP(madvise(a, HUGE, MADV_POPULATE_WRITE));
  STEP(madvise(a, HUGE, 102));
  STEP(munmap(a, 4 * HUGE));
  STEP(mmap(0, HUGE, RW, OWN | MAP_HUGETLB | (13 << 26), -1, 0));
  STEP(a = mmap(0, HUGE, RW, OWN | MAP_HUGETLB, -1, PG));
  STEP(a = mmap(0, 0, RW, OWN | MAP_HUGETLB, -1, 0));
  STEP(a = mmap(0, HUGE, RW, OWN | MAP_HUGETLB | MAP_GROWSDOWN, -1, 0));
  STEP(a = mmap(0, HUGE, RW, MAP_SHARED_VALIDATE | MAP_ANONYMOUS | MAP_HUGETLB, -1, 0));
  STEP(b = mmap(0, HUGE, RW, MAP_SHARED | MAP_ANONYMOUS | MAP_HUGETLB, -1, 0));
  STEP(b = huge(2 * HUGE, MAP_NORESERVE));
}

static void moving(void) {
  char *a, *to;
  STEP(to = mmap(0, 16 * HUGE, PROT_NONE, OWN | MAP_NORESERVE, -1, 0));
  to = (char *)(((unsigned long)to + HUGE - 1) & -HUGE);
  STEP(a = huge(3 * HUGE, 0));
  STEP(mremap(a, HUGE, 2 * HUGE, MREMAP_MAYMOVE));
  STEP(mremap(a, 3 * HUGE, 4 * HUGE, MREMAP_MAYMOVE));
  STEP(mremap(a + PG, HUGE, HUGE, 0));
  STEP(mremap(a, 3 * HUGE, 2 * HUGE + PG, 0));
  STEP(mremap(a, HUGE, HUGE, MREMAP_MAYMOVE | MREMAP_FIXED, to + PG));
  STEP(mremap(a, PG, PG, MREMAP_MAYMOVE | MREMAP_FIXED, to + 4 * HUGE));
  STEP(mremap(a + HUGE, 2 * HUGE, HUGE, 0));
  STEP(mremap(a + HUGE, HUGE, HUGE, MREMAP_MAYMOVE | MREMAP_DONTUNMAP, 0));
  STEP(mmap(a + HUGE, HUGE, RW, OWN | MAP_FIXED, -1, 0));
  STEP(mmap(to + 4 * HUGE, PG, RW, OWN | MAP_FIXED, -1, 0));
  STEP(mmap(to + 4 * HUGE, HUGE, RW, OWN | MAP_FIXED | MAP_HUGETLB, -1, 0));
  STEP(mmap(to + 6 * HUGE + PG, HUGE, RW, OWN | MAP_FIXED | MAP_HUGETLB, -1, 0));
  STEP(mmap(to + 6 * HUGE, PG, RW, OWN | MAP_FIXED_NOREPLACE | MAP_HUGETLB, -1, 0));
  STEP(munmap(to + 6 * HUGE, HUGE));
  STEP(mmap(to + 6 * HUGE + PG, HUGE, RW, OWN | MAP_HUGETLB, -1, 0));
  STEP(munmap(to, 16 * HUGE));
}

static void locking(void) {
  char *a, *b;
  STEP(a = huge(2 * HUGE, MAP_LOCKED));
  STEP(mlock(a, HUGE));
  STEP(mlock(a + PG, PG));
  STEP(munlock(a, 2 * HUGE));
  STEP(syscall(SYS_mlock2, a, HUGE, 1));
  STEP(b = mmap(0, 4 * PG, RW, OWN, -1, 0));
  STEP(mlock(b, PG));
  STEP(mlockall(MCL_FUTURE));
  STEP(b = huge(HUGE, 0));
  STEP(munlockall());
  struct rlimit low = {HUGE + PG, HUGE + PG};
  STEP(setrlimit(RLIMIT_MEMLOCK, &low));
  STEP(mlock(a, HUGE));
}

static void files(void) {
  char *a;
  int fd, plain;
  STEP(fd = syscall(SYS_memfd_create, "huge", MFD_HUGETLB | MFD_ALLOW_SEALING));
  STEP(a = mmap(0, 2 * HUGE, RW, MAP_SHARED, fd, 0));
  STEP(munmap(a, HUGE / 2));
  STEP(a = mmap(0, HUGE + 1, RW, MAP_PRIVATE, fd, 0));
  STEP(munmap(a, 2 * HUGE));
  STEP(a = mmap(0, HUGE, PROT_READ, MAP_SHARED, fd, PG));
  STEP(a = mmap(0, HUGE, PROT_READ, MAP_SHARED | MAP_HUGETLB, fd, HUGE));
  STEP(a = mmap(0, HUGE, RW, MAP_PRIVATE | MAP_NORESERVE, fd, 4 * HUGE));
  STEP(mlock(a, HUGE));
  STEP(madvise(a, HUGE, MADV_REMOVE));
  STEP(fcntl(fd, F_ADD_SEALS, F_SEAL_WRITE));
  STEP(plain = syscall(SYS_memfd_create, "plain", 0));
  STEP(a = mmap(0, HUGE, RW, MAP_SHARED | MAP_HUGETLB, plain, 0));
  STEP(a = mmap(0, 0, RW, MAP_SHARED, fd, 0));
  close(fd);
  fd = syscall(SYS_memfd_create, "sized", MFD_HUGETLB | SIZE_2M);
  STEP(a = mmap(0, PG, RW, MAP_SHARED, fd, 0));
  STEP(mprotect(a, PG, PROT_NONE));
  STEP(mprotect(a, HUGE, PROT_NONE));
}

/* A filesystem of huge pages, mounted and asked about. The third word names the folder. */
static void mounted(const char *folder) {
  struct statfs about;
  char *a;
  int fd;
  mkdir(folder, 0700);
  if (mount("none", folder, "hugetlbfs", 0, "pagesize=2M")) _exit(3);
  (void)!chdir(folder);
  char path[256];
  strcpy(path, folder);
  strcat(path, "/data");
  fd = open(path, O_RDWR | O_CREAT, 0600);
  STEP(a = mmap(0, PG, RW, MAP_SHARED, fd, 0));
  STEP(munmap(a, PG));
  STEP(munmap(a, HUGE));
  STEP(a = mmap(0, HUGE, RW, MAP_PRIVATE, fd, PG));
  close(fd);
  fd = open("data", O_RDONLY);
  fstatfs(fd, &about);
  STEP(a = mmap(0, HUGE, PROT_READ, MAP_SHARED, fd, 0));
  STEP(mprotect(a, PG, PROT_NONE));
  STEP(mprotect(a, HUGE, RW));
  STEP(munmap(a, HUGE));
  close(fd);
  unlink("data");
  (void)!chdir("/");
  umount(folder);
  rmdir(folder);
}

static void segments(void) {
  char *a, *b;
  int usual = shmget(IPC_PRIVATE, HUGE + 1, IPC_CREAT | SHM_HUGETLB | 0600);
  int sized = shmget(IPC_PRIVATE, HUGE, IPC_CREAT | SHM_HUGETLB | SIZE_2M | 0600);
  STEP(a = shmat(usual, 0, 0));
  STEP(b = shmat(sized, 0, SHM_RDONLY));
  STEP(shmdt(b));
  STEP(shmat(sized, b - 2 * HUGE + PG, 0));
  STEP(shmat(sized, b - 2 * HUGE + PG + 1, SHM_RND));
  STEP(shmat(sized, b, 0));
  STEP(munmap(a, PG));
  STEP(munmap(a, HUGE));
  STEP(mlock(a + HUGE, HUGE));
  STEP(mprotect(a + HUGE, PG, PROT_READ));
  STEP(shmdt(a));
  shmctl(usual, IPC_RMID, 0);
  shmctl(sized, IPC_RMID, 0);
}

static void children(void) {
  char *a, *b;
  int status;
  STEP(a = huge(2 * HUGE, 0));
  STEP(b = mmap(0, HUGE, RW, MAP_SHARED | MAP_ANONYMOUS | MAP_HUGETLB, -1, 0));
  if (!fork()) {
    STEP(munmap(a, HUGE));
    STEP(munmap(b, PG));
    STEP(mremap(a + HUGE, HUGE, HUGE, MREMAP_MAYMOVE | MREMAP_FIXED, a));
    _exit(0);
  }
  wait(&status);
  STEP(munmap(a + HUGE, HUGE));
}

int main(int count, char **words) {
  static const struct { const char *name; void (*run)(void); } scenarios[] = {
    {"anonymous", anonymous}, {"moving", moving}, {"locking", locking},
    {"files", files}, {"segments", segments}, {"children", children},
  };
  if (count < 3) return 2;
  truth = open(words[2], O_WRONLY | O_CREAT | O_TRUNC | O_APPEND, 0600);
  mark();
  ask_for_pool();
  if (count == 4) return mounted(words[3]), 0;
  for (unsigned i = 0; i < sizeof scenarios / sizeof *scenarios; i++)
    if (!strcmp(scenarios[i].name, words[1])) return scenarios[i].run(), 0;
  return 2;
}
