/**
 * The rules by the call that they are for.
 */
import { askingRules } from './asking-calls';
import { mappingRules } from './mapping-calls';
import type { MemoryCall } from './memory-call';
import { policyRules } from './policy-calls';
import { processRules } from './process-calls';
import type { SyscallRule } from './syscall-rule';

/** The member of the union that stands for a call of this name. */
type Named<Call, Name> = Call extends MemoryCall ? (Name extends Call['call'] ? Call : never) : never;

/** Each call's name with the rule for calls of that shape. */
const RULES = {
  ...mappingRules,
  ...askingRules,
  ...policyRules,
  ...processRules,
} as const satisfies { readonly [Name in MemoryCall['call']]: SyscallRule<Named<MemoryCall, Name>> };

/**
 * The rule of a call. It takes calls of its own shape only, which their types cannot say of a name that is not known
 * when compiling: a call that `memoryCallOf` made always fits the rule that its own name leads to.
 */
export const ruleOf = (name: MemoryCall['call']): SyscallRule<MemoryCall> => RULES[name];

/** All rules: for the reference and for tests that look at every check. */
export const allRules: readonly SyscallRule<MemoryCall>[] = Object.values(RULES);
