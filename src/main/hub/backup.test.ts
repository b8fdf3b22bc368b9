import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { assetDetected } from '@shared/events/asset-events';
import { describe, expect, it } from 'vitest';
import { eventFrom } from '../testing/sample-events';
import { tempFolder } from '../testing/temp-folder';
import { place } from '../testing/test-hub';
import { logIn } from '../testing/test-log';
import { backUp } from './backup';
import { backupsIn, worthKeeping } from './backup-files';
import { BackupSchedule } from './backup-schedule';
import { verifyBackup } from './restore';

const detected = (name: string) => eventFrom(assetDetected({ file_path: `/inbox/${name}`, file_size: 1, project_name: 'p' }));
const many = (count: number) => Array.from({ length: count }, (_, i) => detected(String(i)));
const hour = 3_600_000;

describe('[L30] backups of the log', () => {
  it('[L30] hold every event, are one file, and count only when each event was read back', async () => {
    const data = tempFolder();
    const { log, database } = logIn(data);
    await log.append(many(1_200));
    const made = await backUp({ database, dataFolder: data });
    expect(made).toMatchObject({ last_sequence: 1_200, verified_events: 1_200, second_copy_problem: null });
    expect(readdirSync(join(data, 'backups'))).toEqual([made.file.split('/').at(-1)]);
    expect(await verifyBackup(made.file)).toEqual({ problem: null, events: 1_200, last_sequence: 1_200 });
    expect(backupsIn(join(data, 'backups'))).toEqual([{ file: made.file, made_at: made.made_at, bytes: made.bytes, last_sequence: 1_200 }]);
  });

  it('[L30] a row that does not verify makes no backup, leaves no remains and harms no earlier one', async () => {
    const data = tempFolder();
    const { log, database } = logIn(data);
    await log.append(many(3));
    const first = await backUp({ database, dataFolder: data });
    database.exec('DROP TRIGGER events_are_never_changed');
    database.prepare("UPDATE events SET data = replace(data, 'inbox', 'xnbox') WHERE sequence = 2").run();
    await expect(backUp({ database, dataFolder: data })).rejects.toThrow(/could not be backed up .* event 2 does not match/);
    expect(readdirSync(join(data, 'backups'))).toEqual([first.file.split('/').at(-1)]);
  });

  it('[L30] nobody waits for one: events are said while it is made, and those that it has are whole', async () => {
    const data = tempFolder();
    const { log, database } = logIn(data);
    await log.append(many(20_000));
    let said = 0;
    const done = new AbortController();
    const making = backUp({ database, dataFolder: data }).finally(() => { done.abort(); });
    while (!done.signal.aborted) {
      await log.append([detected(`while ${said}`)]);
      said += 1;
    }
    const made = await making;
    expect(said).toBeGreaterThan(2);
    expect(made.last_sequence).toBeGreaterThanOrEqual(20_000);
    expect((await verifyBackup(made.file)).events).toBe(made.verified_events);
  });

  it('[L30] keeps one of each of seven days and four weeks, the newest three, and the one that knows most', () => {
    const at = (hoursAgo: number, last_sequence = 10) => {
      const made_at = new Date(Date.UTC(2026, 5, 26, 12) - hoursAgo * hour).toISOString();
      return { file: made_at, made_at, bytes: 1, last_sequence };
    };
    const daily = Array.from({ length: 60 }, (_, day) => at(day * 24));
    // The 26th was a Friday; the newest of the weeks before are the Sundays of the 21st, the 14th and the 7th.
    expect([...worthKeeping(daily)].map((file) => file.slice(5, 10)).sort()).toEqual([
      '06-07', '06-14', '06-20', '06-21', '06-22', '06-23', '06-24', '06-25', '06-26',
    ]);
    const sameDay = [at(0), at(1), at(2), at(3, 99), at(4)];
    expect([...worthKeeping(sameDay)].sort()).toEqual(sameDay.slice(0, 4).map(({ file }) => file).sort());
  });

  it('[L30] is made when the last is a day old, not before, and told as an event', async () => {
    const data = tempFolder();
    const { log, database } = logIn(data);
    await log.append(many(2));
    let now = Date.now();
    const said: string[] = [];
    const schedule = new BackupSchedule({
      database, reader: log.reader, dataFolder: data, secondFolder: () => null, now: () => new Date(now),
      say: async ({ event_type }) => { said.push(event_type); }, reportBug: ({ error }) => { throw error; },
    });
    expect(schedule.due).toBe(false);
    now += 2 * hour;
    expect(schedule.due).toBe(true);
    await schedule.make();
    expect([schedule.due, said]).toEqual([false, ['log.backed_up']]);
    now += 23 * hour;
    expect(schedule.due).toBe(false);
    now += 2 * hour;
    expect(schedule.due).toBe(true);
    await schedule.end();
  });

  it('[L30] a hub backs up when asked and lists what it has', async () => {
    const here = place();
    const hub = here.open();
    await hub.start({ watch: false });
    const made = await hub.backUpNow();
    expect(hub.backups().map(({ file }) => file)).toEqual([made.file]);
    expect(hub.log.find({ types: ['log.backed_up'], limit: 5 }).map(({ data }) => data)).toEqual([
      expect.objectContaining({ file: made.file, verified_events: made.verified_events }),
    ]);
    await hub.close('closed');
    expect(here.bugs).toEqual([]);
  });
});

describe('[L31] a second place for backups', () => {
  it('[L31] gets each backup and the archive', async () => {
    const [data, second] = [tempFolder(), tempFolder()];
    const { log, database } = logIn(data);
    await log.append(many(5));
    mkdirSync(join(data, 'archive'));
    writeFileSync(join(data, 'archive', '000000000001-000000000002.ndjson.gz'), 'old events');
    const made = await backUp({ database, dataFolder: data, secondFolder: second });
    const [copy] = backupsIn(second);
    expect(readFileSync(copy?.file ?? '')).toEqual(readFileSync(made.file));
    expect(readFileSync(join(second, 'archive', '000000000001-000000000002.ndjson.gz'), 'utf8')).toBe('old events');
  });

  it('[L31] one that cannot be written is said, and the first copy counts', async () => {
    const data = tempFolder();
    const { log, database } = logIn(data);
    await log.append(many(5));
    writeFileSync(join(data, 'a file'), '');
    const made = await backUp({ database, dataFolder: data, secondFolder: join(data, 'a file', 'backups') });
    expect(made.second_copy_problem?.()).toMatch(/^The second copy in .* could not be made: /);
    expect(backupsIn(join(data, 'backups'))).toHaveLength(1);
  });

  it('[L31] a person names it in the settings, and a word that makes no sense there does no harm', async () => {
    const here = place();
    const second = tempFolder();
    mkdirSync(here.data);
    writeFileSync(join(here.data, 'settings.json'), JSON.stringify({ backup_folder: second, keep_free_mb: 'much' }));
    const hub = here.open();
    await hub.start({ watch: false });
    await hub.backUpNow();
    await hub.close('closed');
    expect(backupsIn(second)).toHaveLength(1);
  });
});
