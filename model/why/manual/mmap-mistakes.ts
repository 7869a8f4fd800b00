/** What mmap(2) says of arguments and of the file: EBADF, EACCES, EINVAL, ETXTBSY. */
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

export const mmapMistakes: readonly ManualStatement[] = [
  {
    errno: 'EBADF',
    checks: ['mmap.fd-not-open', 'mmap.fd-path-only'],
    generations: generations({
      '1996': {
        says: 'manual.mmap.descriptor.1996',
        sources: [old, in1996('arch/i386/kernel/sys_i386.c: old_mmap')],
      },
      '2.4': { says: asBefore, sources: [of24, body24] },
      '2010': { says: asBefore, sources: [of2010, body2010] },
      today: {
        says: asBefore,
        kernel: 'manual.mmap.descriptor.today.kernel',
        sources: [today, inToday('mm/mmap.c: ksys_mmap_pgoff')],
      },
    }),
  },
  {
    errno: 'EACCES',
    checks: ['mmap.fd-not-readable'],
    generations: generations({
      '1996': {
        says: 'manual.mmap.readable.1996',
        kernel: 'manual.mmap.readable.1996.kernel',
        sources: [old, body1996],
      },
      '2.4': { says: asBefore, kernel: asBefore, sources: [of24, body24] },
      '2010': { says: asBefore, kernel: asBefore, sources: [of2010, body2010] },
      today: { says: 'manual.mmap.readable.today', sources: [today, bodyToday] },
    }),
  },
  {
    errno: 'EACCES',
    checks: ['mmap.fd-not-writable'],
    generations: generations({
      '1996': {
        says: 'manual.mmap.writable.1996',
        kernel: 'manual.mmap.writable.1996.kernel',
        sources: [old, body1996],
      },
      '2.4': { says: 'manual.mmap.writable.2.4', sources: [of24, body24] },
      '2010': { says: asBefore, sources: [of2010, body2010] },
      today: { says: asBefore, sources: [today, bodyToday] },
    }),
  },
  {
    errno: 'EACCES',
    checks: [],
    generations: generations({
      '1996': {
        says: 'silent',
        kernel: 'manual.mmap.regular.1996.kernel',
        sources: [old, in1996('mm/filemap.c: generic_file_mmap')],
      },
      '2.4': {
        says: 'manual.mmap.regular.2.4',
        kernel: 'manual.mmap.regular.2.4.kernel',
        sources: [of24, body24],
      },
      '2010': { says: asBefore, kernel: asBefore, sources: [of2010, body2010] },
      today: { says: asBefore, kernel: asBefore, sources: [today, bodyToday, measured('mmap(2)')] },
    }),
  },
  {
    errno: 'EACCES',
    checks: ['mmap.append-only'],
    generations: generations({
      '1996': { says: 'silent', kernel: 'manual.mmap.append.1996.kernel', sources: [old, body1996] },
      '2.4': {
        says: 'manual.mmap.append.2.4',
        kernel: 'manual.mmap.append.2.4.kernel',
        sources: [of24, body24],
      },
      '2010': { says: asBefore, kernel: asBefore, sources: [of2010, body2010] },
      today: { says: asBefore, kernel: asBefore, sources: [today, bodyToday] },
    }),
  },
  {
    errno: 'EACCES',
    generations: generations({
      '1996': { says: 'silent', sources: [old, body1996] },
      '2.4': { says: 'silent', sources: [of24, body24] },
      '2010': { says: 'silent', kernel: 'manual.mmap.security.2010.kernel', sources: [of2010, body2010] },
      today: { says: 'silent', kernel: 'manual.mmap.security.today.kernel', sources: [today, bodyToday] },
    }),
  },
  {
    errno: 'EINVAL',
    checks: ['mmap.address-misaligned', 'mmap.offset-misaligned'],
    generations: generations({
      '1996': {
        says: 'manual.mmap.unaligned.1996',
        kernel: 'manual.mmap.unaligned.1996.kernel',
        sources: [old, body1996, in1996('mm/filemap.c: generic_file_mmap')],
      },
      '2.4': {
        says: asBefore,
        kernel: 'manual.mmap.unaligned.2.4.kernel',
        sources: [of24, in24('arch/i386/kernel/sys_i386.c: old_mmap')],
      },
      '2010': { says: asBefore, kernel: asBefore, sources: [of2010, body2010] },
      today: { says: asBefore, kernel: asBefore, sources: [today, bodyToday, measured('mmap(2)')] },
    }),
  },
  {
    errno: 'EINVAL',
    checks: [],
    generations: generations({
      '1996': {
        says: 'manual.mmap.large.1996',
        kernel: 'manual.mmap.large.1996.kernel',
        sources: [old, body1996],
      },
      '2.4': { says: asBefore, kernel: 'manual.mmap.large.2.4.kernel', sources: [of24, body24] },
      '2010': { says: asBefore, kernel: 'manual.mmap.large.2010.kernel', sources: [of2010, body2010] },
      today: { says: asBefore, kernel: asBefore, sources: [today, bodyToday, measured('mmap(2)')] },
    }),
  },
  {
    errno: 'EINVAL',
    checks: ['mmap.length-zero'],
    generations: generations({
      '1996': { says: 'silent', kernel: 'manual.mmap.zero.1996.kernel', sources: [old, body1996] },
      '2.4': { says: 'silent', kernel: asBefore, sources: [of24, body24] },
      '2010': { says: 'manual.mmap.zero.2010', sources: [of2010, body2010] },
      today: { says: asBefore, sources: [today, bodyToday] },
    }),
  },
  {
    errno: 'EINVAL',
    checks: ['mmap.without-type', 'mmap.file-without-type'],
    generations: generations({
      '1996': { says: 'silent', kernel: 'manual.mmap.type.1996.kernel', sources: [old, body1996] },
      '2.4': { says: 'silent', kernel: 'manual.mmap.type.2.4.kernel', sources: [of24, body24] },
      '2010': { says: 'manual.mmap.type.2010', sources: [of2010, body2010] },
      today: {
        says: 'manual.mmap.type.today',
        kernel: 'manual.mmap.type.today.kernel',
        sources: [today, bodyToday],
      },
    }),
  },
  {
    errno: 'EINVAL',
    generations: generations({
      '1996': { says: 'manual.mmap.other.1996', sources: [old, body1996] },
      '2.4': { says: asBefore, kernel: 'manual.mmap.other.2.4.kernel', sources: [of24, body24] },
      '2010': { says: asBefore, kernel: asBefore, sources: [of2010, body2010] },
      today: { says: asBefore, kernel: 'manual.mmap.other.today.kernel', sources: [today, bodyToday] },
    }),
  },
  {
    errno: 'ETXTBSY',
    checks: ['mmap.swap-file'],
    generations: generations({
      '1996': {
        says: 'manual.mmap.busy.1996',
        kernel: 'manual.mmap.busy.1996.kernel',
        sources: [old, in1996('arch/i386/kernel/sys_i386.c: old_mmap')],
      },
      '2.4': {
        says: asBefore,
        kernel: asBefore,
        sources: [of24, in24('arch/i386/kernel/sys_i386.c: do_mmap2')],
      },
      '2010': { says: asBefore, kernel: asBefore, sources: [of2010, body2010] },
      today: {
        says: asBefore,
        kernel: 'manual.mmap.busy.today.kernel',
        sources: [today, bodyToday, measured('mmap(2)')],
      },
    }),
  },
];
