import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runCli } from '../testing/run-cli';
import { a1111Png, brokenJpeg, drop, ratedPng, tinyPng } from '../testing/tiny-pictures';
import { filesBelow, hashOf } from '../testing/trees';

let home: string;
let data: string;
const inboxFile = (name: string) => join(home, 'inbox', name);

// One organized inbox that all of these tests only read.
beforeAll(async () => {
  home = mkdtempSync(join(tmpdir(), 'alice-test-'));
  data = join(home, 'data');
  mkdirSync(join(home, 'inbox'));
  drop(inboxFile('harbor/boat.png'), a1111Png('a red boat', 12345));
  drop(inboxFile('harbor/rated.png'), ratedPng(1));
  drop(inboxFile('root.png'), tinyPng('root'));
  drop(inboxFile('twin.png'), tinyPng('root'));
  drop(inboxFile('cut.jpg'), brokenJpeg());
  await runCli('organize', join(home, 'inbox'), '--to', join(home, 'organized'), '--data', data);
});
afterAll(() => { rmSync(home, { recursive: true, force: true }); });

const events = (...more: string[]) => runCli('events', '--data', data, ...more);
const typesIn = async (...more: string[]) => (await events('--json', ...more)).json().map(({ event_type }) => event_type);

describe('[A10] alice events', () => {
  it('[A10] prints everything, one line an event, or one JSON object an event', async () => {
    const all = (await events('--json')).json();
    expect(all.map(({ sequence }) => sequence)).toEqual(all.map((_, i) => i + 1));
    const lines = (await events()).lines;
    expect(lines).toHaveLength(all.length);
    expect(lines[0]).toMatch(/^\d\d:\d\d:\d\d\.\d{3} {7}1 {2}hub\.started/);
  });

  it('[A10] by type, by prefix, by project, behind a place, so many', async () => {
    expect(await typesIn('--type', 'asset.duplicated')).toEqual(['asset.duplicated']);
    expect(new Set(await typesIn('--type', 'quality.*'))).toEqual(new Set(['quality.assessed', 'quality.not_rated']));
    expect(await typesIn('--type', 'asset.organized', '--project', 'harbor')).toHaveLength(2);
    expect(await typesIn('--project', 'nowhere')).toEqual([]);
    const all = await typesIn();
    expect(await typesIn('--after', '3', '--limit', '2')).toEqual(all.slice(3, 5));
    expect(await typesIn('--limit', '0')).toEqual([]);
    expect(await typesIn('--after', '99999')).toEqual([]);
  });

  it('[A10] about one asset: by its path in the inbox, by its organized path, by its hash, by a copy', async () => {
    const [organized] = filesBelow(join(home, 'organized')).filter((path) => path.includes('a1111'));
    const story = ['asset.detected', 'asset.discovered', 'asset.processed', 'quality.not_rated', 'asset.organized'];
    const bytes = readFileSync(inboxFile('harbor/boat.png'));
    const copy = drop(join(home, 'copy.png'), bytes);
    const names = [inboxFile('harbor/boat.png'), join(home, 'organized', organized!), hashOf(bytes), hashOf(bytes).toUpperCase(), copy];
    for (const name of names) expect(await typesIn('--asset', name)).toEqual(story);
    expect(await typesIn('--asset', names[0]!, '--type', 'asset.*', '--limit', '2')).toEqual(story.slice(0, 2));
    expect(await typesIn('--asset', names[0]!, '--project', 'other')).toEqual([]);
    expect(await typesIn('--asset', join(home, 'unknown'))).toEqual([]);
  });
});

describe('[A11] alice why', () => {
  it('[A11] tells the chain in sentences, each with its reason', async () => {
    const { lines, code } = await runCli('why', inboxFile('harbor/boat.png'), '--data', data);
    expect(code).toBe(0);
    const text = lines.join('\n');
    for (const sentence of ['boat.png', 'Folder harbor gave the project', 'Recognised as A1111', 'a red boat', 'Not rated', 'Filed as harbor-001.png']) {
      expect(text).toContain(sentence);
    }
  });

  it('[A11] as JSON, each event with its sentence', async () => {
    const chain = (await runCli('why', inboxFile('harbor/boat.png'), '--data', data, '--json')).json();
    expect(chain.map(({ title }) => title)).toEqual([
      'Seen in the inbox', 'Found in the inbox', 'Recognised as A1111', 'Not rated', 'Filed as harbor-001.png',
    ]);
    expect(chain[2]).toMatchObject({ event_type: 'asset.processed', quote: 'a red boat' });
  });

  it('[A11] of a file set aside, and of a duplicate, too', async () => {
    expect((await runCli('why', inboxFile('cut.jpg'), '--data', data)).stdout).toContain('Set aside');
    expect((await runCli('why', inboxFile('twin.png'), '--data', data)).stdout).toMatch(/Recognised as a duplicate/);
  });

  it('[A11] of what it does not know it says so, exit 2', async () => {
    expect(await runCli('why', join(home, 'unknown.png'), '--data', data)).toMatchObject({ code: 2, stderr: expect.stringContaining('knows nothing of') });
  });
});

describe('[A12] alice read', () => {
  it('[A12] gives one object a file: tool, model, prompts, seed as text, settings, size, evidence', async () => {
    const { code, json } = await runCli('read', '--json', inboxFile('harbor/boat.png'), inboxFile('root.png'));
    expect(code).toBe(0);
    expect(json()).toMatchObject([
      {
        file: inboxFile('harbor/boat.png'), tool: 'a1111', model: 'dream', prompt: 'a red boat', negative_prompt: 'blur', seed: '12345', steps: 20,
        sampler: 'Euler a', cfg: 7, size: '16x8', evidence: [expect.objectContaining({ kind: 'structured' })],
      },
      { file: inboxFile('root.png'), tool: 'unknown', seed: null, prompt: null },
    ]);
  });

  it('[A12] says of each file that it cannot read why, reads the others, exit 1', async () => {
    symlinkSync('/etc/hostname', join(home, 'link.png'));
    const text = drop(join(home, 'text.png'), 'x');
    const { code, json } = await runCli('read', '--json', join(home, 'none.png'), text, join(home, 'link.png'), home, inboxFile('root.png'));
    expect(code).toBe(1);
    expect(json().map((each) => Object.keys(each).includes('error'))).toEqual([true, true, true, true, false]);
    expect(json()[0]).toEqual({ file: join(home, 'none.png'), error: 'There is no such file.' });
  });

  it('[A12] for people, in words', async () => {
    const { stdout } = await runCli('read', inboxFile('harbor/boat.png'));
    expect(stdout).toMatch(/Tool {6}A1111\n {2}Model {5}dream\n {2}Prompt {4}a red boat/);
  });
});

describe('[A13] alice score', () => {
  it('[A13] gives one object a file: BRISQUE and stars, or the reason why there are none', async () => {
    const { code, json } = await runCli('score', '--json', inboxFile('harbor/rated.png'), inboxFile('root.png'));
    expect(code).toBe(0);
    expect(json()).toEqual([
      { file: inboxFile('harbor/rated.png'), brisque: expect.any(Number), stars: expect.any(Number), reason: null, quality_issues: expect.any(Array), better_than: null },
      { file: inboxFile('root.png'), brisque: null, stars: null, reason: expect.stringContaining('under 64 pixels'), quality_issues: [], better_than: null },
    ]);
  });

  it('[A13] is the score that the hub gave', async () => {
    const [scored] = (await runCli('score', '--json', inboxFile('harbor/rated.png'))).json();
    const [assessed] = (await events('--json', '--type', 'quality.assessed')).json() as [{ data: { brisque_score: number } }];
    expect(scored?.['brisque']).toBe(assessed.data.brisque_score);
  });

  it('[A13] a damaged or missing file has its reason, exit 1', async () => {
    const { code, json } = await runCli('score', '--json', inboxFile('cut.jpg'), join(home, 'none.png'));
    expect(code).toBe(1);
    for (const { stars, reason } of json()) expect({ stars, reason }).toEqual({ stars: null, reason: expect.stringMatching(/\.$/) });
  });
});
