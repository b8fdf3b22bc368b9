import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { HttpStage } from '@shared/library/quality-stage';
import { setTimeout as delay } from 'node:timers/promises';
import sharp from 'sharp';
import { describe, expect, it, vi } from 'vitest';
import type { LogLine } from './open-bus';
import { keptAnswersIn } from './quality-stages-answers';
import { stagesOfEnvironment, stagesOnOffer, type StageSource } from './quality-stages-setup';
import { json, stageAt, stageServer } from '../testing/stage-server';
import { inFolder } from '../testing/temp-folder';
import { type Place, place, typesOf } from '../testing/test-hub';
import { drop, ratedPng } from '../testing/tiny-pictures';
import { filesBelow, hashOf } from '../testing/trees';

const secret = 'sk-canary-77aa01';
const sourceOf = (...setups: HttpStage[]): StageSource => ({
  setups: () => setups, hasKey: () => true, key: async () => ({ kind: 'known', key: `Bearer ${secret}` }),
});
const fill = ({ inbox }: Place, ...names: string[]) => names.map((name, i) => drop(join(inbox, 'p', name), ratedPng(i + 1)));
const dataOf = (events: readonly { event_type: string; data: unknown }[], type: string) =>
  events.filter(({ event_type }) => event_type === type).map(({ data }) => data as Record<string, unknown>);

describe('a stage that a person set up', () => {
  it('[R20] looks at each rated picture before its rating is said once; the stars stay those of BRISQUE', async () => {
    const [plain, staged] = [place(), place()];
    const server = await stageServer((response) => { json(response, { score: 1 }); });
    fill(plain, 'a.png');
    fill(staged, 'a.png');
    const before = dataOf(await plain.run(), 'quality.assessed')[0];
    const events = await staged.run({ stages: sourceOf(stageAt(server.url, { poorest: 0, best: 4, cost: 'a cent', weight: 3 })) });
    expect(typesOf(events)).toEqual([
      'asset.detected', 'asset.discovered', 'asset.processed', 'quality.stage_completed', 'quality.assessed', 'asset.organized',
    ]);
    expect(before).toMatchObject({ pipeline_mode: 'basic', stages_completed: ['brisque'] });
    const brisque = Number(before?.['brisque_score']);
    expect(dataOf(events, 'quality.assessed')[0]).toEqual({
      ...before,
      file_path: expect.any(String) as string,
      assessment_duration_ms: expect.any(Number) as number,
      pipeline_mode: 'premium',
      stages_completed: ['brisque', 'looker'],
      combined_score: Math.round(((1 - brisque / 100 + 3 * 0.25) / 4) * 1000) / 1000,
    });
    expect(dataOf(events, 'quality.stage_completed')).toMatchObject([{ stage: 'looker', score: 0.25, cost: 'a cent', result: { score: 1 } }]);
  });

  it('[R24] gets a small JPEG without metadata, made by a media process', async () => {
    const here = place();
    const server = await stageServer((response) => { json(response, { score: 0.5 }); });
    const picture = await sharp(Buffer.from(ratedPng(1, 1_400))).withExif({ IFD0: { ImageDescription: 'a secret prompt' } }).png().toBuffer();
    drop(join(here.inbox, 'a.png'), picture);
    await here.run({ stages: sourceOf(stageAt(server.url)) });
    const body = server.asked[0]?.body ?? Buffer.alloc(0);
    const { format, width, height, exif } = await sharp(body).metadata();
    expect({ format, width, height, exif }).toEqual({ format: 'jpeg', width: 1_024, height: 1_024, exif: undefined });
  });

  it('[R24] gets the very file when that was chosen, by its true type', async () => {
    const here = place();
    const server = await stageServer((response) => { json(response, { score: 0.5 }); });
    const [file = ''] = fill(here, 'a.jpg');
    await here.run({ stages: sourceOf(stageAt(server.url, { send: 'original' })) });
    expect(server.asked[0]?.headers['content-type']).toBe('image/png');
    expect(server.asked[0]?.body).toEqual(readFileSync(file));
  });

  it('[R24] is sent nothing while it is off, in a dry run, or about what has no rating', async () => {
    const here = place();
    const server = await stageServer((response) => { json(response, { score: 0.5 }); });
    fill(here, 'a.png');
    drop(join(here.inbox, 'flat.png'));
    const stage = stageAt(server.url);
    expect(typesOf(await here.run({ stages: sourceOf(stage), dryRun: true }))).not.toContain('quality.stage_completed');
    await here.run({ stages: sourceOf({ ...stage, enabled: false }) });
    drop(join(here.inbox, 'flat again.png'));
    await here.run({ stages: sourceOf(stage) });
    expect(server.asked).toEqual([]);
  });

  it('[R21] fails without keeping a picture from being rated and filed, and says why', async () => {
    const here = place();
    const server = await stageServer((response) => { json(response, {}, 401); });
    fill(here, 'a.png');
    const events = await here.run({ stages: sourceOf(stageAt(server.url)) });
    expect(typesOf(events).slice(3)).toEqual(['quality.stage_failed', 'quality.assessed', 'asset.organized']);
    expect(dataOf(events, 'quality.stage_failed')[0]).toMatchObject({ stage: 'looker', message: expect.stringMatching(/refused the key \(401\)/) });
    expect(dataOf(events, 'quality.assessed')[0]).toMatchObject({ pipeline_mode: 'basic', stages_completed: ['brisque'] });
    expect(here.bugs).toEqual([]);
  });

  it('[R23] that never answers delays only the first pictures; the others are filed without it', async () => {
    const here = place();
    const server = await stageServer(() => undefined);
    fill(here, ...Array.from({ length: 40 }, (_, i) => `${i}.png`));
    const began = performance.now();
    const events = await here.run({ stages: sourceOf(stageAt(server.url, { timeout_ms: 1_000 })) });
    expect(performance.now() - began).toBeLessThan(20_000);
    expect(dataOf(events, 'asset.organized')).toHaveLength(40);
    expect(dataOf(events, 'quality.stage_failed')).toHaveLength(40);
    expect(dataOf(events, 'quality.stage_failed').filter(({ message }) => /left alone/.test(String(message))).length).toBeGreaterThan(20);
    expect(server.asked.length).toBeLessThan(20);
  }, 40_000);

  it('[R22] is asked once about the same bytes: not for a duplicate, nor by the next run', async () => {
    const here = place();
    const server = await stageServer((response) => { json(response, { score: 0.5 }); });
    const stages = sourceOf(stageAt(server.url));
    drop(join(here.inbox, 'a.png'), ratedPng(1));
    await here.run({ stages });
    drop(join(here.inbox, 'again.png'), ratedPng(1));
    const events = await here.run({ stages });
    expect(server.asked).toHaveLength(1);
    expect(dataOf(events, 'quality.assessed')[0]).toMatchObject({ stages_completed: ['brisque', 'looker'], pipeline_mode: 'standard' });
    expect(readdirSync(join(here.data, 'stage-answers'))).toEqual([]);
  });

  it('[R22] is not asked again after a crash between its answer and the log', async () => {
    const here = place();
    const server = await stageServer((response) => { json(response, { score: 0.1 }); });
    fill(here, 'a.png');
    keptAnswersIn(inFolder(join(here.data, 'stage-answers'))).remember(hashOf(ratedPng(1)), 'looker', { score: 0.75, result: { from: 'before' } });
    const events = await here.run({ stages: sourceOf(stageAt(server.url)) });
    expect(server.asked).toEqual([]);
    expect(dataOf(events, 'quality.stage_completed')).toMatchObject([{ score: 0.75, result: { from: 'before' } }]);
    const answers = join(here.data, 'stage-answers');
    expect(readdirSync(answers)).toEqual([]);
    // Killed after the log had it, and before it was forgotten; and while another one was written.
    keptAnswersIn(answers).remember(hashOf(ratedPng(1)), 'looker', { score: 0.75, result: {} });
    keptAnswersIn(answers).remember(hashOf(ratedPng(2)), 'looker', { score: 0.5, result: {} });
    writeFileSync(join(answers, `${hashOf(ratedPng(3))}.looker.json.part`), '{');
    await here.run({ stages: sourceOf(stageAt(server.url)) });
    expect(readdirSync(answers)).toEqual([`${hashOf(ratedPng(2))}.looker.json`]);
  });

  it('[R22] that is slow when Alice closes does not hold her up, and is asked at the next start', async () => {
    const here = place();
    const server = await stageServer((response, _, nth) => { if (nth > 1) json(response, { score: 0.5 }); });
    fill(here, 'a.png');
    const stages = sourceOf(stageAt(server.url, { timeout_ms: 100_000 }));
    const hub = here.open({ stages });
    await hub.start({ watch: false });
    await vi.waitFor(() => { expect(server.asked).toHaveLength(1); }, 5_000);
    const began = performance.now();
    await hub.close('closed');
    expect(performance.now() - began).toBeLessThan(3_000);
    expect(typesOf(await here.run({ stages }))).toEqual(['quality.stage_completed', 'quality.assessed', 'asset.organized']);
    expect(here.bugs).toEqual([]);
  });

  it('[R26] has its key in no event, no line of a log, no bug and no file', async () => {
    const here = place();
    const lines: LogLine[] = [];
    const told: unknown[] = [];
    const server = await stageServer((response, { headers }, nth) => {
      json(response, { score: 0.5, headers, [secret]: secret }, nth % 2 === 1 ? 200 : 400);
    });
    fill(here, 'a.png', 'b.png', 'c.png', 'd.png');
    const hub = here.open({ stages: sourceOf(stageAt(server.url)), logger: { level: 'debug', write: (line) => lines.push(line) } });
    hub.bus.on('*', (event) => { told.push(event); });
    await hub.start({ watch: false });
    await hub.settled();
    const [hash = ''] = hub.library.assetsBefore(Number.MAX_SAFE_INTEGER, 1).map(({ content_hash }) => content_hash);
    told.push(await hub.tryStage(stageAt(server.url), { kind: 'known', key: `Bearer ${secret}` }, hash));
    await hub.close('closed');
    expect(dataOf(told as [], 'quality.stage_completed').length).toBeGreaterThan(0);
    expect(dataOf(told as [], 'quality.stage_failed').length).toBeGreaterThan(0);
    expect(JSON.stringify([told, lines, here.bugs])).not.toContain(secret);
    for (const file of filesBelow(here.home)) expect(readFileSync(join(here.home, file)).includes(secret), file).toBe(false);
  });

  it('[R27] is tried on one picture without anything being kept', async () => {
    const here = place();
    const server = await stageServer((response) => { json(response, { score: 3 }); });
    fill(here, 'a.png');
    await here.run();
    const hub = here.open();
    const before = hub.log.lastSequence;
    const [asset] = hub.library.assetsBefore(Number.MAX_SAFE_INTEGER, 1);
    const attempt = (more: Partial<HttpStage>) => hub.tryStage(stageAt(server.url, more), { kind: 'none' }, asset?.content_hash ?? '');
    expect(await attempt({ best: 4 })).toEqual({ ok: true, sentence: 'It answered: 75 of 100 for this picture. In full: {"score":3}' });
    expect(await attempt({ score_path: 'quality' })).toEqual({ ok: false, sentence: 'There is no “quality” in its answer. Its names are score.' });
    await delay(20);
    expect(hub.log.lastSequence).toBe(before);
    expect(existsSync(join(here.data, 'stage-answers'))).toBe(false);
  });
});

describe('the stages of a data folder', () => {
  it('[R28] stand in its settings, and their keys in the environment', async () => {
    const here = place();
    const settings = { quality_stages: [stageAt('https://looks.example/v1', { name: 'my-looker', cost: '1 cent' }), { name: 'No stage' }, stageAt('http://example.org/', { name: 'plain', enabled: false })] };
    writeFileSync(inFolder(join(here.data, 'settings.json')), JSON.stringify(settings));
    writeFileSync(join(here.data, 'secrets.json'), JSON.stringify({ 'my-looker': 'ZW5jcnlwdGVk' }));
    const offered = () => stagesOnOffer(stagesOfEnvironment(here.data));
    expect(await offered()).toMatchObject([
      { name: 'brisque', kind: 'built_in', cost: 'nothing', needs: ['pixels'], problem: null, enabled: true },
      { name: 'my-looker', kind: 'http', cost: '1 cent', needs: ['pixels', 'network', 'key'], problem: expect.stringMatching(/Set ALICE_STAGE_KEY_MY_LOOKER/), has_key: true },
      { name: 'plain', problem: expect.stringMatching(/unencrypted by http/), enabled: false, has_key: false },
    ]);
    vi.stubEnv('ALICE_STAGE_KEY_MY_LOOKER', secret);
    const ready = await offered();
    vi.unstubAllEnvs();
    expect(ready[1]).toMatchObject({ problem: null, has_key: true });
    expect(JSON.stringify(ready)).not.toContain(secret);
  });
});
