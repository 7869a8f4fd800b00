/*
 * What call-list.c writes down. RECORD_FD has O_APPEND, so the place given to pwrite64 does not matter.
 */
static void append(const char *from, long length) {
  while (length > 0) {
    long done = call(__NR_pwrite64, RECORD_FD, from, length, 0);
    if (done <= 0) stop(14);
    from += done;
    length -= done;
  }
}

static char *put(char *at, const char *word) {
  while (*word) *at++ = *word++;
  return at;
}

static char *put_number(char *at, word value, word radix) {
  char digits[24], *end = digits + sizeof digits;
  char *from = end;
  do *--from = "0123456789abcdef"[value % radix];
  while (value /= radix);
  while (from < end) *at++ = *from++;
  return at;
}

static char *put_size(char *to, const char *name) {
  const char *at = status;
  long length = 0;
  while (name[length]) length++;
  while (*at && !same(at, name, length)) {
    while (*at && *at != '\n') at++;
    if (*at) at++;
  }
  if (!*at) stop(15);
  for (at += length; *at == ' ' || *at == '\t' || *at == ':';) at++;
  *to++ = ' ';
  while (*at >= '0' && *at <= '9') *to++ = *at++;
  return to;
}

static void put_maps(void) {
  char *at = put_number(put(text, "M "), maps_length, 10);
  *at++ = '\n';
  append(text, at - text);
  append(maps, maps_length);
}

static void record_state(void) {
  static char line[128];
  read_all(STATUS_FD, status, sizeof status);
  char *at = put(line, "S");
  at = put_size(put_size(put_size(put_size(at, "VmLck"), "VmSize"), "VmData"), "VmStk");
  *at++ = '\n';
  append(line, at - line);
  maps_length = read_all(MAPS_FD, maps, MAPS_BYTES);
  /* What another task wrote last is its own affair. */
  long tid = call(__NR_gettid, 0, 0, 0, 0), last = last_tid;
  last_tid = tid;
  if (tid == last && maps_length == last_length && same(maps, last_maps, maps_length)) return;
  put_maps();
  memcpy(last_maps, maps, maps_length + 1);
  last_length = maps_length;
}

static void record(long line_number, long answer) {
  static char line[128];
  char *at = put_number(put(line, "C "), call(__NR_gettid, 0, 0, 0, 0), 10);
  *at++ = ' ';
  at = put_number(at, line_number, 10);
  *at++ = ' ';
  /* As a register of 64 bits would hold it. */
  if (sizeof answer == 4 && (word)answer > -4096UL) at = put(at, "ffffffff");
  at = put_number(at, answer, 16);
  *at++ = '\n';
  append(line, at - line);
  record_state();
}

/* The files of /proc/self that are open show the parent. */
static void open_own(void) {
  harness_open("/proc/self/maps", 0, MAPS_FD);
  harness_open("/proc/self/status", 0, STATUS_FD);
}
