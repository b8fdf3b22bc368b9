import type { Alice } from './support/alice';
import { expect, test } from './support/test';

const boundsOf = ({ app }: Alice) => app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.getNormalBounds());

test('[D1] the window opens with the size and at the place where it was left', async ({ open }) => {
  const first = await open();
  const wanted = { x: 60, y: 40, width: 1_000, height: 700 };
  await first.app.evaluate(({ BrowserWindow }, bounds) => { BrowserWindow.getAllWindows()[0]?.setBounds(bounds); }, wanted);
  const left = await boundsOf(first);
  expect(left).toMatchObject({ width: 1_000, height: 700 });
  await first.quit();
  const second = await open();
  expect(await boundsOf(second)).toEqual(left);
});
