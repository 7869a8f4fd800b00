/**
 * The smallest steps that a world is made of. An event's effect is a list of them; the timeline keeps the lists and takes
 * the steps again when it travels, so each must depend on nothing but the world it is applied to.
 */
import type { EventIndex } from '../trace/positions';
import type { AddressSpace, SpaceChange, SpaceId } from '../memory/address-space';
import type { PageNumber } from '../memory/page';
import type { DescriptorTableId, OpenFile } from './descriptors';
import type { SharedSegment } from './shared-segment';
import type { Process, Task } from './world';

export type Update =
  /** Born or replaced. */
  | { readonly of: 'task'; readonly task: Task }
  | { readonly of: 'process'; readonly process: Process }
  | { readonly of: 'space'; readonly change: SpaceChange }
  /** A space of which nothing is known. `past` 'none': made by execve, so nothing is locked yet. */
  | {
      readonly of: 'new-space';
      readonly id: SpaceId;
      readonly taskSize: PageNumber;
      readonly past: 'none' | 'unknown';
    }
  /** What fork makes of a space. */
  | {
      readonly of: 'forked-space';
      readonly id: SpaceId;
      readonly from: SpaceId;
      readonly at: EventIndex;
    }
  /** A space told from outside: a snapshot. */
  | { readonly of: 'told-space'; readonly space: AddressSpace }
  | { readonly of: 'space-gone'; readonly id: SpaceId }
  /** `from` undefined: a table whose numbers are all unknown. */
  | {
      readonly of: 'new-descriptors';
      readonly id: DescriptorTableId;
      readonly from: DescriptorTableId | undefined;
    }
  | {
      readonly of: 'descriptor';
      readonly table: DescriptorTableId;
      readonly fd: number;
      readonly file: OpenFile | 'closed';
    }
  /** Every number from `first` on. */
  | { readonly of: 'descriptors-closed'; readonly table: DescriptorTableId; readonly first: number }
  | { readonly of: 'descriptors-gone'; readonly id: DescriptorTableId }
  | { readonly of: 'segment'; readonly shmid: number; readonly segment: SharedSegment };
