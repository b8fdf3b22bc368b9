import { afterEach, expect, it, vi } from 'vitest';
import { noValues } from './form-values';

function storage(): Pick<Storage, 'getItem' | 'setItem'> {
  const kept = new Map<string, string>();
  return { getItem: (name) => kept.get(name) ?? null, setItem: (name, text) => void kept.set(name, text) };
}

/** A page of the window, as it is loaded. */
async function page() {
  vi.resetModules();
  return import('./form-drafts');
}

afterEach(() => { vi.unstubAllGlobals(); });

it('[D188] what was written in a form is there again in the page that follows one that died, under the same ids', async () => {
  vi.stubGlobal('sessionStorage', storage());
  const first = await page();
  const values = { ...noValues, words: { name: 'Harbor at night' } };
  first.keepDraft('note', values);
  first.keepDraft('other', noValues);
  first.forgetDraft('other');
  const before = first.draftOf('note');
  const next = await page();
  expect(next.draftOf('note')).toEqual(before);
  expect(before?.values).toEqual(values);
  expect(next.draftOf('other')).toBeNull();
});

it('[D188] what was kept and cannot be read, and a storage that refuses, cost no form', async () => {
  vi.stubGlobal('sessionStorage', { getItem: () => '{oops', setItem: () => { throw new Error('full'); } });
  const odd = await page();
  odd.keepDraft('note', noValues);
  expect(odd.draftOf('note')?.values).toEqual(noValues);
});
