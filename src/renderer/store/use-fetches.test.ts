import { asText } from '@shared/ipc/json-text';
import { beforeEach, expect, it, vi } from 'vitest';
import { beginFetch, endFetch, hearFetching, listFetches, stopFetch, useFetches } from './use-fetches';

const called: unknown[] = [];

beforeEach(() => {
  useFetches.setState({ fetches: [] });
  called.length = 0;
  vi.stubGlobal('window', { alice: { call: async (...call: unknown[]) => { called.push(call); return asText({ ok: true, answer: null }); } } });
});

const told = () => useFetches.getState().fetches.map(({ name, host, running, bytes, total }) => [name, host, running, bytes, total]);

it('[D164] links that are fetched stand in a list by name and host, with the bytes that have come, until they are through', () => {
  const [first = '', second = ''] = listFetches(['https://pictures.example/sea/gr%C3%BCn.png?x=1', 'https://pictures.example/', 'data:image/png;base64,AA==']);
  expect(beginFetch(first)).toBe(true);
  hearFetching({ id: first, bytes: 300, total: 900 });
  hearFetching({ id: 'of nobody', bytes: 1, total: null });
  expect(told()).toEqual([
    ['grün.png', 'pictures.example', true, 300, 900],
    ['pictures.example', 'pictures.example', false, 0, null],
    ['A picture from the clipboard or a page', null, false, 0, null],
  ]);
  endFetch(first);
  endFetch(second);
  expect(told()).toHaveLength(1);
});

it('[D164] one that runs is stopped where it is fetched; one that waits is taken off the list and never begun', async () => {
  const [first = '', second = ''] = listFetches(['https://a.example/1.png', 'https://a.example/2.png']);
  beginFetch(first);
  await stopFetch(first);
  await stopFetch(second);
  expect(called).toEqual([['inbox/stop-link', { id: first }]]);
  expect(beginFetch(second)).toBe(false);
  expect(told()).toEqual([['1.png', 'a.example', true, 0, null]]);
});
