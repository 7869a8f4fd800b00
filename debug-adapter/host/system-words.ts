/**
 * What the operating system says, in words for a person.
 */
const words: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such file',
  EACCES: 'you may not read it',
  EPERM: 'you may not read it',
  EISDIR: 'it is a directory',
  ENOTDIR: 'a part of the path is no directory',
  ELOOP: 'its symbolic links go in circles',
  ENAMETOOLONG: 'the name is too long',
  EMFILE: 'too many files are open',
  ENOSPC: 'there is no room left for its unpacked bytes in the temporary folder',
  EIO: 'the disk cannot be read',
};

export function systemWords(thrown: unknown): string {
  const code = codeOf(thrown);
  return (
    (code === undefined ? undefined : words[code]) ??
    (thrown instanceof Error ? thrown.message : String(thrown))
  );
}

/** 'ENOENT' of an error that Node throws. */
export const codeOf = (thrown: unknown): string | undefined =>
  typeof thrown === 'object' && thrown !== null && 'code' in thrown && typeof thrown.code === 'string'
    ? thrown.code
    : undefined;
