/** Words of the Timeline. */
export const timeline = {
  zoomAll: 'Show the whole recording',
  overLines: 'Over lines',
  overTime: 'Over time',
  noTimes:
    'The log has no times that can be put in order: strace writes them with -t, -tt or -ttt. In a log of one file -r is enough.',
  summedTimes:
    'Times are summed up from the differences of -r. Each of them was cut off at its last digit, so the sums fall a little short.',
  zoomBack: 'Back to the stretch shown before',
  shownLines: 'Lines {0} to {1} of {2}',
  shownEvents: 'Events {0} to {1} of {2}',
  asTables: 'Show as tables',
  limitIs: 'limit {0}',
  unchanged: 'does not change',
  markFailures: 'failing calls',
  markSignals: 'fatal signals',
  markExecs: 'programs started',
  markSnapshots: 'snapshots of the address space',
  markExits: 'processes ended',
  marksShort: 'marks',
  chosenMemory: 'chosen memory',
  livesOn: 'lives to the end of the log',
  childOf: 'child of {0}, from {1}',
  threadOf: 'thread made by {0}, from {1}',
  aliveOf: '{0} of {1} alive',
  unfoldTasks: 'Show all tasks',
  eventWord: 'event',
  timelineKeys:
    'Arrow keys go to the mark before or behind, with Shift by one event; + and − zoom, 0 shows all, Backspace goes back.',
  timelineDrag:
    'Drag to travel. Shift and drag: zoom in on a stretch. Ctrl and wheel: zoom. Shift and wheel: move along.',
  readingRecording: 'Reading the recording …',
  timelineOf: 'Timeline of {0}',
} as const;
