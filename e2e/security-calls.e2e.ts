import { join } from 'node:path';
import { calls } from '../src/shared/ipc/contract';
import { filesBelow } from '../src/main/testing/trees';
import { ofText } from '../src/shared/ipc/json-text';
import type { Alice } from './support/alice';
import { expect, test } from './support/filled';

interface Refusal {
  readonly ok: boolean;
  readonly sentence?: string;
}

const call = async ({ page }: Alice, name: unknown, input: unknown): Promise<Refusal> =>
  ofText(await page.evaluate(([what, given]) => window.alice.call(what as 'app/status', given as Record<string, never>), [name, input] as const));

/** Nothing of this fits any call. */
const badInputs: readonly unknown[] = [null, 'text', 7, true, [], [{}], { unexpected: 1 }, { before: '1' }, { story_id: {} }, { content_hash: '../../etc' }];

for (const name of Object.keys(calls)) {
  test(`[A39] ${name} refuses what does not fit, in a sentence`, async ({ sharedAlice }) => {
    for (const input of badInputs) {
      const reply = await call(sharedAlice, name, input);
      expect(reply, JSON.stringify(input)).toMatchObject({ ok: false, sentence: expect.stringMatching(/^The call .+ was refused: .+\.$/) });
    }
  });
}

test('[A39] limits of each field hold', async ({ filled }) => {
  const page = { before: null, limit: 10, families: [], text: '' };
  for (const [name, input] of [
    ['timeline/page', { ...page, limit: 501 }],
    ['timeline/page', { ...page, limit: 0.5 }],
    ['timeline/page', { ...page, before: -1 }],
    ['timeline/page', { ...page, text: 'x'.repeat(201) }],
    ['timeline/page', { ...page, families: ['asset', 'other'] }],
    ['timeline/page', { ...page, extra: true }],
    ['events/story', { correlation_id: '' }],
    ['inbox/retry', { story_id: 'x'.repeat(101) }],
    ['library/story', { content_hash: 'A'.repeat(64) }],
    ['settings/change', { key: 'theme', value: 'pink' }],
    ['app/set-operation', { operation: 'delete' }],
  ] as const) {
    expect(await call(filled, name, input), `${name} ${JSON.stringify(input)}`).toMatchObject({ ok: false, sentence: expect.stringContaining(name) });
  }
  expect(await call(filled, 'timeline/page', page)).toMatchObject({ ok: true });
  expect(await call(filled, 'inbox/retry', { story_id: 'nothing' })).toEqual({ ok: false, sentence: 'This file is not in the inbox any more.' });
});

test('[A39] a call that does not exist is refused by name', async ({ filled }) => {
  for (const name of ['no/such', '__proto__', 'constructor', 'toString', 'hasOwnProperty', '', 42, null, ['app/status'], {}]) {
    expect(await call(filled, name, {}), JSON.stringify(name)).toMatchObject({ ok: false, sentence: expect.stringMatching(/^There is no call .+\.$/) });
  }
});

test('[A39] a file that the page has made up has no path, and nothing is added', async ({ filled }) => {
  const { page, folders } = filled;
  const before = filesBelow(folders.inbox);
  const made = await page.evaluate(() => window.alice.addFiles([new File(['x'], '/etc/hostname')]));
  expect(made).toEqual({ added: 0, problems: ['These files were refused.'] });
  const aPath = page.evaluate(() => window.alice.addFiles(['/etc/hostname'] as unknown as File[]));
  await expect(aPath).rejects.toThrow('expected to receive a File');
  expect(filesBelow(folders.inbox)).toEqual(before);
});

test('[A40] a page that is not Alice’s own is refused, even with the bridge in its hands', async ({ filled }) => {
  const { app } = filled;
  filled.expectProblem(/Failed to load|ERR_/);
  const answers = await app.evaluate(async ({ app: electron, BrowserWindow }, preload) => {
    const heard: Record<string, unknown> = {};
    for (const address of ['about:blank', 'data:text/html,<title>x</title>', 'app://other/index.html']) {
      const window = new BrowserWindow({ show: false, webPreferences: { preload: `${electron.getAppPath()}/${preload}`, sandbox: true, contextIsolation: true } });
      await window.loadURL(address).catch(() => undefined);
      heard[address] = await window.webContents.executeJavaScript("window.alice.call('app/status', {}).catch(String)");
      window.destroy();
    }
    return heard;
  }, join('out', 'preload', 'index.cjs'));
  const refused = JSON.stringify({ ok: false, sentence: 'This page may not talk to Alice.' });
  expect(answers).toEqual({ 'about:blank': refused, 'data:text/html,<title>x</title>': refused, 'app://other/index.html': refused });
});

test('[A40] a frame inside the window has no bridge', async ({ filled }) => {
  // The page of the story before may complain a moment late.
  filled.expectProblem(/Content Security Policy|frame|app:\/\/other/i);
  const reach = await filled.page.evaluate(async () => {
    const frames = ['about:blank', 'data:text/html,x', 'app://alice/index.html'].map((src) => document.body.appendChild(Object.assign(document.createElement('iframe'), { src })));
    await new Promise((resolve) => setTimeout(resolve, 200));
    return frames.map((frame) => {
      try {
        return typeof Reflect.get(frame.contentWindow ?? {}, 'alice');
      } catch {
        return 'undefined';
      }
    });
  });
  expect(reach).toEqual(['undefined', 'undefined', 'undefined']);
});
