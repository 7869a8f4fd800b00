#include "known.h"

struct known *all_known;

char *anon(size_t pages) { return anon_prot(pages, RW); }

char *anon_prot(size_t pages, int prot) { return mmap(NULL, pages * PG, prot, PRIV, -1, 0); }

int file_of(size_t bytes, int flags) {
  static char name[] = "data-0";
  name[5]++;
  int made = open(name, O_RDWR | O_CREAT | O_TRUNC, 0644);
  if (bytes > 0) (void)!ftruncate(made, (off_t)bytes);
  close(made);
  int fd = open(name, flags);
  return fd;
}

void drop(void) {
  struct __user_cap_header_struct head = {_LINUX_CAPABILITY_VERSION_3, 0};
  struct __user_cap_data_struct none[2] = {{0, 0, 0}, {0, 0, 0}};
  syscall(SYS_capset, &head, none);
}

void limit(int resource, unsigned long soft) {
  struct rlimit now = {soft, soft};
  setrlimit(resource, &now);
}

char *current_break(void) { return (char *)syscall(SYS_brk, 0); }

void await_tracer(void) {
  char byte = '.';
  (void)!write(1, &byte, 1);
  (void)!read(0, &byte, 1);
}

static void list(void) {
  static const char *const standings[] = {"proven", "not-shown", "outside"};
  for (struct known *k = all_known; k != NULL; k = k->next) {
    const char *words[] = {k->name, k->answer, k->cause, standings[k->standing], k->how};
    for (int n = 0; n < 5; n++) {
      (void)!write(1, words[n], strlen(words[n]));
      (void)!write(1, n < 4 ? "\t" : "\n", 1);
    }
  }
}

int main(int argc, char **argv) {
  if (argc < 2) {
    list();
    return 0;
  }
  for (struct known *k = all_known; k != NULL; k = k->next) {
    if (strcmp(k->name, argv[1]) == 0) {
      k->run(k);
      return 0;
    }
  }
  return 3;
}
