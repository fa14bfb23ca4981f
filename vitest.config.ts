import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    setupFiles: ['test/support/setup.ts'],
    // A browser on a busy machine may lose a key: what fails twice is wrong.
    retry: process.env['CI'] ? 1 : 0,
    // Every core: much of a run is waiting for Chromium, Typst and the program itself in processes of their own.
    maxWorkers: '100%',
    testTimeout: 240_000,
    hookTimeout: 240_000,
  },
});
