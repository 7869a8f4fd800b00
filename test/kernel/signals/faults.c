/*
 * Memory faults and fatal signals, each in a child of its own that names its case by prctl(PR_SET_NAME). Static, so that a
 * log holds little but the case. Run under strace -f; `faults NAME` makes one case only.
 */
#define _GNU_SOURCE
#include <errno.h>
#include <fcntl.h>
#include <linux/filter.h>
#include <linux/seccomp.h>
#include <linux/userfaultfd.h>
#include <pthread.h>
#include <setjmp.h>
#include <signal.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/shm.h>
#include <sys/socket.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

#ifndef MADV_GUARD_INSTALL
#define MADV_GUARD_INSTALL 102
#endif
#define PAGE 4096ul

static volatile char sink;
static void reads(volatile void *p) { sink = *(volatile char *)p; }
static void writes(volatile void *p) { *(volatile char *)p = 1; }
static void jumps(void *p) { ((void (*)(void))p)(); }

static void *map(size_t length, int prot) {
  return mmap(NULL, length, prot, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
}
#define RW (PROT_READ | PROT_WRITE)

static void null_read(void) { reads((void *)0x10); }
static void null_write(void) { writes(NULL); }
static void null_jump(void) { jumps(NULL); }
static void unmapped(void) { char *p = map(4 * PAGE, RW); *p = 1; munmap(p + PAGE, PAGE); reads(p + PAGE + 24); }
static void moved(void) {
  char *p = map(2 * PAGE, RW), *q = map(64 * PAGE, RW);
  mremap(p, 2 * PAGE, 2 * PAGE, MREMAP_MAYMOVE | MREMAP_FIXED, q + 16 * PAGE);
  writes(p + 8);
}
static void shrunk(void) { char *p = map(4 * PAGE, RW); mremap(p, 4 * PAGE, 2 * PAGE, 0); writes(p + 3 * PAGE); }
static void brk_back(void) { char *p = sbrk(16 * PAGE); sbrk(-16 * PAGE); writes(p + 8 * PAGE); }
static void detached(void) {
  int id = shmget(IPC_PRIVATE, 4 * PAGE, 0600 | IPC_CREAT);
  if (id < 0) return;
  char *p = shmat(id, NULL, 0);
  shmctl(id, IPC_RMID, NULL);
  shmdt(p);
  reads(p + PAGE);
}
static void replaced(void) {
  char *p = map(4 * PAGE, RW);
  mmap(p + PAGE, PAGE, PROT_NONE, MAP_PRIVATE | MAP_ANONYMOUS | MAP_FIXED, -1, 0);
  writes(p + PAGE);
}
static void none(void) { char *p = map(2 * PAGE, RW); mprotect(p, PAGE, PROT_NONE); reads(p + 100); }
static void read_only(void) { char *p = map(PAGE, PROT_READ); writes(p); }
static void made_ro(void) { char *p = map(PAGE, RW); *p = 1; mprotect(p, PAGE, PROT_READ); writes(p + 5); }
static void jump_nx(void) { char *p = map(PAGE, RW); *p = (char)0xc3; jumps(p); }
static void jump_free(void) { char *p = map(PAGE, RW | PROT_EXEC); munmap(p, PAGE); jumps(p); }
static void behind(void) { char *p = map(2 * PAGE, RW); munmap(p + PAGE, PAGE); reads(p + PAGE); }
static void wild(void) { reads((void *)0x123456789000ul); }
static void non_canon(void) { reads((void *)0x4141414141414141ul); }
static void kernel_addr(void) { reads((void *)0xffffffff81000000ul); }
static void write_text(void) { writes((void *)reads); }
static void privileged(void) { __asm__ volatile("hlt"); }
static void deep(volatile int depth) { volatile char room[2000]; room[0] = (char)depth; deep(depth + 1); room[1] = 1; }
static void stack_over(void) {
  struct rlimit limit = {256 * 1024, RLIM_INFINITY};
  setrlimit(RLIMIT_STACK, &limit);
  deep(0);
}
static void stack_dflt(void) { deep(0); }
static void *deep_thread(void *unused) { deep(0); return unused; }
static void thread_over(void) { pthread_t t; pthread_create(&t, NULL, deep_thread, NULL); pthread_join(t, NULL); }
static void guard(void) { char *p = map(4 * PAGE, RW); madvise(p + PAGE, PAGE, MADV_GUARD_INSTALL); writes(p + PAGE + 1); }
static sigjmp_buf back;
static void jump_back(int n) { (void)n; siglongjmp(back, 1); }
static void survives(void) {
  struct sigaction a = {.sa_handler = jump_back};
  sigaction(SIGSEGV, &a, NULL);
  char *p = map(PAGE, PROT_NONE);
  if (sigsetjmp(back, 1) == 0) reads(p);
  _exit(0);
}
static void loops_dead(int n) { (void)n; writes((void *)8); }
static void in_handler(void) {
  struct sigaction a = {.sa_handler = loops_dead};
  sigaction(SIGSEGV, &a, NULL);
  char *p = map(PAGE, PROT_NONE);
  reads(p);
}
static void ignored(void) { signal(SIGSEGV, SIG_IGN); reads(NULL); }
static void kill_self(void) { kill(getpid(), SIGSEGV); }
static void raised(void) { raise(SIGBUS); }
static void killed(void) {
  if (fork() == 0) { kill(getppid(), SIGSEGV); _exit(0); }
  for (;;) pause();
}
static int file_of(off_t size) {
  int fd = open("faults.tmp", O_RDWR | O_CREAT | O_TRUNC, 0600);
  ftruncate(fd, size);
  unlink("faults.tmp");
  return fd;
}
static void bus_short(void) { char *p = mmap(NULL, 4 * PAGE, PROT_READ, MAP_SHARED, file_of(100), 0); reads(p); reads(p + PAGE); }
static void bus_cut(void) {
  int fd = file_of(4 * PAGE);
  char *p = mmap(NULL, 4 * PAGE, RW, MAP_SHARED, fd, 0);
  writes(p + 2 * PAGE);
  ftruncate(fd, PAGE + 10);
  writes(p + 2 * PAGE);
}
static void bus_closed(void) {
  int fd = file_of(PAGE);
  char *p = mmap(NULL, 2 * PAGE, PROT_READ, MAP_PRIVATE, fd, 0);
  close(fd);
  reads(p + PAGE);
}
static void bus_memfd(void) {
  int fd = memfd_create("m", 0);
  char *p = mmap(NULL, 2 * PAGE, RW, MAP_SHARED, fd, 0);
  ftruncate(fd, PAGE);
  writes(p);
  writes(p + PAGE);
}
static void bus_huge(void) {
  char *p = mmap(NULL, 2ul << 20, RW, MAP_PRIVATE | MAP_ANONYMOUS | MAP_HUGETLB | MAP_NORESERVE, -1, 0);
  if (p != MAP_FAILED) writes(p);
}
static void bus_align(void) {
  __asm__ volatile("pushf; orl $0x40000,(%rsp); popf; movq %rsp,%rax; incq %rax; movl (%rax),%ecx");
}
static void bus_uffd(void) {
  int fd = (int)syscall(SYS_userfaultfd, O_CLOEXEC);
  struct uffdio_api api = {.api = UFFD_API, .features = UFFD_FEATURE_SIGBUS};
  ioctl(fd, UFFDIO_API, &api);
  char *p = map(2 * PAGE, RW);
  struct uffdio_register reg = {.range = {(unsigned long)p, 2 * PAGE}, .mode = UFFDIO_REGISTER_MODE_MISSING};
  ioctl(fd, UFFDIO_REGISTER, &reg);
  writes(p);
}
static void bus_poison(void) { char *p = map(PAGE, RW); *p = 1; if (madvise(p, PAGE, 100) == 0) reads(p); }
static void pkey(void) {
  int key = pkey_alloc(0, PKEY_DISABLE_WRITE);
  char *p = map(PAGE, RW);
  if (pkey_mprotect(p, PAGE, RW, key) == 0) writes(p);
}
static void dont_fork(void) {
  char *p = map(PAGE, RW);
  *p = 1;
  madvise(p, PAGE, MADV_DONTFORK);
  if (fork() == 0) reads(p);
  wait(NULL);
}
static void *unmaps(void *p) { munmap(p, PAGE); return NULL; }
static void by_thread(void) {
  pthread_t t;
  char *p = map(PAGE, RW);
  *p = 1;
  pthread_create(&t, NULL, unmaps, p);
  pthread_join(t, NULL);
  reads(p);
}
static void aborts(void) { abort(); }
static void fpe(void) { volatile int zero = 0; volatile int one = 1; sink = (char)(one / zero); }
static void ill(void) { __asm__ volatile("ud2"); }
static void trap(void) { __asm__ volatile("int3"); }
static void cpu(void) { struct rlimit l = {1, 2}; setrlimit(RLIMIT_CPU, &l); for (;;) sink++; }
static void fsz(void) { struct rlimit l = {100, 100}; setrlimit(RLIMIT_FSIZE, &l); int fd = file_of(0); static char b[200]; write(fd, b, 100); write(fd, b, 100); }
static void pipe_sig(void) { int fd[2]; pipe(fd); close(fd[0]); write(fd[1], "x", 1); }
static void alarmed(void) { alarm(1); for (;;) pause(); }
static void sigkill(void) { if (fork() == 0) { kill(getppid(), SIGKILL); _exit(0); } for (;;) pause(); }
static void sigsys(void) {
  struct sock_filter f[] = {BPF_STMT(BPF_LD | BPF_W | BPF_ABS, offsetof(struct seccomp_data, nr)),
                            BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, SYS_getpid, 0, 1),
                            BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_TRAP), BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ALLOW)};
  struct sock_fprog prog = {4, f};
  prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0);
  prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, &prog);
  syscall(SYS_getpid);
}
static void strict(void) { prctl(PR_SET_SECCOMP, SECCOMP_MODE_STRICT); syscall(SYS_getpid); }
static void pdeath(void) {
  int fd[2];
  char byte;
  pipe(fd);
  if (fork() == 0) { prctl(PR_SET_PDEATHSIG, SIGTERM); write(fd[1], "x", 1); for (;;) pause(); }
  read(fd[0], &byte, 1);
  _exit(0);
}

static const struct { const char *name; void (*run)(void); } cases[] = {
#define CASE(name) {#name, name}
    CASE(null_read), CASE(null_write), CASE(null_jump), CASE(unmapped), CASE(moved), CASE(shrunk), CASE(brk_back), CASE(detached),
    CASE(replaced), CASE(none), CASE(read_only), CASE(made_ro), CASE(jump_nx), CASE(jump_free), CASE(behind), CASE(wild),
    CASE(non_canon), CASE(kernel_addr), CASE(write_text), CASE(privileged), CASE(stack_over), CASE(stack_dflt),
    CASE(thread_over), CASE(guard), CASE(survives), CASE(in_handler), CASE(ignored), CASE(kill_self), CASE(raised),
    CASE(killed), CASE(bus_short), CASE(bus_cut), CASE(bus_closed), CASE(bus_memfd), CASE(bus_huge), CASE(bus_align),
    CASE(bus_uffd), CASE(bus_poison), CASE(pkey), CASE(dont_fork), CASE(by_thread), CASE(aborts), CASE(fpe), CASE(ill),
    CASE(trap), CASE(cpu), CASE(fsz), CASE(pipe_sig), CASE(alarmed), CASE(sigkill), CASE(sigsys), CASE(strict), CASE(pdeath),
};

int main(int argc, char **argv) {
  for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
    if (argc > 1 && strcmp(argv[1], cases[i].name) != 0) continue;
    pid_t child = fork();
    if (child == 0) {
      prctl(PR_SET_NAME, cases[i].name);
      cases[i].run();
      _exit(0);
    }
    waitpid(child, NULL, 0);
  }
  return 0;
}
