import { defineConfig } from 'vitest/config';

/** The engine's own small tests and nothing else: they are what must notice a broken rule. */
export default defineConfig({
  test: {
    include: ['packages/engine/src/**/*.test.ts'],
    environment: 'node',
  },
});
