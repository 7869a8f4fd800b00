import type { Source } from '../../kernel/check';
import type { Cause } from '../explanation';
import { evidenceAt, type Subject } from '../subject';
import type { PageAccount } from './page-account';

/** Where no line made the memory so, the failing line itself shows the pointer. */
export function causeOf(
  subject: Subject,
  { id, text, evidence }: Pick<PageAccount, 'id' | 'text' | 'evidence'>,
  sources: readonly Source[],
): Cause {
  const lines = evidence.length === 0 ? [subject.event] : evidence;
  return { id, text, evidence: lines.map((event) => evidenceAt(subject, event)), sources };
}
