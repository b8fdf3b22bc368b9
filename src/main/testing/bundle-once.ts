import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { build } from 'vite';

const root = resolve(import.meta.dirname, '../../..');

/**
 * Before the first test: bundles the media process and the command line, so that tests can run, and kill, real
 * processes of what the sources say now. The bundle lies below node_modules, where its imports are found.
 */
export async function setup(): Promise<() => void> {
  const cache = join(root, 'node_modules', '.cache');
  mkdirSync(cache, { recursive: true });
  const folder = mkdtempSync(join(cache, 'alice-test-bundle-'));
  await build({
    configFile: false,
    root,
    logLevel: 'warn',
    resolve: { alias: { '@shared': join(root, 'src/shared') } },
    build: {
      ssr: true,
      target: 'node20',
      outDir: folder,
      rolldownOptions: {
        input: {
          cli: join(root, 'src/main/testing/cli-child.ts'),
          'media-worker': join(root, 'src/main/adapters/media/media-worker.ts'),
        },
        output: { format: 'es', entryFileNames: '[name].js', chunkFileNames: 'chunks/[name]-[hash].js' },
      },
    },
  });
  process.env['ALICE_TEST_BUNDLE'] = folder;
  process.env['ALICE_TEST_MODEL'] = join(root, 'resources/quality/brisque-live.bin');
  return () => { rmSync(folder, { recursive: true, force: true }); };
}
