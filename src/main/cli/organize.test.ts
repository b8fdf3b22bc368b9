import { spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { beforeEach, describe, expect, it } from 'vitest';
import { alice, aliceCommand, cliFiles, start } from '../testing/child-process';
import { runCli } from '../testing/run-cli';
import { tempFolder } from '../testing/temp-folder';
import { place } from '../testing/test-hub';
import { logIn } from '../testing/test-log';
import { drop, ratedPng, tinyPng } from '../testing/tiny-pictures';
import { contentsOf, filesBelow, missingFrom, snapshotOf } from '../testing/trees';

let home: string;
let inbox: string;
let organized: string;
let data: string;

beforeEach(() => {
  home = tempFolder();
  [inbox, organized, data] = [join(home, 'inbox'), join(home, 'organized'), join(home, 'data')];
  mkdirSync(inbox);
});

const organize = (...more: string[]) => runCli('organize', inbox, '--to', organized, '--data', data, ...more);

describe('[A8] alice organize', () => {
  it('[A8] takes everything to an outcome and sums up, exit 0', async () => {
    drop(join(inbox, 'harbor/a.png'), ratedPng(1));
    drop(join(inbox, 'harbor/twin.png'), ratedPng(1));
    const { code, stderr, lines } = await organize();
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(lines).toEqual([expect.stringMatching(/^1 file filed \(.* kB\), 1 duplicate linked, 0 set aside\.$/)]);
    expect(filesBelow(organized)).toHaveLength(1);
    expect((await organize()).lines).toEqual(['0 files filed (0 bytes), 0 duplicates linked, 0 set aside.', 'Nothing new lies in the inbox.']);
  });

  it('[A8] says of each file that was set aside why, exit 1', async () => {
    drop(join(inbox, 'text.png'), 'no picture');
    drop(join(inbox, 'good.png'));
    const { code, lines } = await organize();
    expect(code).toBe(1);
    expect(lines).toEqual([expect.stringMatching(/^1 file filed .* 1 set aside\.$/), expect.stringMatching(/text\.png: This is not a picture or video/)]);
  });

  it('[A8] with --json prints one event a line, from the start of the hub to its end', async () => {
    drop(join(inbox, 'a.png'));
    const { json, code } = await organize('--json');
    const events = json();
    expect(code).toBe(0);
    expect(events.map(({ event_type }) => event_type)).toEqual([
      'hub.started', 'asset.detected', 'asset.discovered', 'asset.processed', 'quality.not_rated', 'asset.organized', 'hub.stopped',
    ]);
    expect(events.map(({ sequence }) => sequence)).toEqual([1, 2, 3, 4, 5, 6, 7]);
  });

  it('[A8] with --move the inbox is empty afterwards', async () => {
    drop(join(inbox, 'a.png'));
    expect((await organize('--move')).code).toBe(0);
    expect([filesBelow(inbox), filesBelow(organized).length]).toEqual([[], 1]);
  });

  it('[A3] with --dry-run prints the same events and touches nothing', async () => {
    drop(join(inbox, 'a.png'));
    drop(join(inbox, 'text.png'), 'no picture');
    const before = snapshotOf(home);
    const rehearsed = await organize('--dry-run', '--json');
    const summary = await organize('--dry-run');
    expect(snapshotOf(home)).toEqual(before);
    expect(summary.lines.at(-1)).toBe('This was a dry run: nothing was touched.');
    expect(summary.lines[0]).toMatch(/^1 file would be filed/);
    const types = (result: typeof rehearsed) => result.json().map(({ event_type }) => event_type).sort();
    expect(types(rehearsed)).toEqual(types(await organize('--json')));
    expect(rehearsed.code).toBe(1);
  });
});

describe('[A7] bad input gets one sentence and exit 2, and nothing is touched', () => {
  const cases: [string, () => string[], RegExp][] = [
    ['no command', () => [], /Usage: alice/],
    ['an unknown command', () => ['organise', inbox], /unknown command/],
    ['no inbox', () => ['organize', '--to', organized], /missing required argument/],
    ['no --to', () => ['organize', inbox], /required option '--to/],
    ['an unknown option', () => ['organize', inbox, '--to', organized, '--fast'], /unknown option/],
    ['an inbox that is not there', () => ['organize', join(home, 'none'), '--to', organized], /^The inbox .*none is not there\./],
    ['an inbox that is a file', () => ['organize', drop(join(home, 'file')), '--to', organized], /^The inbox .*file is a file\. Name a folder\./],
    ['an organized folder that is a file', () => ['organize', inbox, '--to', drop(join(home, 'file'))], /^The organized folder .* is a file\./],
    ['an organized folder below a file', () => ['organize', inbox, '--to', join(drop(join(home, 'file')), 'x')], /cannot be created/],
    ['twice the same folder', () => ['organize', inbox, '--to', `${inbox}/../inbox/`], /are the same folder/],
    ['organized inside the inbox', () => ['organize', inbox, '--to', join(inbox, 'sorted', 'deep')], /lies inside the inbox/],
    ['the inbox inside organized', () => ['organize', inbox, '--to', home], /lies inside the organized folder/],
    ['the inbox inside organized, through a link', () => ['organize', inbox, '--to', way()], /lies inside the organized folder/],
    ['a data folder in use', () => ['organize', inbox, '--to', organized, '--data', busy()], /Another Alice \(process \d+ on .*\) is working with the data folder/],
    ['a data folder of a newer version', () => ['organize', inbox, '--to', organized, '--data', newer()], /was made by a newer Alice/],
    ['a log of a newer version, to read', () => ['events', '--data', newer()], /was made by a newer Alice/],
    ['a data folder without a log', () => ['events', '--data', join(home, 'none')], /^There is no event log in /],
    ['a number that is none', () => ['events', '--limit', 'many', '--data', data], /must be a whole number/],
    ['no file to read', () => ['read'], /missing required argument/],
  ];

  function way(): string {
    symlinkSync(home, join(home, 'way'));
    return join(home, 'way');
  }

  function busy(): string {
    const other = place();
    other.open();
    return other.data;
  }

  function newer(): string {
    const folder = join(home, 'newer');
    const { log, database } = logIn(folder);
    database.pragma('user_version = 99');
    log.close();
    return folder;
  }

  it.each(cases)('[A7] %s', async (_, make, sentence) => {
    drop(join(inbox, 'a.png'));
    const args = make();
    const before = snapshotOf(inbox);
    const { code, stdout, stderr } = await runCli(...args, ...(args.includes('--data') || args.length < 3 ? [] : ['--data', data]));
    expect(code).toBe(2);
    expect(stderr).toMatch(sentence);
    expect(stderr).not.toMatch(/ at .*\.(ts|js):\d+/);
    expect(stdout).toBe('');
    expect(snapshotOf(inbox)).toEqual(before);
    expect(filesBelow(home).filter((path) => path.startsWith('organized') || path.startsWith('data'))).toEqual([]);
  });

  // Root may write anywhere, so root runs it as nobody; where nobody may read the project itself, this cannot be tried.
  const nobody = process.getuid?.() === 0 ? ['setpriv', '--reuid=65534', '--regid=65534', '--clear-groups'] : [];
  const mayRead = spawnSync('env', [...nobody, 'test', '-r', cliFiles().workerFile]).status === 0;
  it.skipIf(!mayRead)('[A7] a folder without permission (needs a project that others may read)', async () => {
    drop(join(inbox, 'a.png'));
    mkdirSync(organized);
    chmodSync(organized, 0o555);
    chmodSync(home, 0o777);
    const [first, ...rest] = [...nobody, ...aliceCommand(['organize', inbox, '--to', organized, '--data', data])];
    const { code, stderr } = await start([first!, ...rest]).ended;
    const sentence = `Alice may not write to the organized folder ${organized}. Change its permissions, or name another folder.\n`;
    expect({ code, stderr }).toEqual({ code: 2, stderr: sentence });
  });
});

describe('[A9] hostile names on a terminal', () => {
  it('[A9] control characters are shown, not sent', async () => {
    drop(join(inbox, '\u001b[2J\u0007\u202egnp.txt'), 'no picture');
    drop(join(inbox, '\u001b]0;owned\u0007/a.png'));
    const { stdout, code } = await organize();
    expect(code).toBe(1);
    expect(stdout).not.toMatch(/[^\P{Cc}\n]|\u202e/u);
    expect(stdout).toContain('\\u001b[2J\\u0007\\u202egnp.txt');
    const events = await runCli('events', '--data', data);
    expect(events.stdout).not.toMatch(/[^\P{Cc}\n]|\u202e/u);
    expect(events.stdout).toContain('\\u001b]0;owned\\u0007');
  });
});

describe('[A6] stopping in the middle', () => {
  it.each(['SIGTERM', 'SIGINT'] as const)('[A6] on %s it ends in good order; the next run does the rest', async (signal) => {
    for (let i = 0; i < 120; i += 1) drop(join(inbox, `${i % 4}`, `${i}.png`), i % 2 === 0 ? tinyPng(`${i}`) : ratedPng(i, 64));
    const before = contentsOf(inbox);
    const { child, ended } = start(aliceCommand(['organize', inbox, '--to', organized, '--data', data, '--move', '--json']));
    await new Promise((resolve) => child.stdout?.once('data', resolve));
    await delay(400);
    child.kill(signal);
    const { stdout, stderr } = await ended;
    expect(stderr).toBe('');
    expect(stdout.trimEnd().split('\n').at(-1)).toMatch(/"event_type":"hub\.stopped"/);
    expect(missingFrom(before, contentsOf(inbox, organized))).toEqual([]);
    expect((await alice('organize', inbox, '--to', organized, '--data', data, '--move')).code).toBe(0);
    expect([filesBelow(inbox), contentsOf(organized)]).toEqual([[], before]);
  }, 30_000);
});

it('[A8] alice watch organizes what lands until it is stopped', async () => {
  const { child, ended } = start(aliceCommand(['watch', inbox, '--to', organized, '--data', data, '--json']));
  let seen = '';
  child.stdout?.on('data', (text: string) => (seen += text));
  const until = async (text: string) => { while (!seen.includes(text) && child.exitCode === null) await delay(20); };
  await until('hub.started');
  await delay(300);
  writeFileSync(join(inbox, 'late.png'), tinyPng('late'));
  await until('asset.organized');
  child.kill('SIGTERM');
  expect(await ended).toMatchObject({ code: 0, stderr: '' });
  expect(filesBelow(organized)).toHaveLength(1);
}, 20_000);
