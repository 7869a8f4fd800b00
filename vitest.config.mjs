import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'unit',
          setupFiles: ['test/unit/seed.ts'],
          include: ['test/unit/**/*.test.ts', 'test/fuzz/**/*.test.ts'],
        },
      },
      {
        test: {
          name: 'adapter',
          include: ['test/adapter/**/*.test.ts'],
          globalSetup: 'test/adapter/build.ts',
          testTimeout: 20_000,
        },
      },
      { test: { name: 'kernel', include: ['test/kernel/**/*.test.ts'], testTimeout: 120_000 } },
      {
        test: {
          name: 'browser',
          include: ['test/browser/**/*.test.ts'],
          globalSetup: 'test/browser/editors.ts',
          // All files in one process, one after the other: they share an open window (window.ts).
          isolate: false,
          maxWorkers: 1,
          fileParallelism: false,
          testTimeout: 180_000,
          // A whole editor and browser of others: once more, and the summary names what needed it.
          retry: 1,
          hookTimeout: 180_000,
          expect: { poll: { timeout: 30_000, interval: 200 } },
        },
      },
    ],
  },
});
