/** remap_file_pages(2)'s arguments. `pgoff` counts pages of the machine. */
import type { CallEvent } from '../../trace/event';
import { mmapFlags, protFlags } from '../abi/mmap-flags';
import type { CallReader } from '../call-reader';
import type { Given } from '../given';

export interface RemapFilePagesCall {
  readonly event: CallEvent;
  readonly call: 'remap_file_pages';
  readonly addr: Given<bigint>;
  readonly size: Given<bigint>;
  readonly prot: Given<number>;
  readonly pgoff: Given<bigint>;
  readonly flags: Given<number>;
}

export const remapFilePagesCall = (read: CallReader): RemapFilePagesCall => ({
  call: 'remap_file_pages',
  event: read.event,
  addr: read.word(0, 'addr'),
  size: read.word(1, 'size'),
  prot: read.flags(2, 'prot', protFlags(read.architecture)),
  pgoff: read.word(3, 'pgoff'),
  flags: read.flags(4, 'flags', mmapFlags(read.architecture)),
});
