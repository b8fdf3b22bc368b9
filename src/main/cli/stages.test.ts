import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { runCli } from '../testing/run-cli';
import { json, stageAt, stageServer } from '../testing/stage-server';
import { inFolder, tempFolder } from '../testing/temp-folder';
import { drop, ratedPng, tinyPng } from '../testing/tiny-pictures';

const secret = 'sk-canary-90be12';

function dataWith(...quality_stages: unknown[]): string {
  const data = tempFolder();
  writeFileSync(inFolder(join(data, 'settings.json')), JSON.stringify({ quality_stages }));
  return data;
}

afterEach(() => { vi.unstubAllEnvs(); });

describe('[R28] alice stages', () => {
  it('[R28] lists BRISQUE and what was added, with cost, needs and state', async () => {
    const data = dataWith(stageAt('https://looks.example/', { cost: '$0.002' }), stageAt('https://looks.example/', { name: 'other', enabled: false }));
    const { code, lines } = await runCli('stages', '--data', data);
    expect(code).toBe(0);
    expect(lines).toEqual([
      'brisque: ready; costs nothing; needs pixels', expect.stringMatching(/^ {2}Measures noise, blur and compression/),
      'looker: ready; costs $0.002; needs pixels, network', '  Sends each picture, in at most 1,024 pixels and without its metadata, to looks.example.',
      'other: off; costs nothing; needs pixels, network', expect.stringMatching(/^ {2}Sends/),
    ]);
    vi.stubEnv('ALICE_STAGE_KEY_LOOKER', secret);
    const { stdout, json: objects } = await runCli('stages', '--json', '--data', data);
    expect(objects().map(({ name, state, has_key }) => [name, state, has_key])).toEqual([['brisque', 'ready', false], ['looker', 'ready', true], ['other', 'off', false]]);
    expect(stdout).not.toContain(secret);
  });
});

describe('[R28] alice score --stages', () => {
  it('[R28] asks those that are switched on, with the key of the environment, and nobody without --stages', async () => {
    const server = await stageServer((response, { headers }) => { json(response, { score: headers.authorization === secret ? 0.5 : 0 }); });
    const data = dataWith(stageAt(server.url), stageAt(server.url, { name: 'off', enabled: false }));
    const home = tempFolder();
    const [good, tiny] = [drop(join(home, 'good.png'), ratedPng(1)), drop(join(home, 'tiny.png'), tinyPng())];
    vi.stubEnv('ALICE_STAGE_KEY_LOOKER', secret);
    const plain = await runCli('score', good, '--data', data, '--json');
    expect(server.asked).toEqual([]);
    const { code, json: objects } = await runCli('score', good, tiny, '--stages', '--data', data, '--json');
    expect(code).toBe(0);
    const [first, second] = objects();
    const brisque = Number(plain.json()[0]?.['brisque']);
    expect(first).toMatchObject({ brisque, pipeline_mode: 'standard', stages: [{ name: 'looker', score: 0.5 }] });
    expect(first?.['combined_score']).toBeCloseTo((1 - brisque / 100 + 0.5) / 2, 3);
    expect(second).not.toHaveProperty('stages');
    expect(server.asked).toHaveLength(1);
  }, 30_000);

  it('[R28] says why a stage gave none, and ends well all the same', async () => {
    const server = await stageServer((response) => { json(response, {}, 401); });
    const picture = drop(join(tempFolder(), 'good.png'), ratedPng(1));
    const { code, stdout } = await runCli('score', picture, '--stages', '--data', dataWith(stageAt(server.url)));
    expect(code).toBe(0);
    expect(stdout).toMatch(/all stages together \d+ of 100 \(looker gave none: 127\.0\.0\.1:\d+ wants a key \(401\)\. Enter the key of the service\.\)/);
  }, 30_000);
});
