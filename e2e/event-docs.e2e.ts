import { expect, test } from './support/test';

test('[B21] the Help menu opens the documentation of the events, in a window that can reach nothing', async ({ alice }) => {
  const { app } = alice;
  const choose = (label: string) =>
    app.evaluate(({ Menu }, wanted) => {
      const help = Menu.getApplicationMenu()?.items.find(({ role }) => role?.toLowerCase() === 'help');
      help?.submenu?.items.find((item) => item.label === wanted)?.click();
    }, label);
  const [docs] = await Promise.all([app.waitForEvent('window'), choose('Event Documentation')]);
  await expect(docs.getByRole('heading', { level: 1 })).toContainText('AliceMultiverse Event API');

  // Links within the page work, the style sheet has come, the colours follow the theme.
  await docs.getByRole('navigation').getByRole('link', { name: 'asset.organized', exact: true }).click();
  await expect(docs.getByRole('article').filter({ has: docs.getByRole('link', { name: 'asset.organized' }) })).toBeInViewport();
  expect(docs.url()).toBe('app://alice/docs/events.html#asset.organized');
  for (const [theme, colour] of [['light', 'rgb(251, 251, 249)'], ['dark', 'rgb(19, 21, 21)']] as const) {
    await app.evaluate(({ nativeTheme }, source) => { nativeTheme.themeSource = source; }, theme);
    await expect(docs.locator('body')).toHaveCSS('background-color', colour);
  }

  // No bridge, no script, no file, no network.
  alice.expectProblem(/Content Security Policy|Failed to load|ERR_/);
  expect(await docs.evaluate(() => 'alice' in window)).toBe(false);
  const reached = await docs.evaluate(async () => {
    const script = document.createElement('script');
    script.textContent = 'document.title = "ran"';
    document.head.append(script);
    const addresses = ['events.html', '../index.html', 'app://alice/docs/../../package.json', 'https://example.com/'];
    const answers = await Promise.all(addresses.map((address) => fetch(address).then((answer) => answer.status, () => 'refused')));
    return [document.title === 'ran', ...answers];
  });
  expect(reached).toEqual([false, 'refused', 'refused', 'refused', 'refused']);

  // Beside the two files of the page nothing lies under docs/, however it is written.
  const statuses = await app.evaluate(async ({ net }) => {
    const paths = ['events.html', '', 'events.js', '%2e%2e/quality/NOTICE.txt', '..%2fquality%2fNOTICE.txt', 'events.html/x'];
    return Promise.all(paths.map((path) => net.fetch(`app://alice/docs/${path}`).then((answer) => answer.status, () => 0)));
  });
  expect(statuses).toEqual([200, 404, 404, 404, 404, 404]);

  // Asked for again, it is the same window.
  await choose('Event Documentation');
  expect(app.windows()).toHaveLength(2);
});
