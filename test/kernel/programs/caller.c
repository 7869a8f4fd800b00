/*
 * Makes the memory calls that it reads from standard input, one a line, and prints after each what the kernel answered
 * and what its own /proc/self/maps and VmLck say then. The program itself calls nothing that changes its address space
 * (no stdio, no malloc), so between two records only the call that it names has happened.
 *
 *   limit RESOURCE SOFT          setrlimit: soft limit only
 *   drop-capabilities
 *   open PATH FLAGS              an open; prints the descriptor
 *   call NAME ARG...             a memory call; ARG: number, or
 *                                  w+N  bytes from the start of a window of free address space
 *                                  k+N  bytes from the break that the program started with
 *   touch-everything             from now on, after each record, write into every writable VMA at and above the window
 *
 * Output: a first `snapshot` with smaps, then for each call
 *   call NAME ARGS... (hexadecimal)  /  result HEX or error NUMBER  /  lck KB  /  maps lines  /  end
 */
#define _GNU_SOURCE
#include <errno.h>
#include <fcntl.h>
#include <linux/capability.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/resource.h>
#include <sys/syscall.h>
#include <unistd.h>

#define WINDOW_PAGES 4096UL
#define PAGE 4096UL

static char input[1 << 20], file[1 << 22], line[256];
static unsigned long window, start_break;
static int touching;

static void put(const char *text) { (void)!write(1, text, strlen(text)); }

static void put_hex(unsigned long value) {
  char text[24], *end = text + sizeof text - 1;
  *end = 0;
  do *--end = "0123456789abcdef"[value & 15];
  while (value >>= 4);
  put("0x");
  put(end);
}

static void put_number(unsigned long value) {
  char text[24], *end = text + sizeof text - 1;
  *end = 0;
  do *--end = '0' + value % 10;
  while (value /= 10);
  put(end);
}

static long read_file(const char *path) {
  long used = 0, got;
  int fd = open(path, O_RDONLY);
  while ((got = read(fd, file + used, sizeof file - 1 - used)) > 0) used += got;
  close(fd);
  file[used] = 0;
  return used;
}

static void put_file(const char *path) {
  long left = read_file(path);
  const char *from = file;
  while (left > 0) {
    long done = write(1, from, left);
    if (done <= 0) _exit(3);
    from += done;
    left -= done;
  }
}

static void put_locked(void) {
  read_file("/proc/self/status");
  const char *at = strstr(file, "VmLck:");
  unsigned long kb = 0;
  for (at = at ? at + 6 : ""; *at == ' ' || *at == '\t'; at++) ;
  for (; *at >= '0' && *at <= '9'; at++) kb = kb * 10 + (*at - '0');
  put("lck ");
  put_number(kb);
  put("\n");
}

static unsigned long number(const char *text) {
  unsigned long base = 0, value = 0;
  if (text[0] == 'w' && text[1] == '+') base = window, text += 2;
  else if (text[0] == 'k' && text[1] == '+') base = start_break, text += 2;
  int negative = *text == '-';
  text += negative;
  int radix = text[0] == '0' && text[1] == 'x' ? 16 : 10;
  if (radix == 16) text += 2;
  for (; *text; text++) value = value * radix + (*text >= 'a' ? *text - 'a' + 10 : *text - '0');
  return base + (negative ? -value : value);
}

static unsigned long hex_in(const char **at) {
  unsigned long value = 0;
  for (;; (*at)++) {
    if (**at >= '0' && **at <= '9') value = value * 16 + (**at - '0');
    else if (**at >= 'a' && **at <= 'f') value = value * 16 + (**at - 'a' + 10);
    else return value;
  }
}

/* One write gives a private VMA its anon_vma. The maps file is the one just printed. */
static void touch_everything(void) {
  const char *at = file;
  while (*at) {
    unsigned long start = hex_in(&at);
    at++;
    (void)hex_in(&at);
    /* Shared memory never has one, and behind its end a write is fatal. */
    if (at[2] == 'w' && at[4] == 'p' && start >= window && start < window + (1UL << 40)) {
      const char *end = strchr(at, '\n');
      int stack = end && end[-1] == ']';
      if (!stack) *(volatile char *)start = 1;
    }
    at = strchr(at, '\n');
    if (!at) return;
    at++;
  }
}

static const struct { const char *name; long number; int arguments; } calls[] = {
  {"mmap", SYS_mmap, 6}, {"munmap", SYS_munmap, 2}, {"mremap", SYS_mremap, 5}, {"mprotect", SYS_mprotect, 3},
  {"brk", SYS_brk, 1}, {"madvise", SYS_madvise, 3}, {"mlock", SYS_mlock, 2}, {"mlock2", SYS_mlock2, 3},
  {"munlock", SYS_munlock, 2}, {"mlockall", SYS_mlockall, 1}, {"munlockall", SYS_munlockall, 0},
  {"pkey_mprotect", 329, 4}, {"mseal", 462, 3},
};

static void make_call(char **words, int count) {
  unsigned long a[6] = {0};
  for (unsigned i = 0; i < sizeof calls / sizeof *calls; i++) {
    if (strcmp(calls[i].name, words[1])) continue;
    for (int j = 0; j < 6 && j + 2 < count; j++) a[j] = number(words[j + 2]);
    put("call ");
    put(words[1]);
    for (int j = 0; j < calls[i].arguments; j++) put(" "), put_hex(a[j]);
    long result = syscall(calls[i].number, a[0], a[1], a[2], a[3], a[4], a[5]);
    int error = errno;
    if (result == -1) put("\nerror "), put_number(error);
    else put("\nresult "), put_hex(result);
    put("\n");
    put_locked();
    put_file("/proc/self/maps");
    put("end\n");
    if (touching) touch_everything();
    return;
  }
  put("no such call: ");
  put(words[1]);
  put("\n");
  _exit(2);
}

static void obey(char **words, int count) {
  if (!strcmp(words[0], "limit")) {
    struct rlimit limit;
    getrlimit(number(words[1]), &limit);
    limit.rlim_cur = number(words[2]);
    if (setrlimit(number(words[1]), &limit)) _exit(4);
  } else if (!strcmp(words[0], "drop-capabilities")) {
    struct __user_cap_header_struct header = {_LINUX_CAPABILITY_VERSION_3, 0};
    struct __user_cap_data_struct none[2] = {{0}};
    if (syscall(SYS_capset, &header, none)) _exit(5);
  } else if (!strcmp(words[0], "open")) {
    put("fd ");
    put_number(open(words[1], number(words[2]), 0600));
    put("\n");
  } else if (!strcmp(words[0], "touch-everything")) {
    touching = 1;
  } else if (!strcmp(words[0], "call")) {
    make_call(words, count);
  } else {
    _exit(7);
  }
}

int main(void) {
  long used = 0, got;
  while ((got = read(0, input + used, sizeof input - 1 - used)) > 0) used += got;
  window = syscall(SYS_mmap, 0, (WINDOW_PAGES + 1024) * PAGE, PROT_NONE,
                   MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0);
  syscall(SYS_munmap, window, (WINDOW_PAGES + 1024) * PAGE);
  window = (window + 512 * PAGE) & ~0x1fffffUL;
  start_break = syscall(SYS_brk, 0);
  /* Each buffer in use before the first record: a first touch must not fall between two. */
  memset(file, 1, sizeof file);
  put("snapshot ");
  put_hex(window);
  put(" ");
  put_hex(start_break);
  put("\n");
  put_locked();
  put_file("/proc/self/smaps");
  put("end\n");
  for (char *at = input; *at;) {
    char *words[8], *next = strchr(at, '\n');
    int count = 0;
    long length = next ? next - at : (long)strlen(at);
    if (length >= (long)sizeof line) _exit(8);
    memcpy(line, at, length);
    line[length] = 0;
    for (char *word = strtok(line, " "); word && count < 8; word = strtok(0, " ")) words[count++] = word;
    if (count) obey(words, count);
    at = next ? next + 1 : at + length;
  }
  return 0;
}
