import { resolve } from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'electron-vite';

const here = import.meta.dirname;
const alias = { '@shared': resolve(here, 'src/shared') };

// One build runs on current Electron and on the older runtime of closed networks (Node 20, Chromium 130).
const nodeTarget = 'node20';
const webTarget = 'chrome130';

export default defineConfig({
  main: {
    resolve: { alias },
    build: {
      target: nodeTarget,
      sourcemap: true,
      rolldownOptions: {
        input: {
          index: resolve(here, 'src/main/index.ts'),
          cli: resolve(here, 'src/main/cli.ts'),
          'media-worker': resolve(here, 'src/main/adapters/media/media-worker.ts'),
        },
        output: { format: 'es', entryFileNames: '[name].js', chunkFileNames: 'chunks/[name]-[hash].js' },
      },
    },
  },
  preload: {
    resolve: { alias },
    build: {
      target: nodeTarget,
      // A sandboxed preload can require nothing but Electron, so what it imports is bundled into it.
      externalizeDeps: false,
      rolldownOptions: {
        input: { index: resolve(here, 'src/preload/index.ts') },
        output: { format: 'cjs', entryFileNames: '[name].cjs', codeSplitting: false },
      },
    },
  },
  renderer: {
    root: resolve(here, 'src/renderer'),
    resolve: { alias },
    plugins: [react()],
    build: {
      target: webTarget,
      // The CSP allows no data: fonts, so no asset is written into the style sheet.
      assetsInlineLimit: 0,
      outDir: resolve(here, 'out/renderer'),
      rolldownOptions: { input: { index: resolve(here, 'src/renderer/index.html') } },
    },
  },
});
