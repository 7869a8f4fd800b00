/**
 * What answers of the log, and what the program read of the machine, tell of its memory.
 *
 *     openat(AT_FDCWD, "/proc/meminfo", O_RDONLY) = 3
 *     read(3, "MemTotal:       24684084 kB\nMemF"..., 1024) = 1024
 *     read(4, "6.1.0-28-amd64\n", 128)      = 15         (/proc/sys/kernel/osrelease)
 *     sysinfo({…, totalram=25276502016, …, totalswap=0, …, mem_unit=1}) = 0
 */
import type { CallEvent } from '../trace/event';
import type { EventIndex } from '../trace/positions';
import type { StringValue } from '../trace/value';
import type { Before, Machine } from '../kernel/check';
import { USUAL_PAGES } from '../kernel/commit';
import { hugePageUnits } from '../kernel/layout';
import type { MemoryCall } from '../kernel/memory-call';
import { changeOf } from '../kernel/brk/change';
import { reserves } from '../kernel/mmap/huge-page-pool';
import { requestOf } from '../kernel/mmap/request';
import type { ShownMemory } from '../kernel/shown-memory';
import type { Observed } from '../kernel/observed';
import { lengthOf } from '../memory/page';
import { argument, bytesOf, intOf, member, numberOf, onExit, successOf } from '../process/call-values';
import { accessOf } from '../process/descriptors-open';
import { hugePagesOfBytes } from '../process/huge-pages';
import type { DescriptorTable } from '../process/descriptors';

const MAP_NORESERVE = 0x4000;
const PROT_WRITE = 2;

/** What a granted call shows: large memory, huge pages. */
export function learnFromGrant(
  call: MemoryCall,
  { kind }: Observed,
  before: Before,
  shown: ShownMemory,
): void {
  if (kind !== 'success') return;
  const { index } = call.event;
  if (call.call === 'brk') {
    const grown = changeOf(call, before);
    const pages = grown === undefined ? 0 : lengthOf(grown.grows);
    // A refused brk answers too, with the break as it was: what is lent is known by the answer's own value.
    if (pages > USUAL_PAGES && answers(call.event, grown?.to)) shown.lent(BigInt(pages) * 4096n, index);
    return;
  }
  if (call.call !== 'mmap') return;
  const request = requestOf(call, before);
  if (request === undefined) return;
  if (reserves(request)) shown.reserved(request.hugeUnits, request.pages / request.hugeUnits, index);
  const charged =
    request.anonymous &&
    !request.hugePages &&
    (request.flags & MAP_NORESERVE) === 0 &&
    (request.shared || (request.prot & PROT_WRITE) !== 0);
  if (charged && request.pages > USUAL_PAGES) shown.lent(BigInt(request.pages) * 4096n, index);
}

const answers = ({ result }: CallEvent, to: bigint | undefined): boolean =>
  result.kind === 'value' && to !== undefined && result.value === to;

/** sysinfo(2) tells memory and swap in units of their own. */
export function learnFromSysinfo(call: CallEvent, shown: ShownMemory): void {
  if (successOf(call) === undefined) return;
  const info = onExit(call.args[0]);
  const told = (name: string): bigint | undefined => numberOf(member(info, name)?.value);
  const [ram, swap] = [told('totalram'), told('totalswap')];
  const unit = told('mem_unit') ?? 1n;
  if (isSize(ram) && (swap === undefined || isSize(swap)) && isSize(unit))
    shown.toldMemory(ram * unit, swap === undefined ? undefined : swap * unit, call.index);
}

const isSize = (value: bigint | undefined): value is bigint =>
  value !== undefined && value >= 0n && value < 1n << 50n;

const MEMINFO = '/proc/meminfo';
/** `6.1.0-28-amd64`; `Linux version 6.1.0-28-amd64 (…`. Older straces print uname without its release. */
const RELEASES: ReadonlySet<string> = new Set(['/proc/sys/kernel/osrelease', '/proc/version']);
const SETTINGS = '/proc/sys/vm/';
const POOLS = '/sys/kernel/mm/hugepages/hugepages-';
const NODES = '/sys/devices/system/node/node';

/** A file that sets a pool of huge pages: of which size, and what of it. */
interface PoolFile {
  /** Absent: the machine's usual size. */
  readonly kib: bigint | undefined;
  /** 'total': how many there are; 'growth': how many more may be given; 'part': how many of them lie on one node. */
  readonly sets: 'total' | 'growth' | 'part';
}

/** By path; mm/hugetlb_sysfs.c, mm/hugetlb_sysctl.c (mm/hugetlb.c until 6.18). */
function poolFileOf(path: string): PoolFile | undefined {
  if (path.startsWith(SETTINGS)) {
    const sets = POOL_SETTINGS.get(path.slice(SETTINGS.length));
    return sets === undefined ? undefined : { kib: undefined, sets };
  }
  const ofNode = path.startsWith(NODES);
  const at = ofNode ? path.indexOf('/hugepages/hugepages-', NODES.length) : 0;
  if (at < 0 || (!ofNode && !path.startsWith(POOLS))) return undefined;
  const from = ofNode ? at + '/hugepages/hugepages-'.length : POOLS.length;
  const slash = path.indexOf('/', from);
  const kib = numberAt(path, from);
  const sets = slash > 0 && path.endsWith('kB', slash) ? POOL_SETTINGS.get(path.slice(slash + 1)) : undefined;
  if (kib === undefined || sets === undefined) return undefined;
  return { kib, sets: ofNode ? 'part' : sets };
}

const POOL_SETTINGS: ReadonlyMap<string, PoolFile['sets']> = new Map([
  ['nr_hugepages', 'total'],
  ['nr_hugepages_mempolicy', 'total'],
  ['nr_overcommit_hugepages', 'growth'],
]);

/** Reads that are decoded after one of these files was opened. */
const PATIENCE = 16;

/** Files that tell of the machine. Reads of all others are never decoded. */
export class MachineFiles {
  private left = 0;

  /** `released`: told what the kernel says of its release. */
  constructor(
    private readonly shown: ShownMemory,
    private readonly released: (release: string, at: EventIndex) => void,
  ) {}

  /** Whether the next read or write may be of one of them. */
  get watching(): boolean {
    return this.left > 0;
  }

  opened(call: CallEvent, machine: Machine): void {
    if (call.name !== 'openat' && call.name !== 'open' && call.name !== 'creat') return;
    const at = call.name === 'openat' ? 1 : 0;
    const path = bytesOf(argument(call, at));
    if (path === undefined) return;
    const pool = poolFileOf(path);
    if (pool !== undefined || tells(path)) this.left = PATIENCE;
    // Somebody may write what no line shows in full: by another process, by a call that is not decoded.
    const units = unitsOf(pool, machine);
    const isSet = call.name === 'creat' || accessOf(argument(call, at + 1))?.writable !== false;
    if (pool !== undefined && units !== undefined && isSet)
      this.shown.poolTouched(units, pool.sets === 'growth', call.index);
    const release = releaseOfModules(path);
    if (release !== undefined) this.released(release, call.index);
  }

  /** A read or write that succeeded. */
  passed(call: CallEvent, descriptors: DescriptorTable | undefined, machine: Machine): void {
    this.left -= 1;
    const fd = intOf(argument(call, 0));
    const path = fd === undefined ? undefined : descriptors?.get(fd)?.path;
    const content = onExit(call.args[1]);
    if (path === undefined || content?.kind !== 'string') return;
    const pool = poolFileOf(path);
    if (pool !== undefined) this.pool(pool, content, call, machine);
    if (!tells(path)) return;
    // What is cut may be cut in the middle of a number.
    if (RELEASES.has(path)) this.released(content.cut ? `${content.bytes}…` : content.bytes, call.index);
    else this.meminfo(content.bytes, call, machine);
  }

  private meminfo(text: string, { index }: CallEvent, machine: Machine): void {
    const ram = numberAfter(text, 'MemTotal:');
    const swap = numberAfter(text, 'SwapTotal:');
    const pool = numberAfter(text, 'HugePages_Total:');
    if (ram !== undefined)
      this.shown.toldMemory(ram << 10n, swap === undefined ? undefined : swap << 10n, index);
    if (pool !== undefined) this.shown.toldPool(hugePageUnits({ machine }), Number(pool), index);
  }

  private pool(file: PoolFile, { bytes, cut }: StringValue, { index }: CallEvent, machine: Machine): void {
    const total = numberAt(bytes, 0, !cut);
    const units = unitsOf(file, machine);
    if (file.sets === 'total' && total !== undefined && units !== undefined)
      this.shown.toldPool(units, Number(total), index);
  }
}

/** Pages of 4096 bytes in one of its huge pages. */
const unitsOf = (file: PoolFile | undefined, machine: Machine): number | undefined =>
  file?.kib === undefined ? hugePageUnits({ machine }) : hugePagesOfBytes(file.kib << 10n);

const tells = (path: string): boolean => path === MEMINFO || RELEASES.has(path);

/**
 * Lists of modules lie in a folder that is named by the running kernel's release: whoever opens one of them has asked
 * uname. kmod: libkmod.c
 */
function releaseOfModules(path: string): string | undefined {
  const at = path.indexOf('/lib/modules/');
  if (at !== 0 && !path.startsWith('/usr/lib/modules/')) return undefined;
  const [release, file, ...more] = path.slice(at + '/lib/modules/'.length).split('/');
  return file?.startsWith('modules.') === true && more.length === 0 ? release : undefined;
}

/**
 * The decimal number at a place, after blanks; undefined where there is none, or one that no size has. At the end of a text
 * that is not whole more digits may follow.
 */
function numberAt(text: string, from: number, isWhole = false): bigint | undefined {
  let start = from;
  while (text[start] === ' ') start++;
  let end = start;
  while (end - start < 16 && text.charCodeAt(end) >= 48 && text.charCodeAt(end) <= 57) end++;
  return end === start || (end === text.length && !isWhole) ? undefined : BigInt(text.slice(start, end));
}

/** Of a line that begins with a name. */
function numberAfter(text: string, name: string): bigint | undefined {
  const at = text.startsWith(name) ? 0 : text.indexOf(`\n${name}`) + 1;
  return at === 0 && !text.startsWith(name) ? undefined : numberAt(text, at + name.length);
}
