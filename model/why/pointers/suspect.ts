/** A use of memory held against the space before the call: good, or suspected of what failed. */
import { addressOf, pageOf, type PageNumber } from '../../memory/page';
import type { Before } from '../../kernel/check';
import { taskSizeBytes } from '../../kernel/layout';
import { beyondUserSpace } from '../../kernel/user-memory';
import type { Message } from '../message-shape';
import { say } from '../message';
import { accountOfPage } from '../page-history';
import type { PageAccount } from './page-account';
import { bytesInWords, hexOf } from '../sizes';
import type { Subject } from '../subject';
import type { MemoryUse } from './memory-use';
import { walk } from './page-walk';

/** How much speaks against a use, from most to least. */
export const SUSPICION = {
  /** The kernel cannot get past it. */
  certain: 5,
  /** A bad page is there, but perhaps behind what was needed. */
  farther: 4,
  /** strace could not read it either. */
  refusedToStrace: 3,
  /** The log does not show what is there. */
  unknown: 2,
  /** It does not, but a program has its own data there. */
  likelyGood: 1,
  /** All that the log shows speaks for it. */
  doubtful: 0,
} as const;

export interface Suspect {
  readonly use: MemoryUse;
  readonly suspicion: number;
  readonly account: PageAccount;
}

/** Undefined: it is good. */
export function suspectOf(subject: Subject, before: Before, use: MemoryUse): Suspect | undefined {
  const { address } = use;
  if (address === undefined) return unaddressed(before, use);
  const access = accessOf(use, address);
  const outside = beyondTheEnd(before, use, address, access);
  if (outside !== undefined) return { use, suspicion: SUSPICION.certain, account: outside };
  const { bad, open, doubtful } = walk(subject, before.space, address, use.most, use.does);
  const account = (page: PageNumber): PageAccount =>
    accountOfPage(subject, before.space, page, use.does, access, firstByteIn(page, address));
  if (bad !== undefined && open === undefined && addressOf(bad) < address + use.least)
    return { use, suspicion: SUSPICION.certain, account: account(bad) };
  const page = open ?? bad ?? doubtful;
  if (page === undefined) return undefined;
  const told = account(page);
  if (open !== undefined) return { use, suspicion: ofUnknown(use, told), account: told };
  if (bad === undefined) return doubted(use, told);
  if (!use.isString) return { use, suspicion: SUSPICION.farther, account: told };
  const suspicion = use.refusedToStrace ? SUSPICION.certain : SUSPICION.farther;
  return { use, suspicion, account: overrun(address, bad, told) };
}

/** What two could not read, and no line ever mapped, is not there. */
function ofUnknown({ refusedToStrace }: MemoryUse, { certainty, isLikelyGood }: PageAccount): number {
  if (!refusedToStrace) return isLikelyGood === true ? SUSPICION.likelyGood : SUSPICION.unknown;
  return certainty === 'proven' ? SUSPICION.certain : SUSPICION.refusedToStrace;
}

/** What two could not read, though it is mapped with the right to, has no page behind it. */
function doubted(use: MemoryUse, told: PageAccount): Suspect {
  return use.refusedToStrace && told.id === 'fault.beyond-file'
    ? { use, suspicion: SUSPICION.certain, account: { ...told, certainty: 'proven' } }
    : { use, suspicion: SUSPICION.doubtful, account: told };
}

/** The string begins in memory that can be read and goes on where none can. */
function overrun(address: bigint, page: PageNumber, told: PageAccount): PageAccount {
  return {
    id: 'fault.string-overrun',
    text: say('fault.string-overrun', {
      address: hexOf(address),
      page: hexOf(addressOf(page)),
      history: told.text,
    }),
    certainty: told.certainty,
    evidence: told.evidence,
  };
}

const firstByteIn = (page: PageNumber, address: bigint): bigint =>
  pageOf(address) === page ? address : addressOf(page);

function accessOf({ does, what, least, most, isString }: MemoryUse, address: bigint): Message {
  const values = { what, address: hexOf(address), size: bytesInWords(most) };
  if (isString) return say('pointer.string', values);
  const isExact = least === most;
  if (does === 'read') return say(isExact ? 'pointer.read' : 'pointer.read-up-to', values);
  return say(isExact ? 'pointer.write' : 'pointer.write-up-to', values);
}

/** Tested before a byte is looked at, of the whole length: access_ok. A string may end before. */
function beyondTheEnd(
  before: Before,
  { most, isString }: MemoryUse,
  address: bigint,
  access: Message,
): PageAccount | undefined {
  const length = isString ? 1n : most;
  if (!beyondUserSpace(address, length, before) && address < taskSizeBytes(before)) return undefined;
  const end = hexOf(taskSizeBytes(before));
  if (address < taskSizeBytes(before))
    return {
      id: 'fault.beyond-user-space',
      text: say('fault.beyond-user-space', {
        address: hexOf(address),
        size: bytesInWords(length),
        end,
        access,
      }),
      certainty: 'proven',
      evidence: [],
    };
  const key = isNoAddress(address, before) ? 'fault.no-address' : 'fault.kernel-address';
  return {
    id: 'fault.kernel-address',
    text: say(key, { address: hexOf(address), access }),
    certainty: 'proven',
    evidence: [],
  };
}

/** x86-64 knows addresses whose highest bits are all equal. Intel SDM volume 1, 3.3.7.1 */
function isNoAddress(address: bigint, { machine }: Before): boolean {
  if (machine.architecture !== 'x86-64') return false;
  const used = BigInt((machine.addressBits ?? 48) - 1);
  const top = address >> used;
  return top !== 0n && top !== (1n << (64n - used)) - 1n;
}

/** What the line shows in place of the address. */
function unaddressed(before: Before, use: MemoryUse): Suspect | undefined {
  const { does, what, most, shown } = use;
  const end = taskSizeBytes(before);
  const size = bytesInWords(most);
  const likely = (
    key: 'fault.not-writable-shown' | 'fault.tail-unreadable' | 'fault.inside',
    id: string,
    suspicion: number,
  ): Suspect => ({
    use,
    suspicion,
    account: { id, text: say(key, { what, size }), certainty: 'likely', evidence: [] },
  });
  if (shown === 'nothing') return likely('fault.inside', 'fault.inside', SUSPICION.unknown);
  if (does === 'write') return likely('fault.not-writable-shown', 'fault.read-only', SUSPICION.unknown);
  if (shown === 'all' || use.isString) return undefined;
  if (most > end)
    return {
      use,
      suspicion: SUSPICION.certain,
      account: {
        id: 'fault.beyond-user-space',
        text: say('fault.too-long-for-any', {
          size,
          end: hexOf(end),
          access: say('pointer.contents', { what }),
        }),
        certainty: 'proven',
        evidence: [],
      },
    };
  return likely('fault.tail-unreadable', 'fault.tail', SUSPICION.unknown);
}
