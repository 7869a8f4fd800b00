/**
 * Which machine a log is taken to come from, and why, in words.
 */
import type { Timeline } from '../model/timeline/timeline';
import type { ArchitectureProof } from '../model/timeline/shown-by-words';
import type { Message } from '../model/why/message-shape';
import { lineWords, tell, verbatim } from './words/tell';

type Known = Pick<Timeline, 'architecture' | 'machine'>;

/** One sentence each. */
export const machineNote = (timeline: Known): readonly Message[] => [
  chosen(timeline),
  ...sizes(timeline.machine),
];

function chosen({ architecture: { programs, how, evidence }, machine }: Known): Message {
  const name =
    machine.architecture === programs
      ? verbatim(programs)
      : tell('machine.of-other-kernel', { programs, kernel: machine.architecture });
  if (how === 'given') return tell('machine.given', { name });
  if (evidence === undefined) return tell('machine.assumed', { name });
  const reason = reasonOf(evidence.shows);
  return evidence.line === undefined
    ? tell('machine.in-snapshot', { name, reason })
    : tell('machine.proven', { name, reason, line: lineWords(evidence.line) });
}

const reasonOf = ({ how, what }: ArchitectureProof): Message =>
  tell(`machine.${how === 'call' || how === 'flag' ? 'has' : how}`, { what });

/** Only what is not as usual. */
const sizes = ({ pageSize, addressBits }: Timeline['machine']): readonly Message[] => [
  ...(pageSize === 4096n ? [] : [tell('machine.page-size', { kib: pageSize / 1024n })]),
  ...(addressBits === undefined ? [] : [tell('machine.address-bits', { bits: addressBits })]),
];
