/**
 * Calls that ask about memory, advise on it or move its contents, beside those that make and change mappings: their forms
 * and their rules.
 */
import { cachestatCall, cachestatRule, type CachestatCall } from './cachestat';
import { mincoreRule } from './mincore';
import { mincoreCall, type MincoreCall } from './mincore/call';
import { msyncRule } from './msync';
import { msyncCall, type MsyncCall } from './msync/call';
import { pkeyAllocRule, pkeyFreeRule } from './pkey';
import { pkeyAllocCall, pkeyFreeCall, type PkeyAllocCall, type PkeyFreeCall } from './pkey/call';
import { processMadviseRule } from './process-madvise';
import { processMadviseCall, type ProcessMadviseCall } from './process-madvise/call';
import { processMreleaseCall, processMreleaseRule, type ProcessMreleaseCall } from './process-mrelease';
import { processVmReadvRule, processVmWritevRule } from './process-vm';
import { processVmCall, type ProcessVmCall } from './process-vm/call';
import { remapFilePagesRule } from './remap-file-pages';
import { remapFilePagesCall, type RemapFilePagesCall } from './remap-file-pages/call';
import type { CallForm } from './typed-call';

export type AskingCall =
  | MsyncCall
  | MincoreCall
  | RemapFilePagesCall
  | ProcessMadviseCall
  | ProcessMreleaseCall
  | CachestatCall
  | PkeyAllocCall
  | PkeyFreeCall
  | ProcessVmCall;

const form = (changes: CallForm['changes'], read: CallForm['read']): CallForm => ({ read, changes });

/** By the name in a log. msync and mincore change nothing, but what they answer proves what is mapped. */
export const askingForms: readonly (readonly [string, CallForm])[] = [
  ['msync', form('space', msyncCall)],
  ['mincore', form('space', mincoreCall)],
  ['remap_file_pages', form('space', remapFilePagesCall)],
  ['process_madvise', form('space', processMadviseCall)],
  ['process_mrelease', form('nothing', processMreleaseCall)],
  ['cachestat', form('nothing', cachestatCall)],
  ['pkey_alloc', form('world', pkeyAllocCall)],
  ['pkey_free', form('world', pkeyFreeCall)],
  ['process_vm_readv', form('nothing', (read) => processVmCall(read, 'process_vm_readv'))],
  ['process_vm_writev', form('nothing', (read) => processVmCall(read, 'process_vm_writev'))],
];

/** By the call. */
export const askingRules = {
  msync: msyncRule,
  mincore: mincoreRule,
  remap_file_pages: remapFilePagesRule,
  process_madvise: processMadviseRule,
  process_mrelease: processMreleaseRule,
  cachestat: cachestatRule,
  pkey_alloc: pkeyAllocRule,
  pkey_free: pkeyFreeRule,
  process_vm_readv: processVmReadvRule,
  process_vm_writev: processVmWritevRule,
} as const;
