/**
 * Calls that say how memory is to be treated, beside what is mapped and locked where: NUMA policies, page faults answered by
 * the program, memory files and their seals, shadow stacks, and prctl's options. Their forms and their rules.
 */
import { changing, type CallForm } from './call-form';
import { memfdCreateRule, memfdSecretRule, sealsRule } from './memfd';
import { readMemfdCreate, readMemfdSecret, readSeals, type MemfdCall } from './memfd/call';
import {
  getPolicyRule,
  homeNodeRule,
  mbindRule,
  migratePagesRule,
  movePagesRule,
  setPolicyRule,
} from './mempolicy';
import {
  readGetPolicy,
  readHomeNode,
  readMbind,
  readMigratePages,
  readMovePages,
  readSetPolicy,
  type MempolicyCall,
} from './mempolicy/call';
import { prctlRule } from './prctl';
import { readPrctl, type PrctlCall } from './prctl/call';
import { shadowStackRule } from './shadow-stack';
import { readShadowStack, type ShadowStackCall } from './shadow-stack/call';
import { userfaultfdRule, userfaultRule } from './userfault';
import { readUserfault, readUserfaultfd, type UserfaultCall, type UserfaultfdCall } from './userfault/call';

export type PolicyCall =
  MempolicyCall | MemfdCall | PrctlCall | ShadowStackCall | UserfaultCall | UserfaultfdCall;

const space = changing<PolicyCall>('space');
const world = changing<PolicyCall>('world');
const nothing = changing<PolicyCall>('nothing');

/** By the name in a log. */
export const policyForms: readonly (readonly [string, CallForm<PolicyCall>])[] = [
  ['mbind', space(readMbind)],
  ['set_mempolicy_home_node', space(readHomeNode)],
  ['set_mempolicy', nothing(readSetPolicy)],
  // What these two answer proves pages mapped.
  ['get_mempolicy', space(readGetPolicy)],
  ['move_pages', space(readMovePages)],
  ['migrate_pages', nothing(readMigratePages)],
  ['prctl', space(readPrctl)],
  ['map_shadow_stack', space(readShadowStack)],
  ['memfd_create', world(readMemfdCreate)],
  ['memfd_secret', world(readMemfdSecret)],
  ['fcntl', world(readSeals)],
  ['fcntl64', world(readSeals)],
  ['userfaultfd', world(readUserfaultfd)],
  ['ioctl', space(readUserfault)],
];

/** By the call. */
export const policyRules = {
  mbind: mbindRule,
  set_mempolicy_home_node: homeNodeRule,
  set_mempolicy: setPolicyRule,
  get_mempolicy: getPolicyRule,
  move_pages: movePagesRule,
  migrate_pages: migratePagesRule,
  prctl: prctlRule,
  map_shadow_stack: shadowStackRule,
  memfd_create: memfdCreateRule,
  memfd_secret: memfdSecretRule,
  fcntl: sealsRule,
  userfaultfd: userfaultfdRule,
  ioctl: userfaultRule,
} as const;
