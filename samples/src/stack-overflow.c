/*
 * stack-overflow: recursion without an end.
 *
 * Look for: nobody unmapped anything here. The address of the SIGSEGV lies below the [stack], as far below its top as
 * RLIMIT_STACK allows it to grow. The stack grew without a system call on its way there: a log never shows that.
 *
 * Expect:
 *   SIGSEGV SEGV_MAPERR  below the stack, at its limit of 256 KiB
 *
 * cc:     -static -O0
 * strace:
 */
#define _GNU_SOURCE
#include "snapshot.h"
#include <sys/resource.h>

enum { KIB = 1024 };

static int deeper(int depth) {
  volatile char frame[4 * KIB];
  frame[0] = depth;
  return deeper(depth + 1) + frame[0];
}

int main(void) {
  setrlimit(RLIMIT_STACK, &(struct rlimit){256 * KIB, 256 * KIB});
  snapshot();
  return deeper(0);
}
