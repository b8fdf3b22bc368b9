import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { runnerImport } from 'vite';
import { inRoot } from '../lib/paths.mjs';
import { say } from '../lib/say.mjs';

/** Writes what is generated from the catalog and the manifests: docs/asyncapi.yaml, the page of the Help menu, the drawing. */
const read = (path) => readFileSync(inRoot(path), 'utf8');

const { module } = await runnerImport('./src/main/asyncapi/generated-files.ts', {
  configFile: false,
  root: inRoot(),
  logLevel: 'warn',
  resolve: { alias: { '@shared': inRoot('src/shared') } },
});
for (const [path, text] of module.generatedFiles(read)) {
  mkdirSync(dirname(inRoot(path)), { recursive: true });
  writeFileSync(inRoot(path), text);
  say(`Written: ${path}, ${Math.ceil(Buffer.byteLength(text) / 1024)} KB.`);
}
