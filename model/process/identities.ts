/** Numbers that name what the kernel does not: each is given out once a recording. */
import type { SpaceId } from '../memory/address-space';
import type { DescriptorTableId } from './descriptors';
import type { ProcessId } from './world';

export class Identities {
  private spaces = 0;
  private processes = 0;
  private tables = 0;
  private descriptions = 0;

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
