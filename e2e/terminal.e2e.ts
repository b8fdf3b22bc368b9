import { once } from 'node:events';
import { join } from 'node:path';
import { named, startInTerminal } from './support/alice';
import { put } from './support/folders';
import { picture } from './support/pictures';
import { expect, test } from './support/test';

test('[A31] started from a terminal, it prints each event as a line and ends cleanly when it is asked to', async ({ folders }) => {
  put(join(folders.inbox, 'harbor', 'one.png'), await picture(51));
  const { child, lines } = startInTerminal(folders, [...named(folders), '--print-events']);
  const exited = once(child, 'exit');
  try {
    await expect.poll(() => lines().some((line) => line.includes('asset.organized')), { timeout: 20_000 }).toBe(true);
    child.kill('SIGTERM');
    expect(await exited).toEqual([0, null]);
  } finally {
    child.kill('SIGKILL');
  }
  const types = lines().map((line) => /^\d{2}:\d{2}:\d{2}\.\d{3} +\d+ +(\S+)/.exec(line)?.[1]);
  expect(types).toEqual(['hub.started', 'asset.detected', 'asset.discovered', 'asset.processed', expect.stringMatching(/^quality\./), 'asset.organized', 'hub.stopped']);
});
