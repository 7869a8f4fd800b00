/**
 * Addresses, lengths and descriptors that mean something where the calls are tried: of what is mapped and open there.
 */
import { permissionsOf } from '../../memory/maps-format';
import { nameOf } from '../../memory/names';
import { addressOf, pageOf, type PageNumber } from '../../memory/page';
import type { AddressSpace } from '../../memory/address-space';
import type { Vma } from '../../memory/vma';
import type { Message } from '../../why/message-shape';
import { quote, say } from '../../why/message';
import { hexOf, sizeOfRange } from '../../why/sizes';
import type { CallCandidate } from './call-candidate';
import { numbersOf, spaceOf, type WhatIfState } from './what-if';

/** More than a person looks through; whoever types on sees the others. */
const MOST_VMAS = 500;

/** Calls in which no address is an address all the same: the kernel chooses. */
const CHOOSING: ReadonlySet<string> = new Set(['mmap', 'mmap2', 'old_mmap', 'shmat', 'map_shadow_stack']);

/** Answers of calls before, latest first; then starts and ends of VMAs, ascending. */
export function addressCandidates(state: WhatIfState, call: string): readonly CallCandidate[] {
  const space = spaceOf(state);
  const chosen: readonly CallCandidate[] = CHOOSING.has(call)
    ? [{ text: 'NULL', kind: 'address', detail: say('whatif.kernel-chooses') }]
    : [];
  return [...chosen, ...answers(state), ...breakHere(space, call), ...(space ? borders(space) : [])];
}

function answers(state: WhatIfState): readonly CallCandidate[] {
  return numbersOf(state)
    .answers.flatMap((answer, i): CallCandidate[] =>
      answer === undefined || answer < 4096n
        ? []
        : [{ text: `$${i + 1}`, kind: 'address', detail: say('whatif.answer-of', { number: i + 1 }) }],
    )
    .reverse();
}

const breakHere = (space: AddressSpace | undefined, call: string): readonly CallCandidate[] =>
  call === 'brk' && space?.brk !== undefined
    ? [{ text: hexOf(space.brk), kind: 'address', detail: say('whatif.the-break') }]
    : [];

/** An end is left out where the next VMA starts there. */
function borders(space: AddressSpace): readonly CallCandidate[] {
  const vmas = space.vmaList(0, MOST_VMAS);
  return vmas.flatMap((vma, i) => {
    const what = vmaInWords(vma, space);
    const start = borderAt(vma.start, say('whatif.start-of', { what }));
    const isShared = vmas[i + 1]?.start === vma.end;
    return isShared ? [start] : [start, borderAt(vma.end, say('whatif.end-of', { what }))];
  });
}

const borderAt = (page: PageNumber, detail: Message): CallCandidate => ({
  text: hexOf(addressOf(page)),
  kind: 'address',
  detail,
});

/** `8 KiB rw-p [heap]` */
function vmaInWords(vma: Vma, space: AddressSpace): Message {
  const name = nameOf(vma, space);
  const what = name === undefined ? say('what.anonymous') : quote(name);
  return say('whatif.vma', { size: sizeOfRange(vma), prot: permissionsOf(vma), what });
}

/** @param from where the length counts from; undefined: not known. */
export function lengthCandidates(state: WhatIfState, from: bigint | undefined): readonly CallCandidate[] {
  const { pageSize } = numbersOf(state);
  const page: CallCandidate = { text: pageSize.toString(), kind: 'number', detail: say('whatif.one-page') };
  const space = spaceOf(state);
  const vma = from === undefined || from >= 1n << 63n ? undefined : space?.vmaAt(pageOf(from));
  if (from === undefined || vma === undefined || space === undefined) return [page];
  const what = vmaInWords(vma, space);
  const rest = addressOf(vma.end) - from;
  const isAll = addressOf(vma.start) === from;
  const detail = say(isAll ? 'whatif.all-of' : 'whatif.to-end-of', { what });
  const toEnd: CallCandidate = { text: rest.toString(), kind: 'number', detail };
  return rest === pageSize ? [toEnd] : [toEnd, page];
}

export function descriptorCandidates({ world, task }: WhatIfState, call: string): readonly CallCandidate[] {
  const caller = world.task(task);
  const table = caller && world.descriptors(caller.descriptors);
  const open = [...(table?.entries() ?? [])].slice(0, MOST_VMAS);
  const none: readonly CallCandidate[] = CHOOSING.has(call)
    ? [{ text: '-1', kind: 'descriptor', detail: say('whatif.no-file') }]
    : [];
  return [
    ...none,
    ...open.map(([fd, { path }]): CallCandidate => ({
      text: String(fd),
      kind: 'descriptor',
      detail: quote(path),
    })),
  ];
}
