/*
 * snapshot(): append this process's own /proc/self/maps to the file "snapshots" in the current directory.
 *
 * samples/record turns that file into LOG.maps, and writes over each piece the line of the log after which it was taken:
 * the one before the openat() below. Nothing here allocates, so that the address space read is the one that is left.
 */
#ifndef SNAPSHOT_H
#define SNAPSHOT_H
#include <fcntl.h>
#include <unistd.h>

static void snapshot(void) {
  static char buffer[32768]; /* in .bss: on the stack it could make the stack grow */
  ssize_t length = 0, got;
  int maps = open("/proc/self/maps", O_RDONLY);
  while ((got = read(maps, buffer + length, sizeof buffer - length)) > 0) length += got;
  close(maps);
  int out = open("snapshots", O_WRONLY | O_CREAT | O_APPEND, 0644);
  (void)!write(out, "# snapshot\n", 11);
  (void)!write(out, buffer, length);
  close(out);
}
#endif
