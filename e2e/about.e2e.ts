import { expect, test } from './support/test';

test('[D117] [R29] Help, About names and copies the versions, says whose work the rating is, and leads to the third-party notices', async ({ alice }) => {
  const { app } = alice;
  const choose = (wanted: string) =>
    app.evaluate(({ Menu }, words) => {
      const help = Menu.getApplicationMenu()?.items.find(({ role }) => role?.toLowerCase() === 'help');
      help?.submenu?.items.find(({ label }) => label.startsWith(words))?.click();
    }, wanted);
  // The box is the system's, which no test can press: what it is told is looked at, and first its third, then its second button is pressed.
  await app.evaluate(({ dialog }) => {
    Object.assign(dialog, { showMessageBox: async (...given: unknown[]) => {
      Reflect.set(globalThis, 'box', given.at(-1));
      const response: unknown = Reflect.get(globalThis, 'press') ?? 2;
      Reflect.set(globalThis, 'press', 1);
      return { response, checkboxChecked: false };
    } });
  });
  await choose('About');
  const copied = () => app.evaluate(async ({ clipboard }) => clipboard.readText());
  await expect.poll(copied).toMatch(/^Alice [\d.]+ \([\da-f]{12}.*\)\nElectron [\d.]+\nChromium [\d.]+\nNode\.js [\d.]+\nSQLite 3[\d.]+\nlibvips 8[\d.]+\n/);
  const [notices] = await Promise.all([app.waitForEvent('window'), choose('About')]);
  const { box, versions, version } = await app.evaluate(({ app: electron }) => ({
    box: Reflect.get(globalThis, 'box') as { message: string; detail: string; buttons: string[] }, versions: process.versions, version: electron.getVersion(),
  }));
  expect(box.message).toBe(`Alice ${version}`);
  expect(box.buttons).toEqual(['Close', 'Third-Party Notices', 'Copy Versions']);
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
