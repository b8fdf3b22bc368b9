import { join } from 'node:path';
import { allHostileFiles } from '../src/main/testing/hostile/all-hostile-files';
import { blackPng } from '../src/main/testing/hostile/png-bombs';
import { contentsOf } from '../src/main/testing/trees';
import { ofText } from '../src/shared/ipc/json-text';
import type { Alice } from './support/alice';
import { put } from './support/folders';
import { picture } from './support/pictures';
import { expect, test } from './support/test';
import { go, inboxRow, lane } from './support/window';

/** The media processes of the app: their ids, and the most memory that one of them holds, in bytes. */
const mediaProcesses = ({ app }: Alice) =>
  app.evaluate(({ app: electron }) => {
    const isMedia = (names: readonly (string | undefined)[]) => names.some((name) => name?.includes('Alice media'));
    const media = electron.getAppMetrics().filter(({ type, name, serviceName }) => type === 'Utility' && isMedia([name, serviceName]));
    return { ids: media.map(({ pid }) => pid), memory: Math.max(0, ...media.map(({ memory }) => memory.workingSetSize * 1_024)) };
  });

/** How long the window and the main process take to answer a question, in milliseconds. */
const answerTime = ({ page }: Alice) =>
  page.evaluate(async () => {
    const began = performance.now();
    await window.alice.call('app/status', {});
    return performance.now() - began;
  });

test('[A60] [A62] hostile media have outcomes in the window, while the media processes are killed again and again', async ({ open, folders }) => {
  test.setTimeout(180_000);
  const files = await allHostileFiles();
  for (const { name, bytes } of files) put(join(folders.inbox, 'hostile', name), bytes);
  put(join(folders.inbox, 'two gigabytes to hold.png'), blackPng({ width: 16_000, height: 16_000, depth: 16, colour: 6, interlaced: true }));
  for (let i = 0; i < 5; i += 1) put(join(folders.inbox, 'good', `good ${i}.png`), await picture(80 + i));
  const before = contentsOf(folders.inbox);

  const alice = await open();
  await go(alice.page, 'Inbox');
  let slowest = 0;
  let memory = 0;
  let killed = 0;
  const ended = async () => {
    const counts = ofText(await alice.page.evaluate(() => window.alice.call('app/snapshot', {})));
    if (!counts.ok) return false;
    const { waiting, working, filed } = counts.answer.inbox_counts;
    return waiting + working === 0 && filed >= 20;
  };
  for (let i = 0; i < 600 && !(await ended()); i += 1) {
    slowest = Math.max(slowest, await answerTime(alice));
    const media = await mediaProcesses(alice);
    memory = Math.max(memory, media.memory);
    // A few times, at moments of nobody's choosing: what a hole in a decoder would do.
    const [victim] = media.ids;
    if (i % 20 === 10 && killed < 3 && victim !== undefined) {
      process.kill(victim, 'SIGSEGV');
      killed += 1;
    }
    await alice.page.waitForTimeout(100);
  }
  expect(await ended()).toBe(true);
  expect(killed).toBeGreaterThan(0);
  expect(slowest).toBeLessThan(1_000);
  expect(memory).toBeLessThan(2_048 * 1024 * 1024);
  await lane(alice.page, 'Set aside').click();
  await expect(inboxRow(alice.page, 'two gigabytes to hold.png')).toContainText('Alice and your other files are unharmed');
  const log = ofText(await alice.page.evaluate(() => window.alice.call('app/snapshot', {})));
  const filed = log.ok ? log.answer.inbox.filter(({ state }) => state === 'filed').map(({ file_path }) => file_path) : [];
  for (let i = 0; i < 5; i += 1) expect(filed).toContain(join(folders.inbox, 'good', `good ${i}.png`));
  expect(contentsOf(folders.inbox)).toEqual(before);
});
