import { chmodSync, mkdirSync, mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { build } from 'vite';

const root = resolve(import.meta.dirname, '../../..');
const cache = join(root, 'node_modules', '.cache');
const prefix = 'alice-test-bundle-';

/**
 * Before the first test: bundles the media process and the command line, so that tests can run, and kill, real
 * processes of what the sources say now. The bundle lies below node_modules, where its imports are found.
 */
export async function setup(): Promise<() => void> {
  mkdirSync(cache, { recursive: true });
  clearLeftovers();
  const folder = mkdtempSync(join(cache, prefix));
  // Some tests run the bundle as a user without rights.
  chmodSync(folder, 0o755);
  process.env['ALICE_TEST_MODEL'] = join(root, 'resources/quality/brisque-live.bin');
  try {
    await bundle(folder);
    process.env['ALICE_TEST_BUNDLE'] = folder;
  } catch (error) {
    // Only the tests that need the processes fail; the others can run while a source does not compile.
    process.env['ALICE_TEST_BUNDLE_PROBLEM'] = error instanceof Error ? error.message : String(error);
  }
  return () => { rmSync(folder, { recursive: true, force: true }); };
}

function bundle(folder: string) {
  return build({
    configFile: false,
    root,
    logLevel: 'silent',
    resolve: { alias: { '@shared': join(root, 'src/shared') } },
    build: {
      ssr: true,
      target: 'node20',
      outDir: folder,
      rolldownOptions: {
        input: {
          cli: join(root, 'src/main/testing/cli-child.ts'),
          'media-worker': join(root, 'src/main/adapters/media/media-worker.ts'),
          'faulty-worker': join(root, 'src/main/testing/hostile/faulty-worker.ts'),
        },
        output: { format: 'es', entryFileNames: '[name].js', chunkFileNames: 'chunks/[name]-[hash].js' },
      },
    },
  });
}

/** Bundles of runs that were killed. */
function clearLeftovers(): void {
  const hourAgo = Date.now() - 3_600_000;
  for (const name of readdirSync(cache)) {
    if (!name.startsWith(prefix)) continue;
    const age = statSync(join(cache, name), { throwIfNoEntry: false })?.mtimeMs ?? Infinity;
    if (age < hourAgo) rmSync(join(cache, name), { recursive: true, force: true });
  }
}
