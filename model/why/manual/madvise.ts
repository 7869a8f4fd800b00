/** madvise(2), since 2.4. */
import type { CallManual } from './generation';
import { asBefore, generations, in1996, in24, inToday, page } from './writing';

const of24 = page('2.4', 'madvise(2)');
const of2010 = page('2010', 'madvise(2)');
const today = page('today', 'madvise(2)');

export const madviseManual: CallManual = {
  call: 'madvise',
  statements: [
    {
      errno: 'ENOMEM',
      checks: ['madvise.unmapped'],
      generations: generations({
        '1996': {
          says: 'silent',
          kernel: 'manual.madvise.no-call.1996.kernel',
          sources: [in1996('arch/i386/kernel/entry.S: sys_call_table')],
        },
        '2.4': { says: 'manual.madvise.unmapped.2.4', sources: [of24, in24('mm/filemap.c: sys_madvise')] },
        '2010': { says: asBefore, sources: [of2010] },
        today: { says: asBefore, sources: [today, inToday('mm/madvise.c: madvise_vma_behavior')] },
      }),
    },
    {
      errno: 'ENOMEM',
      generations: generations({
        '1996': {
          says: 'silent',
          kernel: 'manual.madvise.no-call.1996.kernel',
          sources: [in1996('arch/i386/kernel/entry.S: sys_call_table')],
        },
        '2.4': {
          says: 'manual.madvise.willneed.2.4',
          kernel: 'manual.madvise.willneed.2.4.kernel',
          sources: [of24, in24('mm/filemap.c: madvise_behavior')],
        },
        '2010': { says: asBefore, kernel: 'manual.madvise.willneed.2010.kernel', sources: [of2010] },
        today: {
          says: asBefore,
          kernel: 'manual.madvise.again.today.kernel',
          sources: [today, inToday('mm/madvise.c: madvise_vma_behavior')],
        },
      }),
    },
    {
      errno: 'EINVAL',
      checks: ['madvise.locked'],
      generations: generations({
        '1996': {
          says: 'silent',
          kernel: 'manual.madvise.no-call.1996.kernel',
          sources: [in1996('arch/i386/kernel/entry.S: sys_call_table')],
        },
        '2.4': {
          says: 'manual.madvise.locked.2.4',
          kernel: 'manual.madvise.locked.2.4.kernel',
          sources: [of24, in24('mm/filemap.c: sys_madvise')],
        },
        '2010': { says: asBefore, kernel: 'manual.madvise.locked.2010.kernel', sources: [of2010] },
        today: {
          says: 'manual.madvise.locked.today',
          kernel: 'manual.madvise.locked.today.kernel',
          sources: [today, inToday('mm/madvise.c: madvise_vma_behavior')],
        },
      }),
    },
    {
      errno: 'EINVAL',
      checks: ['madvise.address-misaligned', 'madvise.range-wraps'],
      generations: generations({
        '1996': {
          says: 'silent',
          kernel: 'manual.madvise.no-call.1996.kernel',
          sources: [in1996('arch/i386/kernel/entry.S: sys_call_table')],
        },
        '2.4': { says: 'manual.madvise.unaligned.2.4', sources: [of24, in24('mm/filemap.c: sys_madvise')] },
        '2010': { says: asBefore, sources: [of2010] },
        today: {
          says: asBefore,
          kernel: 'manual.madvise.unaligned.today.kernel',
          sources: [today, inToday('mm/madvise.c: madvise_vma_behavior')],
        },
      }),
    },
    {
      errno: 'EINVAL',
      checks: ['madvise.unknown-advice'],
      generations: generations({
        '1996': {
          says: 'silent',
          kernel: 'manual.madvise.no-call.1996.kernel',
          sources: [in1996('arch/i386/kernel/entry.S: sys_call_table')],
        },
        '2.4': { says: 'manual.madvise.advice.2.4', sources: [of24, in24('mm/filemap.c: sys_madvise')] },
        '2010': { says: 'manual.madvise.advice.2010', sources: [of2010] },
        today: {
          says: asBefore,
          kernel: 'manual.madvise.advice.today.kernel',
          sources: [today, inToday('mm/madvise.c: madvise_vma_behavior')],
        },
      }),
    },
    {
      errno: 'EINVAL',
      checks: [
        'madvise.not-collapsed',
        'madvise.wrong-kind',
        'madvise.no-access',
        'madvise.no-huge-page',
        'madvise.huge-page-cut',
      ],
      generations: generations({
        '1996': {
          says: 'silent',
          kernel: 'manual.madvise.no-call.1996.kernel',
          sources: [in1996('arch/i386/kernel/entry.S: sys_call_table')],
        },
        '2.4': { says: 'silent', sources: [of24, in24('mm/filemap.c: sys_madvise')] },
        '2010': { says: 'silent', sources: [of2010] },
        today: {
          says: 'manual.madvise.kind.today',
          kernel: 'manual.madvise.kind.today.kernel',
          sources: [today, inToday('mm/madvise.c: madvise_vma_behavior')],
        },
      }),
    },
    {
      errno: 'EBADF',
      generations: generations({
        '1996': {
          says: 'silent',
          kernel: 'manual.madvise.no-call.1996.kernel',
          sources: [in1996('arch/i386/kernel/entry.S: sys_call_table')],
        },
        '2.4': {
          says: 'manual.madvise.badf.2.4',
          kernel: 'manual.madvise.badf.2.4.kernel',
          sources: [of24, in24('mm/filemap.c: madvise_willneed')],
        },
        '2010': { says: asBefore, kernel: asBefore, sources: [of2010] },
        today: {
          says: asBefore,
          kernel: 'manual.madvise.badf.today.kernel',
          sources: [today, inToday('mm/madvise.c: madvise_vma_behavior')],
        },
      }),
    },
    {
      errno: 'EIO',
      checks: [],
      generations: generations({
        '1996': {
          says: 'silent',
          kernel: 'manual.madvise.no-call.1996.kernel',
          sources: [in1996('arch/i386/kernel/entry.S: sys_call_table')],
        },
        '2.4': {
          says: 'manual.madvise.rss.2.4',
          kernel: 'manual.madvise.rss.2.4.kernel',
          sources: [of24, in24('mm/filemap.c: madvise_willneed')],
        },
        '2010': { says: asBefore, kernel: 'manual.madvise.rss.2010.kernel', sources: [of2010] },
        today: {
          says: asBefore,
          kernel: asBefore,
          sources: [today, inToday('mm/madvise.c: madvise_vma_behavior')],
        },
      }),
    },
    {
      errno: 'EAGAIN',
      generations: generations({
        '1996': {
          says: 'silent',
          kernel: 'manual.madvise.no-call.1996.kernel',
          sources: [in1996('arch/i386/kernel/entry.S: sys_call_table')],
        },
        '2.4': {
          says: 'manual.madvise.again.2.4',
          kernel: 'manual.madvise.again.2.4.kernel',
          sources: [of24, in24('mm/filemap.c: madvise_behavior')],
        },
        '2010': { says: asBefore, sources: [of2010] },
        today: {
          says: asBefore,
          kernel: 'manual.madvise.again.today.kernel',
          sources: [today, inToday('mm/madvise.c: madvise_vma_behavior')],
        },
      }),
    },
    {
      errno: 'EACCES',
      generations: generations({
        '1996': {
          says: 'silent',
          kernel: 'manual.madvise.no-call.1996.kernel',
          sources: [in1996('arch/i386/kernel/entry.S: sys_call_table')],
        },
        '2.4': { says: 'silent', sources: [of24, in24('mm/filemap.c: sys_madvise')] },
        '2010': { says: 'silent', sources: [of2010] },
        today: {
          says: 'manual.madvise.remove.today',
          sources: [today, inToday('mm/madvise.c: madvise_vma_behavior')],
        },
      }),
    },
    {
      errno: 'EPERM',
      generations: generations({
        '1996': {
          says: 'silent',
          kernel: 'manual.madvise.no-call.1996.kernel',
          sources: [in1996('arch/i386/kernel/entry.S: sys_call_table')],
        },
        '2.4': { says: 'silent', sources: [of24, in24('mm/filemap.c: sys_madvise')] },
        '2010': { says: 'silent', sources: [of2010] },
        today: {
          says: 'manual.madvise.poison.today',
          kernel: 'manual.madvise.poison.today.kernel',
          sources: [today, inToday('mm/madvise.c: madvise_vma_behavior')],
        },
      }),
    },
    {
      errno: 'EFAULT',
      generations: generations({
        '1996': {
          says: 'silent',
          kernel: 'manual.madvise.no-call.1996.kernel',
          sources: [in1996('arch/i386/kernel/entry.S: sys_call_table')],
        },
        '2.4': { says: 'silent', sources: [of24, in24('mm/filemap.c: sys_madvise')] },
        '2010': { says: 'silent', sources: [of2010] },
        today: {
          says: 'manual.madvise.populate.today',
          kernel: 'manual.madvise.populate.today.kernel',
          sources: [today, inToday('mm/madvise.c: madvise_vma_behavior')],
        },
      }),
    },
    {
      errno: 'EOPNOTSUPP',
      generations: generations({
        '1996': {
          says: 'silent',
          kernel: 'manual.madvise.no-call.1996.kernel',
          sources: [in1996('arch/i386/kernel/entry.S: sys_call_table')],
        },
        '2.4': { says: 'silent', sources: [of24, in24('mm/filemap.c: sys_madvise')] },
        '2010': { says: 'silent', kernel: 'manual.madvise.punch.2010.kernel', sources: [of2010] },
        today: {
          says: 'manual.madvise.punch.today',
          sources: [today, inToday('mm/madvise.c: madvise_remove')],
        },
      }),
    },
  ],
};
