import { expect, test } from './support/test';

test('[D1] the window opens with the size and at the place where it was left', async ({ open }) => {
  const first = await open();
  await first.app.evaluate(({ BrowserWindow }) => { BrowserWindow.getAllWindows()[0]?.setBounds({ x: 60, y: 40, width: 1_000, height: 700 }); });
  const left = await first.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.getNormalBounds());
  expect(left).toMatchObject({ width: 1_000, height: 700 });
  await first.quit();
  const second = await open();
  expect(await second.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.getNormalBounds())).toEqual(left);
});
