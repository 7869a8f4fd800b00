/**
 * What mprotect and pkey_mprotect demand of their arguments, before any mapping is looked at.
 * mm/mprotect.c: do_mprotect_pkey
 */
import { startsOnPage } from '../aligned-range';
import { PROT } from '../abi/mmap-flags';
import type { Check } from '../check';
import { kernelBits, pageBytes, untagged } from '../layout';
import type { MprotectCall } from '../mapping-call';
import { keysInKernel, stateOfKey } from '../pkey/allocation';
import { alignedRange } from '../rounding';
import {
  argumentFact,
  cannotTell,
  demand,
  fails,
  likelyPasses,
  NOT_REACHED,
  passes,
  read,
  seen,
  withArguments,
} from '../verdict';
import { kernelVersion } from '../versions';

const entry = seen('mm/mprotect.c: do_mprotect_pkey');
const KNOWN = PROT.READ | PROT.WRITE | PROT.EXEC | PROT.SEM;
/** PROT_BTI and PROT_MTE. arch/arm64/include/asm/mman.h: arch_validate_prot */
const ARM64_PROT = 0x30;
const GROWS = PROT.GROWSDOWN | PROT.GROWSUP;

export const argumentChecks: readonly Check<MprotectCall>[] = [
  {
    id: 'mprotect.not-in-this-kernel',
    errno: 'ENOSYS',
    until: kernelVersion(4, 8),
    sources: [read('pkey_mprotect(2)', 'man-pages 6.20')],
    demand: 'the kernel has pkey_mprotect: 4.9 and later',
    test: ({ call }) => (call === 'pkey_mprotect' ? fails() : NOT_REACHED),
  },
  {
    id: 'mprotect.not-in-this-kernel',
    errno: 'ENOSYS',
    since: kernelVersion(4, 9),
    sources: [read('pkey_mprotect(2)', 'man-pages 6.20')],
    demand: 'the kernel was built with protection keys, for pkey_mprotect; for arm64 6.12 and later can be',
    test: ({ call }, before) => (call === 'mprotect' ? NOT_REACHED : keysInKernel(before)),
  },
  {
    id: 'mprotect.grows-both-ways',
    errno: 'EINVAL',
    sources: [entry],
    demand: 'PROT_GROWSDOWN and PROT_GROWSUP are not given together',
    test: ({ prot }) =>
      withArguments([prot], (bits) => demand((bits & GROWS) !== GROWS, argumentFact('prot', prot))),
  },
  {
    id: 'mprotect.address-misaligned',
    errno: 'EINVAL',
    sources: [entry, read('mprotect(2)', 'man-pages 6.20')],
    demand: 'the address is a multiple of the page size',
    test: startsOnPage,
  },
  {
    id: 'mprotect.range-wraps',
    errno: 'ENOMEM',
    sources: [entry],
    demand: 'the range does not pass the end of the address space',
    test: ({ addr, length }, before) =>
      withArguments([addr, length], (start, bytes) => {
        if (bytes === 0n) return NOT_REACHED;
        const range = alignedRange(untagged(start, before), bytes, kernelBits(before), pageBytes(before));
        return demand(
          range.length !== 0n && !range.wraps,
          argumentFact('addr', addr),
          argumentFact('length', length),
        );
      }),
  },
  {
    id: 'mprotect.unknown-protection',
    errno: 'EINVAL',
    sources: [entry, read('include/linux/mman.h: arch_validate_prot')],
    demand: 'the protection has no bits but PROT_READ, PROT_WRITE, PROT_EXEC and those of the architecture',
    test: ({ prot, length }, before) =>
      withArguments([prot, length], (bits, bytes) => {
        if (bytes === 0n) return NOT_REACHED;
        const rest = bits > 0xffff_ffff ? bits : bits & ~(KNOWN | GROWS);
        if (before.task.architecture === 'arm64' && rest !== 0 && (rest & ~ARM64_PROT) === 0)
          return likelyPasses('unknown-machine', argumentFact('prot', prot));
        return demand(rest === 0, argumentFact('prot', prot));
      }),
  },
  {
    id: 'mprotect.unknown-key',
    errno: 'EINVAL',
    since: kernelVersion(4, 9),
    sources: [entry, read('pkey_mprotect(2)', 'man-pages 6.20')],
    demand: 'the protection key is -1 or was allocated',
    test: ({ call, pkey, length }, before) => {
      if (call === 'mprotect') return NOT_REACHED;
      return withArguments([pkey, length], (key, bytes) => {
        if (bytes === 0n) return NOT_REACHED;
        const fact = argumentFact('pkey', pkey);
        if (key === -1) return passes(fact);
        // Without protection keys in the hardware not even 0 is allocated, which every process has with them.
        const state = stateOfKey(key, before);
        return state === 'unknown'
          ? cannotTell('unknown-machine', fact)
          : demand(state === 'allocated', fact);
      });
    },
  },
];
