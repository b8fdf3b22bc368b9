import { describe, expect, it } from 'vitest';
import { type PipelineOptions, RunningPipeline } from './pipeline';
import { type Stage, type StageAnswer, StageTrouble } from './stage';

const hash = 'a'.repeat(64);
const stage = (name: string, run: Stage['run'], more: Partial<Stage> = {}): Stage => ({
  name, run, summary: '', cost: null, needs: [], weight: 1, longest_ms: 200, ...more,
});
const notWanted = () => Promise.reject(new Error('Nobody asked for it.'));
const answer = (score: number): StageAnswer => ({ score, result: { words: 'fine' } });

function pipelineOf(stages: readonly Stage[], more: Partial<PipelineOptions> = {}) {
  const bugs: unknown[] = [];
  const pipeline = new RunningPipeline({
    stages: () => stages,
    picture: (content_hash, path) => ({ content_hash, path, preview: notWanted, original: notWanted }),
    answered: () => ({}),
    memory: { recall: () => null, remember: () => undefined },
    reportBug: (bug) => bugs.push(bug),
    ...more,
  });
  return { pipeline, bugs, look: () => pipeline.look(hash, '/inbox/a.png') };
}

describe('the stages after BRISQUE', () => {
  it('[R20] run at once and are told in their order', async () => {
    const order: string[] = [];
    const slow = stage('slow', async () => {
      await new Promise((resolve) => setTimeout(resolve, 50));
      order.push('slow');
      return answer(0.1);
    }, { cost: 'a cent' });
    const quick = stage('quick', async () => { order.push('quick'); return answer(0.9); });
    const { said, counted } = await pipelineOf([slow, quick]).look();
    expect(order).toEqual(['quick', 'slow']);
    expect(said.map(({ event_type, data }) => [event_type, data.stage])).toEqual([['quality.stage_completed', 'slow'], ['quality.stage_completed', 'quick']]);
    expect(said[0]?.data).toMatchObject({ content_hash: hash, score: 0.1, result: { words: 'fine' }, cost: 'a cent' });
    expect(counted.map(({ name, score }) => [name, score])).toEqual([['slow', 0.1], ['quick', 0.9]]);
  });

  it('[R21] that fail, hang or throw are left out with the reason; only what nobody expects is a bug', async () => {
    const { look, bugs } = pipelineOf([
      stage('refused', () => Promise.reject(new StageTrouble(() => 'No key.', 'setup'))),
      stage('hangs', () => new Promise(() => undefined)),
      stage('broken', () => { throw new TypeError('secret inside'); }),
      stage('works', async () => answer(1)),
    ]);
    const { said, counted } = await look();
    expect(said.map(({ data }) => ('message' in data ? data.message : data.score))).toEqual([
      'No key.', 'It did not answer within 1 second.', expect.stringMatching(/an error in Alice/), 1,
    ]);
    expect(JSON.stringify(said)).not.toContain('secret inside');
    expect(counted.map(({ name }) => name)).toEqual(['works']);
    expect(bugs).toMatchObject([{ where: 'the quality stage broken' }]);
  });

  it('[R21] are told when nobody waits for them any more', async () => {
    let heard = false;
    const { look } = pipelineOf([stage('hangs', (_, signal) => new Promise(() => { signal.addEventListener('abort', () => { heard = true; }); }))]);
    await look();
    expect(heard).toBe(true);
  });

  it('[R22] are not asked again about what they answered, recorded or not', async () => {
    const asked: string[] = [];
    const stages = ['known', 'none', 'held', 'fresh'].map((name) => stage(name, async () => { asked.push(name); return answer(0.2); }));
    const remembered: string[] = [];
    const { said, counted } = await pipelineOf(stages, {
      answered: () => ({ known: 0.7, none: null }),
      memory: { recall: (_, name) => (name === 'held' ? answer(0.6) : null), remember: (_, name) => remembered.push(name) },
    }).look();
    expect(asked).toEqual(['fresh']);
    expect(remembered).toEqual(['fresh']);
    expect(said.map(({ data }) => data.stage)).toEqual(['held', 'fresh']);
    expect(counted.map(({ score }) => score)).toEqual([0.7, null, 0.6, 0.2]);
  });

  it('[R23] that fail again and again are left alone, each for itself, and asked after the pause', async () => {
    let now = 0;
    let works = false;
    let asked = 0;
    const bad = stage('bad', async () => {
      asked += 1;
      if (!works) throw new StageTrouble(() => 'It is on fire.', 'service');
      return answer(1);
    });
    const { look } = pipelineOf([bad, stage('good', async () => answer(0.5))], { now: () => now });
    for (let i = 0; i < 8; i += 1) await look();
    expect(asked).toBe(5);
    const { said } = await look();
    expect(said[0]?.data).toMatchObject({ stage: 'bad', message: 'It failed 5 times in a row and is left alone for 30 seconds more. The last time: It is on fire.' });
    expect(said[1]?.data).toMatchObject({ stage: 'good', score: 0.5 });
    works = true;
    now += 30_000;
    expect((await look()).counted).toHaveLength(2);
    expect(asked).toBe(6);
  });

  it('[R23] are not blamed for pictures that could not be sent', async () => {
    let asked = 0;
    const { look } = pipelineOf([stage('picky', () => { asked += 1; return Promise.reject(new StageTrouble(() => 'Too large.', 'picture')); })]);
    for (let i = 0; i < 7; i += 1) await look();
    expect(asked).toBe(7);
  });

  it('[R22] are let go of when Alice closes, so that the picture comes again', async () => {
    const { pipeline, look } = pipelineOf([stage('hangs', () => new Promise(() => undefined), { longest_ms: 60_000 })]);
    const looking = look();
    pipeline.end();
    await expect(looking).rejects.toThrow('Alice is closing.');
  });
});
