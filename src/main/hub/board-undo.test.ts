import { uuidv7 } from 'uuidv7';
import { describe, expect, it } from 'vitest';
import type { Hub } from '../hub';
import { place } from '../testing/test-hub';
import { NothingToUndoError } from './history';

const p = { project_id: 'p' };
const project = { ...p, project_name: 'harbor', description: null, project_type: null, initial_context: { light: 'lanterns' }, style_preferences: {}, parent_project_id: null };

async function opened() {
  const here = place();
  const hub = here.open();
  await hub.start({ watch: false });
  await hub.boards.createProject(project);
  return { here, hub };
}

const undoes = (hub: Hub) => async (direction: 'undo' | 'redo' = 'undo') => {
  const entry = await hub.latestUndoable(direction);
  await hub.undo({ kind: 'entry', id: entry!.id });
  await hub.settled();
  return entry!.label;
};

/** What is seen of a board. */
async function seen(hub: Hub): Promise<string> {
  const { project: whole, columns } = await hub.boards.open({ ...p, at: null }, 50);
  const cards = columns.map(({ name, cards: shown }) => [name, shown.map(({ kind, id }) => `${kind} ${id}`)]);
  return JSON.stringify([whole.name, whole.description, whole.archived_at !== null, cards]);
}

describe('[D143] undo of what was done on a board', () => {
  it('[D143] takes back each wish as one entry of the history, newest first, and does it again', async () => {
    const { hub } = await opened();
    const undo = undoes(hub);
    const wishes: readonly (() => Promise<unknown>)[] = [
      () => hub.boards.changeProject({ ...p, project_name: 'Lantern Harbor', description: 'A town', project_type: null }),
      () => hub.boards.addColumn({ ...p, column_id: 'edit', column_name: 'Edit', after: 'review' }),
      () => hub.boards.writeNote({ ...p, note_id: 'n', text: 'Ask about the bell.\nSoon.' }),
      () => hub.boards.placeCards({ ...p, cards: [{ kind: 'note', id: 'n' }], column_id: 'edit', after: null }),
      () => hub.boards.removeColumn({ ...p, column_id: 'edit', cards_to: 'idea' }),
      () => hub.boards.removeNote({ ...p, note_id: 'n' }),
      () => hub.boards.archiveProject({ ...p, archived: true }),
    ];
    const states = [await seen(hub)];
    for (const wish of wishes) {
      await wish();
      states.push(await seen(hub));
    }
    const labels: string[] = [];
    for (let at = wishes.length - 1; at >= 0; at -= 1) {
      labels.push(await undo());
      expect(await seen(hub)).toBe(states[at]);
    }
    expect(labels).toEqual([
      'Project archived: Lantern Harbor', 'Note removed', 'Column removed: Edit', 'Ask about the bell. moved to Edit', 'Note written: Ask about the bell.',
      'Column added: Edit', 'Project renamed: Lantern Harbor',
    ]);
    for (let at = 1; at <= wishes.length; at += 1) {
      await undo('redo');
      expect(await seen(hub)).toBe(states[at]);
    }
    const past = await hub.boards.open({ ...p, at: hub.log.lastSequence - 1 }, 50);
    expect(past.project.archived_at).toBeNull();
  });

  it('[D143] of a project takes it off the list and gives its name free, and gives it back', async () => {
    const { hub } = await opened();
    const undo = undoes(hub);
    expect(await undo()).toBe('Project created: harbor');
    expect(await hub.boards.projects()).toEqual([]);
    await hub.boards.createProject({ ...project, project_id: 'q' });
    expect((await hub.boards.projects()).map(({ id, name }) => [id, name])).toEqual([['q', 'harbor']]);
    await undo();
    const history = await hub.history({ before: null, limit: 10 });
    expect(history.map(({ label, undone }) => [label, undone])).toEqual([
      ['Undone: Project created: harbor', 0], ['Project created: harbor', 1], ['Undone: Project created: harbor', 0], ['Project created: harbor', 1],
    ]);
    await undo('redo');
    expect((await hub.boards.projects()).map(({ id }) => id)).toEqual(['q']);
  });

  it('[D141] that something newer stands on is refused in a sentence, and nothing is said', async () => {
    const { hub } = await opened();
    const style = (style_name: string, reason: string) => hub.boards.chooseStyle({
      ...p, wish_id: uuidv7(), style_name, style_category: 'visual', asset_id: null, style_parameters: {}, reference_assets: [], style_prompt: null, reason, alternatives: [],
    });
    await style('Sodium', 'It is warm.');
    const first = await hub.latestUndoable('undo');
    await style('Sodium', 'It keeps faces readable.');
    const before = hub.log.lastSequence;
    const refusal = await hub.undo({ kind: 'entry', id: first!.id }).catch((error: unknown) => error);
    expect(refusal).toBeInstanceOf(NothingToUndoError);
    expect((refusal as Error).message).toBe('After that: Style chosen: Sodium. Undo that first.');
    expect(hub.log.lastSequence).toBe(before);
    expect(await hub.previewUndo({ kind: 'entry', id: first!.id })).toMatchObject({ operations: 0, refused: [{ message: 'After that: Style chosen: Sodium. Undo that first.' }] });
    const decisions = async () => (await hub.boards.decisions('p', null, 50)).events.map(({ event_type }) => event_type);
    expect(await decisions()).toEqual(['style.chosen', 'style.chosen', 'project.created']);
    await undoes(hub)();
    expect(await decisions()).toEqual(['style.chosen', 'project.created']);
    const history = await hub.boards.itemHistory({ ...p, kind: 'style', id: 'sodium' }, null, 10);
    expect(history.items.map(({ event_type, removed }) => [event_type, removed])).toEqual([['board.act_undone', false], ['style.chosen', true], ['style.chosen', false]]);
  });
});
