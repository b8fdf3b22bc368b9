import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { generatedFiles } from './generated-files';

const root = new URL('../../../', import.meta.url);
const read = (path: string) => readFileSync(new URL(path, root), 'utf8');

it.each([...generatedFiles(read)])('[B21] %s is what `npm run docs` writes', (path, text) => {
  expect(read(path) === text, `${path} is stale. Run: npm run docs`).toBe(true);
});

it('[B21] they are the same every time', () => {
  expect([...generatedFiles(read)]).toEqual([...generatedFiles(read)]);
});
