/*
 * Makes the calls of a list, and writes after each what the kernel itself says of the process: the answer, the sizes in
 * /proc/self/status, and /proc/self/maps where it changed. Runs under strace with
 *
 *     -f --seccomp-bpf -e trace='!open,dup2,close_range,pread64,pwrite64,gettid,wait4'
 *
 * so that what the program does for itself is not in the log, and is quick. It has no C library, and all its memory is in
 * use before the first call: nothing but the list changes its address space.
 *
 *   call-list LIST RECORD
 *
 * A line of LIST:
 *   NAME[>SLOT] ARG...     a call; a success is kept in the slot, sN for addresses, fN for descriptors and ids
 *   touch ADDR w|r         a write to, or a read of, the page, unseen by strace, where maps shows that it is mapped
 *   fork | vfork | thread  the lines up to `end` are the child's; the parent goes on when it has ended
 * An ARG is [BASE+]NUMBER, where BASE is w (a window of free address space), k (the first break), p (a page of the stack),
 * t (the program), v (the vDSO), i (its pid) or sN, fN; or {NUMBER,...}, the address of an array of numbers, of 64 bits but for
 * calls that take words in programs of 32 bits; or "TEXT".
 *
 * RECORD: `C tid line answer` (hexadecimal), `S VmLck VmSize VmData VmStk` in kB, and `M bytes` with that much of maps, where it
 * differs from what the same task wrote last.
 */
#include <asm/unistd.h>
#include <linux/sched.h>

#include "machine.h"

typedef __SIZE_TYPE__ size_t;

#define PAGE 4096UL
/* Small, as mlockall locks them too; a process of 65530 VMAs is compiled with more. */
#ifndef MAPS_BYTES
#define MAPS_BYTES (1UL << 18)
#endif
#define LIST_BYTES (1UL << 18)
enum { RECORD_FD = 900, MAPS_FD, STATUS_FD, ZERO_FD, SCRATCH_FD };

static char list[LIST_BYTES], maps[MAPS_BYTES], last_maps[MAPS_BYTES], status[8192], text[64];
static long maps_length, last_length, last_tid;
static word numbers[64][64], slots[16], descriptors[16], first_break, stack_page, program, vdso;
static char texts[8][256], child_stack[16 * PAGE];
static int used_numbers, used_texts, takes_words;
static volatile int gate, finished;

static void stop(int status_code) {
  for (;;) call(__NR_exit_group, status_code, 0, 0, 0);
}

void *memset(void *to, int byte, size_t length) {
  for (char *at = to; length--;) *at++ = byte;
  return to;
}
void *memcpy(void *to, const void *from, size_t length) {
  char *at = to;
  for (const char *source = from; length--;) *at++ = *source++;
  return to;
}

static int same(const char *a, const char *b, long length) {
  while (length-- > 0)
    if (*a++ != *b++) return 0;
  return 1;
}

static int is_word(const char *at, const char *word) {
  while (*word)
    if (*at++ != *word++) return 0;
  return *at == ' ' || *at == '\n' || *at == '>' || *at == 0;
}

static void harness_open(const char *path, int flags, int as) {
  long fd = own_open(path, flags);
  if (fd < 0) stop(10);
  if (own_dup(fd, as) < 0) stop(11);
  call(__NR_close_range, fd, fd, 0, 0);
}

/* A file of /proc comes in parts. */
static long read_all(int fd, char *into, word room) {
  word used = 0;
  for (;;) {
    long got = call(__NR_pread64, fd, into + used, room - 1 - used, used);
    if (got < 0) stop(12);
    if (got == 0) break;
    used += got;
    if (used >= room - 1) stop(13);
  }
  into[used] = 0;
  return used;
}

#include "call-list-record.h"
#include "call-list-arguments.h"

static const struct { const char *name; int nr; } calls[] = {
#define CALL(name) {#name, __NR_##name},
#define CALL_AS(name, own) {#name, __NR_##own},
#include "listed-calls.h"
};

static void make_call(const char *at, long line_number) {
  unsigned which = 0;
  word a[6] = {0}, *slot = 0;
  while (which < sizeof calls / sizeof *calls && !is_word(at, calls[which].name)) which++;
  if (which == sizeof calls / sizeof *calls) stop(19);
  while (*at != ' ' && *at != '\n' && *at != '>' && *at) at++;
  if (*at == '>') {
    char kind = *++at;
    at++;
    slot = (kind == 's' ? slots : descriptors) + (digits(&at) & 15);
  }
  takes_words = calls[which].nr != __NR_prlimit64 && calls[which].nr != __NR_ioctl;
  for (int i = 0; i < 6 && *at == ' '; i++) {
    at++;
    a[i] = argument(&at);
  }
  given_as(calls[which].nr, a);
  long answer = call6(calls[which].nr, a[0], a[1], a[2], a[3], a[4], a[5]);
  if (slot && (word)answer < -4096UL) *slot = answer;
  record(line_number, answer);
}

static word hexadecimal(const char **at) {
  word value = 0;
  for (;; ++*at) {
    if (**at >= '0' && **at <= '9') value = value * 16 + (**at - '0');
    else if (**at >= 'a' && **at <= 'f') value = value * 16 + (**at - 'a' + 10);
    else return value;
  }
}

/*
 * By way of the kernel's own copying, which a page behind the end of a file or a guard page does not kill. Only in VMAs
 * that there are: a touch below a stack would make it grow.
 */
static void touch(const char *at) {
  word address = argument(&at);
  for (const char *line = last_maps; *line;) {
    word start = hexadecimal(&line);
    line++;
    word end = hexadecimal(&line);
    if (start <= address && address < end) {
      if (at[1] == 'w' && line[2] == 'w') call(__NR_pread64, ZERO_FD, address, 1, 0);
      else if (at[1] == 'r' && line[1] == 'r') call(__NR_pwrite64, SCRATCH_FD, address, 1, 0);
      return;
    }
    while (*line && *line != '\n') line++;
    if (*line) line++;
  }
}

static const char *next_line(const char *at) {
  while (*at && *at != '\n') at++;
  return *at ? at + 1 : at;
}

static const char *run(const char *at, long *line_number);

static const char *child_at;
static long child_line;

static void thread_main(void) {
  long line = child_line;
  while (!gate) relax();
  run(child_at, &line);
  finished = 1;
  for (;;) call(__NR_exit, 0, 0, 0, 0);
}

static long new_thread(void) {
  word top = ((word)(child_stack + sizeof child_stack - 64) & -16UL) + ABOVE_ENTRY;
  gate = finished = 0;
  *(word *)top = (word)thread_main;
  return clone_thread(CLONE_VM | CLONE_FS | CLONE_FILES | CLONE_SIGHAND | CLONE_THREAD, top);
}

/* The child's lines, then the parent's record of the call that made it. */
static void family(const char *how, const char *body, long line) {
  static long body_line;
  long pid;
  body_line = line;
  child_at = body;
  child_line = line;
  if (*how == 't') {
    pid = new_thread();
    record(line - 1, pid);
    gate = 1;
    while (pid > 0 && !finished) relax();
    return;
  }
  pid = *how == 'v' ? own_vfork() : own_fork();
  if (pid == 0) {
    /* A vfork's child runs in the parent's memory: the parent's own files of /proc show it too. */
    if (*how != 'v') open_own();
    run(body, &body_line);
    stop(0);
  }
  if (pid > 0) call(__NR_wait4, pid, 0, 0, 0);
  record(line - 1, pid);
}

static const char *behind_end(const char *at, long *line) {
  while (*at && !is_word(at, "end")) at = next_line(at), ++*line;
  ++*line;
  return next_line(at);
}

static const char *run(const char *at, long *line) {
  while (*at && !is_word(at, "end")) {
    const char *next = next_line(at);
    ++*line;
    if (is_word(at, "touch")) {
      touch(at + 6);
    } else if (is_word(at, "fork") || is_word(at, "vfork") || is_word(at, "thread")) {
      family(at, next, *line);
      next = behind_end(next, line);
    } else if (*at != '\n' && *at != '#') {
      make_call(at, *line);
    }
    at = next;
  }
  return at;
}

static void learn_places(word *stack) {
  word count = stack[0];
  word *at = stack + 1 + count + 1;
  while (*at) at++;
  for (at++; at[0]; at += 2) {
    if (at[0] == 33) vdso = at[1];            /* AT_SYSINFO_EHDR */
    if (at[0] == 3) program = at[1] & -PAGE;  /* AT_PHDR */
  }
  stack_page = (word)stack & -PAGE;
}

__attribute__((used)) static void start(word *stack) {
  long line = 0;
  volatile char room[8 * PAGE];
  for (word at = 0; at < sizeof room; at += PAGE) room[at] = 1;
  if (stack[0] != 3) stop(20);
  learn_places(stack);
  harness_open((char *)stack[3], 02001 | 0100, RECORD_FD);
  harness_open("/dev/zero", 0, ZERO_FD);
  harness_open("/dev/null", 1, SCRATCH_FD);
  harness_open((char *)stack[2], 0, MAPS_FD);
  read_all(MAPS_FD, list, LIST_BYTES);
  /* Each page in use before the first record: a first touch must not fall between two. */
  memset(maps, 1, sizeof maps);
  memset(last_maps, 0, sizeof last_maps);
  memset(child_stack, 1, sizeof child_stack);
  memset(numbers, 1, sizeof numbers);
  for (int i = 0; i < 16; i++) slots[i] = WINDOW, descriptors[i] = -1;
  harness_open("/proc/self/smaps", 0, MAPS_FD);
  maps_length = read_all(MAPS_FD, maps, MAPS_BYTES);
  put_maps();
  open_own();
  first_break = call(__NR_brk, 0, 0, 0, 0);
  record(0, first_break);
  run(list, &line);
  stop(0);
}

__asm__(START);
