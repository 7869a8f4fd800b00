/** What mmap(2) says of locks, of memory and of what may not be mapped: EAGAIN, ENOMEM, ENODEV, EPERM and the rest. */
import type { ManualStatement } from './generation';
import { asBefore, generations, in1996, in2010, in24, inToday, measured, page } from './writing';

const old = page('1996', 'mmap(2)');
const of24 = page('2.4', 'mmap(2)');
const of2010 = page('2010', 'mmap(2)');
const today = page('today', 'mmap(2)');
const body1996 = in1996('mm/mmap.c: do_mmap');
const body24 = in24('mm/mmap.c: do_mmap_pgoff');
const body2010 = in2010('mm/mmap.c: do_mmap_pgoff');
const bodyToday = inToday('mm/mmap.c: do_mmap');

export const mmapLimits: readonly ManualStatement[] = [
  {
    errno: 'EAGAIN',
    checks: ['mmap.over-lock-limit', 'mmap.secret-memory-over-lock-limit'],
    generations: generations({
      '1996': {
        says: 'manual.mmap.locked.1996',
        kernel: 'manual.mmap.locked.1996.kernel',
        sources: [old, body1996],
      },
      '2.4': { says: asBefore, kernel: asBefore, sources: [of24, body24] },
      '2010': {
        says: 'manual.mmap.locked.2010',
        kernel: 'manual.mmap.locked.2010.kernel',
        sources: [of2010, body2010],
      },
      today: { says: asBefore, sources: [today, bodyToday] },
    }),
  },
  {
    errno: 'EAGAIN',
    checks: ['mmap.mandatory-lock'],
    generations: generations({
      '1996': {
        says: 'manual.mmap.file-lock.1996',
        kernel: 'manual.mmap.file-lock.1996.kernel',
        sources: [old, body1996],
      },
      '2.4': { says: asBefore, kernel: asBefore, sources: [of24, body24] },
      '2010': { says: asBefore, kernel: asBefore, sources: [of2010, body2010] },
      today: {
        says: asBefore,
        kernel: 'manual.mmap.file-lock.today.kernel',
        sources: [today, bodyToday, measured('mmap(2)')],
      },
    }),
  },
  {
    errno: 'ENOMEM',
    generations: generations({
      '1996': {
        says: 'manual.mmap.memory.1996',
        kernel: 'manual.mmap.memory.1996.kernel',
        sources: [old, body1996],
      },
      '2.4': { says: asBefore, kernel: 'manual.mmap.memory.2.4.kernel', sources: [of24, body24] },
      '2010': { says: asBefore, kernel: asBefore, sources: [of2010, body2010] },
      today: { says: 'manual.mmap.memory.today', sources: [today, bodyToday] },
    }),
  },
  {
    errno: 'ENOMEM',
    checks: ['mmap.map-limit', 'mmap.fixed-map-limit'],
    generations: generations({
      '1996': { says: 'silent', kernel: 'manual.mmap.count.1996.kernel', sources: [old, body1996] },
      '2.4': { says: 'manual.mmap.count.2.4', sources: [of24, body24] },
      '2010': { says: asBefore, sources: [of2010, body2010] },
      today: { says: asBefore, kernel: 'manual.mmap.count.today.kernel', sources: [today, bodyToday] },
    }),
  },
  {
    errno: 'ENOMEM',
    checks: ['mmap.too-long', 'mmap.beyond-task-size', 'mmap.length-wraps'],
    generations: generations({
      '1996': { says: 'silent', kernel: 'manual.mmap.large.1996.kernel', sources: [old, body1996] },
      '2.4': { says: 'silent', kernel: 'manual.mmap.large.2.4.kernel', sources: [of24, body24] },
      '2010': { says: 'silent', sources: [of2010, body2010] },
      today: {
        says: 'manual.mmap.beyond.today',
        kernel: 'manual.mmap.beyond.today.kernel',
        sources: [today, bodyToday],
      },
    }),
  },
  {
    errno: 'ENODEV',
    checks: ['mmap.not-mappable', 'mmap.no-huge-pages'],
    generations: generations({
      '1996': {
        says: 'manual.mmap.device.1996',
        kernel: 'manual.mmap.device.1996.kernel',
        sources: [old, body1996],
      },
      '2.4': { says: 'manual.mmap.device.2.4', sources: [of24, body24] },
      '2010': { says: asBefore, sources: [of2010, body2010] },
      today: { says: asBefore, kernel: 'manual.mmap.device.today.kernel', sources: [today, bodyToday] },
    }),
  },
  {
    errno: 'ENXIO',
    checks: [],
    generations: generations({
      '1996': {
        says: 'manual.mmap.device.1996',
        kernel: 'manual.mmap.nothing-there.1996.kernel',
        sources: [old, body1996],
      },
      '2.4': { says: 'silent', kernel: asBefore, sources: [of24, body24] },
      '2010': { says: 'silent', kernel: asBefore, sources: [of2010, body2010] },
      today: { says: 'silent', kernel: asBefore, sources: [today, bodyToday, measured('mmap(2)')] },
    }),
  },
  {
    errno: 'ENFILE',
    checks: ['mmap.no-file-for-shared-memory'],
    generations: generations({
      '1996': { says: 'silent', kernel: 'manual.mmap.files.1996.kernel', sources: [old, body1996] },
      '2.4': { says: 'manual.mmap.files.2.4', sources: [of24, body24] },
      '2010': { says: asBefore, sources: [of2010, body2010] },
      today: { says: asBefore, kernel: 'manual.mmap.files.today.kernel', sources: [today, bodyToday] },
    }),
  },
  {
    errno: 'EPERM',
    checks: ['mmap.noexec-mount'],
    generations: generations({
      '1996': { says: 'silent', sources: [old, body1996] },
      '2.4': {
        says: 'manual.mmap.noexec.2.4',
        kernel: 'manual.mmap.noexec.2.4.kernel',
        sources: [of24, body24],
      },
      '2010': { says: asBefore, sources: [of2010, body2010] },
      today: { says: asBefore, sources: [today, bodyToday] },
    }),
  },
  {
    errno: 'EPERM',
    generations: generations({
      '1996': { says: 'silent', sources: [old, body1996] },
      '2.4': { says: 'silent', sources: [of24, body24] },
      '2010': { says: 'silent', kernel: 'manual.mmap.denied.2010.kernel', sources: [of2010, body2010] },
      today: {
        says: 'manual.mmap.denied.today',
        kernel: 'manual.mmap.denied.today.kernel',
        sources: [today, bodyToday],
      },
    }),
  },
  {
    errno: 'EEXIST',
    checks: ['mmap.range-in-use'],
    generations: generations({
      '1996': { says: 'silent', sources: [old, body1996] },
      '2.4': { says: 'silent', sources: [of24, body24] },
      '2010': { says: 'silent', sources: [of2010, body2010] },
      today: {
        says: 'manual.mmap.in-use.today',
        kernel: 'manual.mmap.in-use.today.kernel',
        sources: [today, bodyToday],
      },
    }),
  },
  {
    errno: 'EOVERFLOW',
    generations: generations({
      '1996': { says: 'silent', kernel: 'manual.mmap.large.1996.kernel', sources: [old, body1996] },
      '2.4': { says: 'silent', kernel: 'manual.mmap.large.2.4.kernel', sources: [of24, body24] },
      '2010': { says: 'manual.mmap.overflow.2010', sources: [of2010, body2010] },
      today: {
        says: asBefore,
        kernel: 'manual.mmap.overflow.today.kernel',
        sources: [today, bodyToday, measured('mmap(2)')],
      },
    }),
  },
  {
    errno: 'EOPNOTSUPP',
    generations: generations({
      '1996': { says: 'silent', sources: [old, body1996] },
      '2.4': { says: 'silent', sources: [of24, body24] },
      '2010': { says: 'silent', sources: [of2010, body2010] },
      today: { says: 'manual.mmap.unsupported.today', sources: [today, bodyToday] },
    }),
  },
];
