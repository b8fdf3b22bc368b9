import { defineConfig } from '@playwright/test';

export default defineConfig({
  testDir: 'e2e',
  tsconfig: 'tsconfig.test.json',
  testMatch: '**/*.{e2e,spec,test}.ts',
  outputDir: 'test-results',
  // One window at a time on a screen: the stories watch focus.
  workers: process.env['ALICE_SCREENS']?.split(' ').length ?? 1,
  fullyParallel: false,
  // A story that only passes at its second try is reported as flaky; on a developer's machine it fails.
  retries: process.env['CI'] === undefined ? 0 : 1,
  timeout: 60_000,
  // Two windows on two cores take their time.
  expect: { timeout: process.env['ALICE_SCREENS'] === undefined ? 10_000 : 20_000 },
  forbidOnly: process.env['CI'] !== undefined,
  reporter: process.env['PLAYWRIGHT_JSON_OUTPUT_FILE'] === undefined ? [['list']] : [['list'], ['json']],
  use: { trace: 'retain-on-failure', screenshot: 'only-on-failure' },
});
