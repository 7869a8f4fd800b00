/*
 * shm: System V shared memory. The size of a mapping stands in another call.
 *
 * Look for: shmat() names no length; it is that of shmget(), rounded up to pages. Two attaches of one segment are two
 * mappings; shmdt() takes one away. SHM_REMAP is the MAP_FIXED of this family.
 *
 * Expect:
 *   shmat  EINVAL  an address not on a page border, without SHM_RND
 *   shmat  EINVAL  something is mapped there, and no SHM_REMAP
 *   read   EFAULT  attached with SHM_RDONLY
 *   shmdt  EINVAL  detached twice
 *   shmat  EINVAL  the segment is gone: it was removed and the last attach ended
 *
 * cc:     -static
 * strace:
 */
#define _GNU_SOURCE
#include "snapshot.h"
#include <fcntl.h>
#include <sys/mman.h>
#include <sys/shm.h>
#include <unistd.h>

enum { PAGE = 4096 };

int main(void) {
  int zero = open("/dev/zero", O_RDONLY), id = shmget(IPC_PRIVATE, 10000, IPC_CREAT | 0600);
  char *place = mmap(0, 8 * PAGE, PROT_NONE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
  char *rw = shmat(id, 0, 0), *ro = shmat(id, 0, SHM_RDONLY);
  snapshot();
  shmat(id, place + 100, 0);
  shmat(id, place, 0);
  char *over = shmat(id, place + 100, SHM_RND | SHM_REMAP);
  snapshot();
  (void)!read(zero, rw, 64);
  (void)!read(zero, ro, 64);
  shmctl(id, IPC_RMID, 0);
  shmdt(rw), shmdt(ro), shmdt(over);
  shmdt(rw);
  shmat(id, 0, 0);
  return 0;
}
