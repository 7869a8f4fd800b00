// Random memory calls on a window of 8 MiB, and after each the kernel's own account of the window: for every page whether
// its entry is present, and VmPTE. Made for strace; nothing is printed but to the record.
//
//   page-tables SEED STEPS RECORD MAPS FILE
//
// RECORD  one write a step: "step N vmpte KB who\n" and a line with a letter a page: p present, s another entry, . none
// MAPS    /proc/self/maps before the first step; a write of "maps" to RECORD marks the place in the log
// FILE    made 1 MiB long, to be mapped
#define _GNU_SOURCE
#include <fcntl.h>
#include <setjmp.h>
#include <signal.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/resource.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

#define WINDOW ((char *)0x100000000000)
#define PAGES 2048
#define PAGE 4096UL

static uint64_t entries[PAGES];
static char text[8192], status[8192];
static int record, shared_file, private_file;
static uint64_t state;
static sigjmp_buf fault;

static unsigned draw(unsigned below) {
  state ^= state << 13;
  state ^= state >> 7;
  state ^= state << 17;
  return (unsigned)((state >> 11) % below);
}

static int of(const int *list, unsigned count) { return list[draw(count)]; }
#define ONE_OF(...) of((const int[]){__VA_ARGS__}, sizeof((const int[]){__VA_ARGS__}) / sizeof(int))

static long vm_pte(void) {
  int fd = open("/proc/self/status", O_RDONLY);
  ssize_t got = read(fd, status, sizeof status - 1);
  close(fd);
  status[got > 0 ? got : 0] = 0;
  const char *at = strstr(status, "VmPTE:");
  return at ? atol(at + 6) : -1;
}

static void account(int step, const char *who) {
  int fd = open("/proc/self/pagemap", O_RDONLY);
  ssize_t got = pread(fd, entries, sizeof entries, (off_t)((uintptr_t)WINDOW / PAGE * 8));
  close(fd);
  if (got != sizeof entries) _exit(3);
  int length = sprintf(text, "step %d vmpte %ld %s\n", step, vm_pte(), who);
  for (int n = 0; n < PAGES; n++)
    text[length++] = entries[n] >> 63 ? 'p' : entries[n] >> 62 ? 's' : '.';
  text[length++] = '\n';
  if (write(record, text, length) != length) _exit(3);
}

static void keep_maps(const char *path) {
  int from = open("/proc/self/maps", O_RDONLY);
  int to = open(path, O_WRONLY | O_CREAT | O_TRUNC, 0600);
  for (ssize_t got; (got = read(from, text, sizeof text)) > 0;)
    if (write(to, text, got) != got) _exit(3);
  close(from);
  close(to);
  if (write(record, "maps\n", 5) != 5) _exit(3);
}

static void on_fault(int signal) {
  (void)signal;
  siglongjmp(fault, 1);
}

static void touch(char *at, size_t length, int writes) {
  if (sigsetjmp(fault, 0)) return;
  for (volatile char *byte = at; byte < at + length; byte += PAGE) {
    if (writes) *byte = 1;
    else (void)*byte;
  }
}

static void act(int step) {
  unsigned first = draw(4) ? draw(PAGES - 1) : draw(PAGES / 512) * 512;
  unsigned most = PAGES - first;
  unsigned pages = draw(3) ? 1 + draw(most < 24 ? most : 24) : draw(2) ? 1 + draw(most) : (most / 512 ? most / 512 : 1) * (most < 512 ? 1 : 512);
  char *at = WINDOW + first * PAGE;
  size_t length = pages * PAGE;
  int prot = ONE_OF(PROT_NONE, PROT_READ, PROT_READ | PROT_WRITE, PROT_READ | PROT_WRITE, PROT_READ | PROT_WRITE);
  int extra = ONE_OF(0, 0, 0, MAP_POPULATE, MAP_LOCKED);
  switch (draw(24)) {
    case 0: case 1: case 2: case 3:
      mmap(at, length, prot, MAP_PRIVATE | MAP_ANONYMOUS | MAP_FIXED | extra, -1, 0);
      break;
    case 4:
      mmap(at, length, prot, MAP_SHARED | MAP_ANONYMOUS | MAP_FIXED | extra, -1, 0);
      break;
    case 5: case 6:
      mmap(at, length, prot, (draw(2) ? MAP_PRIVATE : MAP_SHARED) | MAP_FIXED | extra,
           draw(2) ? shared_file : private_file, draw(300) * PAGE);
      break;
    case 7: munmap(at, length); break;
    case 8: case 9: mprotect(at, length, prot); break;
    case 10: mlock(at, length); break;
    case 11: if (draw(2)) syscall(SYS_mlock2, at, length, 1); else munlock(at, length); break;
    case 12: case 13: case 14: case 15:
      madvise(at, length, ONE_OF(MADV_DONTNEED, MADV_DONTNEED, MADV_FREE, MADV_COLD, MADV_PAGEOUT, 22, 23, 24, 25, 102, 102,
                                 103, MADV_REMOVE, MADV_HUGEPAGE, MADV_NOHUGEPAGE, MADV_DONTFORK, MADV_DOFORK,
                                 MADV_WIPEONFORK, MADV_WILLNEED));
      break;
    case 16: case 17: case 18: {
      unsigned to = draw(2) ? draw(PAGES) : (first + 512 * (1 + draw(3))) % PAGES;
      if (to + pages > PAGES) to = PAGES - pages;
      int how = ONE_OF(MREMAP_MAYMOVE | MREMAP_FIXED, MREMAP_MAYMOVE | MREMAP_FIXED, MREMAP_MAYMOVE | MREMAP_FIXED | 4);
      size_t longer = how & 4 ? length : length + draw(3) * PAGE;
      if (to + longer / PAGE > PAGES) longer = length;
      mremap(at, length, longer, how, WINDOW + to * PAGE);
      break;
    }
    case 19: mremap(at, length, draw(2) ? length + PAGE * (1 + draw(4)) : PAGE * (1 + draw(pages)), 0); break;
    case 20: if (draw(6) == 0) mlockall(ONE_OF(1, 2, 3, 6, 7)); else munlockall(); break;
    case 21: {
      static unsigned char seen[64];
      mincore(at, length > 64 * PAGE ? 64 * PAGE : length, seen);
      break;
    }
    default: touch(at, length, draw(2));
  }
  if (draw(12) == 0) {
    pid_t child = fork();
    if (child == 0) {
      account(step, "child");
      _exit(0);
    }
    waitpid(child, NULL, 0);
  }
}

int main(int count, char **words) {
  if (count != 6) return 2;
  state = strtoull(words[1], NULL, 10) * 0x9e3779b97f4a7c15ULL + 1;
  record = open(words[3], O_WRONLY | O_CREAT | O_TRUNC, 0600);
  private_file = open(words[5], O_RDWR | O_CREAT | O_TRUNC, 0600);
  shared_file = memfd_create("window", 0);
  if (record < 0 || private_file < 0 || shared_file < 0) return 3;
  memset(text, 7, sizeof text);
  for (int n = 0; n < 128; n++)
    if (write(private_file, text, sizeof text) != sizeof text) return 3;
  if (ftruncate(shared_file, 1 << 20)) return 3;
  lseek(private_file, 0, SEEK_END);
  struct sigaction action = {.sa_handler = on_fault, .sa_flags = SA_NODEFER};
  sigaction(SIGSEGV, &action, NULL);
  sigaction(SIGBUS, &action, NULL);
  // For the log to show: otherwise a failing mlock may have met a limit, or not.
  struct rlimit limit;
  if (getrlimit(RLIMIT_MEMLOCK, &limit)) return 3;
  // What the account itself needs is touched before it counts.
  account(-1, "warm");
  keep_maps(words[4]);
  account(0, "self");
  int steps = atoi(words[2]);
  for (int step = 1; step <= steps; step++) {
    act(step);
    account(step, "self");
  }
  return 0;
}
