/**
 * Calls whose names stand on many lines of a log and which a rule judges on few of them: ioctl of a userfaultfd, fcntl on
 * seals. While the log is read those few are noted, so that nobody decodes all the others later to find them.
 */
import type { EventIndex } from '../trace/positions';
import type { CallEvent } from '../trace/event';
import type { Value } from '../trace/value';
import { F_ADD_SEALS, F_GET_SEALS } from '../kernel/abi/memfd-flags';
import { requestOf } from '../kernel/userfault/call';
import { opensUserfault } from '../process/userfault';

const NAMES: ReadonlySet<string> = new Set(['ioctl', 'fcntl', 'fcntl64']);

export class SeldomJudged {
  private readonly events = new Set<EventIndex>();
  private opened = false;

  /** Whether the log has opened a userfaultfd: only then are its ioctl calls worth a look. */
  get userfaults(): boolean {
    return this.opened;
  }

  /** A call that the pass has decoded. */
  saw(index: EventIndex, call: CallEvent): void {
    this.opened ||= opensUserfault(call);
    if (!NAMES.has(call.name)) return;
    const command = call.args[1]?.value;
    const isJudged = call.name === 'ioctl' ? requestOf(command) !== undefined : isOnSeals(command);
    if (isJudged) this.events.add(index);
  }

  /** Whether a rule may judge the call at the event, as far as this is one of those names. */
  mayBe(name: string, event: EventIndex): boolean {
    return !NAMES.has(name) || this.events.has(event);
  }
}

function isOnSeals(command: Value | undefined): boolean {
  if (command?.kind === 'number')
    return command.value === BigInt(F_ADD_SEALS) || command.value === BigInt(F_GET_SEALS);
  const term = command?.kind === 'flags' ? command.terms[0] : undefined;
  return term !== undefined && 'name' in term && (term.name === 'F_ADD_SEALS' || term.name === 'F_GET_SEALS');
}
