import { expect, it } from 'vitest';
import { tempFolder } from '../testing/temp-folder';
import { SettingsStore } from './settings';
import { exportedSettings, readImport } from './settings-transfer';

const stage = (name: string, more: object = {}) => ({
  name, url: `https://${name}.example/score?token=abc`, send: 'preview' as const, key_header: 'Authorization', score_path: 'score',
  poorest: 0, best: 1, weight: 1, cost: null, timeout_ms: 20_000, enabled: true, ...more,
});

const fresh = () => new SettingsStore(tempFolder());
const fileOf = (settings: object) => JSON.stringify({ alice_settings: 1, settings });

function read(text: string, store = fresh()) {
  const answer = readImport(text, store.current, 'mine.json');
  if ('problem' in answer) throw new Error(answer.problem);
  return answer;
}

it('[D94] what is exported is imported elsewhere, but for secrets, and for places unless asked', () => {
  const store = fresh();
  store.change({ theme: 'dark', zoom: 125, inbox: '/home/me/in', backup_folder: '/mnt/safe', keys: { 'library.rate-1': ['F1'] }, quality_stages: [stage('taste')] });
  const text = exportedSettings(store.current, '0.3.0', false);
  expect(text).not.toMatch(/token|\/home\/me|\/mnt\/safe/);
  expect(read(text).changes.map(({ key, to }) => [key, to])).toEqual([['theme', 'Dark'], ['zoom', '125 %'], ['quality_stages', '1 entry'], ['keys', '1 entry']]);
  expect(read(text, store).changes).toEqual([]);
  const withPlaces = exportedSettings(store.current, '0.3.0', true);
  expect(read(withPlaces).changes.map(({ key }) => key)).toEqual(['theme', 'zoom', 'inbox', 'backup_folder', 'quality_stages', 'keys']);
});

it('[D95] what does not fit is left out, each in a sentence, and the rest is taken', () => {
  const { changes, same, problems } = read(fileOf({
    theme: 'pink', motion: 'reduced', tray: true, moon: 1, zoom: 1_000, organized: null, source_rules: [{ kind: 'file-name', pattern: '*', tool: 'X' }],
  }));
  expect(changes.map(({ key, from, to }) => [key, from, to])).toEqual([['motion', 'System', 'Reduced']]);
  expect(same).toBe(1);
  expect(problems).toEqual([
    'Theme cannot be "pink". It stays as it is.',
    'This Alice knows no setting “moon”. It is left out.',
    'Text size cannot be 1000. It stays as it is.',
    expect.stringMatching(/^Source rules do not fit: The file-name pattern “\*” fits every file/),
  ]);
});

it('[D95] stages come switched off, and none that is here is led to another server', () => {
  const store = fresh();
  store.change({ quality_stages: [stage('taste')] });
  const { changes, problems } = read(fileOf({ quality_stages: [stage('taste', { url: 'https://evil.example/' }), stage('new')] }), store);
  expect(changes).toMatchObject([{ key: 'quality_stages', value: [{ name: 'taste', url: stage('taste').url }, { name: 'new', enabled: false }] }]);
  expect(problems).toEqual(['The stage new comes switched off and without its key. Switch it on in Quality stages.']);
});

it('[D95] a file that holds no settings, or those of a newer Alice, is refused in a sentence', () => {
  const problemOf = (text: string) => {
    const answer = readImport(text, fresh().current, 'mine.json');
    return 'problem' in answer ? answer.problem : null;
  };
  const none = "mine.json is no file of Alice's settings. Choose one that was made with Export.";
  for (const text of ['', '{', '[]', 'null', '{"theme":"dark"}', '{"alice_settings":"1","settings":{}}']) expect([text, problemOf(text)]).toEqual([text, none]);
  expect(problemOf('{"alice_settings":9,"settings":{}}')).toBe('mine.json was made by a newer Alice. Update Alice, then import it.');
  expect(problemOf('\uFEFF{"alice_settings":1,"settings":{}}')).toBeNull();
});

it('[D275] a file switches no looking for updates on, and may switch it off', () => {
  const told = { look_for_updates: 'daily', release_list: 'https://alice.example/r.json' };
  const { changes, problems } = read(fileOf(told));
  expect(changes.map(({ key }) => key)).toEqual(['release_list']);
  expect(problems).toEqual(['Look for updates stays as it is. Switch it on in About, when you know the address that is asked.']);
  const store = fresh();
  store.change({ look_for_updates: 'daily' });
  expect(read(fileOf({ look_for_updates: 'daily' }), store)).toMatchObject({ same: 1, problems: [] });
  expect(read(fileOf({ look_for_updates: 'never' }), store).changes.map(({ key, to }) => [key, to])).toEqual([['look_for_updates', 'Never']]);
});

it('[D281] a file leads no looking for updates that is on to another address', () => {
  const store = fresh();
  store.change({ look_for_updates: 'daily', release_list: 'https://alice.example/r.json' });
  const { changes, problems } = read(fileOf({ theme: 'dark', release_list: 'https://evil.example/r.json' }), store);
  expect(changes.map(({ key }) => key)).toEqual(['theme']);
  expect(problems).toEqual([expect.stringMatching(/^Address of the release list stays as it is, since Alice looks there by herself\. Enter it in About/)]);
  expect(read(exportedSettings(store.current, '0.4.0', true), store)).toMatchObject({ changes: [], problems: [] });
});
