import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { moveData, type MoveStep } from '../hub/move-data';
import { tempFolder } from '../testing/temp-folder';
import { Secrets } from './secrets';
import { SettingsStore } from './settings';

const plain = {
  problem: async () => null,
  encrypt: async (text: string) => Buffer.from(text),
  decrypt: async (bytes: Uint8Array) => Buffer.from(bytes).toString(),
};

async function begin() {
  const home = tempFolder();
  const [appFolder, to] = [join(home, 'Alice'), join(home, 'big disk')];
  const from = join(appFolder, 'data');
  for (const folder of [from, to]) mkdirSync(folder, { recursive: true });
  const settings = new SettingsStore(from);
  settings.change({ theme: 'dark' });
  const secrets = await Secrets.open(join(from, 'secrets.json'), plain);
  await secrets.keep('one', 'first');
  const view = { ...settings.current.view, panes: { sidebar: 321 } };
  const kept = (folder: string) => {
    const { theme, view: { panes } } = new SettingsStore(folder).current;
    return { theme, panes };
  };
  const move = (before: (step: MoveStep) => void) => settings.whileMoving(() => moveData({ from, to, appFolder, before }));
  return { from, to, settings, secrets, view, kept, move };
}

describe('[D155] settings while the data folder moves', () => {
  it.each(['copy', 'compare', 'name', 'point'] as const)('[D155] changed at “%s”, they stop no move and are kept in the folder that holds then', async (at) => {
    const { from, to, settings, view, kept, move } = await begin();
    const before = readFileSync(join(from, 'settings.json'), 'utf8');
    await move((step) => { if (step === at) settings.change({ view }); });
    expect(kept(join(to, 'data'))).toEqual({ theme: 'dark', panes: { sidebar: 321 } });
    expect(readFileSync(join(from, 'settings.json'), 'utf8')).toBe(before);
    settings.change({ theme: 'light' });
    expect([kept(join(to, 'data')).theme, kept(from).theme]).toEqual(['light', 'dark']);
  });

  it('[D155] they are kept in the old folder when the move comes to nothing', async () => {
    const { from, settings, view, kept, move } = await begin();
    await expect(move((step) => {
      if (step === 'copy') settings.change({ view });
      if (step === 'point') throw new Error('pulled');
    })).rejects.toThrow(/was not moved/);
    expect(kept(from)).toEqual({ theme: 'dark', panes: { sidebar: 321 } });
  });

  it('[D155] a key that is entered meanwhile is written where keys are then, and nowhere else', async () => {
    const { from, to, secrets } = await begin();
    let moved: (file: string) => void = () => undefined;
    const moving = secrets.whileMoving(() => new Promise((resolve) => { moved = resolve; }));
    const kept = secrets.keep('two', 'second');
    await new Promise((resolve) => { setImmediate(resolve); });
    moved(join(to, 'secrets.json'));
    await Promise.all([moving, kept]);
    expect(await secrets.get('two')).toBe('second');
    const names = (folder: string) => Object.keys(JSON.parse(readFileSync(join(folder, 'secrets.json'), 'utf8')) as object);
    expect([names(from), names(to)]).toEqual([['one'], ['one', 'two']]);
  });
});
