/** The three assertions that the tests need; `node:assert` does not exist in the web worker. */

export function ok(condition: boolean, message = 'expected a true condition'): asserts condition {
  if (!condition) throw new Error(message);
}

export const strictEqual = <T>(actual: T, expected: T, what = 'value'): void => {
  if (!Object.is(actual, expected)) {
    throw new Error(`${what}: expected ${JSON.stringify(expected)}, found ${JSON.stringify(actual)}`);
  }
};

export const match = (actual: string, pattern: RegExp, what = 'text'): void => {
  if (!pattern.test(actual))
    throw new Error(`${what}: ${JSON.stringify(actual)} does not match ${String(pattern)}`);
};
