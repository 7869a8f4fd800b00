/** EINVAL of mremap(2): one mistake in the page of 1996, seven in the pages for 2.4 and of 2010, ten today. */
import type { Source } from '../../kernel/check';
import type { ManualStatement } from './generation';
import { asBefore, generations, in1996, in2010, in24, inToday, measured, page } from './writing';

const old = page('1996', 'mremap(2)');
/** The English collection still had the page of 1996 then. */
export const pageOf24: Source = { where: 'mremap(2)', read: 'man-pages zh_TW, Linux 2.4' };
const of2010 = page('2010', 'mremap(2)');
const today = page('today', 'mremap(2)');
const body1996 = in1996('mm/mremap.c: sys_mremap');
const body24 = in24('mm/mremap.c: do_mremap');
const body2010 = in2010('mm/mremap.c: do_mremap');
const bodyToday = inToday('mm/mremap.c: check_mremap_params');

export const mremapMistakes: readonly ManualStatement[] = [
  {
    errno: 'EINVAL',
    checks: ['mremap.old-address-misaligned'],
    generations: generations({
      '1996': {
        says: 'manual.mremap.unaligned.1996',
        kernel: 'manual.mremap.unaligned.1996.kernel',
        sources: [old, body1996],
      },
      '2.4': { says: 'manual.mremap.unaligned.2.4', sources: [pageOf24, body24] },
      '2010': { says: asBefore, sources: [of2010, body2010] },
      today: { says: 'manual.mremap.unaligned.today', sources: [today, bodyToday] },
    }),
  },
  {
    errno: 'EINVAL',
    checks: ['mremap.unknown-flags'],
    generations: generations({
      '1996': { says: 'silent', kernel: 'manual.mremap.flags.1996.kernel', sources: [old, body1996] },
      '2.4': { says: 'manual.mremap.flags.2.4', sources: [pageOf24, body24] },
      '2010': { says: asBefore, sources: [of2010, body2010] },
      today: { says: 'manual.mremap.flags.today', sources: [today, bodyToday] },
    }),
  },
  {
    errno: 'EINVAL',
    checks: ['mremap.new-size-zero'],
    generations: generations({
      '1996': { says: 'silent', kernel: 'manual.mremap.zero.1996.kernel', sources: [old, body1996] },
      '2.4': {
        says: 'manual.mremap.zero.2.4',
        kernel: 'manual.mremap.zero.2.4.kernel',
        sources: [pageOf24, body24],
      },
      '2010': { says: asBefore, sources: [of2010, body2010] },
      today: { says: asBefore, kernel: 'manual.mremap.zero.today.kernel', sources: [today, bodyToday] },
    }),
  },
  {
    errno: 'EINVAL',
    checks: ['mremap.new-size-too-large', 'mremap.new-address-out-of-range', 'mremap.new-address-misaligned'],
    generations: generations({
      '1996': { says: 'silent', kernel: 'manual.mremap.invalid.1996.kernel', sources: [old, body1996] },
      '2.4': {
        says: 'manual.mremap.invalid.2.4',
        kernel: 'manual.mremap.invalid.2.4.kernel',
        sources: [pageOf24, body24],
      },
      '2010': { says: asBefore, kernel: asBefore, sources: [of2010, in2010('mm/mremap.c: mremap_to')] },
      today: { says: asBefore, kernel: 'manual.mremap.invalid.today.kernel', sources: [today, bodyToday] },
    }),
  },
  {
    errno: 'EINVAL',
    checks: ['mremap.ranges-overlap'],
    generations: generations({
      '1996': { says: 'silent', kernel: 'manual.mremap.fixed.1996.kernel', sources: [old, body1996] },
      '2.4': { says: 'manual.mremap.overlap.2.4', sources: [pageOf24, body24] },
      '2010': { says: asBefore, sources: [of2010, in2010('mm/mremap.c: mremap_to')] },
      today: {
        says: asBefore,
        kernel: 'manual.mremap.overlap.today.kernel',
        sources: [today, bodyToday, measured('mremap(2)')],
      },
    }),
  },
  {
    errno: 'EINVAL',
    checks: ['mremap.fixed-without-maymove'],
    generations: generations({
      '1996': { says: 'silent', kernel: 'manual.mremap.fixed.1996.kernel', sources: [old, body1996] },
      '2.4': { says: 'manual.mremap.fixed.2.4', sources: [pageOf24, body24] },
      '2010': { says: asBefore, sources: [of2010, body2010] },
      today: { says: 'manual.mremap.fixed.today', sources: [today, bodyToday] },
    }),
  },
  {
    errno: 'EINVAL',
    checks: ['mremap.dontunmap-resizes'],
    generations: generations({
      '1996': { says: 'silent', sources: [old, body1996] },
      '2.4': { says: 'silent', sources: [pageOf24, body24] },
      '2010': { says: 'silent', sources: [of2010, body2010] },
      today: {
        says: 'manual.mremap.dontunmap-sizes.today',
        kernel: 'manual.mremap.dontunmap-sizes.today.kernel',
        sources: [today, bodyToday, measured('mremap(2)')],
      },
    }),
  },
  {
    errno: 'EINVAL',
    checks: ['mremap.dontunmap-not-anonymous', 'mremap.dontunmap-special'],
    generations: generations({
      '1996': { says: 'silent', sources: [old, body1996] },
      '2.4': { says: 'silent', sources: [pageOf24, body24] },
      '2010': { says: 'silent', sources: [of2010, body2010] },
      today: {
        says: 'manual.mremap.dontunmap-kind.today',
        kernel: 'manual.mremap.dontunmap-kind.today.kernel',
        sources: [today, inToday('mm/mremap.c: check_prep_vma'), measured('mremap(2)')],
      },
    }),
  },
  {
    errno: 'EINVAL',
    checks: ['mremap.old-size-zero-private'],
    generations: generations({
      '1996': { says: 'silent', kernel: 'manual.mremap.duplicate.1996.kernel', sources: [old, body1996] },
      '2.4': { says: 'silent', kernel: asBefore, sources: [pageOf24, body24] },
      '2010': { says: 'silent', kernel: asBefore, sources: [of2010, body2010] },
      today: {
        says: 'manual.mremap.duplicate.today',
        kernel: 'manual.mremap.duplicate.today.kernel',
        sources: [today, inToday('mm/mremap.c: check_prep_vma')],
      },
    }),
  },
  {
    errno: 'EINVAL',
    generations: generations({
      '1996': {
        says: 'manual.mremap.other.1996',
        kernel: 'manual.mremap.unaligned.1996.kernel',
        sources: [old, body1996],
      },
      '2.4': { says: 'manual.mremap.other.2.4', sources: [pageOf24, body24] },
      '2010': { says: asBefore, sources: [of2010, body2010] },
      today: { says: asBefore, kernel: 'manual.mremap.other.today.kernel', sources: [today, bodyToday] },
    }),
  },
  {
    errno: 'EINVAL',
    checks: [],
    generations: generations({
      '1996': { says: 'silent', sources: [old, body1996] },
      '2.4': { says: 'silent', sources: [pageOf24, body24] },
      '2010': { says: 'silent', sources: [of2010, body2010] },
      today: {
        says: 'manual.mremap.duplicate-in-place.today',
        kernel: 'manual.mremap.duplicate-in-place.today.kernel',
        sources: [today, measured('mremap(2)')],
      },
    }),
  },
];
