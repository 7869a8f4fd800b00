/*
 * Random calls on a window of private anonymous memory, and after each the VMAs as /proc/self/smaps lists them.
 * One line a step:  name first pages argument : first-end,prot,flags ...
 * Built with: cc -o random-vmas random-vmas.c; run: random-vmas SEED STEPS
 */
#define _GNU_SOURCE
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>

enum { PAGE = 4096, WINDOW = 48 };
static char *const base = (char *)0x100000000;
static char prot[WINDOW]; /* -1: not mapped */

static unsigned draw(unsigned n)
{
	static unsigned long long state;
	extern unsigned long long seed;
	if (!state)
		state = seed;
	state ^= state << 13;
	state ^= state >> 7;
	state ^= state << 17;
	return (state >> 11) % n;
}
unsigned long long seed;

static int mapped(int first, int pages)
{
	for (int i = first; i < first + pages; i++)
		if (prot[i] < 0)
			return 0;
	return 1;
}

static void show(void)
{
	FILE *f = fopen("/proc/self/smaps", "r");
	char line[512];
	unsigned long from = 0, to = 0;
	char perms[8];
	int inside = 0;
	while (fgets(line, sizeof line, f)) {
		unsigned long a, b;
		if (sscanf(line, "%lx-%lx %7s", &a, &b, perms) == 3) {
			inside = a >= (unsigned long)base && a < (unsigned long)base + WINDOW * PAGE;
			from = a, to = b;
		} else if (inside && !strncmp(line, "VmFlags:", 8))
			printf(" %lu-%lu,%.3s%s%s", (from - (unsigned long)base) / PAGE, (to - (unsigned long)base) / PAGE,
			       perms, strstr(line, " lo") ? ",lo" : "", strstr(line, " dc") ? ",dc" : "");
	}
	fclose(f);
	printf("\n");
}

int main(int argc, char **argv)
{
	static const int prots[] = { PROT_NONE, PROT_READ, PROT_READ | PROT_WRITE, PROT_READ | PROT_WRITE };
	seed = strtoull(argv[1], 0, 10);
	memset(prot, -1, sizeof prot);
	for (int steps = atoi(argv[2]); steps > 0;) {
		int first = draw(WINDOW - 12), pages = 1 + draw(8), kind = draw(12), p = prots[draw(4)];
		char *at = base + first * PAGE;
		size_t length = (size_t)pages * PAGE;
		if (kind < 3) {
			mmap(at, length, p, MAP_PRIVATE | MAP_ANONYMOUS | MAP_FIXED | MAP_NORESERVE, -1, 0);
			memset(prot + first, p, pages);
			printf("map %d %d %d :", first, pages, p);
		} else if (kind == 3) {
			munmap(at, length);
			memset(prot + first, -1, pages);
			printf("unmap %d %d 0 :", first, pages);
		} else if (kind < 7 && mapped(first, pages)) {
			mprotect(at, length, p);
			memset(prot + first, p, pages);
			printf("protect %d %d %d :", first, pages, p);
		} else if (kind == 7 && mapped(first, pages)) {
			int on = draw(2);
			if (on ? mlock2(at, length, MLOCK_ONFAULT) : munlock(at, length))
				return 1;
			printf("lock %d %d %d :", first, pages, on);
		} else if (kind == 8 && mapped(first, pages)) {
			int on = draw(2);
			madvise(at, length, on ? MADV_DONTFORK : MADV_DOFORK);
			printf("dontfork %d %d %d :", first, pages, on);
		} else if (kind > 8 && prot[first] == (PROT_READ | PROT_WRITE)) {
			*(volatile char *)at = 1;
			printf("touch %d 1 0 :", first);
		} else
			continue;
		show();
		steps--;
	}
	return 0;
}
