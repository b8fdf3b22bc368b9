/**
 * The screens of the places where files are followed, looked at and judged: a name, and the way there from a fresh page. A screen
 * that `needs` pictures is left out of an empty window.
 */
import { join } from 'node:path';

const go = (key) => ({ press }) => press('g', key);
const pictures = true;
const cells = (page) => page.getByRole('grid', { name: 'Pictures' }).getByRole('gridcell');
const firstRow = (page) => page.getByRole('treegrid').getByRole('row', { level: 1 }).filter({ hasText: /filed|Rated|rated|Undone|updated|approved/ }).first();

const openLibrary = async (window) => {
  await go('l')(window);
  if (await window.page.getByRole('radio', { name: 'Grid' }).count() > 0) await window.radio('Grid');
  await window.page.getByRole('heading', { name: 'Library', level: 1 }).waitFor();
};

const openPicture = async (window) => {
  await openLibrary(window);
  await cells(window.page).first().click({ position: { x: 40, y: 40 } });
  await window.page.getByRole('complementary', { name: 'Inspector' }).waitFor();
};

const chooseMany = async (window) => {
  await openPicture(window);
  await window.press('Shift+ArrowRight', 'Shift+ArrowRight', 'Shift+ArrowRight');
  await window.page.getByRole('toolbar', { name: 'What is chosen' }).waitFor();
};

const decide = async (window) => {
  await openLibrary(window);
  await cells(window.page).nth(1).click({ position: { x: 40, y: 40 } });
  await window.press('Escape', 'c');
  await window.page.getByRole('dialog', { name: 'Decide about pictures' }).getByRole('img').first().waitFor();
};

const search = async ({ page, press }, words) => {
  await press('/');
  await page.keyboard.insertText(words);
  await page.waitForTimeout(500);
};

const quality = async (window, part) => {
  await go('q')(window);
  await window.press(part);
  await window.page.waitForTimeout(700);
};

export const timelineScreens = [
  { name: 'timeline-stories', open: async (window) => { await go('t')(window); await window.radio('Stories'); } },
  { name: 'timeline-events', open: async (window) => { await go('t')(window); await window.radio('Events'); } },
  {
    name: 'timeline-unfolded', needs: pictures,
    open: async (window) => {
      await go('t')(window);
      await firstRow(window.page).click();
      await window.press('Escape', 'ArrowRight', 'ArrowDown', 'Enter');
    },
  },
  {
    name: 'timeline-event', needs: pictures,
    open: async (window) => {
      await go('t')(window);
      await window.radio('Events');
      await search(window, 'asset.organized');
      await window.page.getByRole('treegrid').getByRole('row').filter({ hasText: 'asset.organized' }).first().click();
      await window.page.getByRole('complementary', { name: 'Event' }).waitFor();
    },
  },
  {
    name: 'timeline-filtered', needs: pictures,
    open: async (window) => {
      await go('t')(window);
      await window.page.getByRole('toolbar', { name: 'Show only' }).getByRole('button', { name: 'Quality' }).click();
      await search(window, 'harbor');
    },
  },
  { name: 'timeline-filter-menu', open: async (window) => { await go('t')(window); await window.press('f'); } },
  {
    name: 'timeline-saved-filters', needs: pictures,
    open: async (window) => { await go('t')(window); await window.button('Saved filters').click(); },
  },
  { name: 'timeline-paused', only: 'small', open: async (window) => { await go('t')(window); await window.press('p'); } },
  { name: 'timeline-go-to', open: async (window) => { await go('t')(window); await window.button('Go to a time').click(); } },
  { name: 'timeline-no-match', open: async (window) => { await go('t')(window); await search(window, 'nothing says this'); } },
];

export const libraryScreens = [
  { name: 'library-grid', open: openLibrary },
  { name: 'library-list', needs: pictures, open: async (window) => { await openLibrary(window); await window.radio('List'); } },
  { name: 'library-inspector', needs: pictures, open: openPicture },
  {
    name: 'library-inspector-below', needs: pictures,
    open: async (window) => {
      await openPicture(window);
      await window.page.getByRole('complementary', { name: 'Inspector' }).getByText('Why is this file here?').first().scrollIntoViewIfNeeded();
    },
  },
  { name: 'library-quick-look', needs: pictures, open: async (window) => { await openPicture(window); await window.press('Space'); } },
  { name: 'library-chosen', needs: pictures, open: chooseMany },
  {
    name: 'library-chosen-without-pane', needs: pictures,
    open: async (window) => {
      await openLibrary(window);
      await cells(window.page).first().click({ position: { x: 40, y: 40 } });
      await window.press('Escape', 'Shift+ArrowRight', 'Shift+ArrowRight');
    },
  },
  {
    name: 'library-assign', needs: pictures,
    open: async (window) => {
      await chooseMany(window);
      await window.press('Shift+a');
      await window.page.getByRole('dialog').last().waitFor();
    },
  },
  {
    name: 'library-filtered', needs: pictures,
    open: async (window) => { await openLibrary(window); await search(window, 'harbor'); await window.button('Save search').click(); },
  },
  { name: 'library-no-match', needs: pictures, open: async (window) => { await openLibrary(window); await search(window, 'nothing is called this'); } },
  { name: 'library-order', needs: pictures, open: async (window) => { await openLibrary(window); await window.press('o'); } },
];

export const inboxScreens = [
  { name: 'inbox', open: go('i') },
  { name: 'inbox-set-aside', needs: pictures, open: async (window) => { await go('i')(window); await window.press('4'); } },
  { name: 'inbox-waiting', needs: pictures, open: async (window) => { await go('i')(window); await window.press('1'); } },
  {
    name: 'dry-run',
    open: async (window, { samples }) => {
      await go('i')(window);
      await window.answerDialogs(['lantern-harbor', 'salt-cathedral'].map((name) => join(samples, name)));
      await window.run('Preview a folder before adding');
      await window.page.getByRole('dialog').getByText(/would be filed|duplicate/).first().waitFor({ timeout: 30_000 });
    },
  },
];

export const qualityScreens = [
  { name: 'quality-scores', open: (window) => quality(window, '1') },
  {
    name: 'quality-scores-below', needs: pictures,
    open: async (window) => {
      await quality(window, '1');
      await window.page.getByRole('main').getByRole('table').last().scrollIntoViewIfNeeded();
    },
  },
  { name: 'quality-stacks', open: async (window) => { await quality(window, '2'); await window.page.waitForTimeout(1_500); } },
  { name: 'quality-limits', open: (window) => quality(window, '3') },
  {
    name: 'quality-limits-moved', needs: pictures,
    open: async (window) => {
      await quality(window, '3');
      await window.page.getByRole('slider', { name: /^Limit between/ }).nth(1).focus();
      await window.press('Shift+ArrowRight', 'Shift+ArrowRight');
      await window.page.waitForTimeout(900);
    },
  },
  { name: 'quality-stages', open: (window) => window.run('Quality stages') },
  {
    name: 'quality-stage-form',
    open: async (window) => { await window.run('Quality stages'); await window.button('Add a stage…').click(); },
  },
];

export const decidingScreens = [
  { name: 'deciding', needs: pictures, open: decide },
  { name: 'deciding-facts', needs: pictures, open: async (window) => { await decide(window); await window.press('i'); } },
  { name: 'comparing', needs: pictures, open: async (window) => { await decide(window); await window.press('c'); await window.page.waitForTimeout(900); } },
  {
    name: 'comparing-four', needs: pictures,
    open: async (window) => { await decide(window); await window.press('c'); await window.radio('Four'); await window.page.waitForTimeout(900); },
  },
  { name: 'blind', needs: pictures, open: async (window) => { await decide(window); await window.press('b'); await window.page.waitForTimeout(900); } },
  { name: 'ranking', needs: pictures, open: async (window) => { await decide(window); await window.press('b'); await window.page.waitForTimeout(600); await window.press('r'); } },
];
