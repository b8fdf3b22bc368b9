import { deepLink, linkToAsset, linkToEvent } from '@shared/library/deep-link';
import fc from 'fast-check';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { place } from '../testing/test-hub';
import { drop, ratedPng } from '../testing/tiny-pictures';
import { linkIn } from './launch-options';
import { follow } from './links';

it('[D2] a link is read as a picture or an event, and anything else as nothing', () => {
  const hash = 'ab'.repeat(32);
  const id = '019cb6fa-2f4e-7b3a-9c1d-8e5f0a6b7c21';
  expect(deepLink(linkToAsset(hash))).toEqual({ kind: 'asset', hash });
  expect(deepLink(`ALICE://Asset/${hash.slice(0, 8).toUpperCase()}/`)).toEqual({ kind: 'asset', hash: 'abababab' });
  expect(deepLink(linkToEvent(id))).toEqual({ kind: 'event', event_id: id });
  for (const odd of [
    'alice://asset/', 'alice://asset/abc', `alice://asset/${hash}00`, `alice://asset/${hash}?x=1`, `alice://asset/../${hash}`, `alice://event/${hash}`,
    `alice://asset/${id}`, `https://asset/${hash}`, `alice://undo/${id}`, `alice://asset/${hash}\n--data`, `alice:///asset/${hash}`, '',
  ]) expect(deepLink(odd), odd).toBeNull();
  fc.assert(fc.property(fc.string(), (text) => deepLink(`alice://${text}`) === null || /^(asset|event)\/[0-9a-f-]+\/?$/i.test(text)));
  expect(linkIn(['electron', '.', '--data', 'x', `alice://asset/${hash}`])).toBe(`alice://asset/${hash}`);
  expect(linkIn(['electron', '.'])).toBeNull();
});

it('[D2] a link leads to the picture or the event of this library, or says why not', async () => {
  const here = place();
  drop(join(here.inbox, 'harbor', 'a.png'), ratedPng(1, 64));
  const hub = here.open();
  await hub.start({ watch: false });
  await hub.settled();
  const filed = hub.log.find({ types: ['asset.organized'], limit: 1 })[0];
  const content_hash = filed?.subject ?? '';
  expect(follow(linkToAsset(content_hash), hub)).toEqual({ kind: 'asset', content_hash });
  expect(follow(linkToAsset(content_hash.slice(0, 10)), hub)).toEqual({ kind: 'asset', content_hash });
  expect(follow(linkToEvent(filed?.event_id ?? ''), hub)).toEqual({ kind: 'event', story_id: filed?.correlation_id, event_id: filed?.event_id });
  for (const lost of [linkToAsset('0'.repeat(64)), linkToEvent('019cb6fa-2f4e-7b3a-9c1d-8e5f0a6b7c21'), 'alice://nothing']) {
    expect(follow(lost, hub)).toEqual({ kind: 'problem', sentence: expect.stringMatching(/^The .*\.$|^This .*\.$/) });
  }
  await hub.close('finished');
});
