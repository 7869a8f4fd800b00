// What a runner found, and the sum of it.

/**
 * @typedef {object} Tally
 * @property {number} passed
 * @property {string[]} failures titles
 * @property {{ title: string, reason: string }[]} skips
 * @property {string[]} again titles of tests that failed and then passed: no failures, but somebody should look
 */

/** @returns {Tally} */
export const emptyTally = () => ({ passed: 0, failures: [], skips: [], again: [] });

/**
 * @param {readonly Tally[]} tallies
 * @returns {Tally}
 */
export const sum = (tallies) => ({
  passed: tallies.reduce((total, { passed }) => total + passed, 0),
  failures: tallies.flatMap(({ failures }) => failures),
  skips: tallies.flatMap(({ skips }) => skips),
  again: tallies.flatMap(({ again }) => again),
});

/** @param {Tally} tally */
export const counts = ({ passed, failures, skips }) =>
  `${passed} passed, ${failures.length} failed, ${skips.length} skipped`;

/**
 * A runner that ends badly without naming a failure must not pass.
 *
 * @param {Tally | undefined} tally
 * @param {string} title
 * @param {number} status
 * @returns {Tally}
 */
export const withStatus = (tally, title, status) => {
  const known = tally ?? emptyTally();
  if (status === 0 && tally !== undefined) return known;
  if (known.failures.length > 0) return known;
  const why = status === 124 ? 'stopped at its time limit' : `ended with status ${status} and no result`;
  return { ...known, failures: [`${title}: ${why}`] };
};
