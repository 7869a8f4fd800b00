/**
 * personality(2): asks for or sets the execution domain, and answers the one before. READ_IMPLIES_EXEC counts from the next
 * mapping on, the bits that shape an address space from the next execve on. kernel/exec_domain.c: sys_personality
 */
import type { CallEvent } from '../trace/event';
import { ASK, personalityOf } from '../process/personality';
import type { CallReader } from './call-reader';
import type { Given } from './given';
import type { SyscallRule } from './syscall-rule';
import { argumentFact, cannotTell, likelyPasses, NOT_REACHED, passes, read, seen } from './verdict';

export interface PersonalityCall {
  readonly call: 'personality';
  readonly event: CallEvent;
  /** 0xffffffff only asks. */
  readonly persona: Given<number>;
}

export function readPersonality(reader: CallReader): PersonalityCall {
  const argument = reader.argument(0, 'persona');
  return {
    call: 'personality',
    event: reader.event,
    persona: { value: personalityOf(argument?.value), span: argument?.span },
  };
}

const PER_MASK = 0xff;
const PER_LINUX32 = 8;

export const personalityRule: SyscallRule<PersonalityCall> = {
  call: 'personality',
  checks: [
    {
      id: 'personality.without-compat',
      errno: 'EINVAL',
      sources: [
        read('arch/arm64/kernel/sys.c: arm64_personality'),
        seen('kernel/exec_domain.c: sys_personality'),
      ],
      demand: 'on arm64, PER_LINUX32 is asked of a processor that can run 32-bit programs only',
      test({ persona }, { task }) {
        if (task.architecture !== 'arm64') return NOT_REACHED;
        if (persona.value === undefined) return cannotTell('unknown-argument');
        return persona.value !== Number(ASK) && (persona.value & PER_MASK) === PER_LINUX32
          ? likelyPasses('unknown-machine', argumentFact('persona', persona))
          : passes();
      },
    },
  ],
  successValue: (_call, { task }) => (task.personality === undefined ? undefined : BigInt(task.personality)),
};
