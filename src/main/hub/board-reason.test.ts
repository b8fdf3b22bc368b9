import { upcast } from '@shared/events/upcasters';
import { uuidv7 } from 'uuidv7';
import { expect, it } from 'vitest';
import { place } from '../testing/test-hub';
import { briefAsMarkdown } from './board-brief-markdown';

const p = { project_id: 'p' };
const moth = (hair: string, reason: string | null) => ({
  ...p, wish_id: uuidv7(), character_id: 'moth', character_name: 'Moth-7', character_type: 'protagonist' as const, visual_description: { hair },
  personality_traits: [], backstory: 'Built to last.', reference_assets: [], style_guidelines: {}, reason,
});

it('[D163] a character’s revision says why: in its event, in its history beside what changed, and in the brief; the reason alone is no revision', async () => {
  const here = place();
  const hub = here.open();
  await hub.start({ watch: false });
  await hub.boards.createProject({
    ...p, project_name: 'harbor', description: null, project_type: null, initial_context: {}, style_preferences: {}, parent_project_id: null,
  });
  await hub.boards.defineCharacter(moth('brass', null));
  await hub.boards.defineCharacter(moth('copper', '  Brass was lost in the fog.  '));
  await expect(hub.boards.defineCharacter(moth('copper', 'Another reason.'))).rejects.toThrow('Moth-7 is described exactly like that already.');

  const { items } = await hub.boards.itemHistory({ ...p, kind: 'character', id: 'moth' }, null, 10);
  expect(items.map(({ event, changes }) => [Reflect.get(event.data, 'reason') as unknown, changes])).toEqual([
    ['Brass was lost in the fog.', [{ field: 'visual_description.hair', kind: 'changed', before: 'brass', after: 'copper' }]],
    [null, []],
  ]);
  const brief = briefAsMarkdown(await hub.boards.brief('p'), here.home);
  expect(brief).toMatch(/Version 2, .*: hair copper instead of brass \(Brass was lost in the fog\.\)/);
});

it('[D163] a character that was described before there were reasons has none', () => {
  const before = { event_type: 'character.defined', version: '1.0.0', data: { character_id: 'moth' } };
  expect(upcast(before)).toEqual({ ...before, version: '1.1.0', data: { character_id: 'moth', reason: null } });
});
