/*
 * A collection of calls that fail on the live kernel, each for one cause that is known because the case makes it.
 *
 * A case says at its head: its name, what the kernel answers (an errno, a signal, or "" for a brk that stays and a transfer
 * that is cut short), the cause in plain words, and whether the log can show it:
 *
 *   PROVEN      the log and the kernel's rules leave this cause alone
 *   NOT_SHOWN   it lies in the address space or its limits, but in nothing that the log shows
 *   OUTSIDE     neither the address space nor its limits have to do with it
 *
 * Two harmless calls mark lines of the log: getppid() stands before each line that proves the cause, sched_yield() before the
 * call (or the signal) that fails. Where nothing is marked as proof, the failing line shows its fault itself.
 *
 * A last word tells how it has to be run (see recorded.ts).
 */
#ifndef KNOWN_H
#define KNOWN_H
#define _GNU_SOURCE
#include <errno.h>
#include <fcntl.h>
#include <sched.h>
#include <signal.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>
#include <linux/capability.h>
#include <sys/mman.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/types.h>
#include <sys/wait.h>
#include <unistd.h>

enum standing { PROVEN, NOT_SHOWN, OUTSIDE };

struct known {
  const char *name, *answer, *cause;
  enum standing standing;
  const char *how;
  void (*run)(const struct known *);
  struct known *next;
};
extern struct known *all_known;

#define CASE_RUN(id, answer, cause, standing, how)                                                                   \
  static void run_##id(const struct known *);                                                                                       \
  static struct known known_##id = {#id, answer, cause, standing, how, run_##id, NULL};                              \
  __attribute__((constructor)) static void add_##id(void) {                                                          \
    known_##id.next = all_known;                                                                                     \
    all_known = &known_##id;                                                                                         \
  }                                                                                                                  \
  static void run_##id(const struct known *self __attribute__((unused)))
#define CASE(id, answer, cause, standing) CASE_RUN(id, answer, cause, standing, "")

#define PROOF getppid()
#define FAILS sched_yield()

#define PG 4096UL
#define RW (PROT_READ | PROT_WRITE)
#define PRIV (MAP_PRIVATE | MAP_ANONYMOUS)
#define SHRD (MAP_SHARED | MAP_ANONYMOUS)
/* Free in every process: far from what the kernel chooses on x86-64. */
#define NOWHERE ((char *)0x200000000000UL)

char *anon(size_t pages);
char *anon_prot(size_t pages, int prot);
/* An open file of so many bytes; its name is gone already. */
int file_of(size_t bytes, int flags);
/* Gives up every capability, as a program has none that an ordinary user starts. */
void drop(void);
void limit(int resource, unsigned long soft);
/* For cases that strace attaches to: what came before is not in the log. */
void await_tracer(void);
/* The program break as the kernel has it. */
char *current_break(void);
#endif
