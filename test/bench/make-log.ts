/**
 * A large log, the same bytes every time: a threaded server under `strace -f -o`. One line in eight is a memory call, and
 * the memory calls are consistent: what is unmapped was mapped, addresses do not overlap. About a thousand VMAs live.
 */
import { closeSync, openSync, writeSync } from 'node:fs';

/** mulberry32: small, seeded, good enough to mix a log. */
function random(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

interface Mapping {
  readonly address: number;
  readonly pages: number;
}

const liveTarget = 1000;
/** In pages: small requests, arenas, thread stacks, buffers. */
const sizes = [1, 2, 4, 8, 16, 33, 64, 256, 2049] as const;
const tids = [4711, 4712, 4713, 4714] as const;

class Server {
  readonly #next: () => number;
  readonly #live: Mapping[] = [];
  /** Holes by their size: like the kernel, the next request that fits takes one again. */
  readonly #holes = new Map<number, number[]>();
  #top = 0x7f0000000000 / 4096;
  #brk = 0x555555579000;
  #fd = 5;

  constructor(seed: number) {
    this.#next = random(seed);
  }

  /** The lines of one step, without pids: usually one. */
  step(): string {
    return this.#next() < 0.125 ? this.memoryCall() : this.otherCall();
  }

  #pick(n: number): number {
    return Math.floor(this.#next() * n);
  }

  memoryCall(): string {
    const dice = this.#next();
    const tooMany = this.#live.length > liveTarget;
    if (this.#live.length < 8 || (dice < 0.42 && !tooMany)) return this.#mmap();
    if (dice < 0.7 || tooMany) return this.#munmap();
    const { address, pages } = this.#live[this.#pick(this.#live.length)] ?? { address: this.#top, pages: 1 };
    const at = `0x${(address * 4096).toString(16)}`;
    if (dice < 0.84) {
      return `mprotect(${at}, ${pages * 4096}, ${dice < 0.77 ? 'PROT_READ' : 'PROT_READ|PROT_WRITE'}) = 0`;
    }
    if (dice < 0.93) return `madvise(${at}, ${pages * 4096}, MADV_DONTNEED) = 0`;
    if (dice < 0.96) return `mlock(${at}, ${pages * 4096}) = -1 ENOMEM (Cannot allocate memory)`;
    this.#brk += 0x21000;
    return `brk(0x${this.#brk.toString(16)}) = 0x${this.#brk.toString(16)}`;
  }

  #mmap(): string {
    const pages = sizes[this.#pick(sizes.length)] ?? 1;
    const address = this.#holes.get(pages)?.pop() ?? this.#below(pages);
    this.#live.push({ address, pages });
    const at = (address * 4096).toString(16);
    return `mmap(NULL, ${pages * 4096}, PROT_READ|PROT_WRITE, MAP_PRIVATE|MAP_ANONYMOUS, -1, 0) = 0x${at}`;
  }

  /** A page between two mappings keeps them apart, as guard pages do. */
  #below(pages: number): number {
    this.#top -= pages + 1;
    return this.#top;
  }

  #munmap(): string {
    const [gone] = this.#live.splice(this.#pick(this.#live.length), 1);
    if (gone === undefined) return this.#mmap();
    const holes = this.#holes.get(gone.pages);
    if (holes === undefined) this.#holes.set(gone.pages, [gone.address]);
    else holes.push(gone.address);
    return `munmap(0x${(gone.address * 4096).toString(16)}, ${gone.pages * 4096}) = 0`;
  }

  otherCall(): string {
    const dice = this.#next();
    const n = this.#pick(4096);
    const buffer = `0x7ffc8a1b${(0x2000 + n).toString(16)}`;
    if (dice < 0.22)
      return `read(${5 + (n % 9)}, "\\177ELF\\2\\1\\1\\3\\0\\0\\0\\0\\0\\0\\0\\0\\3\\0>\\0\\1\\0\\0\\0"..., ${n}) = ${n}`;
    if (dice < 0.38) return `write(${5 + (n % 9)}, "GET /index.html HTTP/1.1\\r\\nHost: l"..., ${n}) = ${n}`;
    if (dice < 0.55)
      return `futex(0x7f12345678${(16 + (n % 200)).toString(16)}, FUTEX_WAKE_PRIVATE, 1) = ${n % 2}`;
    if (dice < 0.63) return `epoll_wait(4, [{events=EPOLLIN, data={u32=${n}, u64=${n}}}], 512, 100) = 1`;
    if (dice < 0.71)
      return `recvfrom(9, ${buffer}, 4096, MSG_DONTWAIT, NULL, NULL) = -1 EAGAIN (Resource temporarily unavailable)`;
    if (dice < 0.79)
      return `sendto(9, "HTTP/1.1 200 OK\\r\\nContent-Length: "..., ${n}, MSG_NOSIGNAL, NULL, 0) = ${n}`;
    if (dice < 0.83)
      return `openat(AT_FDCWD, "/srv/www/page-${n}.html", O_RDONLY|O_CLOEXEC) = -1 ENOENT (No such file or directory)`;
    if (dice < 0.88)
      return `openat(AT_FDCWD, "/srv/www/index-${n}.html", O_RDONLY|O_CLOEXEC) = ${(this.#fd = 14 + (n % 200))}`;
    if (dice < 0.92) return `close(${this.#fd}) = 0`;
    if (dice < 0.96) return `clock_nanosleep(CLOCK_REALTIME, 0, {tv_sec=0, tv_nsec=${n}000}, NULL) = 0`;
    return `newfstatat(${this.#fd}, "", {st_mode=S_IFREG|0644, st_size=${n}, ...}, AT_EMPTY_PATH) = 0`;
  }
}

/** Writes `lines` lines; returns bytes written. Twelve lines in a hundred are halves of split calls. */
export function makeLog(path: string, lines: number, seed = 1): number {
  const server = new Server(seed);
  const dice = random(seed + 1);
  const file = openSync(path, 'w');
  let written = 0;
  let bytes = 0;
  let block: string[] = [];
  const put = (tid: number, text: string): void => {
    block.push(`${tid} ${text}\n`);
    written += 1;
    if (block.length >= 8192) flush();
  };
  const flush = (): void => {
    bytes += writeSync(file, block.join(''));
    block = [];
  };
  put(tids[0], 'execve("/usr/sbin/server", ["server", "-p", "8080"], 0x7ffc8a1b1000 /* 23 vars */) = 0');
  put(tids[0], 'brk(NULL) = 0x555555579000');
  for (const tid of tids.slice(1)) {
    put(
      tids[0],
      `clone(child_stack=0x7f8000${(tid % 10).toString()}fff30, flags=CLONE_VM|CLONE_FS|CLONE_FILES|CLONE_SIGHAND|CLONE_THREAD|CLONE_SYSVSEM|CLONE_SETTLS|CLONE_PARENT_SETTID|CLONE_CHILD_CLEARTID, parent_tid=[${tid}], tls=0x7f8000000700, child_tidptr=0x7f80000009d0) = ${tid}`,
    );
  }
  while (written < lines) {
    const tid = tids[Math.floor(dice() * tids.length)] ?? tids[0];
    const text = server.step();
    const comma = text.indexOf(', ');
    if (dice() < 0.06 && comma > 0 && written + 3 < lines) {
      const name = text.slice(0, text.indexOf('('));
      const other = tid === tids[0] ? tids[1] : tids[0];
      put(tid, `${text.slice(0, comma + 2)} <unfinished ...>`);
      put(other, server.otherCall());
      put(tid, `<... ${name} resumed>${text.slice(comma + 2)}`);
    } else put(tid, text);
  }
  flush();
  closeSync(file);
  return bytes;
}
