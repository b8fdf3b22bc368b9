import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

const renderer = join(import.meta.dirname, '..');
const sheets = globSync('**/*.css', { cwd: renderer }).map((file) => [file, readFileSync(join(renderer, file), 'utf8')] as const);

/** Every selector of a sheet, without what it says of strings and attributes' values. */
function selectorsOf(sheet: string): string[] {
  const plain = sheet.replaceAll(/\/\*[^]*?\*\//g, '').replaceAll(/'[^']*'|"[^"]*"/g, '');
  return [...plain.matchAll(/([^{};]+)\{/g)].map(([, prelude = '']) => prelude.trim()).filter((prelude) => !prelude.startsWith('@'));
}

const found = (wrong: (selector: string) => boolean) =>
  sheets.flatMap(([file, sheet]) => selectorsOf(sheet).filter(wrong).map((selector) => `${file}: ${selector}`));

/** What stands on both sides of `+` and `~`. */
function neighboursIn(selector: string): string[] {
  return [...selector.matchAll(/([^\s,>+~]+)\s*[+~]\s*([^\s,>+~]+)/g)].flatMap(([, before = '', after = '']) => [before, after]);
}

describe('[V120] style sheets', () => {
  it('[V120] ask the whole page for nothing that is in it: all of it would be styled anew with each row that comes or goes', () => {
    expect(sheets.length).toBeGreaterThan(100);
    expect(found((selector) => /(?:\bbody|\bhtml|:root|#root)[^\s,{>+~]*:has\(/.test(selector))).toEqual([]);
  });

  it('[V120] name the neighbours that they ask for by class or attribute: else every element is somebody’s neighbour', () => {
    expect(found((selector) => neighboursIn(selector).some((side) => !/[.#[]/.test(side)))).toEqual([]);
  });

  it('[V120] count only children that they name', () => {
    expect(found((selector) => /(?:^|[\s,(>+~*]):(?:nth-|only-|(?:first|last)-of)/.test(selector))).toEqual([]);
  });
});
