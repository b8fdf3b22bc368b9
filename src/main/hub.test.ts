import type { RecordedEvent } from '@shared/events/catalog';
import { assetRetryRequested } from '@shared/events/asset-events';
import { execFileSync } from 'node:child_process';
import { closeSync, mkdirSync, openSync, readFileSync, renameSync, rmSync, symlinkSync, writeFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { DataInUseError } from './hub/lease';
import { NewerDataError } from './log/schema';
import { type Place, place, typesOf } from './testing/test-hub';
import { logIn } from './testing/test-log';
import { a1111Png, brokenJpeg, drop, ratedPng, tinyPng } from './testing/tiny-pictures';
import { contentsOf, filesBelow, hashOf, missingFrom } from './testing/trees';

const wholeStory = ['asset.detected', 'asset.discovered', 'asset.processed', 'quality.assessed', 'asset.organized'];
const ofStory = (events: readonly RecordedEvent[], path: string) => {
  const [first] = events.filter(({ data }) => (data as { file_path?: string }).file_path === path);
  return events.filter(({ correlation_id }) => correlation_id === first?.correlation_id);
};

const eitherTwin = 'filed or duplicate';

/** An inbox with one file for each outcome; what each must end as. */
function oneOfEach({ inbox }: Place): Record<string, string> {
  drop(join(inbox, 'root.png'), tinyPng('root'));
  drop(join(inbox, 'harbor/rated.png'), ratedPng(1));
  drop(join(inbox, 'harbor/twin.png'), ratedPng(1));
  drop(join(inbox, 'harbor/a1111.png'), a1111Png('a boat'));
  drop(join(inbox, 'broken.jpg'), brokenJpeg());
  drop(join(inbox, 'cut.png'), ratedPng(2).subarray(0, 4_000));
  drop(join(inbox, 'text.png'), 'no picture at all');
  drop(join(inbox, 'empty.png'), '');
  execFileSync('mkfifo', [join(inbox, 'pipe.png')]);
  symlinkSync('/etc/hostname', join(inbox, 'link.png'));
  writeFileSync(Buffer.concat([Buffer.from(`${inbox}/caf`), Buffer.from([0xe9]), Buffer.from('.png')]), tinyPng('latin'));
  return {
    'root.png': 'filed', 'harbor/rated.png': eitherTwin, 'harbor/twin.png': eitherTwin, 'harbor/a1111.png': 'filed',
    'broken.jpg': 'damaged', 'cut.png': 'damaged', 'text.png': 'not_media', 'empty.png': 'empty', 'pipe.png': 'not_a_regular_file',
    'link.png': 'not_a_regular_file', '/caf%E9.png': 'name_not_text',
  };
}

describe('[A1] every file ends in exactly one outcome', () => {
  it.each(['copy', 'move'] as const)('[A1] whatever it is, and no content is lost (%s)', async (operation) => {
    const here = place();
    const expected = oneOfEach(here);
    const before = contentsOf(here.home);
    const hub = here.open({ operation: () => operation });
    await hub.start({ watch: false });
    await hub.settled();
    const outcomes = Object.keys(expected).map((name) => {
      const entry = hub.library.inboxEntry(`${here.inbox}/${name}`);
      return [name, entry?.reason ?? entry?.state];
    });
    const certain = outcomes.filter(([name = '']) => expected[name] !== eitherTwin);
    const twins = outcomes.filter(([name = '']) => expected[name] === eitherTwin).map(([, outcome]) => outcome);
    expect(twins.sort()).toEqual(['duplicate', 'filed']);
    expect(certain).toEqual(Object.entries(expected).filter(([, outcome]) => outcome !== eitherTwin));
    expect(hub.library.inboxCounts()).toEqual({ waiting: 0, working: 0, filed: 3, duplicate: 1, set_aside: 7 });
    expect(here.bugs).toEqual([]);
    expect(missingFrom(before, contentsOf(here.inbox, here.organized))).toEqual([]);
    expect(filesBelow(here.home).filter((path) => path.includes('.part'))).toEqual([]);
    expect(filesBelow(here.organized)).toHaveLength(3);
    if (operation === 'move') expect(filesBelow(here.inbox)).not.toContain('root.png');
    else expect(filesBelow(here.inbox)).toContain('root.png');
  });

  it('[A1] the events of a story are those of its services, each with its cause', async () => {
    const { inbox, run } = place();
    const path = drop(join(inbox, 'harbor/a.png'), ratedPng(3));
    const story = ofStory(await run(), path);
    expect(typesOf(story)).toEqual(wholeStory);
    expect(story.map(({ source }) => source)).toEqual(['intake', 'intake', 'assets', 'quality', 'organizer']);
    expect(story.slice(2).map(({ causation_id }) => causation_id)).toEqual(story.slice(1, 4).map(({ event_id }) => event_id));
  });

  it('[A1] what could not be done is done when the trouble is over', async () => {
    const here = place();
    const blocker = drop(here.organized, 'a file where the folder should be');
    drop(join(here.inbox, 'a.png'));
    expect(typesOf(await here.run())).toContain('asset.set_aside');
    rmSync(blocker);
    expect(typesOf(await here.run())).toEqual(['asset.discovered', 'asset.processed', 'quality.not_rated', 'asset.organized']);
  });
});

describe('[A4] running again', () => {
  it('[A4] does nothing, also when every cache was lost', async () => {
    const here = place();
    oneOfEach(here);
    const before = await here.run();
    expect(before.length).toBeGreaterThan(20);
    expect(await here.run()).toEqual([]);
    for (const suffix of ['', '-wal', '-shm']) rmSync(join(here.data, `library.sqlite${suffix}`), { force: true });
    expect(await here.run()).toEqual([]);
    expect(filesBelow(here.organized)).toHaveLength(3);
  });

  it('[I9] new content under a known name is a new story', async () => {
    const { inbox, organized, run } = place();
    const path = drop(join(inbox, 'a.png'), tinyPng('first'));
    await run();
    writeFileSync(path, tinyPng('second'));
    expect(typesOf(await run())).toEqual(['asset.discovered', 'asset.processed', 'quality.not_rated', 'asset.organized']);
    expect(contentsOf(organized)).toEqual([tinyPng('first'), tinyPng('second')].map(hashOf).sort());
  });

  it('[I10] a file that was moved out and lies there again is a new one, and a duplicate', async () => {
    const { inbox, run, bugs } = place();
    const path = drop(join(inbox, 'a.png'), tinyPng('a'));
    await run({ operation: () => 'move' });
    expect(filesBelow(inbox)).toEqual([]);
    drop(path, tinyPng('a'));
    expect(typesOf(await run({ operation: () => 'move' }))).toEqual([
      'asset.detected', 'asset.discovered', 'asset.processed', 'quality.not_rated', 'asset.duplicated',
    ]);
    expect([filesBelow(inbox), bugs]).toEqual([['a.png'], []]);
  });

  it('[I8] a file that was only touched is read, and nothing is said', async () => {
    const { inbox, run } = place();
    const path = drop(join(inbox, 'a.png'), tinyPng('a'));
    await run();
    renameSync(path, `${path}.part`);
    renameSync(`${path}.part`, path);
    writeFileSync(path, tinyPng('a'));
    expect(await run()).toEqual([]);
  });

  it('[I11] what was set aside and taken out of the inbox meanwhile is withdrawn', async () => {
    const { inbox, run, open } = place();
    const path = drop(join(inbox, 'empty.png'), '');
    await run();
    rmSync(path);
    expect(typesOf(await run())).toEqual(['asset.withdrawn']);
    expect(open().library.inboxEntry(path)).toBeNull();
  });
});

describe('[I14] watching', () => {
  const watching = (here: Place) => here.open({ settleTimes: { completeMs: 60, incompleteMs: 400 } });
  const until = async (holds: () => boolean) => { for (let i = 0; i < 400 && !holds(); i += 1) await delay(20); };

  it('[I1] takes a file that is written slowly when it is whole, and not before', async () => {
    const here = place();
    const hub = watching(here);
    await hub.start({ watch: true });
    const bytes = ratedPng(5);
    const path = join(here.inbox, 'slow.png');
    const handle = openSync(path, 'w');
    for (let at = 0; at < bytes.length; at += 1_000) {
      writeSync(handle, bytes, at, Math.min(1_000, bytes.length - at));
      await delay(40);
      expect(hub.log.find({ types: ['asset.discovered'], limit: 10 })).toEqual([]);
    }
    closeSync(handle);
    await until(() => hub.library.inboxEntry(path)?.state === 'filed');
    expect(typesOf(hub.log.after(1, 100))).toEqual(wholeStory);
    expect(hub.log.find({ types: ['asset.discovered'], limit: 1 })).toMatchObject([
      { data: { content_hash: hashOf(bytes), discovery_source: 'watch_mode' } },
    ]);
  });

  it('[I14] finds files in folders that come with many files at once, each once', async () => {
    const here = place();
    const hub = watching(here);
    await hub.start({ watch: true });
    for (let i = 0; i < 60; i += 1) drop(join(here.inbox, `project ${i % 3}`, `deep ${i % 5}`, `${i}.png`), tinyPng(`w${i}`));
    await until(() => hub.library.inboxCounts().filed === 60);
    expect(hub.library.inboxCounts()).toMatchObject({ filed: 60, duplicate: 0 });
    expect(hub.log.find({ types: ['asset.discovered'], limit: 1_000 })).toHaveLength(60);
    expect(hub.library.projects().map(({ project }) => project).sort()).toEqual(['project 0', 'project 1', 'project 2']);
  });

  it('[I11] a file that was set aside and is removed leaves the inbox; one put right is taken', async () => {
    const here = place();
    const hub = watching(here);
    await hub.start({ watch: true });
    const removed = drop(join(here.inbox, 'removed.png'), 'text');
    const righted = drop(join(here.inbox, 'righted.png'), 'text');
    await until(() => hub.library.inboxCounts().set_aside === 2);
    rmSync(removed);
    writeFileSync(righted, tinyPng('righted'));
    await until(() => hub.library.inboxEntry(removed) === null && hub.library.inboxEntry(righted)?.state === 'filed');
    expect([hub.library.inboxEntry(removed), hub.library.inboxEntry(righted)?.state]).toEqual([null, 'filed']);
  });

  it('[I12] a person\'s wish to try again is heard', async () => {
    const here = place();
    drop(here.organized, 'in the way');
    const path = drop(join(here.inbox, 'a.png'));
    const hub = watching(here);
    await hub.start({ watch: true });
    await until(() => hub.library.inboxEntry(path)?.state === 'set_aside');
    rmSync(here.organized);
    mkdirSync(here.organized);
    await hub.say(assetRetryRequested({ file_path: path }), hub.library.inboxEntry(path)!.story_id);
    await hub.settled();
    expect(hub.library.inboxEntry(path)?.state).toBe('filed');
    expect(typesOf(ofStory(hub.log.after(0, 100), path))).toContain('asset.retry_requested');
  });

  it('[I14] while it is paused nothing is taken in; afterwards everything is', async () => {
    const here = place();
    const hub = watching(here);
    await hub.start({ watch: true });
    await hub.pause();
    const path = drop(join(here.inbox, 'a.png'));
    await delay(150);
    expect(hub.library.inboxEntry(path)).toBeNull();
    await hub.resume();
    await hub.settled();
    expect(hub.library.inboxEntry(path)?.state).toBe('filed');
  });
});

describe('[L14] one at a time', () => {
  it('[L14] a second hub in the same data folder is refused; after the first has closed it is not', async () => {
    const here = place();
    const first = here.open();
    expect(() => here.open()).toThrow(DataInUseError);
    await first.close('closed');
    await here.open().close('closed');
  });

  it('[L6] a data folder of a newer version is refused each time, and stays free and untouched', () => {
    const here = place();
    const { log, database } = logIn(here.data);
    database.pragma('user_version = 99');
    log.close();
    const before = readFileSync(join(here.data, 'log.sqlite'));
    for (let i = 0; i < 2; i += 1) expect(() => here.open()).toThrow(NewerDataError);
    expect(readFileSync(join(here.data, 'log.sqlite'))).toEqual(before);
  });
});
