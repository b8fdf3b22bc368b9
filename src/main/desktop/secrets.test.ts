import { readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type HttpStage, httpStageSchema } from '@shared/library/quality-stage';
import { describe, expect, it, vi } from 'vitest';
import { tempFolder } from '../testing/temp-folder';
import { type Encryption, Secrets } from './secrets';
import { keyFor, stagesAsTold, stageSource, withoutStage, withStage } from './secrets-of-stages';

const secret = 'sk-canary-31c9d4';

/** A secret store that turns every byte round. */
function storeOfTest(problem: () => string | null = () => null): Encryption {
  const turned = (bytes: Uint8Array) => Uint8Array.from(bytes, (byte) => byte ^ 0x5a);
  return {
    problem: async () => problem(),
    encrypt: async (text) => turned(Buffer.from(text)),
    decrypt: async (bytes) => {
      if (problem() !== null) throw new Error('The store is locked.');
      return Buffer.from(turned(bytes)).toString('utf8');
    },
  };
}

const fileOf = (folder: string) => join(folder, 'data', 'secrets.json');
const stageNamed = (name: string, url = 'https://looks.example/v1'): HttpStage => httpStageSchema.parse({ name, url, score_path: 'score' });

describe('keys of stages', () => {
  it('[R26] lie encrypted in a file that only its owner may read, and are there after a restart', async () => {
    const file = fileOf(tempFolder());
    const secrets = await Secrets.open(file, storeOfTest());
    await Promise.all([secrets.keep('a', secret), secrets.keep('b', 'another'), secrets.keep('__proto__', 'third')]);
    expect(statSync(file).mode & 0o777).toBe(process.platform === 'win32' ? 0o666 : 0o600);
    expect(readFileSync(file, 'utf8')).not.toContain(secret);
    const again = await Secrets.open(file, storeOfTest());
    expect([await again.get('a'), await again.get('b'), await again.get('c'), again.has('toString')]).toEqual([secret, 'another', null, false]);
    await again.forget('a');
    expect([(await Secrets.open(file, storeOfTest())).has('a'), again.has('b')]).toEqual([false, true]);
  });

  it('[R26] are not kept at all where the system has no secret store', async () => {
    const file = fileOf(tempFolder());
    const secrets = await Secrets.open(file, storeOfTest(() => 'There is no keyring.'));
    await expect(secrets.keep('a', secret)).rejects.toThrow('There is no keyring.');
    expect(() => statSync(file)).toThrow('ENOENT');
  });

  it('[R26] that stand in a broken file are not there, and it can be written anew', async () => {
    const folder = tempFolder();
    const file = join(folder, 'secrets.json');
    writeFileSync(file, '{"a":');
    const secrets = await Secrets.open(file, storeOfTest());
    expect(secrets.has('a')).toBe(false);
    await secrets.keep('b', secret);
    expect(await secrets.get('b')).toBe(secret);
  });
});

describe('the stages of the app', () => {
  const world = async (problem?: () => string | null) => {
    let setups: readonly HttpStage[] = [];
    const secrets = await Secrets.open(fileOf(tempFolder()), storeOfTest(problem));
    const source = stageSource(() => setups, secrets);
    const keep = async (stage: HttpStage, key: string | null) => { setups = await withStage({ stage, key }, source, secrets); };
    const remove = async (name: string) => { setups = await withoutStage(name, source, secrets); };
    return { source, secrets, keep, remove, names: () => setups.map(({ name }) => name) };
  };

  it('[R27] are kept with their key, changed without entering it again, and removed with it', async () => {
    const { source, keep, remove, names } = await world();
    await keep(stageNamed('one'), ` ${secret} `);
    await keep(stageNamed('two'), null);
    await keep(stageNamed('one', 'https://looks.example/v2'), null);
    expect(names()).toEqual(['one', 'two']);
    expect(await source.key('one')).toEqual({ kind: 'known', key: secret });
    expect(await source.key('two')).toEqual({ kind: 'none' });
    await keep(stageNamed('one'), '');
    expect(source.hasKey('one')).toBe(false);
    await keep(stageNamed('one'), secret);
    await remove('one');
    await keep(stageNamed('one', 'https://elsewhere.example/'), null);
    expect(await source.key('one')).toEqual({ kind: 'none' });
    await expect(remove('three')).rejects.toThrow('There is no stage three any more.');
  });

  it('[R26] do not take a key to another server by a change of the address alone', async () => {
    const { source, keep } = await world();
    await keep(stageNamed('one'), secret);
    const moved = stageNamed('one', 'https://elsewhere.example/v1');
    await expect(keep(moved, null)).rejects.toThrow(/leads to another server/);
    await expect(keyFor({ stage: moved, key: null }, source)).rejects.toThrow(/leads to another server/);
    expect(source.setups()[0]?.url).toBe('https://looks.example/v1');
    await keep(moved, 'a new one');
    expect(await keyFor({ stage: moved, key: null }, source)).toEqual({ kind: 'known', key: 'a new one' });
  });

  it('[R26] say what to do when their key cannot be read, or kept', async () => {
    let problem: string | null = null;
    const { source, keep } = await world(() => problem);
    await keep(stageNamed('one'), secret);
    problem = 'There is no keyring.';
    const unread = await source.key('one');
    expect(unread.kind === 'problem' && unread.sentence()).toMatch(/Enter it again/);
    await expect(keep(stageNamed('two'), secret)).rejects.toThrow('There is no keyring. Or start Alice with the key in the environment, as ALICE_STAGE_KEY_TWO.');
    vi.stubEnv('ALICE_STAGE_KEY_ONE', 'from outside');
    expect(await source.key('one')).toEqual({ kind: 'known', key: 'from outside' });
    vi.unstubAllEnvs();
  });

  it('[R27] are refused in a sentence when they cannot work', async () => {
    const { keep, names } = await world();
    await expect(keep(stageNamed('brisque'), null)).rejects.toThrow(/the name of a stage that comes with Alice/);
    await expect(keep(stageNamed('one', 'http://looks.example/'), null)).rejects.toThrow(/unencrypted/);
    await expect(keep({ ...stageNamed('one'), poorest: 1, best: 1 }, null)).rejects.toThrow(/poorest and best are the same/);
    await expect(keep({ ...stageNamed('one'), score_path: 'a..b' }, null)).rejects.toThrow(/no way to a number/);
    await expect(keep(stageNamed('one'), 'line\nbreak')).rejects.toThrow(/no header can carry/);
    for (let i = 0; i < 20; i += 1) await keep(stageNamed(`stage-${i}`), null);
    await expect(keep(stageNamed('one'), null)).rejects.toThrow(/Remove one first/);
    expect(names()).toHaveLength(20);
  });

  it('[R26] are told without what stands behind a question mark of their address', () => {
    expect(stagesAsTold([stageNamed('one', `https://looks.example/v1?key=${secret}#${secret}`)])).toMatchObject([{ url: 'https://looks.example/v1' }]);
  });
});
