import { asText } from '@shared/ipc/json-text';
import { expect, it, vi } from 'vitest';
import { forgetLying, loadLying, useLying } from './use-lying';

it('[D261] an answer that comes when watching goes on again counts for nothing', async () => {
  const files = (count: number) => asText({ ok: true, answer: { files: count, whole: true } });
  let answer = (_text: unknown): void => undefined;
  const call = vi.fn(() => new Promise((resolve) => { answer = resolve; }));
  vi.stubGlobal('window', { alice: { call } });
  const first = loadLying();
  answer(files(3));
  await first;
  expect(useLying.getState()).toEqual({ files: 3, whole: true });
  const late = loadLying();
  forgetLying();
  answer(files(3));
  await late;
  expect(useLying.getState()).toEqual({ files: 0, whole: true });
  vi.unstubAllGlobals();
});
