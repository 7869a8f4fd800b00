/* A thread that is not the first one calls execve: it takes the leader's place, the others end without a result. */
#define _GNU_SOURCE
#include <pthread.h>
#include <unistd.h>

static void *wait_for_ever(void *unused) { pause(); return unused; }
static void *become(void *path) { usleep(5000); execl(path, "mix", (char *)0); return 0; }

int main(int argc, char **argv) {
  pthread_t a, b;
  pthread_create(&a, 0, wait_for_ever, 0);
  pthread_create(&b, 0, become, argc > 1 ? argv[1] : "./mix");
  pthread_join(a, 0);
  return 1;
}
