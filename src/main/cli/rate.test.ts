import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { starsFor } from '@shared/library/rating';
import { beforeEach, describe, expect, it } from 'vitest';
import { takeLease } from '../hub/lease';
import { runCli } from '../testing/run-cli';
import { tempFolder } from '../testing/temp-folder';
import { drop, ratedPng } from '../testing/tiny-pictures';
import { filesBelow, hashOf } from '../testing/trees';

let home: string;
const organized = () => filesBelow(join(home, 'organized')).filter((path) => !path.startsWith('.alice-trash'));
const alice = (...args: string[]) => runCli(...args, '--data', join(home, 'data'));

beforeEach(() => { home = tempFolder(); });

async function filed(...seeds: number[]): Promise<void> {
  for (const seed of seeds) drop(join(home, 'inbox', 'harbor', `${seed}.png`), ratedPng(seed, 64));
  expect((await alice('organize', join(home, 'inbox'), '--to', join(home, 'organized'))).code).toBe(0);
}

/** Stars that a picture does not have yet, and their folder. */
async function otherStars(): Promise<{ stars: string; folder: string }> {
  const folder = organized()[0]!.split('/').at(-2)!;
  const stars = folder === '5-star' ? '4' : '5';
  return { stars, folder: `${stars}-star` };
}

describe('alice rate', () => {
  it('[R16] rates by name, by path, by the beginning of the hash, and by the original; waits for the file and says where it lies', async () => {
    await filed(1);
    const hash = hashOf(ratedPng(1, 64));
    const { stars, folder } = await otherStars();
    const { code, lines } = await alice('rate', 'harbor-001.png', stars);
    const path = join(home, 'organized', organized()[0]!);
    expect([code, lines]).toEqual([0, [`harbor-001.png: ${stars === '5' ? 'five' : 'four'} stars`, `  ${path}`]]);
    expect(path).toContain(`/${folder}/`);
    const [told] = (await alice('rate', hash.slice(0, 8), '1', '--json')).json();
    expect(told).toMatchObject({ content_hash: hash, own_stars: 1, stars: 1, not_moved: null, file_path: expect.stringContaining('/1-star/') });
    expect((await alice('rate', join(home, 'organized', organized()[0]!), '2')).code).toBe(0);
    expect((await alice('rate', organized()[0]!, '4')).code).toBe(0);
    expect((await alice('rate', join(home, 'inbox', 'harbor', '1.png'), '3')).code).toBe(0);
    expect(organized()[0]).toContain('/3-star/');
    const cleared = await alice('rate', 'HARBOR-001.PNG', '0');
    expect(cleared.lines[0]).toMatch(/^harbor-001\.png: your rating is cleared, \w+ stars? as measured$/);
  });

  it('[R16] rates several at once, as one entry that alice undo takes back', async () => {
    await filed(1, 2, 3);
    const before = organized();
    const { stars, folder } = await otherStars();
    const names = before.map((path) => join(home, 'organized', path));
    expect((await alice('rate', ...names, stars)).code).toBe(0);
    expect(organized().every((path) => path.includes(`/${folder}/`))).toBe(true);
    const [entry] = (await alice('history', '--json')).json();
    expect(entry).toMatchObject({ label: `3 pictures rated ${stars === '5' ? 'five' : 'four'} stars`, operations: 3, scope: 'batch' });
    const undone = await alice('undo', '--last', '--yes');
    expect([undone.code, undone.lines.at(-1), undone.lines.length]).toEqual([0, '3 operations undone, 0 refused.', 4]);
    expect(organized()).toEqual(before);
    const why = await alice('why', names[0]!);
    expect(why.stdout.match(/You rated it/g)).toHaveLength(1);
  });

  it('[R16] a file that was changed is rated and stays, with the reason and exit code 1', async () => {
    await filed(1);
    const { stars } = await otherStars();
    const [path] = organized();
    writeFileSync(join(home, 'organized', path!), 'painted over');
    const { code, stdout } = await alice('rate', 'harbor-001.png', stars);
    expect(code).toBe(1);
    expect(stdout).toMatch(/not moved: The organized file .* was changed after it was filed/);
    expect(organized()).toEqual([path]);
  });

  it('[R16] bad input, an unknown or an ambiguous name get one sentence and exit code 2, and nothing is rated', async () => {
    await filed(1, 2);
    // Numbers are given by folder: now both are the first of theirs.
    await alice('rate', 'harbor-001.png', '5');
    await alice('rate', 'harbor-002.png', '4');
    const cases: [string[], RegExp][] = [
      [['rate', 'harbor-001.png', '6'], /“6” is no rating/],
      [['rate', '5'], /Name the files to rate/],
      [['rate', 'nowhere.png', '5'], /Alice has filed nothing that nowhere\.png means/],
      [['rate'], /missing required argument/],
    ];
    for (const [args, sentence] of cases) {
      const { code, stderr } = await alice(...args);
      expect([code, stderr]).toEqual([2, expect.stringMatching(sentence)]);
    }
    const { code, stderr } = await alice('rate', 'harbor-001.png', '3');
    expect([code, stderr]).toEqual([2, expect.stringMatching(/means several files: .*harbor-001\.png, .*harbor-001\.png\. Name one by its path/)]);
    expect((await alice('events', '--type', 'rating.given', '--json')).lines).toHaveLength(2);
  });

  it('[R16] beside an Alice that runs, both commands are refused in the sentence of the lease', async () => {
    await filed(1);
    const release = takeLease(join(home, 'data'));
    const { stderr: sentence } = await alice('undo', '--last');
    const refused = [await alice('rate', 'harbor-001.png', '5'), await alice('bands', '--set', '1,2,3,4')];
    release();
    expect(sentence).not.toBe('');
    expect(refused.map(({ code }) => code)).toEqual([2, 2]);
    expect(refused.map(({ stderr }) => stderr)).toEqual([sentence, sentence]);
  });
});

describe('alice bands', () => {
  it('[R17] shows the limits, the ratings and the scores behind them', async () => {
    await filed(1, 2, 3);
    await alice('rate', 'harbor-001.png', '5');
    const { stdout, code } = await alice('bands');
    expect(code).toBe(0);
    expect(stdout).toMatch(/^BRISQUE below 25 is five stars, below 45 four, below 65 three, below 80 two, the rest one\./);
    expect(stdout).toMatch(/five stars {2}1 file, 1 by your own rating\n[^]*one star {4}2 files\n/);
    expect(stdout).toMatch(/Scores of 3 measured pictures: 10 % up to [\d.]+, 25 % .*90 % up to/);
    const [told] = (await alice('bands', '--json')).json();
    expect(told).toMatchObject({ bands: [25, 45, 65, 80], measured: 3, percentiles: { p50: expect.any(Number) } });
  });

  it('[R17] a dry run says what would change and where files would be moved; without it that is done, and undone again', async () => {
    await filed(1, 2);
    const before = organized();
    const dry = await alice('bands', '--set', '97,98,99,100', '--dry-run');
    expect([dry.code, organized()]).toEqual([0, before]);
    expect(dry.stdout).toMatch(/2 of 2 measured ratings would change\.[^]*2 files would be moved[^]*harbor-00\d\.png: BRISQUE .* → .*5-star/);
    const [preview] = (await alice('bands', '--set', '97,98,99,100', '--dry-run', '--json')).json();
    expect(preview).toMatchObject({ changed: 2, files_moved: 2, after: [0, 0, 0, 0, 2] });
    const done = await alice('bands', '--set', '97,98,99,100');
    expect([done.code, done.lines.at(-1)]).toEqual([0, '2 files moved; alice undo --last takes the limits back.']);
    expect(organized().every((path) => path.includes('/5-star/'))).toBe(true);
    expect((await alice('bands', '--json')).json()[0]).toMatchObject({ bands: [97, 98, 99, 100] });
    const undone = await alice('undo', '--last');
    expect([undone.code, undone.lines.at(-1)]).toEqual([0, '1 operation undone, 0 refused.']);
    expect(organized()).toEqual(before);
  });

  it('[R17] what are no limits is refused in a sentence, with exit code 2', async () => {
    await filed(1);
    for (const bad of ['25,45,65', '25,45,65,80,90', '80,65,45,25', '25,25,65,80', 'a,b,c,d', '', '25;45;65;80']) {
      const { code, stderr } = await alice('bands', '--set', bad);
      expect([bad, code, stderr]).toEqual([bad, 2, expect.stringContaining('are no limits between the stars')]);
    }
    expect((await alice('bands', '--dry-run')).stderr).toMatch(/--dry-run says what --set would change/);
  });
});

describe('alice score with a library', () => {
  it('[R18] goes by the limits that hold there and says how many of its pictures are worse; without one, by the usual limits', async () => {
    await filed(1, 2, 3);
    const picture = join(home, 'inbox', 'harbor', '2.png');
    const [alone] = (await runCli('score', picture, '--json', '--data', join(home, 'nothing'))).json();
    expect(alone).toMatchObject({ better_than: null, stars: starsFor(alone!['brisque'] as number) });
    expect(existsSync(join(home, 'nothing'))).toBe(false);
    await alice('bands', '--set', '97,98,99,100');
    const [told] = (await alice('score', picture, '--json')).json();
    expect(told).toMatchObject({ stars: 5, brisque: alone!['brisque'] });
    expect([0, 33, 67]).toContain(told!['better_than']);
    expect((await alice('score', picture)).stdout).toMatch(/five stars for technical quality.*; better than \d+ % of the library/);
  });
});
