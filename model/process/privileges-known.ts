/**
 * Which capabilities a task has, as far as lines prove it.
 */
import type { EventIndex } from '../trace/positions';
import type { Capability, Knowledge, Privileges } from './privileges';

export const unknownPrivileges: Privileges = { euid: undefined, capabilities: new Map() };

const UNKNOWN: Knowledge = { has: 'unknown', because: undefined, how: 'unknown' };

/** include/uapi/linux/capability.h */
export const CAPABILITY_NUMBERS: ReadonlyMap<Capability, number> = new Map([
  ['CAP_IPC_LOCK', 14],
  ['CAP_IPC_OWNER', 15],
  ['CAP_SYS_RAWIO', 17],
  ['CAP_SYS_PTRACE', 19],
  ['CAP_SYS_ADMIN', 21],
  ['CAP_SYS_NICE', 23],
  ['CAP_SYS_RESOURCE', 24],
]);

export const capabilityOf = (privileges: Privileges, capability: Capability): Knowledge =>
  privileges.capabilities.get(capability) ?? UNKNOWN;

/** Shown outright by a call: capget, capset. */
export function shown(
  privileges: Privileges,
  answer: (capability: Capability) => boolean | undefined,
  at: EventIndex,
): Privileges {
  return withEach(withoutAllowed(privileges), (capability) => {
    const has = answer(capability);
    return has === undefined ? undefined : { has: has ? 'yes' : 'no', because: at, how: 'shown' };
  });
}

/**
 * A call did what only the capability permits: a lock above the limit, a mapping below vm.mmap_min_addr. The kernel's
 * rules find such calls; here is the conclusion.
 */
export function concluded(
  privileges: Privileges,
  capability: Capability,
  has: 'yes' | 'no',
  at: EventIndex,
): Privileges {
  if (capabilityOf(privileges, capability).has === has) return privileges;
  return withEach(privileges, (one) =>
    one === capability ? { has, because: at, how: 'concluded' } : undefined,
  );
}

/**
 * The effective user id has changed. From 0 to another the effective capabilities are cleared; whoever keeps permitted
 * ones (PR_SET_KEEPCAPS) needs a capset, which shows. From another id to a third nothing is cleared; from one that is not
 * known, perhaps. To 0 the permitted ones become effective, but which those are no line shows. security/commoncap.c: cap_emulate_setxuid
 */
export function withEuid(privileges: Privileges, euid: number, at: EventIndex): Privileges {
  if (privileges.euid === euid) return privileges;
  const moved = { ...withoutAllowed(privileges), euid };
  if (privileges.euid === 0) return withEach(moved, () => ({ has: 'no', because: at, how: 'concluded' }));
  if (euid === 0) return { ...moved, capabilities: new Map() };
  if (privileges.euid !== undefined) return moved;
  const without = [...privileges.capabilities].filter(([, { has }]) => has === 'no');
  return { ...moved, capabilities: new Map(without) };
}

/**
 * After execve capabilities are worked out anew from those of the file, which no log shows, and a set-user-ID program
 * changes the user (under strace too, where strace is root's): nothing is known, the user neither. What a user namespace
 * keeps away, no program brings back. security/commoncap.c: cap_bprm_creds_from_file
 */
export const afterExec = ({ ownNamespace, capabilities }: Privileges): Privileges =>
  ownNamespace === true ? { euid: undefined, capabilities, ownNamespace } : unknownPrivileges;

/** Capabilities that the kernel asks for in the first user namespace are out of reach from any other. */
export const inOwnNamespace = (privileges: Privileges, at: EventIndex): Privileges => ({
  ...withEach(withoutAllowed(privileges), () => ({ has: 'no', because: at, how: 'concluded' })),
  ownNamespace: true,
});

/** What a task may lock with other capabilities is another matter; what the limit does not allow is not. */
const withoutAllowed = (privileges: Privileges): Privileges => {
  const { lockBounds } = privileges;
  if (lockBounds?.allowed === undefined) return privileges;
  const { refused } = lockBounds;
  return { ...privileges, lockBounds: refused === undefined ? undefined : { refused } };
};

function withEach(
  privileges: Privileges,
  next: (capability: Capability) => Knowledge | undefined,
): Privileges {
  const capabilities = new Map(privileges.capabilities);
  for (const capability of CAPABILITY_NUMBERS.keys()) {
    const knowledge = next(capability);
    if (knowledge !== undefined) capabilities.set(capability, knowledge);
  }
  return { ...privileges, capabilities };
}
