import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    globalSetup: ['test/support/postgres-server.ts', 'test/support/screens-ready.ts'],
    testTimeout: 30_000,
    // On two cores the tool itself would take one: most tests wait for a database or a browser.
    maxWorkers: 2,
    reporters: ['default'],
  },
})
