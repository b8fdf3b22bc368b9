import { readFileSync, statSync } from 'node:fs';
import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { filesBelow } from '../src/main/testing/trees';
import type { Alice } from './support/alice';
import { put } from './support/folders';
import { picture } from './support/pictures';
import { expect, test } from './support/test';
import { go, inspector, lane, pictureCell } from './support/window';

const secret = 'sk-canary-e2e-40f7c1';

/** A service on this machine that scores what it is sent, and repeats what it was told. */
async function service() {
  const asked: { headers: IncomingHttpHeaders; bytes: number }[] = [];
  const server = createServer((request, response) => {
    let bytes = 0;
    request.on('data', (part: Buffer) => { bytes += part.length; });
    request.on('end', () => {
      asked.push({ headers: request.headers, bytes });
      const known = request.headers['x-api-key'] === secret;
      response.writeHead(known ? 200 : 401, { 'content-type': 'application/json' });
      response.end(JSON.stringify({ result: { quality: 2.5 }, heard: request.headers }));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return { asked, url: `http://127.0.0.1:${port}/v1/look`, host: `127.0.0.1:${port}`, close: () => server.close() };
}

/** A keyring for this run: the machine that tells this story may have none. What is encrypted is not what was given. */
async function withKeyring({ app }: Alice): Promise<void> {
  await app.evaluate(({ safeStorage }) => {
    const turned = (bytes: Uint8Array) => Buffer.from(bytes.map((byte) => byte ^ 0x5a));
    Object.assign(safeStorage, {
      isEncryptionAvailable: () => true,
      isAsyncEncryptionAvailable: async () => true,
      getSelectedStorageBackend: () => 'gnome_libsecret',
      encryptString: (text: string) => turned(Buffer.from(text)),
      decryptString: (bytes: Buffer) => turned(bytes).toString(),
      ...('encryptStringAsync' in safeStorage && {
        encryptStringAsync: async (text: string) => turned(Buffer.from(text)),
        decryptStringAsync: async (bytes: Buffer) => ({ result: turned(bytes).toString(), shouldReEncrypt: false }),
      }),
    });
  });
}

async function openStages({ app, page }: Alice) {
  const dialog = page.getByRole('dialog', { name: 'Quality stages' });
  const open = () => app.evaluate(({ Menu }) => {
    Menu.getApplicationMenu()?.items.flatMap((item) => item.submenu?.items ?? []).find(({ label }) => label.startsWith('Quality Stages'))?.click();
  });
  // Right after the start a page does not hear the menu yet.
  await expect(async () => {
    await open();
    await expect(dialog).toBeVisible({ timeout: 1_000 });
  }).toPass();
  return dialog;
}

/** Fills a field that has the keyboard, or comes to it with Tab. */
async function write(page: Page, label: string, text: string): Promise<void> {
  for (let tabs = 0; tabs < 20; tabs += 1) {
    const named = await page.evaluate(() => {
      const { activeElement } = document;
      return activeElement instanceof HTMLInputElement ? activeElement.labels?.[0]?.textContent : null;
    });
    if (named === label) {
      await page.keyboard.press('ControlOrMeta+A');
      await page.keyboard.type(text);
      return;
    }
    await page.keyboard.press('Tab');
  }
  throw new Error(`Tab does not lead to ${label}.`);
}

test('[R27] a stage is set up with the keyboard and tried; a picture that lands is looked at, and its key stays hidden', async ({ alice }) => {
  const { page, folders } = alice;
  await withKeyring(alice);
  const looker = await service();
  put(join(folders.inbox, 'harbor', 'first.png'), await picture(1));
  await go(page, 'Inbox');
  await expect(lane(page, 'Done')).toContainText('1');

  const dialog = await openStages(alice);
  const list = dialog.getByRole('list', { name: 'Stages' });
  await expect(list.getByRole('listitem')).toHaveCount(1);
  await expect(list).toContainText('costs nothing · needs pixels');
  await expect(dialog).toContainText('Nothing about your pictures leaves this machine.');
  await dialog.getByRole('button', { name: 'Add a stage…' }).press('Enter');
  await write(page, 'Name', 'looker');
  await write(page, 'Address', 'http://looks.example/v1');
  await page.keyboard.press('Enter');
  await expect(dialog.getByRole('alert')).toContainText('unencrypted by http://');
  await write(page, 'Address', looker.url);
  await write(page, 'Header for the key', 'X-Api-Key');
  await write(page, 'Key', secret);
  await write(page, 'Where the number stands', 'result.quality');
  await write(page, 'Best is', '10');
  await write(page, 'Costs, per picture', '1 cent');
  await expect(dialog).toContainText(`Sends each picture, in at most 1,024 pixels and without its metadata, to ${looker.host}. Your key goes along.`);
  const { violations } = await new AxeBuilder({ page }).setLegacyMode().include('[role="dialog"]').analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html ?? ''}`)).toEqual([]);
  await dialog.getByRole('button', { name: 'Try on harbor-001.png' }).press('Enter');
  await expect(dialog.getByRole('status')).toContainText('It answered: 25 of 100 for this picture.');
  await dialog.getByRole('checkbox', { name: 'Send every picture that is rated from now on' }).press('Space');
  await dialog.getByRole('button', { name: 'Add stage' }).press('Enter');
  const row = list.getByRole('listitem', { name: 'looker' });
  await expect(row).toContainText('ready');
  await expect(row).toContainText('costs 1 cent · needs pixels, network, key');
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();

  // What lands from now on is looked at, without a restart.
  put(join(folders.inbox, 'harbor', 'second.png'), await picture(2));
  await expect(lane(page, 'Done')).toContainText('2');
  await go(page, 'Library');
  await pictureCell(page, /^harbor-002\.png/).click();
  const scores = inspector(page).getByRole('region', { name: 'Rating' });
  await expect(scores).toContainText('looker25 of 100');
  await expect(scores).toContainText(/All stages together\d+ of 100/);
  expect(looker.asked.map(({ headers }) => headers['content-type'])).toEqual(['image/jpeg', 'image/jpeg']);
  looker.close();

  // The key: neither on the page nor in the log, nor readable in any file.
  await openStages(alice);
  expect(await page.evaluate(() => document.documentElement.outerHTML + [...document.querySelectorAll('input')].map(({ value }) => value).join(' '))).not.toContain(secret);
  expect(await page.evaluate(async () => JSON.stringify([await window.alice.call('quality/stages', {}), await window.alice.call('app/snapshot', {})]))).not.toContain(secret);
  expect(statSync(join(folders.data, 'secrets.json')).mode & 0o777).toBe(0o600);
  await page.keyboard.press('Escape');
  await alice.quit();
  for (const file of filesBelow(folders.root)) expect(readFileSync(join(folders.root, file)).includes(secret), file).toBe(false);
  expect(readFileSync(join(folders.data, 'settings.json'), 'utf8')).toContain('"looker"');
});

test('[R27] stages are switched off, changed and removed after a question; [R26] without a keyring no key is kept', async ({ alice, open }) => {
  const { page, folders } = alice;
  await withKeyring(alice);
  const looker = await service();
  let dialog = await openStages(alice);
  await dialog.getByRole('button', { name: 'Add a stage…' }).click();
  await dialog.getByLabel('Name').fill('looker');
  await dialog.getByLabel('Address').fill(looker.url);
  await dialog.getByLabel('Key', { exact: true }).fill(secret);
  await dialog.getByRole('checkbox', { name: /Send every picture/ }).click({ force: true });
  await dialog.getByRole('button', { name: 'Add stage' }).click();
  const row = dialog.getByRole('listitem', { name: 'looker' });
  await row.getByRole('checkbox', { name: 'On' }).press('Space');
  await expect(row).toContainText('off');
  await row.getByRole('button', { name: 'Change looker' }).click();
  await expect(dialog.getByLabel('Name')).toBeDisabled();
  await expect(dialog.getByLabel('Key', { exact: true })).toHaveValue('');
  await dialog.getByLabel('Address').fill('https://looks.example/v1');
  await dialog.getByRole('button', { name: 'Save stage' }).click();
  await expect(dialog.getByRole('alert')).toContainText('Enter the key again');
  await dialog.getByRole('button', { name: 'Cancel' }).click();
  put(join(folders.inbox, 'off.png'), await picture(3));
  await page.keyboard.press('Escape');
  await go(page, 'Inbox');
  await expect(lane(page, 'Done')).toContainText('1');
  expect(looker.asked).toEqual([]);

  dialog = await openStages(alice);
  await dialog.getByRole('button', { name: 'Remove looker' }).press('Enter');
  const question = page.getByRole('alertdialog', { name: 'Remove looker?' });
  await page.keyboard.press('Escape');
  await expect(question).toBeHidden();
  await dialog.getByRole('button', { name: 'Remove looker' }).press('Enter');
  await question.getByRole('button', { name: 'Remove stage' }).press('Enter');
  await expect(dialog.getByRole('listitem')).toHaveCount(1);
  await expect(dialog).toContainText('No stage was added.');
  expect(readFileSync(join(folders.data, 'secrets.json'), 'utf8').trim()).toBe('{}');
  looker.close();
  await alice.quit();

  const again = await open();
  await again.app.evaluate(({ safeStorage }) => { Object.assign(safeStorage, { getSelectedStorageBackend: () => 'basic_text' }); });
  const keyless = await openStages(again);
  await keyless.getByRole('button', { name: 'Add a stage…' }).click();
  await expect(keyless.getByLabel('Key', { exact: true })).toBeDisabled();
  await expect(keyless).toContainText('Install and unlock a keyring');
});
