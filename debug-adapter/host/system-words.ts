/**
 * What the operating system says, in words for a person.
 */
import type { Message } from '../../model/why/message-shape';
import { tell, verbatim } from '../words/tell';

const known = [
  'ENOENT',
  'EACCES',
  'EPERM',
  'EISDIR',
  'ENOTDIR',
  'ELOOP',
  'ENAMETOOLONG',
  'EMFILE',
  'ENOSPC',
  'EIO',
] as const;

export function systemWords(thrown: unknown): Message {
  const code = codeOf(thrown);
  const one = known.find((name) => name === code);
  if (one !== undefined) return tell(`file.${one}`);
  return verbatim(thrown instanceof Error ? thrown.message : String(thrown));
}

/** 'ENOENT' of an error that Node throws. */
export const codeOf = (thrown: unknown): string | undefined =>
  typeof thrown === 'object' && thrown !== null && 'code' in thrown && typeof thrown.code === 'string'
    ? thrown.code
    : undefined;
