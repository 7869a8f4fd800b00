/**
 * A VMA as a row of a view: strings as /proc/PID/maps has them, with what else is known.
 */
import type { AddressSpace } from '../../model/memory/address-space';
import { permissionsOf, shownOffset } from '../../model/memory/maps-format';
import { isLocked } from '../../model/memory/locked';
import { addressOf, lengthOf, pageRange } from '../../model/memory/page';
import type { PageRange } from '../../model/memory/page';
import { VmFlag, has } from '../../model/memory/vma';
import type { Vma } from '../../model/memory/vma';
import type { EventIndex } from '../../model/trace/positions';
import { hexOf } from '../../model/why/sizes';
import type { LineLink, VmaRow } from '../protocol/row';
import { mapsName } from './vma-name';

export type Link = (event: EventIndex) => LineLink;

/** '0x7f…' of a page; an end may be 2^64, which is written as such. */
export const hex = (page: PageRange['start']): string => hexOf(addressOf(page));

export const kilobytes = (pages: number): number => pages * 4;

export function vmaRow(vma: Vma, space: AddressSpace, link: Link, changes: VmaRow['changes'] = []): VmaRow {
  const { file, name } = mapsName(vma, space);
  const permissions = permissionsOf(vma);
  return {
    kind: 'vma',
    start: hex(vma.start),
    end: hex(vma.end),
    sizeKb: kilobytes(lengthOf(vma)),
    prot: permissions.slice(0, 3),
    share: shareOf(permissions),
    offset: `0x${shownOffset(vma).toString(16)}`,
    file,
    name,
    locked: isLocked(vma) ?? null,
    lockOnFault: has(vma, VmFlag.lockOnFault),
    certainty: vma.certainty,
    changes,
    mappedAt: vma.origin.mapped === undefined ? null : link(vma.origin.mapped),
  };
}

const shareOf = (permissions: string): VmaRow['share'] =>
  permissions.endsWith('s') ? 's' : permissions.endsWith('p') ? 'p' : '?';

/** A stretch without VMA of which nothing is known, or that is known to be free. */
export function holeRow(hole: PageRange & { readonly state: 'free' | 'unknown' }): VmaRow {
  return {
    kind: hole.state,
    start: hex(hole.start),
    end: hex(hole.end),
    sizeKb: kilobytes(lengthOf(hole)),
    prot: hole.state === 'free' ? '---' : '???',
    share: '?',
    offset: '0x0',
    file: null,
    name: null,
    locked: false,
    lockOnFault: false,
    certainty: 'exact',
    changes: [],
    mappedAt: null,
  };
}

/** All pages a task of this space can map. */
export const userRange = (space: AddressSpace): PageRange => pageRange(0, space.taskSize);
