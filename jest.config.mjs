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
  // style sheets say nothing in jsdom: each class is called as it is in the sheet
  moduleNameMapper: { '\\.module\\.css$': '<rootDir>/tests/support/class-names.cjs' },
  modulePathIgnorePatterns: ['<rootDir>/dist', '<rootDir>/.cache'],
  restoreMocks: true,
  // a machine that does much else may be slow; what never ends is still found
  testTimeout: 30_000,
};

export default {
  projects: [
    {
      ...shared,
      displayName: 'node',
      testEnvironment: 'node',
      testMatch: [
        '<rootDir>/tests/{docs,domain,graph,backend,server,emulator,scripts,manifest}/**/*.test.ts',
        // parts of the page that need no page
        '<rootDir>/tests/app/{booking,colleagues}/*.test.ts',
        '<rootDir>/tests/app/{booking-desk,choose-transport,create-services,create-services-live,server-clock}.test.ts',
      ],
      setupFiles: ['<rootDir>/tests/support/node-setup.ts'],
      setupFilesAfterEnv: ['<rootDir>/tests/support/strict-console.ts'],
    },
    {
      ...shared,
      displayName: 'screens',
      testEnvironment: 'jsdom',
      testMatch: ['<rootDir>/tests/{ui,app,auth,host}/**/*.test.{ts,tsx}'],
      testPathIgnorePatterns: [
        '/tests/app/(booking/|colleagues/.*\\.ts$)',
        '/tests/app/(booking-desk|choose-transport|create-services|create-services-live|server-clock)\\.',
      ],
      setupFiles: ['<rootDir>/tests/support/screen-setup.ts'],
      setupFilesAfterEnv: ['<rootDir>/tests/support/strict-console.ts', '<rootDir>/tests/support/screen-matchers.ts'],
    },
    {
      ...shared,
      displayName: 'journeys',
      testEnvironment: 'node',
      testMatch: ['<rootDir>/tests/journeys/**/*.test.ts'],
      setupFiles: ['<rootDir>/tests/support/node-setup.ts'],
      setupFilesAfterEnv: ['<rootDir>/tests/support/journey-setup.ts'],
    },
  ],
};
