// One suite, four ways: pure modules, OData on SQLite, the same files on PostgreSQL, and real pages in a browser.
const common = {
  rootDir: __dirname,
  testEnvironment: 'node',
  transform: { '\\.tsx?$': ['@swc/jest', { jsc: { parser: { syntax: 'typescript' }, target: 'es2023' }, module: { type: 'commonjs' } }] },
  moduleFileExtensions: ['ts', 'js', 'cjs', 'mjs', 'json', 'node'],
  modulePathIgnorePatterns: ['<rootDir>/gen/', '<rootDir>/dist/'],
  setupFiles: ['<rootDir>/test/setup/environment.ts']
}

module.exports = {
  testTimeout: 60_000,
  maxWorkers: 2,
  projects: [
    { ...common, displayName: 'unit', testMatch: ['<rootDir>/test/unit/**/*.test.ts', '<rootDir>/test/tenants/**/*.test.ts'] },
    { ...common, displayName: 'plugin', testMatch: ['<rootDir>/test/plugin/**/*.test.ts'] },
    {
      ...common,
      displayName: 'sqlite',
      // What is the same on each database is asked once: roles, tokens, logs, health.
      testMatch: ['<rootDir>/test/integration/**/*.test.ts', '<rootDir>/test/once/**/*.test.ts'],
      globalSetup: '<rootDir>/test/setup/sqlite-start.ts',
      globalTeardown: '<rootDir>/test/setup/sqlite-stop.ts'
    },
    {
      ...common,
      displayName: 'postgres',
      testMatch: ['<rootDir>/test/integration/**/*.test.ts', '<rootDir>/test/postgres/**/*.test.ts'],
      globalSetup: '<rootDir>/test/setup/postgres-start.ts',
      globalTeardown: '<rootDir>/test/setup/postgres-stop.ts',
      setupFiles: ['<rootDir>/test/setup/postgres-environment.ts', ...common.setupFiles]
    },
    {
      ...common,
      displayName: 'ui',
      testEnvironment: '<rootDir>/test/setup/page-environment.ts',
      testMatch: ['<rootDir>/test/ui/**/*.test.ts'],
      globalSetup: '<rootDir>/test/setup/ui-start.ts',
      globalTeardown: '<rootDir>/test/setup/ui-stop.ts'
    }
  ]
}
