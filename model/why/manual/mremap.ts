/** mremap(2), which began in 1.3.86. The page of 1996 is its author's own; the kernel of that time had one flag. */
import type { CallManual } from './generation';
import { mremapMistakes, pageOf24 } from './mremap-mistakes';
import { asBefore, generations, in1996, in2010, in24, inToday, measured, page } from './writing';

const old = page('1996', 'mremap(2)');
const of2010 = page('2010', 'mremap(2)');
const today = page('today', 'mremap(2)');
const body1996 = in1996('mm/mremap.c: sys_mremap');
const body24 = in24('mm/mremap.c: do_mremap');
const body2010 = in2010('mm/mremap.c: vma_to_resize');
const bodyToday = inToday('mm/mremap.c: check_prep_vma');

export const mremapManual: CallManual = {
  call: 'mremap',
  statements: [
    {
      errno: 'EAGAIN',
      checks: ['mremap.over-lock-limit'],
      generations: generations({
        '1996': {
          says: 'manual.mremap.locked.1996',
          kernel: 'manual.mremap.locked.1996.kernel',
          sources: [old, body1996],
        },
        '2.4': {
          says: 'manual.mremap.locked.2.4',
          kernel: 'manual.mremap.locked.2.4.kernel',
          sources: [pageOf24, { where: 'mremap(2)', read: 'man-pages 2.07' }, body24],
        },
        '2010': {
          says: asBefore,
          kernel: 'manual.mremap.locked.2010.kernel',
          sources: [of2010, body2010],
        },
        today: {
          says: asBefore,
          kernel: 'manual.mremap.locked.today.kernel',
          sources: [today, bodyToday, measured('mremap(2)')],
        },
      }),
    },
    {
      errno: 'EFAULT',
      checks: ['mremap.unmapped'],
      generations: generations({
        '1996': {
          says: 'manual.mremap.unmapped.1996',
          kernel: 'manual.mremap.unmapped.1996.kernel',
          sources: [old, body1996],
        },
        '2.4': {
          says: asBefore,
          kernel: 'manual.mremap.unmapped.2.4.kernel',
          sources: [pageOf24, body24],
        },
        '2010': {
          says: asBefore,
          kernel: asBefore,
          sources: [of2010, in2010('mm/mremap.c: do_mremap')],
        },
        today: {
          says: asBefore,
          kernel: 'manual.mremap.unmapped.today.kernel',
          sources: [today, inToday('mm/mremap.c: do_mremap'), measured('mremap(2)')],
        },
      }),
    },
    {
      errno: 'EFAULT',
      checks: ['mremap.beyond-vma', 'mremap.several-with-own-rules'],
      generations: generations({
        '1996': {
          says: 'manual.mremap.several.1996',
          kernel: 'manual.mremap.several.1996.kernel',
          sources: [old, body1996],
        },
        '2.4': {
          says: asBefore,
          kernel: 'manual.mremap.several.2.4.kernel',
          sources: [pageOf24, body24],
        },
        '2010': { says: asBefore, kernel: asBefore, sources: [of2010, body2010] },
        today: {
          says: asBefore,
          kernel: 'manual.mremap.several.today.kernel',
          sources: [today, inToday('mm/mremap.c: remap_move'), measured('mremap(2)')],
        },
      }),
    },
    {
      errno: 'EFAULT',
      checks: ['mremap.special-grows', 'mremap.destroys-its-source'],
      generations: generations({
        '1996': { says: 'silent', kernel: 'manual.mremap.special.1996.kernel', sources: [old, body1996] },
        '2.4': { says: 'silent', kernel: 'manual.mremap.special.2.4.kernel', sources: [pageOf24, body24] },
        '2010': { says: 'silent', kernel: asBefore, sources: [of2010, body2010] },
        today: {
          says: 'silent',
          kernel: 'manual.mremap.special.today.kernel',
          sources: [today, bodyToday, measured('mremap(2)')],
        },
      }),
    },
    ...mremapMistakes,
    {
      errno: 'ENOMEM',
      checks: ['mremap.no-room-in-place'],
      generations: generations({
        '1996': { says: 'manual.mremap.in-place.1996', sources: [old, body1996] },
        '2.4': { says: asBefore, sources: [pageOf24, body24] },
        '2010': { says: asBefore, sources: [of2010, in2010('mm/mremap.c: vma_expandable')] },
        today: {
          says: asBefore,
          kernel: 'manual.mremap.in-place.today.kernel',
          sources: [today, inToday('mm/mremap.c: expand_vma'), measured('mremap(2)')],
        },
      }),
    },
    {
      errno: 'ENOMEM',
      generations: generations({
        '1996': {
          says: 'manual.mremap.memory.1996',
          kernel: 'manual.mremap.memory.1996.kernel',
          sources: [old, body1996, in1996('mm/mremap.c: move_vma')],
        },
        '2.4': {
          says: asBefore,
          kernel: 'manual.mremap.memory.2.4.kernel',
          sources: [pageOf24, body24],
        },
        '2010': {
          says: asBefore,
          kernel: 'manual.mremap.memory.2010.kernel',
          sources: [of2010, body2010],
        },
        today: {
          says: 'manual.mremap.memory.today',
          kernel: 'manual.mremap.memory.today.kernel',
          sources: [today, inToday('mm/mremap.c: check_mremap_params'), bodyToday],
        },
      }),
    },
    {
      errno: 'EPERM',
      generations: generations({
        '1996': { says: 'silent', sources: [old, body1996] },
        '2.4': { says: 'silent', sources: [pageOf24, body24] },
        '2010': {
          says: 'silent',
          kernel: 'manual.mremap.denied.2010.kernel',
          sources: [of2010, in2010('mm/mremap.c: mremap_to')],
        },
        today: {
          says: 'silent',
          kernel: 'manual.mremap.denied.today.kernel',
          sources: [today, { where: 'mseal(2)', read: 'man-pages 6' }, bodyToday],
        },
      }),
    },
  ],
};
