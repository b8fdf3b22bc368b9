import { projectCreated } from '@shared/events/creative-events';
import { settingsChanged } from '@shared/events/system-events';
import { beforeEach, describe, expect, it } from 'vitest';
import { eventFrom, wholeStory } from '../testing/sample-events';
import { tempFolder } from '../testing/temp-folder';
import { logIn } from '../testing/test-log';
import { hashOf } from '../testing/trees';
import type { EventQuery, LogReader } from './log-reader';
import { openLogReadOnly } from './open-database';

let reader: LogReader;
const found = (query: Omit<EventQuery, 'limit'> & { limit?: number }) => reader.find({ limit: 100, ...query }).map(({ sequence }) => sequence);

// 1–5 the story of boat.png, 6–10 of sea.png, 11 a project, 12 a setting with signs that LIKE and GLOB give a meaning.
beforeEach(async () => {
  const { log } = logIn(tempFolder());
  for (const name of ['boat.png', 'sea.png']) {
    await log.append(wholeStory(name).map((draft) => eventFrom(draft, { correlation_id: name })));
  }
  await log.append([eventFrom(projectCreated({ project_id: 'p-9', project_name: 'Night' }), { correlation_id: 'night' })]);
  await log.append([eventFrom(settingsChanged({ setting: '100%_sure', value: 'Ä [x]' }))]);
  reader = log.reader;
});

describe('[L8] looking into the log', () => {
  it.each<[string, Omit<EventQuery, 'limit'>, number[]]>([
    ['an exact type', { types: ['asset.organized'] }, [5, 10]],
    ['no type at all', { types: [] }, []],
    ['a prefix', { patterns: ['quality.*'] }, [4, 9]],
    ['two patterns', { patterns: ['quality.*', 'project.*'] }, [4, 9, 11]],
    ['a subject', { subject: hashOf('sea.png') }, [7, 8, 9, 10]],
    ['a path in the inbox', { path: '/inbox/harbor/boat.png' }, [1, 2, 3, 4, 5]],
    ['an organized path', { path: '/organized/2026-01-02/harbor/comfyui/4-star/sea.png' }, [10]],
    ['a project, by name, with the whole stories', { project: 'harbor' }, [1, 2, 3, 4, 5, 6, 7, 8, 9, 10]],
    ['a project, by id', { project: 'p-9' }, [11]],
    ['everything behind a place', { after: 10 }, [11, 12]],
    ['everything before one', { before: 3 }, [1, 2]],
    ['all parts together', { patterns: ['asset.*'], project: 'harbor', after: 1, before: 9 }, [2, 3, 5, 6, 7, 8]],
  ])('[L8] finds by %s', (_, query, expected) => {
    expect(found(query)).toEqual(expected);
  });

  it('[L8] pages by keyset, forwards and backwards, without a gap or a repetition', () => {
    const forwards: number[] = [];
    for (let after = 0; ; after = forwards.at(-1) ?? 0) {
      const page = found({ after, limit: 5 });
      if (page.length === 0) break;
      forwards.push(...page);
    }
    const backwards: number[] = [];
    for (let before = 1_000; ; before = backwards.at(-1) ?? 0) {
      const page = found({ before, limit: 5, newestFirst: true });
      if (page.length === 0) break;
      backwards.push(...page);
    }
    expect(forwards).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]);
    expect(backwards).toEqual([...forwards].reverse());
  });

  it('[L8] gives the events of a story, of a subject, and the stories of a project', () => {
    expect(reader.ofStory('boat.png').map(({ sequence }) => sequence)).toEqual([1, 2, 3, 4, 5]);
    expect(reader.aboutSubject(hashOf('boat.png')).map(({ sequence }) => sequence)).toEqual([2, 3, 4, 5]);
    expect(reader.storiesOfProject('harbor').sort()).toEqual(['boat.png', 'sea.png']);
    expect(reader.storiesOfProject('none')).toEqual([]);
  });
});

it('[L13] can be read beside the one who writes, and the reader sees what was committed', async () => {
  const folder = tempFolder();
  const { log } = logIn(folder);
  const other = openLogReadOnly(folder);
  await log.append(wholeStory('late.png').map((draft) => eventFrom(draft)));
  expect(other.prepare('SELECT count(*) FROM events').pluck().get()).toBe(5);
  expect(() => other.exec('DELETE FROM checkpoints')).toThrow(/readonly/);
  other.close();
});

it('[L15] keeps and gives back an event of a type that this version does not know', async () => {
  const { log } = logIn(tempFolder());
  const unknown = { ...eventFrom(settingsChanged({ setting: 'a', value: 1 })), event_type: 'moon.landed', version: '3.0.0', data: { crew: 2 } };
  await log.append([unknown as never]);
  expect(log.reader.after(0, 10)).toEqual([{ ...unknown, sequence: 1 }]);
});
