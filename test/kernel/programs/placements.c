/*
 * Makes mappings of many kinds and sizes whose address the kernel chooses, with holes of all sizes between, and gives some
 * back: all by numbers drawn from the seed.
 *
 *     placements SEED COUNT FILE MAPS
 *
 * FILE: an ordinary file, made 16 MiB long. MAPS gets /proc/self/maps as it is before the first of the calls; getppid marks
 * that place in a log. No page is touched, and nothing but the calls themselves maps anything.
 */
#define _GNU_SOURCE
#include <fcntl.h>
#include <stdint.h>
#include <stdlib.h>
#include <sys/ipc.h>
#include <sys/mman.h>
#include <sys/shm.h>
#include <unistd.h>

enum { PAGE = 4096, HUGE = 2 << 20, MOST = 400 };

static uint64_t state;
static unsigned draw(unsigned below) {
  state = state * 6364136223846793005u + 1442695040888963407u;
  return (unsigned)(state >> 33) % below;
}

static struct { uintptr_t start; size_t length; } live[MOST];
static unsigned count;

static void keep(uintptr_t start, size_t length) {
  if (start == (uintptr_t)-1) return;
  length = (length + PAGE - 1) & -(size_t)PAGE;
  if (count == MOST) {
    unsigned gone = draw(MOST);
    munmap((void *)live[gone].start, live[gone].length);
    live[gone] = live[--count];
  }
  live[count].start = start;
  live[count++].length = length;
}

static size_t size(void) {
  switch (draw(12)) {
    case 0: return HUGE;
    case 1: return (size_t)HUGE * (1 + draw(4));
    case 2: return HUGE + PAGE * (1 + draw(600));
    case 3: return HUGE - PAGE * (1 + draw(3));
    case 4: return (size_t)HUGE * (1 + draw(4)) - PAGE;
    case 5: return PAGE * (1 + draw(700));
    case 6: return 1 + draw(100000);
    default: return PAGE * (1 + draw(6));
  }
}

static uintptr_t hint(void) {
  uintptr_t near = count == 0 ? 0x500000 : live[draw(count)].start;
  switch (draw(14)) {
    case 0: return near + draw(64) * PAGE;
    case 1: return near - draw(300) * PAGE;
    case 2: return near - draw(5000) * PAGE + draw(PAGE);
    case 3: return 1 + draw(PAGE - 1);
    case 4: return draw(6) ? 0 : (uintptr_t)-PAGE * draw(4);
    case 5: return (uintptr_t)0x30000000 + draw(100000) * (uintptr_t)PAGE;
    default: return 0;
  }
}

static void map(int file, int memory) {
  size_t length = size();
  uintptr_t at = hint();
  int prot = draw(3) == 0 ? PROT_NONE : PROT_READ | PROT_WRITE;
  int flags = MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE;
  int fd = -1;
  off_t offset = 0;
  switch (draw(16)) {
    case 0: flags = MAP_SHARED | MAP_ANONYMOUS | MAP_NORESERVE; break;
    case 1: flags |= MAP_STACK; break;
    case 2: flags |= MAP_GROWSDOWN; break;
    case 3: flags = MAP_PRIVATE; fd = file; break;
    case 4: flags = MAP_SHARED; fd = file; break;
    case 5: flags = MAP_SHARED; fd = memory; break;
    case 6: flags |= 0x80; break; /* MAP_ABOVE4G */
    case 7: if (draw(4) == 0) flags |= 0x40; break; /* MAP_32BIT */
    case 8: if (draw(2)) length <<= 8 + draw(sizeof(void *) == 8 ? 18 : 3); break;
    default: break;
  }
  if (fd >= 0) offset = (off_t)draw(3) * draw(600) * PAGE;
  keep((uintptr_t)mmap((void *)at, length, prot, flags, fd, offset), length);
}

static void remap(void) {
  if (count == 0) return;
  unsigned which = draw(count);
  size_t longer = draw(3) ? live[which].length + PAGE * (1 + draw(40)) : size();
  int move = MREMAP_MAYMOVE;
  if (draw(4) == 0) {
    longer = live[which].length;
    move |= 4; /* MREMAP_DONTUNMAP */
    keep((uintptr_t)mremap((void *)live[which].start, longer, longer, move, NULL), longer);
    return;
  }
  uintptr_t now = (uintptr_t)mremap((void *)live[which].start, live[which].length, longer, move);
  if (now == (uintptr_t)-1) return;
  live[which].start = now;
  live[which].length = (longer + PAGE - 1) & -(size_t)PAGE;
}

static void unmap(void) {
  if (count == 0) return;
  unsigned which = draw(count);
  if (draw(3) == 0 && live[which].length > 4 * PAGE) {
    munmap((void *)(live[which].start + PAGE), live[which].length - 3 * PAGE);
    live[which].length = PAGE;
    return;
  }
  munmap((void *)live[which].start, live[which].length);
  live[which] = live[--count];
}

static void attach(void) {
  int id = shmget(IPC_PRIVATE, PAGE * (1 + draw(700)), IPC_CREAT | 0600);
  if (id < 0) return;
  uintptr_t at = (uintptr_t)shmat(id, NULL, 0);
  shmctl(id, IPC_RMID, NULL);
  if (at != (uintptr_t)-1 && draw(2)) shmdt((void *)at);
}

int main(int argc, char **argv) {
  static char buffer[1 << 16];
  if (argc != 5) return 2;
  state = strtoull(argv[1], NULL, 10) * 0x9e3779b97f4a7c15u + 1;
  unsigned calls = (unsigned)strtoul(argv[2], NULL, 10);
  int file = open(argv[3], O_RDWR | O_CREAT | O_TRUNC, 0600);
  int memory = memfd_create("placements", 0);
  int maps = open("/proc/self/maps", O_RDONLY);
  int out = open(argv[4], O_WRONLY | O_CREAT | O_TRUNC, 0600);
  if (file < 0 || memory < 0 || maps < 0 || out < 0) return 3;
  if (ftruncate(file, 16 << 20) != 0 || ftruncate(memory, 16 << 20) != 0) return 3;
  ssize_t got;
  while ((got = read(maps, buffer, sizeof buffer)) > 0)
    if (write(out, buffer, (size_t)got) != got) return 3;
  getppid();
  while (calls-- > 0) {
    unsigned kind = draw(20);
    if (kind < 12) map(file, memory);
    else if (kind < 15) remap();
    else if (kind < 19) unmap();
    else attach();
  }
  return 0;
}
