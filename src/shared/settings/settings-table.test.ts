import { expect, it } from 'vitest';
import { zoomBeside } from './appearance-settings';
import { findSettings, markedParts, searchWords } from './search-settings';
import { settingsPanels } from './settings-panels';
import { sectionsOn, type SettingsRow, settingsSections, wordsOf } from './settings-sections';
import { editorKeys, folderKeys, settingKeys, settingOf, simpleKeys } from './settings-table';

const everything = sectionsOn('darwin', () => true);
const found = (text: string) => findSettings(everything, text).flatMap(({ rows }) => rows);

it('[D90] every setting stands in one section, says what it does, and begins with a value that fits', () => {
  const rows = settingsSections.flatMap((section): readonly string[] => section.rows);
  expect([...rows].sort()).toEqual([...settingKeys, ...Object.keys(settingsPanels)].sort());
  for (const row of settingsSections.flatMap((section): readonly SettingsRow[] => section.rows)) {
    const { title, sentence, words } = wordsOf(row);
    expect([row, title !== '', /[.]$/.test(sentence), words.length > 1]).toEqual([row, true, true, true]);
  }
  for (const key of settingKeys) expect([key, settingOf(key).schema.safeParse(settingOf(key).initial).success]).toEqual([key, true]);
  for (const key of settingKeys) {
    const { kind } = settingOf(key).control;
    const list = kind === 'folder' ? folderKeys : kind === 'editor' ? editorKeys : simpleKeys;
    expect(list).toContain(key);
  }
});

it('[D90] every option of a choice and every end of a number fits its setting', () => {
  for (const key of settingKeys) {
    const { control, schema } = settingOf(key);
    const ends = control.kind === 'number' ? [control.least, control.most] : [];
    const values = control.kind === 'choice' ? control.options.map(([value]) => value) : ends;
    expect([key, values.filter((value) => !schema.safeParse(value).success)]).toEqual([key, []]);
  }
});

it('[D90] a system is offered what it has', () => {
  expect(sectionsOn('linux', () => true).flatMap(({ rows }) => rows)).not.toContain('open_at_login');
  expect(everything.flatMap(({ rows }) => rows)).toContain('open_at_login');
  expect(sectionsOn('linux', (row) => row !== 'keys').map(({ id }) => id)).not.toContain('keys');
});

it('[D91] settings are found by their title, sentence, section and other words, all of them at once', () => {
  expect(found('dark mode')).toEqual(['theme']);
  expect(found('STAR folder')).toEqual(['refile_on_rating']);
  expect(found('zoom')).toEqual(['zoom']);
  expect(found('provenance')).toEqual(['source_rules', 'read_again']);
  expect(found('qqq')).toEqual([]);
  expect(found('  ')).toHaveLength(everything.flatMap(({ rows }) => rows).length);
});

it('[D91] what is looked for is marked wherever it stands, and nothing of the text is lost', () => {
  const marks = (text: string, words: string) =>
    markedParts(text, searchWords(words)).map(({ text: part, marked }) => (marked ? `[${part}]` : part)).join('');
  expect(marks('Move files when their stars change', 'star')).toBe('Move files when their [star]s change');
  expect(marks('Stars and stars', 'star ars')).toBe('[Stars] and [stars]');
  expect(marks('aaa', 'aa')).toBe('[aaa]');
  expect(marks('İstanbul stars', 'stars')).toBe('İstanbul stars');
  expect(marks('', 'x')).toBe('');
});

it('[D101] the zoom goes by steps and stays within its ends', () => {
  const larger = [50, 100, 103, 200].map((zoom) => zoomBeside(zoom, 1));
  const smaller = [50, 100, 103, 200].map((zoom) => zoomBeside(zoom, -1));
  expect([larger, smaller]).toEqual([[67, 110, 110, 200], [50, 90, 100, 175]]);
});
