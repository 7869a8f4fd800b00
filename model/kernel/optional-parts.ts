/**
 * Parts that a kernel is built with or without, as far as calls of the log showed it: what one call of a part answers, its
 * others answer too. kernel/sys_ni.c: calls of parts that are left out say ENOSYS
 */
import type { EventIndex } from '../trace/positions';
import type { TypedCall } from './given';
import type { Observed } from './observed';

/** 'numa': memory policies, CONFIG_NUMA. 'shadow-stack': CONFIG_X86_USER_SHADOW_STACK, CONFIG_ARM64_GCS. */
export type OptionalPart = 'numa' | 'shadow-stack';

const CALLS_OF: ReadonlyMap<TypedCall['call'], OptionalPart> = new Map([
  ['mbind', 'numa'],
  ['set_mempolicy', 'numa'],
  ['get_mempolicy', 'numa'],
  ['migrate_pages', 'numa'],
  ['map_shadow_stack', 'shadow-stack'],
]);

export interface ShownPart {
  readonly isThere: boolean;
  readonly at: EventIndex;
}

export class OptionalParts {
  private readonly shown = new Map<OptionalPart, ShownPart>();

  /** The first answer counts: a seccomp filter that is set later may say ENOSYS as well. */
  learn({ call, event }: TypedCall, observed: Observed): void {
    const part = CALLS_OF.get(call);
    if (part === undefined || observed.kind === 'none' || this.shown.has(part)) return;
    const isThere = observed.kind === 'success' || observed.errno !== 'ENOSYS';
    this.shown.set(part, { isThere, at: event.index });
  }

  /** As the events before `event` show it: a call is never judged by its own answer. */
  before(part: OptionalPart, event: EventIndex): ShownPart | undefined {
    const shown = this.shown.get(part);
    return shown !== undefined && shown.at < event ? shown : undefined;
  }
}
