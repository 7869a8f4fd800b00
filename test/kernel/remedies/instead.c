/*
 * Runs a program up to a mark and makes other calls in the place of the one that comes behind it: in the very state in which
 * the program would have made its own.
 *
 *   instead MARKS [limit:RESOURCE:BYTES] NUMBER:A,B,C,D,E,F ... -- PROGRAM ARGUMENTS
 *
 * `limit`: whenever the program sets that limit, it sets it so high. The mark is sched_yield, counted from the program's start. Addresses are in decimal; layouts are not randomised. Prints what
 * each call answered, a negative errno included, and ends the program.
 */
#define _GNU_SOURCE
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/personality.h>
#include <sys/ptrace.h>
#include <sys/resource.h>
#include <sys/syscall.h>
#include <sys/user.h>
#include <sys/wait.h>
#include <unistd.h>

static void put_call(struct user_regs_struct *regs, char *words) {
  unsigned long long a[6] = {0};
  char *at = words;
  regs->orig_rax = strtoull(at, &at, 10);
  for (int i = 0; i < 6 && (*at == ':' || *at == ','); i++) a[i] = strtoull(at + 1, &at, 10);
  regs->rdi = a[0], regs->rsi = a[1], regs->rdx = a[2], regs->r10 = a[3], regs->r8 = a[4], regs->r9 = a[5];
}

/* The program's own calls set the limit otherwise: nobody raises it again once it is lowered. */
static void set_limit(pid_t child, const struct user_regs_struct *regs, int resource, unsigned long bytes) {
  int is_new = regs->orig_rax == SYS_prlimit64;
  if (!is_new && regs->orig_rax != SYS_setrlimit) return;
  unsigned long which = is_new ? regs->rsi : regs->rdi, at = is_new ? regs->rdx : regs->rsi;
  if ((int)which != resource || at == 0) return;
  ptrace(PTRACE_POKEDATA, child, at, bytes);
  ptrace(PTRACE_POKEDATA, child, at + 8, bytes);
}

int main(int argc, char **argv) {
  int rest = 2, status, entering = 1, seen = 0, given = 0;
  while (rest < argc && strcmp(argv[rest], "--")) rest++;
  if (rest + 1 >= argc) return 2;
  int marks = atoi(argv[1]), next = 2, resource = -1;
  unsigned long bytes = 0;
  if (!strncmp(argv[next], "limit:", 6)) {
    char *at;
    resource = (int)strtoul(argv[next++] + 6, &at, 10);
    bytes = strtoul(at + 1, NULL, 10);
  }
  pid_t child = fork();
  if (child == 0) {
    personality(ADDR_NO_RANDOMIZE);
    ptrace(PTRACE_TRACEME, 0, 0, 0);
    execv(argv[rest + 1], argv + rest + 1);
    _exit(9);
  }
  waitpid(child, &status, 0);
  ptrace(PTRACE_SETOPTIONS, child, 0, PTRACE_O_TRACESYSGOOD | PTRACE_O_EXITKILL);
  for (int signal = 0;; ) {
    ptrace(PTRACE_SYSCALL, child, 0, signal);
    signal = 0;
    if (waitpid(child, &status, 0) < 0 || !WIFSTOPPED(status)) return 3;
    if (WSTOPSIG(status) != (SIGTRAP | 0x80)) {
      if (WSTOPSIG(status) != SIGTRAP) signal = WSTOPSIG(status);
      continue;
    }
    struct user_regs_struct regs;
    ptrace(PTRACE_GETREGS, child, 0, &regs);
    if (entering) {
      set_limit(child, &regs, resource, bytes);
      int is_mark = regs.orig_rax == SYS_sched_yield;
      if (seen == marks && !is_mark && regs.orig_rax != SYS_getppid) {
        put_call(&regs, argv[next++]);
        ptrace(PTRACE_SETREGS, child, 0, &regs);
        given = 1;
      }
      seen += is_mark;
    } else if (given) {
      printf("%lld\n", (long long)regs.rax);
      if (next >= rest) break;
      /* Back onto the instruction: it enters once more, with the next call. */
      regs.rip -= 2;
      ptrace(PTRACE_SETREGS, child, 0, &regs);
    }
    entering = !entering;
  }
  kill(child, SIGKILL);
  return 0;
}
