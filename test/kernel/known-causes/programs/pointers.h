/* Calls that are given a bad pointer, and the reasons why it is bad (pointer-reasons.c). */
#ifndef POINTERS_H
#define POINTERS_H
#include "known.h"

/* What a call does with its pointer: NULL may be right for it; it writes there; another errno comes first for odd ones. */
enum { TAKES_NULL = 1, WRITES = 2, ERRNO_ELSE = 4 };

struct pointer_call {
  const char *name;
  int traits;
  void (*run)(char *bad);
};

/* Each call meets three of the reasons; which ones goes around. */
void add_pointer_cases(const struct pointer_call *calls, int count);

/* A page of zeros that any call may use. */
extern char page[PG];
/* /dev/zero. */
int data(void);
/* A socket on which bytes wait. */
int half_pair(void);

/* Everything beside the pointer `p` is right, and made before. */
#define CALL(id, setup, ...)                                                                                         \
  static void call_##id(char *p) {                                                                                   \
    setup;                                                                                                           \
    FAILS;                                                                                                           \
    syscall(__VA_ARGS__);                                                                                            \
  }
#endif
