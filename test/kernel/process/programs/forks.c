/* What children get of memory, and what they share. Ways of asking for a child that are refused. */
#include "show.h"
#include <linux/sched.h>

static long clone_(unsigned long flags) { return syscall(SYS_clone, flags, 0, 0, 0, 0); }
static long clone3_(struct clone_args args, unsigned long size) { return syscall(SYS_clone3, &args, size); }

static void refused(void) {
  clone_(CLONE_THREAD | CLONE_VM);
  clone_(CLONE_SIGHAND | SIGCHLD);
  clone_(CLONE_NEWNS | CLONE_FS | SIGCHLD);
  clone_(CLONE_NEWUSER | CLONE_FS | SIGCHLD);
  clone_(CLONE_VM | CLONE_SIGHAND | CLONE_THREAD | CLONE_NEWPID);
  clone_(CLONE_PIDFD | CLONE_PARENT_SETTID | SIGCHLD);
  clone_(CLONE_PIDFD | CLONE_DETACHED | SIGCHLD);
  clone_(CLONE_NEWNET | SIGCHLD);
  struct clone_args zero = {0};
  syscall(SYS_clone3, 16, 64);
  syscall(SYS_clone3, &zero, 63);
  syscall(SYS_clone3, &zero, 5000);
  clone3_((struct clone_args){.flags = CLONE_DETACHED}, 88);
  clone3_((struct clone_args){.flags = SIGCHLD}, 88);
  clone3_((struct clone_args){.flags = 1UL << 40}, 88);
  clone3_((struct clone_args){.exit_signal = 65}, 88);
  clone3_((struct clone_args){.stack = PAGE}, 88);
  clone3_((struct clone_args){.stack_size = PAGE}, 88);
  clone3_((struct clone_args){.stack = PAGE, .stack_size = -1UL}, 88);
  clone3_((struct clone_args){.set_tid = PAGE}, 88);
  clone3_((struct clone_args){.set_tid = PAGE, .set_tid_size = 33}, 88);
  clone3_((struct clone_args){.set_tid = 16, .set_tid_size = 1}, 88);
  clone3_((struct clone_args){.flags = CLONE_VM | CLONE_SIGHAND | CLONE_CLEAR_SIGHAND}, 88);
  clone3_((struct clone_args){.flags = CLONE_VM | CLONE_SIGHAND | CLONE_THREAD, .exit_signal = SIGCHLD}, 88);
  clone3_((struct clone_args){.flags = CLONE_INTO_CGROUP, .cgroup = 1UL << 33}, 88);
  clone3_((struct clone_args){.flags = CLONE_INTO_CGROUP}, 64);
  syscall(SYS_clone, CLONE_PIDFD | SIGCHLD, 0, 16, 0, 0);
  clone3_((struct clone_args){.flags = CLONE_PIDFD, .pidfd = 16}, 88);
  close(99);
  clone3_((struct clone_args){.flags = CLONE_INTO_CGROUP, .cgroup = 99}, 88);
  char longer[128] = {0};
  longer[100] = 1;
  syscall(SYS_clone3, longer, sizeof longer);
}

/* A child of clone3 that shares the address space runs this on a stack of its own. */
static int sharing(void *name) {
  char *own = map(2, PROT_READ | PROT_WRITE, 0);
  mlock(own, PAGE);
  show(name);
  return 0;
}

static char stack[65536] __attribute__((aligned(16)));

int main(void) {
  show("start");
  drop_capabilities();
  refused();

  char *kept = map(4, PROT_READ | PROT_WRITE, 0);
  char *hidden = map(4, PROT_READ | PROT_WRITE, 0);
  char *wiped = map(4, PROT_READ | PROT_WRITE, 0);
  char *locked = map(4, PROT_READ | PROT_WRITE, 0);
  madvise(hidden + PAGE, 2 * PAGE, MADV_DONTFORK);
  madvise(wiped, 2 * PAGE, MADV_WIPEONFORK);
  mlock(locked, 3 * PAGE);
  mlock2(locked + 3 * PAGE, PAGE, MLOCK_ONFAULT);
  mlockall(MCL_FUTURE);
  kept[0] = wiped[0] = 1;
  show("before");
  if (syscall(SYS_fork) == 0) {
    show("forked");
    char *more = map(1, PROT_READ | PROT_WRITE, 0);
    mlock(more, PAGE);
    munmap(kept, PAGE);
    show("forked-later");
    _exit(0);
  }
  wait(0);
  show("parent");

  if (vfork() == 0) {
    char *left = map(3, PROT_READ | PROT_WRITE, 0);
    munmap(left, PAGE);
    _exit(0);
  }
  wait(0);
  show("after-vfork");

  clone(sharing, stack + sizeof stack, CLONE_VM | SIGCHLD, "sharing");
  wait(0);
  show("after-sharing");

  clone(sharing, stack + sizeof stack, CLONE_VM | CLONE_FILES | CLONE_VFORK | SIGCHLD, "sharing-files");
  wait(0);
  show("end");
  return 0;
}
