import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Locator, Page } from '@playwright/test';
import { parseEvent } from '../src/shared/events/catalog';
import { characterDefined, projectCreated } from '../src/shared/events/creative-events';
import type { EventDraft } from '../src/shared/events/define-event';
import { stampEvent } from '../src/shared/events/envelope';
import { workflowCompleted, workflowStarted, workflowStepCompleted } from '../src/shared/events/workflow-events';
import { EventLog } from '../src/main/log/event-log';
import { openLogDatabase } from '../src/main/log/open-database';
import { type Alice, openAlice } from './support/alice';
import { type Folders, freshFolders, put, removeFolders } from './support/folders';
import { edgeOf, longestMotion } from './support/edges';
import { freshPage } from './support/fresh-page';
import { obstacles } from './support/obstacles';
import { picture } from './support/pictures';
import { expect, photograph, test as base } from './support/test';
import { go, lane, message, pictureCells } from './support/window';

const project_id = 'harbor';
const name = 'Lantern Harbor';

/** A log in which another program has begun a project, described a character, and run a workflow. */
async function begin({ data }: Folders): Promise<void> {
  const database = openLogDatabase(data);
  const log = new EventLog(database);
  const workflow = { workflow_id: 'take-3', workflow_type: 'image_generation' };
  const drafts: EventDraft[] = [
    projectCreated({ project_id, project_name: name, project_type: 'Music video' }),
    characterDefined({ project_id, character_id: 'moth', character_name: 'Moth-7', character_type: 'protagonist', personality_traits: ['patient'] }),
    workflowStarted({ ...workflow, project_id, workflow_name: 'Crossing at dusk, take 3', provider: 'ComfyUI' }),
    ...[1, 2].map((at) =>
      workflowStepCompleted({ workflow_id: 'take-3', step_id: `${at}`, step_name: `step ${at}`, step_number: at, total_steps: 2, status: 'completed' })),
    workflowCompleted({ ...workflow, total_duration_ms: 42_000, steps_completed: 2, provider_used: 'ComfyUI' }),
  ];
  await log.append(drafts.map((draft) => parseEvent(stampEvent(draft, { source: 'another-program', actor: 'service:another-program' }))));
  database.close();
}

/** One board that several stories change, one after the other; each makes what it needs. */
const test = base.extend<{ board: Alice }, { sharedBoard: Alice }>({
  sharedBoard: [
    async ({ playwright: _ }, use) => {
      const folders = freshFolders();
      await begin(folders);
      for (const at of [1, 2, 3]) put(join(folders.inbox, name, `${at}.png`), await picture(at));
      const alice = await openAlice(folders);
      await go(alice.page, 'Inbox');
      await expect(lane(alice.page, 'Done')).toContainText('3');
      await use(alice);
      await alice.quit();
      removeFolders(folders);
    },
    { scope: 'worker', timeout: 60_000 },
  ],

  board: async ({ sharedBoard }, use) => {
    sharedBoard.startAfresh();
    await freshPage(sharedBoard.page);
    await openBoard(sharedBoard.page);
    await use(sharedBoard);
    expect(sharedBoard.problems()).toEqual([]);
  },
});

async function openBoard(page: Page): Promise<void> {
  await page.getByRole('navigation', { name: 'Projects' }).getByRole('button', { name: `Board of ${name}` }).click();
  await expect(cards(page, 'In progress').first()).toBeVisible();
}

const column = (page: Page, title: string): Locator => page.locator(`section[data-column-of][aria-label="${title}"]`);
const cards = (page: Page, title: string): Locator => column(page, title).getByRole('option');
const card = (page: Page, words: string | RegExp): Locator => page.getByRole('option', { name: words });
const pane = (page: Page, kind: string): Locator => page.getByRole('complementary', { name: kind, exact: true });
const order = (page: Page): Promise<string[]> => page.locator('section[data-column-of] h2').allTextContents();
const dialog = (page: Page, title: string): Locator => page.getByRole('dialog', { name: title });

async function choose(page: Page, menu: string, item: string): Promise<void> {
  await page.getByRole('button', { name: menu, exact: true }).click();
  await page.getByRole('menuitem', { name: item, exact: true }).click();
}

/** Fills in one field of the open form and sends it. */
async function write(page: Page, field: string, text: string): Promise<void> {
  const words = page.getByRole('dialog').getByRole('textbox', { name: field, exact: true });
  await words.fill(text);
  await page.keyboard.press('Control+Enter');
  await expect(words).toBeHidden();
}

test('[D230] a column of one’s own is added, named anew and removed; its cards go where that was said, and undo brings it back', async ({ board }) => {
  const { page } = board;
  await choose(page, 'Column Review', 'Add a column after it…');
  await write(page, 'Name', 'Grading');
  await expect.poll(() => order(page)).toEqual(['Idea', 'In progress', 'Review', 'Grading', 'Approved']);
  await choose(page, 'Column Grading', 'Rename…');
  await write(page, 'Name', 'Colour and light');
  await expect.poll(() => order(page)).toEqual(['Idea', 'In progress', 'Review', 'Colour and light', 'Approved']);

  await card(page, /^Character Moth-7/).click();
  await choose(page, 'Move to', 'Colour and light');
  await expect(cards(page, 'Colour and light')).toHaveCount(1);
  await page.keyboard.press('Escape');
  await page.reload();
  await expect(cards(page, 'Colour and light')).toHaveCount(1);

  await choose(page, 'Column Colour and light', 'Remove…');
  const form = dialog(page, 'Remove Colour and light');
  await form.getByRole('combobox', { name: 'Its cards go to' }).selectOption('Approved');
  await form.getByRole('button', { name: 'Remove column' }).click();
  await expect.poll(() => order(page)).toEqual(['Idea', 'In progress', 'Review', 'Approved']);
  await expect(cards(page, 'Approved')).toHaveAttribute('aria-label', /^Character Moth-7/);
  await page.keyboard.press('Control+z');
  await expect(cards(page, 'Colour and light')).toHaveAttribute('aria-label', /^Character Moth-7/);
});

test('[D231] a note is written, written anew and removed, a character is revised and taken back; the card tells field by field what became different', async ({ board }, info) => {
  const { page } = board;
  await choose(page, 'New card', 'Note…');
  await write(page, 'Note', 'Paint the gulls last');
  await card(page, /^Note Paint the gulls last/).click();
  await pane(page, 'Note').getByRole('button', { name: 'Write anew' }).click();
  await write(page, 'Note', 'Paint the gulls first');
  const told = (kind: string) => pane(page, kind).getByRole('listitem');
  await expect(told('Note').first().locator('del')).toHaveText('Paint the gulls last');
  await expect(told('Note').first().locator('ins')).toHaveText('Paint the gulls first');
  await pane(page, 'Note').getByRole('button', { name: 'Remove the note' }).click();
  await expect(card(page, /^Note /)).toHaveCount(0);
  const removed = page.getByRole('region', { name: 'Messages' }).getByRole('status').filter({ hasText: 'Paint the gulls first was removed.' });
  await removed.getByRole('button', { name: 'Undo' }).click();
  await expect(card(page, /^Note Paint the gulls first/)).toBeVisible();

  await card(page, /^Character Moth-7/).click();
  await pane(page, 'Character').getByRole('button', { name: 'Revise' }).click();
  await write(page, 'Traits', 'afraid of rain\nstubborn');
  await expect(card(page, /^Character Moth-7, protagonist, version 2/)).toBeVisible();
  // Of a list it is told one by one what went and what came.
  const newest = told('Character').first();
  await expect(newest.getByRole('term')).toHaveText(['personality traits']);
  await expect(newest.locator('del')).toHaveText(['patient']);
  await expect(newest.locator('ins')).toHaveText(['afraid of rain', 'stubborn']);
  await photograph(board, info, 'history of a card');
  await pane(page, 'Character').getByRole('button', { name: 'Take the last version back' }).click();
  await expect(message(page, 'Moth-7 is as its version before')).toBeVisible();
  await expect(pane(page, 'Character').getByText('patient', { exact: true }).first()).toBeVisible();
  // There is one version again, and no other to take back.
  await expect(card(page, /^Character Moth-7, protagonist, version 1/)).toBeVisible();
  await expect(pane(page, 'Character').getByRole('button', { name: 'Take the last version back' })).toBeHidden();
  await expect(told('Character').filter({ has: page.getByText('taken back', { exact: true }) })).toContainText('afraid of rain');
});

test('[D232] the page of a project tells its ratings and workflows, its brief is saved as Markdown, and it is archived and reopened', async ({ board }, info) => {
  const { app, page, folders } = board;
  await page.getByRole('radio', { name: 'Page' }).click();
  const all = page.getByRole('region', { name: `All of ${name}` });
  await expect(all.getByRole('listitem').filter({ hasText: 'Crossing at dusk, take 3' })).toContainText('2 of 2 steps · ComfyUI');
  const rated = all.getByRole('group', { name: 'By stars' }).getByRole('button');
  await expect(rated).toHaveAccessibleName('one star: 3');
  await photograph(board, info, 'page of a project');

  const file = join(folders.home, 'brief.md');
  await app.evaluate(({ dialog: native }, filePath) => {
    native.showSaveDialog = () => Promise.resolve({ canceled: false, filePath });
  }, file);
  await page.getByRole('button', { name: 'Save brief as Markdown…' }).click();
  await expect(message(page, /saved as brief\.md/)).toBeVisible();
  expect(readFileSync(file, 'utf8')).toMatch(/^# Lantern Harbor$[\s\S]*Moth-7/m);

  await choose(page, 'Project', 'Archive…');
  await dialog(page, `Archive ${name}`).getByRole('button', { name: 'Archive project' }).click();
  await expect(page.getByRole('main').getByText('Archived', { exact: true })).toBeVisible();
  await page.getByRole('button', { name: 'All projects' }).click();
  await expect(page.getByRole('list', { name: 'Projects', exact: true })).toBeHidden();
  await page.getByRole('button', { name: 'Archived 1' }).click();
  await page.getByRole('list', { name: 'Archived projects' }).getByRole('button').click();
  await choose(page, 'Project', 'Reopen');
  await dialog(page, `Reopen ${name}`).getByRole('button', { name: 'Reopen project' }).click();
  await page.getByRole('button', { name: 'All projects' }).click();
  await page.getByRole('main').getByRole('list', { name: 'Projects' }).getByRole('button').click();

  await page.getByRole('radio', { name: 'Page' }).click();
  await all.getByRole('button', { name: 'Crossing at dusk, take 3' }).click();
  await expect(page.getByRole('complementary', { name: 'Event' })).toContainText('workflow.started');
  await openBoard(page);
  await page.getByRole('radio', { name: 'Page' }).click();
  await rated.click();
  await expect(pictureCells(page)).toHaveCount(3);
  await expect(page.getByRole('main')).toContainText(`Project ${name}Stars one star`);
});

test('[D233] with the colours of the system and with more contrast, the card that is open and the one with the keyboard can be told from others; with less motion nothing glides', async ({ board }, info) => {
  const { page } = board;
  const inProgress = cards(page, 'In progress');
  await inProgress.nth(0).click();
  await page.keyboard.press('ArrowDown');
  await expect(inProgress.nth(1)).toBeFocused();
  for (const media of [{ forcedColors: 'active' }, { contrast: 'more' }] as const) {
    await page.emulateMedia(media);
    expect(await obstacles(board)).toEqual([]);
    await photograph(board, info, Object.keys(media).join());
    const [open, here, other] = await Promise.all([0, 1, 2].map((at) => edgeOf(inProgress.nth(at))));
    expect(open).not.toBe(other);
    expect(here).not.toBe(other);
    expect(here).not.toBe(open);
    await page.emulateMedia({ forcedColors: null, contrast: null });
  }
  await page.emulateMedia({ reducedMotion: 'reduce' });
  expect(await longestMotion(page)).toBeLessThanOrEqual(1);
  await page.emulateMedia({ reducedMotion: null });
});
