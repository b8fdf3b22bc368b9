import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { put } from './support/folders';
import { picture } from './support/pictures';
import { expect, photograph, test } from './support/test';
import { placeButton, story } from './support/window';

test('[V29] the system place shows who hears and says what, how it flows, and that nothing is parked', async ({ alice, folders }, info) => {
  const { page } = alice;
  put(join(folders.inbox, 'harbor', 'one.png'), await picture(61));
  await expect(story(page, /harbor-001\.png filed/)).toBeVisible();
  await page.keyboard.press('g');
  await page.keyboard.press('s');
  await expect(placeButton(page, 'System')).toHaveAttribute('aria-current', 'page');

  const map = page.getByRole('main');
  await expect(map.getByRole('button', { name: /^quality hears asset\.processed, says .*quality\.assessed.*; 2 events in the last minute, lag 0$/ })).toBeVisible();
  const organized = map.getByRole('button', { name: /^asset\.organized, said by organizer, heard by .*keeper.*; 1 event in the last minute$/ });
  await organized.click();
  await photograph(alice, info, 'map');
  await page.getByRole('button', { name: /timeline/i }).last().click();
  await expect(page.getByRole('treegrid', { name: 'Events' }).getByRole('row', { level: 1 })).toHaveCount(1);
  await expect(page.getByText('asset.organized').first()).toBeVisible();

  await page.keyboard.press('g');
  await page.keyboard.press('s');
  await page.getByRole('radio', { name: 'Metrics' }).click();
  const types = page.getByRole('table', { name: 'Event types' });
  await expect(types.getByRole('row', { name: /^asset\.organized 1 / })).toBeVisible();
  await photograph(alice, info, 'metrics');
  await page.getByRole('radio', { name: 'Dead letters' }).click();
  await expect(page.getByText('An event that a service fails at five times would wait here.', { exact: false })).toBeVisible();
});

test('[A42] a second process monitors the running app, live and from the past', async ({ alice, folders }) => {
  await expect(alice.page.getByRole('heading', { level: 1 })).toBeVisible();
  const cli = join(import.meta.dirname, '..', 'out', 'main', 'cli.js');
  const monitor = spawn(process.execPath, [cli, 'monitor', '--json', '--from', '1', '--type', 'asset.*', '--data', folders.data]);
  const ended = once(monitor, 'exit');
  let [out, statistics] = ['', ''];
  const seenAt = new Map<string, number>();
  monitor.stderr.on('data', (text) => { statistics += String(text); });
  monitor.stdout.on('data', (text) => {
    out += String(text);
    for (const line of out.split('\n').slice(0, -1)) seenAt.set(line, seenAt.get(line) ?? Date.now());
  });
  try {
    put(join(folders.inbox, 'harbor', 'one.png'), await picture(62));
    await expect.poll(() => out, { timeout: 20_000 }).toContain('asset.organized');
    monitor.kill('SIGINT');
    expect(await ended).toEqual([0, null]);
  } finally {
    monitor.kill('SIGKILL');
  }
  const events = [...seenAt].map(([line, at]) => ({ at, ...(JSON.parse(line) as { event_type: string; timestamp: string }) }));
  expect(events.map(({ event_type }) => event_type)).toEqual(['asset.detected', 'asset.discovered', 'asset.processed', 'asset.organized']);
  const late = events.map(({ at, timestamp }) => at - Date.parse(timestamp));
  console.log(`      seen by the monitor ${Math.min(...late)} to ${Math.max(...late)} ms after they were said`);
  expect(Math.min(...late)).toBeLessThan(200);
  expect(statistics).toMatch(/events in \d+ s/);
});
