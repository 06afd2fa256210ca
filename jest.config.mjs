/** One runner for everything: pure and server tests in Node, screens in jsdom, journeys in a real browser. */
const transform = {
  '^.+\\.(t|j|mj)sx?$': [
    '@swc/jest',
    {
      jsc: {
        parser: { syntax: 'typescript', tsx: true },
        transform: { react: { runtime: 'automatic' } },
        target: 'es2022',
      },
      module: { type: 'commonjs' },
    },
  ],
};
const shared = {
  transform,
  // packages that ship ES modules only
  transformIgnorePatterns: [
    '/node_modules/(?!(jose|valibot|temporal-polyfill|temporal-spec|temporal-utils|@microsoft/microsoft-graph-client/lib/es|@lingui)/)',
  ],
  modulePathIgnorePatterns: ['<rootDir>/dist', '<rootDir>/.cache'],
  restoreMocks: true,
};

export default {
  projects: [
    {
      ...shared,
      displayName: 'node',
      testEnvironment: 'node',
      testMatch: ['<rootDir>/tests/{domain,graph,auth,backend,server,emulator,scripts}/**/*.test.ts'],
      setupFiles: ['<rootDir>/tests/support/node-setup.ts'],
      setupFilesAfterEnv: ['<rootDir>/tests/support/strict-console.ts'],
    },
    {
      ...shared,
      displayName: 'screens',
      testEnvironment: 'jsdom',
      testMatch: ['<rootDir>/tests/{ui,app,host}/**/*.test.{ts,tsx}'],
      setupFiles: ['<rootDir>/tests/support/screen-setup.ts'],
      setupFilesAfterEnv: ['<rootDir>/tests/support/strict-console.ts', '<rootDir>/tests/support/screen-matchers.ts'],
    },
    {
      ...shared,
      displayName: 'journeys',
      testEnvironment: 'node',
      testMatch: ['<rootDir>/tests/journeys/**/*.test.ts'],
      setupFiles: ['<rootDir>/tests/support/node-setup.ts'],
    },
  ],
};
