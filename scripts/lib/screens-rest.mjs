import { copyFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';

/** The screens of projects, care, system and settings, the layers over all of them, and pages in windows of their own. */
const go = (key) => ({ press }) => press('g', key);
const pictures = true;
const project = 'lantern-harbor';

const openBoard = async (window) => {
  await go('p')(window);
  await window.page.getByRole('list', { name: 'Projects' }).getByRole('button', { name: new RegExp(`^${project}`) }).click();
  await window.page.getByRole('option').first().waitFor();
};

const openCard = (name) => async (window) => {
  await openBoard(window);
  await window.page.getByRole('option', { name }).first().click();
  await window.page.getByText('How it came to be').first().waitFor();
};

const form = (title) => async (window) => { await openBoard(window); await window.run(title); };

export const projectScreens = [
  { name: 'projects', open: go('p') },
  { name: 'project-create', open: async (window) => { await go('p')(window); await window.run('Create a project…'); } },
  { name: 'board', needs: pictures, open: openBoard },
  { name: 'board-carried', needs: pictures, open: async (window) => { await openBoard(window); await window.press('b', 'Space', 'ArrowRight'); } },
  { name: 'board-new-card', needs: pictures, open: async (window) => { await openBoard(window); await window.press('n'); } },
  { name: 'board-style', needs: pictures, open: openCard(/Sodium and indigo/) },
  { name: 'board-character', needs: pictures, open: openCard(/Moth-7/) },
  { name: 'board-concept', needs: pictures, open: openCard(/The tide brings them back/) },
  { name: 'board-picture', needs: pictures, open: openCard(new RegExp(`${project}-\\d`)) },
  { name: 'board-past', needs: pictures, open: async (window) => { await openBoard(window); await window.press('t', 'ArrowLeft', 'ArrowLeft', 'ArrowLeft', 'ArrowLeft', 'ArrowLeft', 'ArrowLeft'); } },
  { name: 'form-style', needs: pictures, open: form('Choose a style…') },
  { name: 'form-character', needs: pictures, open: form('Define a character…') },
  { name: 'form-revision', needs: pictures, open: async (window) => { await openCard(/Moth-7/)(window); await window.button('Revise').click(); } },
  { name: 'form-concept', needs: pictures, open: form('Propose a concept…') },
  { name: 'form-context', needs: pictures, open: form('Update the context…') },
  { name: 'form-note', needs: pictures, open: form('Write a note…') },
  { name: 'form-column', needs: pictures, open: form('Add a column at the end…') },
  { name: 'form-project', needs: pictures, open: form('Name and description of the project…') },
  { name: 'form-archive', needs: pictures, open: form('Archive or reopen the project…') },
  { name: 'form-pictures', needs: pictures, open: async (window) => { await form('Put pictures on the board…')(window); await window.button('Pick pictures…').click(); } },
  { name: 'project-page', needs: pictures, open: async (window) => { await openBoard(window); await window.radio('Page'); } },
];

const care = async (window, part) => { await go('c')(window); await window.press(part); };

export const careScreens = [
  { name: 'care-health', open: (window) => care(window, '1') },
  {
    name: 'care-checked',
    open: async (window) => {
      await care(window, '1');
      await window.button('Check now').click();
      await window.page.getByText(/^Checked /).waitFor({ timeout: 60_000 });
    },
  },
  {
    name: 'care-findings', only: 'small',
    open: async (window, { organized, samples }) => {
      const foreign = join(organized, 'by-hand.jpg');
      copyFileSync(join(samples, 'ringed-world.jpg'), foreign);
      await care(window, '1');
      await window.button('Check now').click();
      await window.page.getByText('by-hand.jpg').first().waitFor({ timeout: 60_000 });
      return () => rmSync(foreign);
    },
  },
  { name: 'care-history', open: (window) => care(window, '2') },
  {
    name: 'care-history-entry', needs: pictures,
    open: async (window) => { await care(window, '2'); await window.page.getByRole('grid', { name: 'History' }).getByRole('row').first().click(); },
  },
  {
    name: 'undo', needs: pictures, only: 'small',
    open: async (window) => {
      await care(window, '2');
      await window.page.getByRole('grid', { name: 'History' }).getByRole('button', { name: /^Undo \d/ }).first().click();
      await window.page.getByRole('dialog').waitFor();
    },
  },
];

const system = async (window, part) => { await go('s')(window); await window.press(part); await window.page.waitForTimeout(600); };

export const systemScreens = [
  { name: 'system-map', open: (window) => system(window, '1') },
  {
    name: 'system-service',
    open: async (window) => { await system(window, '1'); await window.page.getByRole('main').getByRole('button', { name: /^organizer hears/ }).click(); },
  },
  { name: 'system-metrics', open: (window) => system(window, '2') },
  { name: 'system-dead-letters', open: (window) => system(window, '3') },
];

const settings = async ({ press, page }) => {
  await press('Control+,');
  await page.getByRole('navigation', { name: 'Sections of the settings' }).waitFor();
};
const section = (title) => async (window) => {
  await settings(window);
  await window.page.getByRole('navigation', { name: 'Sections of the settings' }).getByRole('button', { name: title, exact: true }).click();
  await window.page.waitForTimeout(500);
};

export const settingsScreens = [
  ...['General', 'Appearance', 'Files', 'Sources', 'Quality', 'Provenance', 'Notifications and tray', 'Keys', 'Data', 'About']
    .map((title) => ({ name: `settings-${title.toLowerCase().replaceAll(' ', '-')}`, only: 'small', open: section(title) })),
  { name: 'settings', open: settings },
  { name: 'settings-search', open: async (window) => { await settings(window); await window.press('/'); await window.page.keyboard.insertText('folder'); await window.page.waitForTimeout(400); } },
  { name: 'settings-no-match', only: 'empty', open: async (window) => { await settings(window); await window.press('/'); await window.page.keyboard.insertText('nothing'); await window.page.waitForTimeout(400); } },
  {
    name: 'settings-source-form',
    open: async (window, { desk }) => { await window.answerDialogs([desk]); await window.run('Watch a folder'); await window.page.getByRole('dialog').waitFor(); },
  },
  {
    name: 'inbox-with-source', only: 'small',
    open: async (window, { desk }) => {
      await window.answerDialogs([desk]);
      const { id } = await window.ask('sources/choose');
      const choice = { name: 'ComfyUI output', project, operation: 'copy', subfolders: true, only_media: true, polling: false, enabled: true };
      await window.ask('sources/add', { id, choice });
      await go('i')(window);
      await window.page.getByRole('region', { name: 'ComfyUI output' }).waitFor();
      return () => window.ask('sources/remove', { id });
    },
  },
  { name: 'source-rules', open: (window) => window.run('Source rules') },
  { name: 'read-again', open: (window) => window.run('Read all metadata again') },
  { name: 'release-notes', open: async (window) => { await window.run('Release notes'); await window.page.getByRole('dialog').waitFor(); } },
];

const dragged = async ({ page }, data) => {
  const session = await page.context().newCDPSession(page);
  for (const type of ['dragEnter', 'dragOver']) await session.send('Input.dispatchDragEvent', { type, x: 700, y: 450, data: { dragOperationsMask: 1, items: [], ...data } });
  return () => session.send('Input.dispatchDragEvent', { type: 'dragOver', x: -50, y: -50, data: { dragOperationsMask: 1, items: [], ...data } }).then(() => session.detach());
};

export const layerScreens = [
  { name: 'palette', open: async ({ press }) => press('g', 'l', 'Control+k') },
  { name: 'palette-found', open: async (window) => { await window.press('g', 'l', 'Control+k'); await window.page.keyboard.insertText('harbor'); await window.page.waitForTimeout(700); } },
  { name: 'palette-theme', only: 'small', open: async (window) => { await window.press('Control+k'); await window.page.keyboard.insertText('>theme'); await window.press('Enter'); } },
  { name: 'keys', open: ({ press }) => press('Shift+?') },
  { name: 'drop', open: async (window, { samples }) => { await window.press('g', 'l'); return dragged(window, { files: [samples] }); } },
  {
    name: 'drop-link', only: 'small',
    open: async (window) => {
      await window.press('g', 'l');
      return dragged(window, { items: [{ mimeType: 'text/uri-list', data: 'https://example.org/a.png' }] });
    },
  },
  {
    name: 'toasts', needs: pictures, messages: true,
    open: async (window) => {
      await window.press('g', 'l');
      await window.page.getByRole('grid', { name: 'Pictures' }).getByRole('gridcell').nth(2).click({ position: { x: 40, y: 40 } });
      await window.press('4', 'Control+c');
      await window.page.getByRole('region', { name: 'Messages' }).getByText(/./).first().waitFor();
    },
  },
  {
    name: 'paused', only: 'small',
    open: async (window) => {
      await window.press('g', 'i');
      await window.ask('app/set-watching', { watching: 'paused' });
      return () => window.ask('app/set-watching', { watching: 'on' });
    },
  },
  { name: 'contrast', only: 'small', open: async (window) => changed(window, 'contrast', 'high', 'l') },
  { name: 'contrast-timeline', only: 'small', open: async (window) => changed(window, 'contrast', 'high', 't') },
  ...[['timeline', 't'], ['library', 'l'], ['inbox', 'i'], ['projects', 'p'], ['quality', 'q'], ['settings', ',']]
    .map(([place, key]) => ({ name: `zoomed-${place}`, only: 'small', open: async (window) => changed(window, 'zoom', 200, key) })),
];

/** A setting that holds while the screen is taken. */
async function changed(window, key, value, place) {
  await window.ask('settings/change', { key, value });
  await window.press(...(place === ',' ? ['Control+,'] : ['g', place]));
  await window.page.waitForTimeout(600);
  return () => window.ask('settings/reset', { key });
}

/** Pages in windows of their own, opened by a command. */
export const ownWindows = [['event-documentation', 'Event documentation'], ['third-party-notices', 'Third-party notices']];
