/** Words of the Address Space. */
export const space = {
  searchSpace: 'Find an address, a name, or :line',
  zoomFit: 'Show the whole space',
  scaleNote:
    'Heights and bars grow by the same amount for each sixteenfold of size. Free stretches of more than 1 MiB are folded.',
  kindCode: 'code',
  kindData: 'data of a file',
  kindHeap: 'heap',
  kindStack: 'stack',
  kindFile: 'file, read only',
  kindShared: 'shared memory',
  kindGuard: 'no access (guard)',
  kindKernel: 'of the kernel',
  goneUnmapped: 'This memory is gone: unmapped by',
  goneNotYet: 'This memory is not mapped yet: it comes with',
  goneOtherSpace: 'Another address space: the chosen memory is not in it.',
  legendKinds: 'Kinds of memory that are here',
  legendFind: 'Find the next of this kind',
  pointHint: 'Point at a row, or choose one: here stands all of it.',
  writableCode: 'writable and executable',
  beyondEnd: 'beyond the end of user space',
} as const;
