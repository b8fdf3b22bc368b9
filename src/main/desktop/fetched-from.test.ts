import { readdirSync, rmSync } from 'node:fs';
import { createServer, type RequestListener, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { upcast } from '@shared/events/upcasters';
import { describeEvent } from '@shared/story/describe-event';
import { expect, it, onTestFinished } from 'vitest';
import { tempFolder } from '../testing/temp-folder';
import { place } from '../testing/test-hub';
import { drop, tinyPng } from '../testing/tiny-pictures';
import { fetchIntoInbox } from './fetch-media';
import { addressToTell, FetchedFrom } from './fetched-from';

async function served(answer: RequestListener): Promise<string> {
  const server = createServer(answer);
  await new Promise<void>((resolve) => { server.listen(0, '127.0.0.1', resolve); });
  onTestFinished(() => { server.closeAllConnections(); server.close(); });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/a.png`;
}

it('[D164] fetching tells how many bytes of how many have come, and may be stopped: then nothing is left, and a sentence says so', async () => {
  const png = tinyPng('fetched');
  const head = { 'content-type': 'image/png', 'content-length': String(png.length) };
  let rest: ServerResponse | null = null;
  const link = await served((_, response) => {
    response.writeHead(200, head).write(png.subarray(0, 20));
    rest = response;
  });
  const told: unknown[] = [];
  const stop = new AbortController();
  const onBytes = (bytes: number, total: number | null) => {
    told.push([bytes, total]);
    if (bytes === 20) setTimeout(() => { stop.abort(); }, 20);
  };
  const inbox = tempFolder();
  await expect(fetchIntoInbox({ inbox, link, how: 'typed', stop: stop.signal, onBytes }))
    .rejects.toThrow(/^127\.0\.0\.1:\d+ was not added: it was stopped\. Nothing of it is left in the inbox\.$/);
  expect(rest).not.toBeNull();
  expect(told).toEqual([[0, png.length], [20, png.length]]);
  expect(readdirSync(inbox)).toEqual([]);

  told.length = 0;
  const whole = await served((_, response) => response.writeHead(200, head).end(png));
  expect(await fetchIntoInbox({ inbox, link: whole, how: 'typed', onBytes: (bytes) => { told.push(bytes); } })).toBe('a.png');
  expect(told.at(-1)).toBe(png.length);
});

it.each([
  ['https://me:pass@pictures.example/sea/boat.png#top', 'https://pictures.example/sea/boat.png'],
  ['https://pictures.example/p?id=12&size=large', 'https://pictures.example/p?id=12&size=large'],
  ['https://pictures.example/p?token=1&id=12&X-Amz-Signature=ab&sig=c&api_key=d&Expires=9', 'https://pictures.example/p?id=12'],
  [`https://pictures.example/p?blob=${'x'.repeat(201)}`, 'https://pictures.example/p'],
  [`https://pictures.example/${'x'.repeat(3_000)}`, 'https://pictures.example/'],
  ['data:image/png;base64,AAAA', null],
  ['no address', null],
])('[D165] of an address only what lets nobody in is kept: %s', (link, kept) => {
  expect(addressToTell(link)).toBe(kept);
});

it('[D165] the address that a file was fetched from stands in its first event, and in the sentence about it; any other file has none', async () => {
  const here = place();
  const fetched = new FetchedFrom();
  fetched.remember(drop(join(here.inbox, 'harbor', 'boat.png'), tinyPng('boat')), 'https://pictures.example/boat.png?token=secret');
  drop(join(here.inbox, 'harbor', 'own.png'), tinyPng('own'));
  const events = await here.run({ fetchedFrom: fetched.of });
  const told = events.flatMap((event) => (event.event_type === 'asset.discovered' ? [event] : []));
  expect(told.map(({ data }) => data.fetched_from).sort()).toEqual(['https://pictures.example/boat.png', null]);
  const sentences = told.map((event) => describeEvent(event).detail);
  expect(sentences.filter((sentence) => sentence?.endsWith('fetched from https://pictures.example/boat.png') === true)).toHaveLength(1);
  expect(sentences.filter((sentence) => sentence?.includes('fetched') === true)).toHaveLength(1);
});

it('[D165] a file that was found before there were addresses has none', () => {
  const before = { event_type: 'asset.discovered', version: '1.0.0', data: { file_path: '/a.png' } };
  expect(upcast(before)).toEqual({ ...before, version: '1.1.0', data: { file_path: '/a.png', fetched_from: null } });
});

it('[V150] a file that comes later under the name of one that was fetched has no address', () => {
  const fetched = new FetchedFrom();
  const path = drop(join(tempFolder(), 'boat.png'), tinyPng('fetched'));
  fetched.remember(path, 'https://pictures.example/boat.png');
  expect(fetched.of(path)).toBe('https://pictures.example/boat.png');
  rmSync(path);
  expect(fetched.of(path)).toBeNull();
  expect(fetched.of(drop(path, tinyPng('a picture of one’s own, under the same name')))).toBeNull();
});
