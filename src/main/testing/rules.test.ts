import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, it } from 'vitest';

const root = resolve(import.meta.dirname, '../../..');
const isTest = /\.(test\.tsx?|test\.mjs|e2e\.ts)$/;

const tests = ['src', 'e2e', 'scripts', 'bench'].flatMap((folder) =>
  readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' }).filter((path) => isTest.test(path)).map((path) => join(root, folder, path)),
);
const cited = new Map(tests.flatMap((path) => [...readFileSync(path, 'utf8').matchAll(/\[([ABDIKLOPQRTUV]\d*)\] /g)].map(([, id = '']) => [id, path])));
const rules = [...readFileSync(join(root, 'docs/rules.md'), 'utf8').matchAll(/^- \*\*([A-Z]\d*)\*\* /gm)].map(([, id = '']) => id);

it('[A41] every rule that a test cites stands in docs/rules.md', () => {
  expect([...cited].filter(([id]) => !rules.includes(id))).toEqual([]);
});

it('[A41] every rule in docs/rules.md has a test, and its number once', () => {
  expect(rules.filter((id) => !cited.has(id))).toEqual([]);
  expect(rules.length).toBe(new Set(rules).size);
});

it('[A41] every rule stands in the section of its family', () => {
  const sections = readFileSync(join(root, 'docs/rules.md'), 'utf8').split(/^## /m).slice(1);
  const idsIn = (section: string) => [...section.matchAll(/^- \*\*([A-Z]\d*)\*\* /gm)].map(([, id = '']) => id);
  const astray = sections.flatMap((section) => idsIn(section).filter((id) => !section.startsWith(`${id.charAt(0)}: `)));
  expect(astray).toEqual([]);
});
