/** The broken rule, and answers that differ from what the rules say. */
export const causeWords = {
  'cause.broken': 'Broken rule: “{demand}”.',
  'cause.broken-with': 'Broken rule: “{demand}”. Here: {numbers}.',
  'cause.only': 'Nothing else answers {errno} here, so this rule was broken: “{demand}”.',
  'cause.only-with':
    'Nothing else answers {errno} here, so this rule was broken: “{demand}”. Here: {numbers}.',
  'cause.possible': 'Perhaps broken: “{demand}”. This log cannot show whether it held.',
  'cause.possible-with': 'Perhaps broken: “{demand}”. This log cannot show whether it held: {numbers}.',
  'divergence.failed': 'By the rules this call should have succeeded, but the log says {errno}.',
  'divergence.succeeded':
    'By the rules this call should have failed with {errno} ({cause}), but the log says it succeeded.',
  'divergence.other':
    'By the rules the answer should have been {predicted} ({cause}), but the log says {errno}.',
} as const;
