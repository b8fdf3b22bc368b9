import { expect, test } from './support/test';

test('[R29] Help, About names the versions and whose work the rating is, and leads to the third-party notices', async ({ alice }) => {
  const { app } = alice;
  const choose = (wanted: string) =>
    app.evaluate(({ Menu }, words) => {
      const help = Menu.getApplicationMenu()?.items.find(({ role }) => role?.toLowerCase() === 'help');
      help?.submenu?.items.find(({ label }) => label.startsWith(words))?.click();
    }, wanted);
  // The box is the system's, which no test can press: what it is told is looked at, and its second button is pressed.
  await app.evaluate(({ dialog }) => {
    Object.assign(dialog, { showMessageBox: async (...given: unknown[]) => {
      Reflect.set(globalThis, 'box', given.at(-1));
      return { response: 1, checkboxChecked: false };
    } });
  });
  const [notices] = await Promise.all([app.waitForEvent('window'), choose('About')]);
  const { box, versions, version } = await app.evaluate(({ app: electron }) => ({
    box: Reflect.get(globalThis, 'box') as { message: string; detail: string; buttons: string[] }, versions: process.versions, version: electron.getVersion(),
  }));
  expect(box.message).toBe(`Alice ${version}`);
  expect(box.buttons).toEqual(['Close', 'Third-Party Notices']);
  for (const words of [versions['electron'], versions['chrome'], versions.node, 'The University of Texas at Austin', 'OpenCV', 'IEEE Transactions on Image Processing']) {
    expect(box.detail).toContain(words);
  }

  await expect(notices.getByRole('heading', { level: 1 })).toHaveText('Third-party notices');
  for (const words of ['react-aria-components', 'Apache License', 'OpenCV Foundation', 'THE UNIVERSITY OF TEXAS AT AUSTIN SPECIFICALLY DISCLAIMS']) {
    await expect(notices.getByRole('main')).toContainText(words);
  }
  expect(await notices.evaluate(() => 'alice' in window)).toBe(false);
  for (const [theme, colour] of [['light', 'rgb(251, 251, 249)'], ['dark', 'rgb(19, 21, 21)']] as const) {
    await app.evaluate(({ nativeTheme }, source) => { nativeTheme.themeSource = source; }, theme);
    await expect(notices.locator('body')).toHaveCSS('background-color', colour);
  }
});
