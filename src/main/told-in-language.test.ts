import { mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { projectRenamed } from '@shared/events/board-events';
import { eventParked } from '@shared/events/system-events';
import { english, inEnglish, type Language, speak } from '@shared/language/language';
import { SaidError, toldOf } from '@shared/language/said';
import { httpStageSchema } from '@shared/library/quality-stage';
import { describeEvent } from '@shared/story/describe-event';
import Database from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { pseudoLanguage } from '../../scripts/language/pseudo-language.mjs';
import { readTexts } from '../../scripts/language/read-texts.mjs';
import { httpStage } from './adapters/http/http-stage';
import { addToInbox } from './adapters/files/add-to-inbox';
import { moveToTrash } from './adapters/files/organized-files-trash';
import { noFolder } from './adapters/files/project-folder';
import { backUp } from './hub/backup';
import { checkFolders } from './hub/check-folders';
import { newSourceProblem } from './hub/check-source';
import { dataFolderIn, dataPointerIn } from './hub/data-pointer';
import { DiskGuard } from './hub/disk-guard';
import { organizedFindings } from './hub/doctor-organized';
import { layOut } from './hub/dry-run-tree';
import { takeLease } from './hub/lease';
import { waitForLog } from './hub/log-trouble';
import { moveData } from './hub/move-data';
import type { Pause } from './hub/pause-gate';
import { AlreadyReadingError } from './hub/read-again';
import { recoverySentence } from './hub/recover-log';
import { problemWithLog } from './hub/recover-detect';
import { SourcePresence } from './hub/source-presence';
import { openLogDatabase } from './log/open-database';
import { newerData } from './log/schema';
import { planActs } from './services/undo/board-plan';
import { recordedFrom } from './testing/sample-events';
import { tempFolder } from './testing/temp-folder';
import { place } from './testing/test-hub';
import { drop, tinyPng } from './testing/tiny-pictures';
import { hashOf } from './testing/trees';

/** Made of what the code says: a text that is not collected stays English. */
const pseudo: Language = pseudoLanguage(readTexts().map(({ text }) => text));
const told = /^⟦.*~⟧$/su;
const accents = /[⟦⟧~äçéîñöřšü]/u;

beforeEach(() => { speak(pseudo); });
afterEach(() => { speak(english); });

/** What is thrown: told in the language, and English as a message, which the log has. */
async function thrownBy(work: () => unknown): Promise<string> {
  const error: unknown = await Promise.resolve().then(work).then(() => null, (thrown: unknown) => thrown);
  expect(error).toBeInstanceOf(SaidError);
  expect((error as Error).message).not.toMatch(accents);
  expect(inEnglish(() => toldOf(error))).toBe((error as Error).message);
  return toldOf(error);
}

describe('what the hub answers while the window speaks another language', () => {
  it('[D250] is told in it: what is wrong with folders', async () => {
    const home = tempFolder();
    const file = drop(join(home, 'a.png'));
    const at = (inbox: string, organized: string) => checkFolders({ inbox, organized, operation: 'copy', create: 'none', data: join(home, 'in') });
    const answers = [
      (await at(home, home)).organized, (await at(home, join(home, 'out'))).organized, (await at(join(home, 'in'), home)).inbox,
      (await at(join(home, 'in'), join(home, 'out'))).inbox, (await at(file, join(home, 'out'))).inbox, (await at(join(home, 'x'), join(home, 'out'))).organized,
    ];
    for (const answer of answers) expect(answer).toMatch(told);
    speak(english);
    expect((await at(home, home)).organized).toBe(`Inbox and organized folder are the same folder, ${home}. Choose two different ones.`);
    expect((await at(file, join(home, 'out'))).inbox).toBe(`The inbox ${file} is a file. Name a folder.`);
  });

  it('[D250] is told in it: what is wrong with a folder that is to be a source', async () => {
    const home = tempFolder();
    mkdirSync(join(home, 'in'));
    const beside = { inbox: join(home, 'in'), organized: join(home, 'out'), data: join(home, 'data'), others: [{ name: 'usb', path: home }] };
    const problem = (path: string) => newSourceProblem({ path, operation: 'copy' }, beside);
    for (const path of [join(home, 'gone'), drop(join(home, 'b.png')), join(home, 'in'), home]) expect(await problem(path)).toMatch(told);
    speak(english);
    expect(await problem(join(home, 'in'))).toBe(`${join(home, 'in')} is the inbox already. Choose another folder.`);
    expect(await problem(home)).toMatch(/ contains the organized folder \(.*\), whose files are not to be taken in again\. Choose a folder without it\.$/);
  });

  it('[D250] is told in it: what could not be put into the inbox', async () => {
    const home = tempFolder();
    const inbox = join(home, 'in');
    mkdirSync(inbox);
    symlinkSync('nowhere', join(home, 'link'));
    const paths = [drop(join(home, '.hidden')), drop(join(inbox, 'there.png')), home, join(home, 'link'), join(home, 'gone.png')];
    const { added, problems } = await addToInbox(inbox, paths);
    expect([added, problems.length]).toEqual([0, 5]);
    for (const problem of [...problems, noFolder('con')]) expect(problem).toMatch(told);
    expect(await moveToTrash(home, join(home, 'gone.png'))).toMatch(told);
    speak(english);
    expect((await addToInbox(inbox, paths)).problems[4]).toBe('gone.png was not added. The file was gone before Alice could take it further.');
  });

  it('[D250] [D251] is told in it, and English in the log: errors of moving the data, of backups, leases and pointers', async () => {
    const home = tempFolder();
    const [data, app] = [join(home, 'data'), join(home, 'app')];
    for (const folder of [data, app]) mkdirSync(folder);
    const release = takeLease(data);
    expect(await thrownBy(() => takeLease(data))).toMatch(told);
    release();
    expect(await thrownBy(() => moveData({ from: data, to: home, appFolder: app }))).toMatch(told);
    writeFileSync(join(app, 'data-folder.json'), '{"data":"/nowhere/at/all"}');
    expect(await thrownBy(() => dataFolderIn(app))).toMatch(told);
    writeFileSync(join(app, 'data-folder.json'), '{');
    expect(await thrownBy(() => dataPointerIn(app))).toMatch(told);
    expect(await thrownBy(() => { throw newerData('log.sqlite', 99); })).toMatch(told);
    expect(await thrownBy(() => { throw new AlreadyReadingError(); })).toMatch(told);

    const setup = httpStageSchema.parse({ name: 'one', url: 'http://scores.test', score_path: 'score', poorest: 0, best: 1 });
    const stage = httpStage({ setup, key: async () => ({ kind: 'none' }), keyed: false });
    expect(await thrownBy(() => stage.run({} as never, AbortSignal.timeout(1_000)))).toMatch(told);

    const database = openLogDatabase(data);
    const second = drop(join(home, 'taken'));
    const { second_copy_problem } = await backUp({ database, dataFolder: data, secondFolder: second });
    expect(second_copy_problem?.()).toMatch(told);
    expect(second_copy_problem && inEnglish(second_copy_problem)).toMatch(/^The second copy in .* could not be made: [^⟦]*$/);
    database.close();
    expect(await thrownBy(() => backUp({ database, dataFolder: data }))).toMatch(told);
  });

  it('[D250] [D251] is told in it, and recorded in English: why no file is touched, and that a source has gone', async () => {
    const folders = { inbox: '/in', organized: '/out', data: '/data' };
    let room: object | null = { free: 1, device: 1, freeFiles: null, files: null, total: 1e12 };
    const guard = new DiskGuard({ folders, reserveBytes: 54_000_000, largestPending: () => 0, roomAt: async () => room as never });
    const pauses: Pause[] = [...(await guard.look(() => false))];
    room = null;
    pauses.push(...(await guard.look(() => false)));
    const error = new Database.SqliteError('full', 'SQLITE_FULL');
    await waitForLog({ error, dataFolder: '/data', pause: (pause) => { pauses.push(pause); }, tryAgain: async () => true, ended: () => true });
    expect(pauses.map(({ reason }) => reason)).toEqual(['disk_full', 'inbox_gone', 'organized_gone', 'log_unwritable']);
    for (const { said, message } of pauses) {
      expect(said()).toMatch(told);
      expect(message).not.toMatch(accents);
    }
    expect(pauses[0]?.message).toMatch(/^The disk of the data folder \/data is full: 54\.0 MB are missing\. No file is touched and nothing is lost;/);

    const home = tempFolder();
    const recorded: (string | null)[] = [];
    const presence = new SourcePresence({
      id: 'a', name: 'usb', path: home, database: openLogDatabase(home), mountedAt: async () => false,
      rootLook: async () => ({ kind: 'trouble', reason: 'timed_out', message: '', size: null }),
      changed: async (sentence) => { recorded.push(sentence); },
    });
    await presence.rootLook();
    expect(presence.sentence).toMatch(told);
    expect(recorded).toEqual([expect.stringMatching(/^The folder of “usb” cannot be looked into: its drive does not answer\. Nothing is lost/)]);
  });

  it('[D250] [D251] is told in it, and recorded in English: what was found about a damaged log', () => {
    const home = tempFolder();
    mkdirSync(join(home, 'log.sqlite'));
    const problemSaid = problemWithLog(home);
    if (problemSaid === null) throw new Error('The folder was taken for a log.');
    expect(inEnglish(problemSaid)).toBe('A folder lies where the event log should be.');
    const mended = {
      problemSaid, problem: inEnglish(problemSaid), kept_events: 12_345, lost_events: 1, damaged_file: home,
      sources: [], backup_file: null, unreadable_rows: 0,
    };
    expect(recoverySentence(mended)).toMatch(told);
    expect(inEnglish(() => recoverySentence(mended))).toBe(
      `A folder lies where the event log should be. It was rebuilt from all that could be read: 12,345 events are there. 1 event could not be read any more. The damaged file is kept as ${home}.`,
    );
  });

  it('[D250] is told in it: what a check found, and what a dry run would do', async () => {
    const asset = { path: '/out/a.png', content_hash: hashOf('a'), missing: null, file_size: 1, filed_at: '' } as never;
    const nothing = { moved: [], unknown: [], loose: [] };
    const seen = { ...nothing, root: 'there', assets: 1, files: 1, returned: [asset], leftovers: ['/out/.alice-x.part'] } as const;
    const asked = {
      organized: '/out', asset: () => null, isMedia: async () => false, isSame: async () => false, lies: async () => false,
      inInbox: async () => null, isLeftAlone: () => false,
    };
    const findings = await organizedFindings(asked, { ...seen, away: [{ asset, reason: 'gone' }, { asset, reason: 'replaced' }] });
    const none = await organizedFindings(asked, { ...seen, root: 'gone', away: [] });
    expect([findings.length, none.length]).toEqual([4, 1]);
    for (const { message } of [...findings, ...none]) expect(message).toMatch(told);
    const file = { path: '/in/a.png', name: 'a.png', outcome: 'duplicate', size: 1, destination: '/out/a.png', sentence: null } as const;
    const { outline, files } = layOut([file], '/out');
    expect([outline.folders[0]?.path[0], files[0]?.sentence]).toEqual([expect.stringMatching(told), expect.stringMatching(told)]);
  });

  it('[D250] [D251] is told in it, and recorded in English: what stands in the way of an undo', () => {
    const id = { project_id: 'p' };
    const acts = [projectRenamed({ ...id, project_name: 'Harbor' }), projectRenamed({ ...id, project_name: 'Lantern' })];
    const [first, later] = recordedFrom(acts, 'story');
    const steps = planActs([first!, later!], [first!]);
    const [step] = steps;
    if (step?.kind !== 'left_out') throw new Error('It was not left out.');
    expect(step.said()).toMatch(told);
    expect(step.message).toBe('After that: Project renamed: Lantern. Undo that first.');
  });

  it('[D253] is told in it: the history, of which undos are recorded in English', async () => {
    const here = place();
    for (const name of ['a', 'b']) drop(join(here.inbox, 'harbor', `${name}.png`), tinyPng(name));
    const hub = here.open();
    await hub.start({ watch: false });
    await hub.settled();
    const picture = hashOf(tinyPng('a'));
    await hub.rate([picture], 5);
    const nothing = { description: '', project_type: null, initial_context: {}, style_preferences: {}, parent_project_id: null };
    await hub.boards.createProject({ project_id: 'p', project_name: 'Lantern', ...nothing });
    const [entry] = await hub.history({ before: null, limit: 10 });
    const undoId = await hub.undo({ kind: 'entry', id: entry!.id });
    await hub.settled();
    const entries = await hub.history({ before: null, limit: 10 });
    expect(entries.map(({ id }) => id.split('-')[0])).toEqual(['undo', 'board', 'rated', 'filed']);
    for (const { label } of entries) expect(label).toMatch(told);
    expect(entries[0]?.label).toContain(entry?.label);
    expect((await hub.previewUndo({ kind: 'entry', id: entries[3]!.id })).label).toBe(entries[3]?.label);
    const [asked] = hub.log.ofStory(undoId);
    expect(asked?.data).toMatchObject({ label: 'Project created: Lantern' });
    speak(english);
    expect((await hub.history({ before: null, limit: 10 })).map(({ label }) => label)).toEqual([
      'Undone: Project created: Lantern', 'Project created: Lantern', expect.stringMatching(/^harbor-00\d\.png rated five stars$/), '2 files filed from harbor',
    ]);
    await hub.close('finished');
  });

  it('[D251] the command line speaks no language but English', () => {
    const files = ['cli.ts', ...readdirSync(resolve(import.meta.dirname, 'cli'), { recursive: true, encoding: 'utf8' }).map((name) => join('cli', name))];
    const sources = files.filter((name) => name.endsWith('.ts')).map((name) => readFileSync(resolve(import.meta.dirname, name), 'utf8'));
    expect(sources.length).toBeGreaterThan(20);
    expect(sources.filter((text) => /\bspeak\(/.test(text))).toEqual([]);
  });
});

describe('numbers in what is said', () => {
  it('[D252] are grouped as the language does, in plain places as in plurals', () => {
    const where = { parked_event_id: 'e', parked_event_type: 'asset.detected', service: 'keeper' };
    const [parked] = recordedFrom([eventParked({ ...where, attempts: 12_345, reason: 'it is full' })], 'story');
    speak(english);
    expect(describeEvent(parked!).detail).toBe('keeper failed 12,345 times: it is full');
    speak({ tag: 'de', messages: {} });
    expect(describeEvent(parked!).detail).toBe('keeper failed 12,345 times: it is full');
    speak({ tag: 'de', messages: { '{service} failed {attempts, number} times: {reason}': '{attempts, number} Mal: {reason}' } });
    expect(describeEvent(parked!).detail).toBe('12.345 Mal: it is full');
  });
});
