/** Signals. */
export const signalWords = {
  'signal.access': 'the program touched {address}',
  'signal.other': 'The task got {signal}.',
  'signal.fatal': 'The task was killed by {signal}.',
} as const;
