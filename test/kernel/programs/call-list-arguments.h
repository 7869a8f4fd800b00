/*
 * The arguments of a line of call-list.c: numbers from a base, arrays, texts.
 */
static word argument(const char **at);

static word digits(const char **at) {
  word value = 0, radix = 10;
  int negative = **at == '-';
  *at += negative;
  if ((*at)[0] == '0' && (*at)[1] == 'x') radix = 16, *at += 2;
  for (;; ++*at) {
    char c = **at;
    if (c >= '0' && c <= '9') value = value * radix + (c - '0');
    else if (radix == 16 && c >= 'a' && c <= 'f') value = value * radix + (c - 'a' + 10);
    else break;
  }
  return negative ? -value : value;
}

static word base(const char **at) {
  char letter = *(*at)++;
  if (letter == 's') return slots[digits(at) & 15];
  if (letter == 'f') return descriptors[digits(at) & 15];
  switch (letter) {
    case 'w': return WINDOW;
    case 'k': return first_break;
    case 'p': return stack_page;
    case 't': return program;
    case 'v': return vdso;
    case 'i': return call(__NR_gettid, 0, 0, 0, 0);
  }
  stop(16);
  return 0;
}

static word array(const char **at) {
  word *into = numbers[used_numbers++ & 63];
  int count = 0;
  memset(into, 0, sizeof numbers[0]);
  while (**at != '}') {
    ++*at;
    if (count > 15) stop(17);
    /* -1 is all ones in 64 bits too. What a call reads beyond is 0. */
    if (takes_words) into[count++] = argument(at);
    else ((long long *)into)[count++] = (long)argument(at);
  }
  ++*at;
  return (word)into;
}

static word quoted(const char **at) {
  char *into = texts[used_texts++ & 7], *to = into;
  for (++*at; **at != '"'; ++*at) {
    if (!**at || to - into > 254) stop(18);
    *to++ = **at;
  }
  ++*at;
  *to = 0;
  return (word)into;
}

static word argument(const char **at) {
  char c = **at;
  if (c == '{') return array(at);
  if (c == '"') return quoted(at);
  if (c == '-' || (c >= '0' && c <= '9')) return digits(at);
  word value = base(at);
  if (**at == '+') ++*at;
  return **at == '-' || (**at >= '0' && **at <= '9') ? value + digits(at) : value;
}
