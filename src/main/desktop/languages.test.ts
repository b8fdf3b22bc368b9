import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { Languages } from './languages';

describe('[D201] which language is spoken', () => {
  let folder = '';
  let bundled = '';
  const open = (...system: string[]) => new Languages(folder, bundled, () => system);
  const file = (place: string, tag: string, words = `${tag} words`) => {
    mkdirSync(place, { recursive: true });
    writeFileSync(join(place, `${tag}.json`), JSON.stringify({ tag, messages: { Pause: words } }));
  };

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'alice-test-'));
    bundled = join(folder, 'bundled');
    file(bundled, 'en');
    file(bundled, 'de');
  });
  afterEach(() => { rmSync(folder, { recursive: true }); });

  it('[D201] is the first that the system prefers and that there is, its region aside; else English', () => {
    expect(open('fr-FR', 'de-AT', 'en').spoken.tag).toBe('de');
    expect(open('en-GB', 'de').spoken.tag).toBe('en');
    expect(open('fr').spoken.tag).toBe('en');
    expect(open().spoken.messages).toEqual({});
  });

  it('[D201] is the one that was chosen, from the next start on, until the system’s is chosen again', () => {
    const first = open('en');
    first.keep('de');
    expect(first.spoken.tag).toBe('en');
    expect(open('en').spoken.tag).toBe('de');
    open('en').keep('system');
    expect(open('en').spoken.tag).toBe('en');
    expect(readFileSync(join(folder, 'language.json'), 'utf8')).toBe('{"language":"system"}');
  });

  it('[D201] may be one of a person’s own, or their words for one that comes with Alice', () => {
    file(join(folder, 'languages'), 'eo');
    file(join(folder, 'languages'), 'de', 'eigene');
    expect(open().all).toEqual([{ tag: 'en', name: 'English' }, { tag: 'de', name: 'Deutsch' }, { tag: 'eo', name: 'Esperanto' }]);
    expect(open('de').spoken.messages).toEqual({ Pause: 'eigene' });
  });

  it('[D201] is English with a sentence when its file cannot be read, and English without one when it is gone', () => {
    writeFileSync(join(bundled, 'de.json'), '{ "tag": "de"');
    expect(open('de')).toMatchObject({ spoken: { tag: 'en' }, problem: { message: expect.stringMatching(/de\.json is no language file, so Alice speaks English: /) as string } });
    open().keep('fr');
    expect(open()).toMatchObject({ spoken: { tag: 'en' }, problem: null });
  });
});
