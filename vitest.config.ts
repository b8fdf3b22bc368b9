import { availableParallelism } from 'node:os';
import { resolve } from 'node:path';
import { defineConfig } from 'vitest/config';
import { StrayErrors } from './scripts/lib/stray-errors.mjs';

/** Where `npm test` wants what happened, to count it and to name at its end what failed. */
const { ALICE_UNIT_REPORT: report, ALICE_STRAY_ERRORS: stray } = process.env;

export default defineConfig({
  resolve: { alias: { '@shared': resolve(import.meta.dirname, 'src/shared') } },
  test: {
    include: ['src/**/*.test.{ts,tsx}', 'scripts/**/*.test.mjs', 'bench/**/*.test.ts'],
    environment: 'node',
    globalSetup: ['src/main/testing/home-of-their-own.ts', 'src/main/testing/bundle-once.ts'],
    // SQLite is a native module: a process of its own per file keeps a crash from taking other tests along.
    pool: 'forks',
    // Vitest leaves one core free, which on two is half of them; many tests only wait for files and processes.
    maxWorkers: Math.max(2, availableParallelism() - 1),
    testTimeout: 10_000,
    hookTimeout: 20_000,
    // As with the window's stories: in CI a test that only passes at its second try is reported as such; elsewhere it fails.
    retry: process.env['CI'] === undefined ? 0 : 1,
    reporters: ['default', ...(report === undefined ? [] : [['json', { outputFile: report }] as const]), ...(stray === undefined ? [] : [new StrayErrors(stray)])],
    restoreMocks: true,
    unstubEnvs: true,
  },
});
