/** Numbers that name what the kernel does not: each is given out once a recording. */
import type { SpaceId } from '../memory/address-space';
import type { DescriptorTableId } from './descriptors';
import type { ProcessId } from './world';

export class Identities {
  private spaces: number;
  private processes: number;
  private tables: number;
  private descriptions: number;

  /** `first`: the numbers below it belong to somebody else. */
  constructor(first = 0) {
    this.spaces = this.processes = this.tables = this.descriptions = first;
  }

  space(): SpaceId {
    return this.spaces++ as SpaceId;
  }

  process(): ProcessId {
    return this.processes++ as ProcessId;
  }

  descriptors(): DescriptorTableId {
    return this.tables++ as DescriptorTableId;
  }

  /** Of an open file description. */
  description(): number {
    return this.descriptions++;
  }
}
