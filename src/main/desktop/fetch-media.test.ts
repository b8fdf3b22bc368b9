import { readdirSync, readFileSync } from 'node:fs';
import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { tempFolder } from '../testing/temp-folder';
import { ratedPng, tinyPng } from '../testing/tiny-pictures';
import { isPublicAddress } from './fetch-addresses';
import { fetchIntoInbox, usualFetchLimits } from './fetch-media';
import { nameByTime, nameOfFetched } from './fetch-name';

const png = tinyPng('fetched');

async function served(answer: RequestListener): Promise<string> {
  const server = createServer(answer);
  await new Promise<void>((resolve) => { server.listen(0, '127.0.0.1', resolve); });
  onTestFinished(() => { server.closeAllConnections(); server.close(); });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

const withPng: RequestListener = (_, response) => response.writeHead(200, { 'content-type': 'image/png' }).end(png);
const limits = { bytes: 50_000, redirects: 2, idle_ms: 300, total_ms: 5_000 };

describe('[D125] what is fetched', () => {
  it('[D125] has the bytes that were sent, and never a name that is taken', async () => {
    const inbox = tempFolder();
    const heard: unknown[] = [];
    const site = await served((request, response) => {
      heard.push(request.headers.cookie, request.headers.referer, request.headers.authorization);
      withPng(request, response);
    });
    const link = `${site.replace('//', '//me:secret@')}/sea/boat.jpeg?token=1`;
    expect(await fetchIntoInbox({ inbox, link, how: 'typed' })).toBe('boat.png');
    expect(await fetchIntoInbox({ inbox, link, how: 'typed' })).toBe('boat (2).png');
    expect(heard).toEqual(Array.from({ length: 6 }, () => undefined));
    expect(readdirSync(inbox).sort()).toEqual(['boat (2).png', 'boat.png']);
    for (const name of readdirSync(inbox)) expect(readFileSync(join(inbox, name)).equals(png)).toBe(true);
  });

  it('[D125] may stand in its link, and is named by the clock', async () => {
    const inbox = tempFolder();
    const link = `data:image/png;base64,${Buffer.from(png).toString('base64')}`;
    const now = () => new Date(2026, 0, 31, 12, 30, 45);
    expect(await fetchIntoInbox({ inbox, link, how: 'pasted', now })).toBe('pasted 2026-01-31 at 12.30.45.png');
    expect(readFileSync(join(inbox, 'pasted 2026-01-31 at 12.30.45.png')).equals(png)).toBe(true);
    expect(nameByTime('dropped', now())).toBe('dropped 2026-01-31 at 12.30.45');
  });

  const big = ratedPng(1, 600);
  const failures: readonly (readonly [string, RequestListener, RegExp])[] = [
    ['a page', (_, response) => response.writeHead(200, { 'content-type': 'text/html' }).end('<p>'), /no picture or video\. Drag the picture itself/],
    ['a page that says it is a picture', (_, response) => response.writeHead(200, { 'content-type': 'image/png' }).end('<p>'), /no picture or video that Alice knows/],
    ['nothing', (_, response) => response.writeHead(200, { 'content-type': 'image/png' }).end(), /it is empty/],
    ['a refusal', (_, response) => response.writeHead(404).end(), /the server answered 404/],
    ['too much, as it says', (_, response) => response.writeHead(200, { 'content-type': 'image/png', 'content-length': '99999' }).end(), /larger than what Alice fetches/],
    ['too much, unsaid', (_, response) => response.writeHead(200, { 'content-type': 'image/png' }).end(big), /more than 50/],
    ['a download that breaks off', (_, response) => {
      response.writeHead(200, { 'content-type': 'image/png', 'content-length': String(png.length + 9) }).write(png, () => response.destroy());
    }, /the connection failed/],
    ['silence', () => undefined, /stopped answering/],
    ['a circle', (_, response) => response.writeHead(302, { location: '/again' }).end(), /leads on and on/],
    ['a file of this machine', (_, response) => response.writeHead(302, { location: 'file:///etc/passwd' }).end(), /no address of the web/],
  ];
  it.each(failures)('[D125] %s is a sentence and leaves nothing', async (_, answer, words) => {
    const inbox = tempFolder();
    const link = `${await served(answer)}/boat.png`;
    await expect(fetchIntoInbox({ inbox, link, how: 'typed', limits })).rejects.toThrow(words);
    expect(readdirSync(inbox)).toEqual([]);
  });

  it.each(['nonsense', 'file:///etc/passwd', 'data:text/html,hello', 'data:image/png,raw'])('[D125] %s is fetched by nobody', async (link) => {
    const inbox = tempFolder();
    await expect(fetchIntoInbox({ inbox, link, how: 'typed' })).rejects.toThrow(/was not added: .*Nothing of it is left/);
    expect(readdirSync(inbox)).toEqual([]);
  });

  it.each([
    ['attachment; filename="../../.bashrc"', 'bashrc'],
    ['attachment; filename="a\\"b.png"', 'a b'],
    ["attachment; filename*=UTF-8''caf%C3%A9%2F..%2Fsea.png", 'sea'],
    ['attachment; filename="invoice\u202egnp.exe"', 'invoice gnp'],
    ['attachment; filename=CON.png', 'file CON'],
    ['attachment; filename="photo.part"', 'photo'],
    ['attachment; filename="  ..  "', 'the boat'],
    [`attachment; filename="${'é'.repeat(500)}.png"`, 'é'.repeat(60)],
    [undefined, 'the boat'],
  ])('[D125] what a server says, %s, is called %s', (disposition, name) => {
    expect(nameOfFetched(new URL('https://example.com/a/the%20boat.png?key=1'), disposition)).toBe(name);
  });
});

describe('[D126] where it is fetched from', () => {
  it.each([
    '127.0.0.1', '10.1.2.3', '172.16.0.1', '192.168.1.1', '169.254.169.254', '100.64.0.1', '0.0.0.0', '224.0.0.1', '255.255.255.255',
    '::1', '::', 'fe80::1', 'fc00::1', '::ffff:127.0.0.1', '::ffff:8.8.8.8', '64:ff9b::a00:1', '2002:a00:1::', '2001:0::1', 'ff02::1', 'name',
  ])('[D126] %s is not public', (address) => { expect(isPublicAddress(address)).toBe(false); });

  it.each(['8.8.8.8', '172.32.0.1', '1.1.1.1', '2606:4700::1111', '2a00:1450::1'])('[D126] %s is public', (address) => {
    expect(isPublicAddress(address)).toBe(true);
  });

  it.each(['pasted', 'dropped'] as const)('[D126] a private address is not asked for a link that was %s', async (how) => {
    let asked = 0;
    const site = await served((request, response) => { asked += 1; withPng(request, response); });
    const port = new URL(site).port;
    for (const host of ['127.0.0.1', 'localhost', '[::ffff:127.0.0.1]', '2130706433', '0x7f.1']) {
      const inbox = tempFolder();
      await expect(fetchIntoInbox({ inbox, link: `http://${host}:${port}/a.png`, how, limits })).rejects.toThrow(/into a private network/);
      expect(readdirSync(inbox)).toEqual([]);
    }
    expect(asked).toBe(0);
  });

  it('[D126] an address that was written out leads to no other private one', async () => {
    let asked = 0;
    const inner = await served((request, response) => { asked += 1; withPng(request, response); });
    for (const location of [`${inner}/a.png`, `${inner.replace('127.0.0.1', 'localhost')}/a.png`]) {
      const site = await served((_, response) => response.writeHead(302, { location }).end());
      await expect(fetchIntoInbox({ inbox: tempFolder(), link: site, how: 'typed', limits })).rejects.toThrow(/into a private network/);
    }
    expect(asked).toBe(0);
    expect(usualFetchLimits.redirects).toBe(5);
  });
});
