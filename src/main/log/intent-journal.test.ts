import { assetDetected, assetOrganized, assetSetAside } from '@shared/events/asset-events';
import Database from 'better-sqlite3';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { eventFrom, wholeStory } from '../testing/sample-events';
import { tempFolder } from '../testing/temp-folder';
import { logIn } from '../testing/test-log';
import { hashOf } from '../testing/trees';
import { SqliteIntentJournal } from './intent-journal';
import { logFileName } from './open-database';

const cause = eventFrom(wholeStory('a.png')[3]!, { correlation_id: 'story' });
type Intent = NonNullable<ReturnType<SqliteIntentJournal['find']>>;

function intent(causeId: string, destination = `/organized/${causeId}.png`): Intent {
  return {
    operation_id: `op ${causeId}`, cause_id: causeId, kind: 'refile', content_hash: hashOf('a.png'), source_path: '/inbox/a.png',
    destination_path: destination, operation: 'move', state: 'planned',
  };
}

/** A journal in a folder, which is opened again as after a kill. */
async function open(folder = tempFolder()) {
  const { log, database } = logIn(folder);
  if (log.reader.lastSequence === 0) await log.append([cause]);
  return { folder, log, database, journal: new SqliteIntentJournal(database, log) };
}

/** Kills the process that wrote, as far as the database is concerned. */
const reopened = async ({ folder, log }: Awaited<ReturnType<typeof open>>) => {
  log.close();
  return open(folder);
};

describe('[O8] what was begun is remembered', () => {
  it('[O8] with all that is needed to go on, in order, and how far it came', async () => {
    const first = await open();
    const several = [10, 2, 0].map((n) => intent(`${cause.event_id}/${n}`));
    await first.journal.plan(...several);
    await first.journal.mark(`${cause.event_id}/2`, 'published');
    const { journal } = await reopened(first);
    expect(journal.ofEvent(cause.event_id).map(({ cause_id, state }) => [cause_id.split('/')[1], state])).toEqual([
      ['0', 'planned'], ['2', 'published'], ['10', 'planned'],
    ]);
    expect(journal.find(`${cause.event_id}/10`)).toEqual(several[0]);
    expect(journal.open()).toHaveLength(3);
  });

  it('[O8] all operations of a plan or none', async () => {
    const { journal, database } = await open();
    await journal.plan(intent('one', '/organized/x.png'));
    await expect(journal.plan(intent('two'), intent('three', '/organized/x.png'))).rejects.toThrow(/UNIQUE/);
    expect(journal.open().map(({ cause_id }) => cause_id)).toEqual(['one']);
    expect(database.prepare('SELECT count(*) AS n FROM file_intents').get()).toEqual({ n: 1 });
  });

  it('[O4] a path is claimed in every case and normal form until the operation is over', async () => {
    const { journal } = await open();
    await journal.plan(intent('one', '/organized/Caf\u00e9.png'));
    expect(journal.claimed('/ORGANIZED/cafe\u0301.png')).toBe(true);
    journal.forget('one');
    expect(journal.claimed('/organized/Caf\u00e9.png')).toBe(false);
    await journal.plan(intent('two', '/organized/Caf\u00e9.png'));
  });
});

describe('[O8] an operation is over', () => {
  const facts = { content_hash: hashOf('a.png'), source_path: '/inbox/a.png', project_name: 'p', source_type: 'x', date_folder: '2026-01-02' };
  const organized = eventFrom(assetOrganized({ ...facts, destination_path: '/organized/a.png' }), { correlation_id: 'story', causation_id: cause.event_id });
  const gaveUp = eventFrom(
    assetSetAside({ file_path: '/inbox/a.png', stage: 'organizer', reason: 'internal_error', message: 'No.' }),
    { correlation_id: 'story', causation_id: cause.event_id },
  );

  it('[O8] when its event is recorded, and its path can be used again', async () => {
    const { log, journal } = await open();
    await journal.plan(intent(`${cause.event_id}/0`, '/organized/a.png'), intent(`${cause.event_id}/1`));
    await log.append([organized]);
    expect(journal.open()).toEqual([]);
    await journal.plan(intent('next', '/organized/a.png'));
    expect(journal.open()).toHaveLength(1);
  });

  it('[O8] also when a crash came between the event and the forgetting', async () => {
    const first = await open();
    await first.journal.plan(intent(`${cause.event_id}/0`));
    await first.log.append([organized]);
    expect((await reopened(first)).journal.open()).toEqual([]);
  });

  it('[O8] not when its service gave up, nor by the event of another: what it began is still open', async () => {
    const first = await open();
    await first.journal.plan(intent(cause.event_id));
    await first.log.append([gaveUp, eventFrom(assetDetected({ file_path: '/b', file_size: 1, project_name: 'p' }), { causation_id: 'other' })]);
    expect(first.journal.open()).toHaveLength(1);
    expect((await reopened(first)).journal.open()).toHaveLength(1);
  });
});

it('[L5] operations that the first version began are known to this one', async () => {
  const first = await open();
  first.database.exec(`
    ALTER TABLE file_intents DROP COLUMN kind;
    ALTER TABLE file_intents DROP COLUMN state;
    INSERT INTO file_intents VALUES ('op', 'old', '${hashOf('a.png')}', '/inbox/a.png', '/organized/a.png', 'move', '2026-01-01');
    PRAGMA user_version = 1;
  `);
  const { journal, folder } = await reopened(first);
  expect(journal.find('old')).toMatchObject({ operation_id: 'op', kind: 'move', operation: 'move', state: 'planned' });
  expect(new Database(join(folder, logFileName), { readonly: true }).pragma('user_version', { simple: true })).toBeGreaterThan(1);
});
