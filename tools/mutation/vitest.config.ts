import { defineConfig } from 'vitest/config';

/**
 * The engine's own small tests and nothing else: they are what must notice a broken rule. Tests over thousands of
 * random cases would find some more, slowly, and say less about what broke.
 */
export default defineConfig({
  test: {
    include: ['packages/engine/src/**/*.test.ts'],
    exclude: ['**/*.properties.test.ts'],
    environment: 'node',
    // The tests share nothing that one could leave behind for another; without walls they run several times faster.
    isolate: false,
    testTimeout: 60_000,
  },
});
