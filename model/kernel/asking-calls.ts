/**
 * Calls that ask about memory, advise on it or move its contents, beside those that make and change mappings: their forms
 * and their rules.
 */
import { changing, type CallForm } from './call-form';
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

const space = changing<AskingCall>('space');
const world = changing<AskingCall>('world');
const nothing = changing<AskingCall>('nothing');

/** By the name in a log. msync and mincore change nothing, but what they answer proves what is mapped. */
export const askingForms: readonly (readonly [string, CallForm<AskingCall>])[] = [
  ['msync', space(msyncCall)],
  ['mincore', space(mincoreCall)],
  ['remap_file_pages', space(remapFilePagesCall)],
  ['process_madvise', space(processMadviseCall)],
  ['process_mrelease', nothing(processMreleaseCall)],
  ['cachestat', nothing(cachestatCall)],
  ['pkey_alloc', world(pkeyAllocCall)],
  ['pkey_free', world(pkeyFreeCall)],
  ['process_vm_readv', nothing((read) => processVmCall(read, 'process_vm_readv'))],
  ['process_vm_writev', nothing((read) => processVmCall(read, 'process_vm_writev'))],
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
