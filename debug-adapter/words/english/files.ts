/** What the operating system says of a file, and what is wrong with compressed ones. */
export const filesWords = {
  'file.ENOENT': 'there is no such file',
  'file.EACCES': 'you may not read it',
  'file.EPERM': 'you may not read it',
  'file.EISDIR': 'it is a directory',
  'file.ENOTDIR': 'a part of the path is no directory',
  'file.ELOOP': 'its symbolic links go in circles',
  'file.ENAMETOOLONG': 'the name is too long',
  'file.EMFILE': 'too many files are open',
  'file.ENOSPC': 'there is no room left for its unpacked bytes in the temporary folder',
  'file.EIO': 'the disk cannot be read',
  'file.unreadable': '{path}: {words}',
  'file.cut': "'{path}': {problem}; what could be unpacked is shown.",
  'file.ends-early': 'the compressed file ends too early',
  'file.damaged': 'the compressed file is damaged ({words})',
  'file.shortened':
    '{path} became shorter while it was read: it had {before} bytes and now ends at {at}. Open it again when it is whole',
  'file.only-first': 'only the first {most} bytes are read',
  'file.broken-after': 'the compressed file is broken or cut short after {size} bytes: {words}',
} as const;
