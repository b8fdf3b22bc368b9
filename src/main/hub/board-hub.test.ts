import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { RecordedEvent } from '@shared/events/catalog';
import type { PlacedCard } from '@shared/library/board-answers';
import { BoardError } from './board-checks';
import { uuidv7 } from 'uuidv7';
import { describe, expect, it } from 'vitest';
import type { Hub } from '../hub';
import { place, typesOf } from '../testing/test-hub';
import { a1111Png, drop } from '../testing/tiny-pictures';

const p = { project_id: 'p' };
const project = { ...p, project_name: 'harbor', description: 'A town', project_type: 'story', initial_context: {}, style_preferences: {}, parent_project_id: null };
const style = (style_name: string, alternatives: readonly string[] = []) => ({
  ...p, wish_id: uuidv7(), style_name, style_category: 'visual' as const, asset_id: null, style_parameters: {}, reference_assets: [], style_prompt: null,
  reason: 'It keeps faces readable.', alternatives: alternatives.map((name) => ({ style_name: name, reason: null, reference_assets: [] })),
});
const moth = (more: object = {}) => ({
  ...p, wish_id: uuidv7(), character_id: 'moth', character_name: 'Moth-7', character_type: 'protagonist' as const, visual_description: { hair: 'brass' },
  personality_traits: ['patient'], backstory: null, reference_assets: [], style_guidelines: {}, reason: null, ...more,
});
const concept = (more: object = {}) => ({
  ...p, wish_id: uuidv7(), concept_id: 'tide', concept_type: 'scene' as const, concept_name: 'The tide', description: 'They return.', concept_assets: [],
  approval_notes: null, production_notes: {}, dependencies: [], ...more,
});
const now = { ...p, at: null };

/** A hub with pictures in projects, and a board. */
async function withPictures(...names: readonly string[]) {
  const here = place();
  for (const [i, name] of names.entries()) drop(join(here.inbox, name), a1111Png(name, i));
  const hub = here.open();
  await hub.start({ watch: false });
  await hub.settled();
  await hub.boards.createProject(project);
  const hash = (file: string) => hub.library.assetsBefore(1e9, 100).find(({ inbox_path }) => inbox_path.endsWith(file))!.content_hash;
  return { here, hub, hash };
}

const said = (hub: Hub): RecordedEvent[] => hub.log.find({ limit: 1_000, patterns: ['board.*', 'project.*', 'style.*', 'character.*', 'concept.*', 'context.*', 'note.*'] });
const columns = async (hub: Hub, at: number | null = null) =>
  Object.fromEntries((await hub.boards.open({ ...p, at }, 50)).columns.map(({ id, cards }) => [id, cards.map(({ kind, id: card }) => `${kind} ${card.slice(0, 8)}`)]));
const refused = async (work: Promise<unknown>): Promise<string> => work.then(() => 'was not refused', (error: unknown) => { expect(error).toBeInstanceOf(BoardError); return (error as Error).message; });

describe('[D18] what a person asks of a board', () => {
  it('[D18] is said as events, each about its project and in the story of its form', async () => {
    const { hub } = await withPictures();
    const form = style('Sodium and indigo', ['Paper']);
    await hub.boards.chooseStyle(form);
    await hub.boards.defineCharacter(moth());
    await hub.boards.defineCharacter(moth({ visual_description: { hair: 'copper' } }));
    await hub.boards.updateContext({ ...p, wish_id: uuidv7(), context_type: 'visual', context_key: 'light', new_value: 'lanterns', update_reason: null, natural_language_description: null, related_assets: [] });
    await hub.boards.proposeConcept(concept());
    await hub.boards.approveConcept(concept());
    await hub.boards.writeNote({ ...p, note_id: 'n', text: 'Ask.' });
    const events = said(hub);
    expect(typesOf(events)).toEqual([
      'project.created', 'style.chosen', 'character.defined', 'character.defined', 'context.updated', 'concept.proposed', 'concept.approved', 'note.written',
    ]);
    expect(new Set(events.map(({ subject, actor }) => `${subject} ${actor}`))).toEqual(new Set(['p user']));
    expect(events[1]).toMatchObject({ correlation_id: form.wish_id, data: { chosen_by: 'user', alternatives_considered: [{ style_name: 'Paper' }] } });
    expect(events[3]?.data).toMatchObject({
      version: 2, previous_version_id: events[2]?.event_id,
      changes_from_previous: [{ field: 'visual_description.hair', kind: 'changed', before: 'brass', after: 'copper' }],
    });
    expect(await columns(hub)).toEqual({
      idea: ['note n', 'style paper'], in_progress: ['character moth'], review: [], approved: ['concept tide', 'style sodium a'], archived: [],
    });
  });

  it('[D18] is refused in a sentence when it cannot be, and then nothing is said', async () => {
    const { hub } = await withPictures();
    await hub.boards.defineCharacter(moth());
    const before = hub.log.lastSequence;
    const { boards } = hub;
    expect([
      await refused(boards.createProject({ ...project, project_id: 'q', project_name: '  ' })),
      await refused(boards.createProject({ ...project, project_id: 'q', project_name: 'x'.repeat(201) })),
      await refused(boards.createProject({ ...project, project_id: 'q' })),
      await refused(boards.createProject({ ...project, project_id: 'q', project_name: 'uncategorized' })),
      await refused(boards.chooseStyle({ ...style('Neon'), project_id: 'nobody' })),
      await refused(boards.chooseStyle(style('Neon', ['neon ']))),
      await refused(boards.chooseStyle({ ...style('Neon'), reference_assets: ['0'.repeat(64)] })),
      await refused(boards.defineCharacter(moth())),
      await refused(boards.defineCharacter(moth({ visual_description: { much: 'x'.repeat(200_001) } }))),
      await refused(boards.updateContext({ ...p, wish_id: uuidv7(), context_type: 'visual', context_key: 'k', new_value: null, update_reason: null, natural_language_description: null, related_assets: [] })),
      await refused(boards.approveConcept(concept({ description: '\n ' }))),
      await refused(boards.removeRevision({ ...p, kind: 'character', id: 'moth', event_id: uuidv7(), reason: null })),
      await refused(boards.writeNote({ ...p, note_id: 'n', text: '' })),
      await refused(boards.removeNote({ ...p, note_id: 'n' })),
      await refused(boards.addColumn({ ...p, column_id: 'c', column_name: 'review', after: null })),
      await refused(boards.removeColumn({ ...p, column_id: 'idea', cards_to: 'idea' })),
      await refused(boards.placeCards({ ...p, cards: [{ kind: 'asset', id: '0'.repeat(64) }], column_id: 'idea', after: null })),
      await refused(boards.placeCards({ ...p, cards: [{ kind: 'style', id: 'x' }], column_id: 'idea', after: null })),
      await refused(boards.placeCards({ ...p, cards: [{ kind: 'character', id: 'moth' }], column_id: 'gone', after: null })),
      await refused(boards.open({ project_id: 'nobody', at: null }, 1)),
      await refused(boards.open({ ...p, at: 1 }, 1)),
    ]).toEqual([
      'The project needs a name.',
      'The name of the project is 201 characters long; 200 is the most.',
      'There is a project harbor already.',
      '“uncategorized” is what pictures without a project are called. Take another name.',
      'This project is not there. Was it made in another library?',
      'Neon cannot be chosen over itself. Take it out of those that were considered.',
      '1 of the pictures that were named is not in the library.',
      'Moth-7 is described exactly like that already.',
      expect.stringMatching(/^What the character looks like is too large: it takes 200,0\d\d characters, and 200,000 is the most\.$/) as string,
      'Nothing is known of k that could be taken away.',
      'What the concept says is empty.',
      'There is no such version of this character.',
      'The note is empty.',
      'This note is not there.',
      'There is a column review on this board already.',
      'Name another column for the cards of Idea: this one is to go.',
      'One of these pictures is not filed, so it cannot stand on a board.',
      'One of these cards is no style of harbor any more.',
      'There is no such column on the board of harbor any more.',
      'This project is not there. Was it made in another library?',
      'This project was not there yet at that moment.',
    ]);
    expect(hub.log.lastSequence).toBe(before);
  });

  it('[D19] twice is said once, at the same time, too', async () => {
    const { hub } = await withPictures();
    const { boards } = hub;
    const form = style('Neon');
    const [column, note] = [{ ...p, column_id: 'c', column_name: 'Edit', after: 'review' }, { ...p, note_id: 'n', text: 'Ask.' }];
    const gone = { ...p, column_id: 'c', cards_to: 'idea' };
    const twice = [
      () => boards.createProject(project), () => boards.chooseStyle(form), () => boards.addColumn(column), () => boards.writeNote(note),
      () => boards.renameColumn({ ...column, column_name: 'Cut' }), () => boards.moveColumn({ ...p, column_id: 'c', after: null }),
      () => boards.removeColumn(gone), () => boards.removeNote(note), () => boards.archiveProject({ ...p, archived: true }),
      () => boards.archiveProject({ ...p, archived: false }), () => boards.changeProject({ ...p, project_name: 'B', description: null, project_type: null }),
    ];
    for (const work of twice) await Promise.all([work(), work()]);
    expect(typesOf(said(hub))).toEqual([
      'project.created', 'style.chosen', 'board.column_added', 'note.written', 'board.column_renamed', 'board.column_moved', 'board.column_removed',
      'note.removed', 'project.archived', 'project.reopened', 'project.renamed', 'project.described',
    ]);
  });

  it('[D12] a version that is taken back leaves the one before it, and its history says so', async () => {
    const { hub } = await withPictures();
    await hub.boards.defineCharacter(moth());
    await hub.boards.defineCharacter(moth({ backstory: 'Old.' }));
    const latest = said(hub).at(-1)!;
    await hub.boards.removeRevision({ ...p, kind: 'character', id: 'moth', event_id: latest.event_id, reason: 'Too much.' });
    expect(await hub.boards.cards(now, [{ kind: 'character', id: 'moth' }])).toMatchObject([{ now: { data: { version: 1, backstory: null } }, versions: 1 }]);
    await hub.boards.defineCharacter(moth({ backstory: 'Young.' }));
    const { items } = await hub.boards.itemHistory({ ...p, kind: 'character', id: 'moth' }, null, 10);
    expect(items.map(({ event_type, removed }) => `${event_type} ${removed}`)).toEqual([
      'character.defined false', 'board.revision_removed false', 'character.defined true', 'character.defined false',
    ]);
    expect(items[0]?.event.data).toMatchObject({ version: 3 });
  });
});

describe('[D20] cards', () => {
  it('[D20] are put behind another, many at once, and only those that moved are said', async () => {
    const { hub, hash } = await withPictures('harbor/a.png', 'harbor/b.png', 'harbor/c.png', 'harbor/d.png');
    const ref = (name: string) => ({ kind: 'asset', id: hash(`${name}.png`) }) as const;
    const order = async (column: string) => {
      const { cards } = await hub.boards.column(now, column, null, 50);
      return cards.map(({ id }) => ['a', 'b', 'c', 'd'].find((name) => ref(name).id === id)).join('');
    };
    const began = await order('in_progress');
    const [first, second, third, fourth] = began.split('').map(ref);
    await hub.boards.placeCards({ ...p, cards: [fourth!], column_id: 'in_progress', after: first! });
    expect(await order('in_progress')).toBe(`${began[0]}${began[3]}${began[1]}${began[2]}`);
    await hub.boards.placeCards({ ...p, cards: [third!, first!], column_id: 'review', after: null });
    await hub.boards.placeCards({ ...p, cards: [second!, fourth!, second!], column_id: 'review', after: third! });
    expect([await order('review'), await order('in_progress')]).toEqual([`${began[2]}${began[1]}${began[3]}${began[0]}`, '']);
    // A card may be dropped on itself.
    await hub.boards.placeCards({ ...p, cards: [third!], column_id: 'review', after: third! });
    expect(await order('review')).toBe(`${began[2]}${began[1]}${began[3]}${began[0]}`);
    expect(await refused(hub.boards.placeCards({ ...p, cards: [first!], column_id: 'idea', after: third! }))).toBe('The card above is not in Idea any more. Look again.');
    await hub.boards.removeCards({ ...p, cards: [second!, second!] });
    await hub.boards.removeCards({ ...p, cards: [second!] });
    const moves = said(hub).filter(({ event_type }) => event_type.startsWith('board.'));
    expect(moves.map(({ event_type }) => event_type.slice(6))).toEqual([...Array.from({ length: 6 }, () => 'card_placed'), 'card_removed']);
    expect(moves[1]?.data).toMatchObject({ column_name: 'Review', previous_column_name: 'In progress', card_title: expect.stringMatching(/^harbor-00\d\.png$/) as string });
  });

  it('[D49] lie below all others when they are put to the end, alone, several, and into an empty column', async () => {
    const { hub, hash } = await withPictures('harbor/a.png', 'harbor/b.png', 'harbor/c.png', 'harbor/d.png');
    const name = (id: string) => ['a', 'b', 'c', 'd'].find((one) => hash(`${one}.png`) === id) ?? '';
    const cards = async (column: string) => (await hub.boards.column(now, column, null, 50)).cards;
    const order = async (column: string) => (await cards(column)).map(({ id }) => name(id)).join('');
    const put = (moved: readonly PlacedCard[], column_id: string) =>
      hub.boards.placeCards({ ...p, cards: moved.map(({ kind, id }) => ({ kind, id })), column_id, after: 'end' });
    const began = await cards('in_progress');
    const [first, second, third, fourth] = began.map(({ id }) => name(id));
    await put(began.slice(0, 1), 'in_progress');
    expect(await order('in_progress')).toBe(`${second}${third}${fourth}${first}`);
    await put(began.slice(1, 3), 'in_progress');
    expect(await order('in_progress')).toBe(`${fourth}${first}${second}${third}`);
    await put(began.slice(2, 3), 'review');
    await put(began.slice(3, 4), 'review');
    expect(await order('review')).toBe(`${third}${fourth}`);
  });

  it('[D20] go to the approved ones when they are approved, and the past still shows where they were', async () => {
    const { hub } = await withPictures();
    await hub.boards.proposeConcept(concept());
    await hub.boards.placeCards({ ...p, cards: [{ kind: 'concept', id: 'tide' }], column_id: 'review', after: null });
    const then = hub.log.lastSequence;
    await hub.boards.approveConcept(concept());
    expect([await columns(hub), await columns(hub, then)]).toMatchObject([{ approved: ['concept tide'], review: [] }, { approved: [], review: ['concept tide'] }]);
    expect(await hub.boards.cards({ ...p, at: then }, [{ kind: 'concept', id: 'tide' }])).toMatchObject([{ now: { data: { approved_by: null } } }]);
    expect((await hub.boards.moments('p')).map(({ decision }) => decision)).toEqual([true, true, false, true, false]);
  });
});

describe('[D21] pictures that are given to another project', () => {
  it('[D21] have their files moved the safe way when that is wanted, and leave the board that they came from', async () => {
    const { here, hub, hash } = await withPictures('harbor/a.png', 'tides/b.png', 'tides/c.png');
    const [a, b] = [hash('a.png'), hash('b.png')];
    const bytes = readFileSync(hub.library.asset(b)!.path!);
    const outcome = await hub.boards.assignAssets({ ...p, content_hashes: [a, b, b, '0'.repeat(64)], move_files: true });
    expect(outcome).toMatchObject({ said: 1, left_out_count: 2, left_out: [{ message: 'It belongs to harbor already.' }, { message: 'This picture is not filed.' }] });
    await hub.settled();
    const moved = hub.library.asset(b)!;
    expect(moved).toMatchObject({ project: 'harbor', file_name: expect.stringMatching(/^harbor-00\d\.png$/) as string });
    expect(readFileSync(moved.path!).equals(bytes)).toBe(true);
    expect(readdirSync(dirname(moved.path!))).toContain(moved.file_name);
    expect(typesOf(hub.log.ofStory(moved.story_id)).slice(-2)).toEqual(['asset.refile_requested', 'asset.refiled']);
    expect((await columns(hub))['in_progress']).toHaveLength(2);
    expect((await hub.boards.projects()).map(({ name, assets }) => `${name} ${assets}`)).toEqual(['harbor 2', 'tides 1']);
    expect(here.bugs).toEqual([]);
  });

  it('[D21] stand on its board as guests when their files are to stay', async () => {
    const { hub, hash } = await withPictures('tides/b.png');
    const path = hub.library.asset(hash('b.png'))!.path;
    expect(await hub.boards.assignAssets({ ...p, content_hashes: [hash('b.png')], move_files: false })).toMatchObject({ said: 1, left_out: [] });
    await hub.settled();
    expect(hub.library.asset(hash('b.png'))).toMatchObject({ path, project: 'tides' });
    expect(await columns(hub)).toMatchObject({ in_progress: [`asset ${hash('b.png').slice(0, 8)}`] });
    expect((await hub.boards.open(now, 1)).assets).toBe(0);
  });
});
