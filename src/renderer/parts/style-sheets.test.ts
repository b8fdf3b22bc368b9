import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

const renderer = join(import.meta.dirname, '..');
const sheets = globSync('**/*.css', { cwd: renderer }).map((file) => [file, readFileSync(join(renderer, file), 'utf8')] as const);

describe('[V120] style sheets', () => {
  it('[V120] ask the whole page for nothing that is in it: all of it would be styled anew with each row that comes or goes', () => {
    expect(sheets.length).toBeGreaterThan(100);
    const whole = /(?:\bbody|\bhtml|:root|#root)[^\s,{>+~]*:has\(/;
    expect(sheets.filter(([, text]) => whole.test(text)).map(([file]) => file)).toEqual([]);
  });
});
