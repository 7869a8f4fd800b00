/** What an event asks of the address space, and what was wrong there, in a few words: for drawings and for the rows of a spot. */
import type { AskedRole, Trouble } from '../../model/why/asked/asked-range';
import type { Message } from '../../model/why/message-shape';
import { say, type MessageKey } from '../../model/why/message';
import { bytesAtAGlance } from '../../model/why/sizes';

export const roleInWords = (role: AskedRole): Message => say(`spot.role.${role}` satisfies MessageKey);

export const troubleInWords = ({ what, missing }: Trouble): Message =>
  say(
    `spot.${what}` satisfies MessageKey,
    missing === undefined ? {} : { missing: bytesAtAGlance(BigInt(missing) * 4096n) },
  );
