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
          // Each file starts an editor and a browser: one after the other.
          fileParallelism: false,
          testTimeout: 180_000,
          hookTimeout: 180_000,
          expect: { poll: { timeout: 30_000, interval: 200 } },
        },
      },
    ],
  },
});
