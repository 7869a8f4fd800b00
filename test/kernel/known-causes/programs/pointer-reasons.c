/*
 * Why a pointer is bad: each reason makes one, and marks the line that proves it. Which reasons a call gets goes around, so
 * that every reason meets readers, writers, structures and strings.
 */
#include "pointers.h"
#include <stdio.h>
#include <sys/shm.h>
#include <sys/socket.h>

static char *unmapped(void) {
  char *p = anon(8);
  PROOF;
  munmap(p + 2 * PG, PG);
  return p + 2 * PG + 64;
}
static char *unmapped_among_many(void) {
  char *p = anon(16);
  munmap(p, PG);
  munmap(p + 15 * PG, PG);
  PROOF;
  munmap(p + 4 * PG, 3 * PG);
  munmap(p + 9 * PG, PG);
  return p + 6 * PG;
}
static char *unmapped_again(void) {
  mmap(NOWHERE, 4 * PG, RW, PRIV | MAP_FIXED_NOREPLACE, -1, 0);
  munmap(NOWHERE, 4 * PG);
  mmap(NOWHERE, 2 * PG, RW, PRIV | MAP_FIXED_NOREPLACE, -1, 0);
  PROOF;
  munmap(NOWHERE, 2 * PG);
  return NOWHERE + 16;
}
static char *never(void) { return NOWHERE; }
static char *small(void) { return (char *)0x28; }
static char *null(void) { return NULL; }
static char *kernels(void) { return (char *)0xffff800000001000; }
static char *crooked(void) { return (char *)0x0041414141414141; }
static char *inaccessible(void) {
  PROOF;
  return anon_prot(2, PROT_NONE);
}
static char *taken_away(void) {
  char *p = anon(4);
  PROOF;
  mprotect(p + PG, PG, PROT_NONE);
  return p + PG;
}
static char *taken_away_twice(void) {
  char *p = anon(4);
  mprotect(p, 4 * PG, PROT_NONE);
  mprotect(p, 4 * PG, RW);
  PROOF;
  mprotect(p, 2 * PG, PROT_NONE);
  return p + 128;
}
static char *moved(void) {
  char *p = anon(4);
  PROOF;
  mremap(p, 4 * PG, 8 * PG, MREMAP_MAYMOVE | MREMAP_FIXED, NOWHERE);
  return p + PG + 8;
}
static char *shrunk(void) {
  char *p = anon(8);
  PROOF;
  mremap(p, 8 * PG, 2 * PG, 0);
  return p + 3 * PG;
}
static char *behind_the_file(void) {
  int fd = open("data", O_RDWR | O_CREAT | O_TRUNC, 0600);
  (void)!ftruncate(fd, PG / 2);
  PROOF;
  char *p = mmap(NULL, 4 * PG, RW, MAP_SHARED, fd, 0);
  return p + 2 * PG;
}
static char *truncated(void) {
  int fd = file_of(4 * PG, O_RDWR);
  char *p = mmap(NULL, 4 * PG, RW, MAP_SHARED, fd, 0);
  PROOF;
  (void)!ftruncate(fd, PG);
  return p + 2 * PG;
}
static char *broken_off(void) {
  char *now = current_break();
  syscall(SYS_brk, now + 16 * PG);
  PROOF;
  syscall(SYS_brk, now + 4 * PG);
  return now + 8 * PG;
}
static char *replaced(void) {
  char *p = anon(4);
  PROOF;
  mmap(p, 2 * PG, PROT_NONE, PRIV | MAP_FIXED, -1, 0);
  return p + PG;
}
static char *guarded(void) {
  char *p = anon(4);
  PROOF;
  madvise(p, PG, 102);
  return p;
}
static char *of_the_parent(void) {
  char *p = anon(4);
  PROOF;
  madvise(p, 4 * PG, MADV_DONTFORK);
  if (fork() != 0) {
    wait(NULL);
    _exit(0);
  }
  return p + 8;
}
static char *detached(void) {
  int id = shmget(IPC_PRIVATE, 4 * PG, 0600);
  char *p = shmat(id, NULL, 0);
  shmctl(id, IPC_RMID, NULL);
  PROOF;
  shmdt(p);
  return p + PG;
}
/* Those that only a call which writes stumbles over. */
static char *read_only(void) {
  PROOF;
  return anon_prot(2, PROT_READ);
}
static char *made_read_only(void) {
  char *p = anon(4);
  PROOF;
  mprotect(p, PG, PROT_READ);
  mprotect(p + 2 * PG, PG, PROT_NONE);
  return p;
}
static char *read_only_file(void) {
  file_of(PG, O_RDWR);
  int fd = open("data-1", O_RDONLY);
  PROOF;
  return mmap(NULL, PG, PROT_READ, MAP_SHARED, fd, 0);
}
static char *constant(void) { return (char *)(uintptr_t)"a text in the program"; }

struct reason {
  const char *name, *cause;
  enum standing standing;
  char *(*make)(void);
  int only_writers;
  const char *how;
};
static const struct reason reasons[] = {
    {"unmapped", "unmapped earlier", PROVEN, unmapped, 0, ""},
    {"read_only", "mapped read-only", PROVEN, read_only, 1, ""},
    {"inaccessible", "mapped without access", PROVEN, inaccessible, 0, ""},
    {"never", "never mapped", NOT_SHOWN, never, 0, ""},
    {"made_read_only", "made read-only earlier", PROVEN, made_read_only, 1, ""},
    {"taken_away", "access taken away earlier", PROVEN, taken_away, 0, ""},
    {"moved", "moved away by mremap", PROVEN, moved, 0, ""},
    {"behind_the_file", "behind the end of the file", PROVEN, behind_the_file, 0, ""},
    {"unmapped_among_many", "unmapped earlier", PROVEN, unmapped_among_many, 0, ""},
    {"null", "null pointer", PROVEN, null, 0, ""},
    {"broken_off", "cut off by brk", PROVEN, broken_off, 0, ""},
    {"kernels", "beyond the address space", PROVEN, kernels, 0, ""},
    {"read_only_file", "mapped read-only", PROVEN, read_only_file, 1, ""},
    {"shrunk", "cut off by mremap", PROVEN, shrunk, 0, ""},
    {"replaced", "replaced by another mapping", PROVEN, replaced, 0, ""},
    {"small", "null pointer", PROVEN, small, 0, ""},
    {"unmapped_again", "unmapped earlier", PROVEN, unmapped_again, 0, ""},
    {"guarded", "guard page", PROVEN, guarded, 0, ""},
    {"of_the_parent", "not inherited by fork", PROVEN, of_the_parent, 0, "children"},
    {"crooked", "beyond the address space", PROVEN, crooked, 0, ""},
    {"truncated", "file made shorter", PROVEN, truncated, 0, ""},
    {"taken_away_twice", "access taken away earlier", PROVEN, taken_away_twice, 0, ""},
    {"constant", "read-only memory of the program", NOT_SHOWN, constant, 1, ""},
    {"detached", "unmapped earlier", PROVEN, detached, 0, ""},
};
enum { REASONS = sizeof reasons / sizeof *reasons, EACH = 3 };

char page[PG];

int data(void) { return open("/dev/zero", O_RDWR); }
int half_pair(void) {
  int fds[2];
  socketpair(AF_UNIX, SOCK_STREAM, 0, fds);
  (void)!write(fds[1], "some words", 10);
  return fds[0];
}

static struct pointer_case {
  struct known known;
  const struct pointer_call *call;
  const struct reason *reason;
  char name[64];
} cases[512];
static int made, next;

static void run_pointer(const struct known *known) {
  const struct pointer_case *it = (const struct pointer_case *)known;
  it->call->run(it->reason->make());
}

static int fits(const struct pointer_call *call, const struct reason *reason) {
  if (reason->only_writers && !(call->traits & WRITES)) return 0;
  if (reason->make == null && (call->traits & TAKES_NULL)) return 0;
  return !(reason->make == small && (call->traits & ERRNO_ELSE));
}

void add_pointer_cases(const struct pointer_call *calls, int count) {
  for (int c = 0; c < count; c++) {
    for (int n = 0; n < EACH; next++) {
      const struct reason *reason = &reasons[next % REASONS];
      if (!fits(&calls[c], reason)) continue;
      struct pointer_case *it = &cases[made++];
      it->call = &calls[c];
      it->reason = reason;
      snprintf(it->name, sizeof it->name, "pointer_%s_%s", calls[c].name, reason->name);
      it->known = (struct known){it->name,    "EFAULT",    reason->cause, reason->standing,
                                 reason->how, run_pointer, all_known};
      all_known = &it->known;
      n++;
    }
  }
}
