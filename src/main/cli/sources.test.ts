import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { LogReader } from '../log/log-reader';
import { openLogReadOnly } from '../log/open-database';
import { runCli } from '../testing/run-cli';
import { tempFolder } from '../testing/temp-folder';
import { drop } from '../testing/tiny-pictures';
import { snapshotOf } from '../testing/trees';

function folders() {
  const home = tempFolder();
  const [inbox, organized, data, comfy] = ['inbox', 'organized', 'data', 'ComfyUI/output'].map((name) => join(home, name)) as [string, string, string, string];
  for (const folder of [inbox, comfy]) mkdirSync(folder, { recursive: true });
  return { inbox, organized, data, comfy };
}

it('[I48] alice sources adds, lists and removes; each is told in the log, and an overlap is refused in a sentence', async () => {
  const { inbox, organized, data, comfy } = folders();
  expect(await runCli('sources', 'add', comfy, '--data', data)).toMatchObject({ code: 2, stderr: expect.stringContaining('Alice has no inbox yet') });
  await runCli('organize', inbox, '--to', organized, '--data', data);
  expect((await runCli('sources', 'list', '--data', data)).lines).toEqual(['There are no sources beside the inbox. Add one with alice sources add.']);

  const added = await runCli('sources', 'add', comfy, '--project', 'harbor', '--move', '--no-subfolders', '--data', data);
  expect([added.code, added.lines[1], added.lines[2]]).toEqual([0, 'ComfyUI output: project harbor, move, without subfolders', `  ${comfy}`]);
  const refused = await runCli('sources', 'add', join(comfy, '..'), '--data', data);
  expect(refused).toMatchObject({ code: 2, stderr: expect.stringContaining('contains the source “ComfyUI output”') });
  expect((await runCli('sources', 'add', inbox, '--data', data)).stderr).toContain('is the inbox already');
  expect((await runCli('sources', 'add', comfy, '--copy', '--move', '--data', data)).code).toBe(2);

  const [listed] = JSON.parse((await runCli('sources', 'list', '--json', '--data', data)).stdout) as { name: string; path: string; operation: string }[];
  expect(listed).toMatchObject({ name: 'ComfyUI output', path: comfy, operation: 'move', subfolders: false, only_media: true });
  const kept = JSON.parse(readFileSync(join(data, 'settings.json'), 'utf8')) as { sources: unknown[] };
  expect(kept.sources).toEqual([listed]);

  expect((await runCli('sources', 'remove', 'nobody', '--data', data)).stderr).toContain('There is no source “nobody”');
  expect((await runCli('sources', 'remove', 'comfyui OUTPUT', '--data', data)).code).toBe(0);
  const database = openLogReadOnly(data);
  const said = new LogReader(database).find({ patterns: ['source.*'], limit: 10 });
  database.close();
  expect(said.map(({ event_type, subject }) => [event_type, subject === said[0]?.subject])).toEqual([['source.added', true], ['source.removed', true]]);
});

it('[I46] alice doctor covers the sources, also one that is away, while organize takes from the inbox alone', async () => {
  const { inbox, organized, data, comfy } = folders();
  await runCli('organize', inbox, '--to', organized, '--data', data);
  await runCli('sources', 'add', comfy, '--data', data);
  const path = drop(join(comfy, 'a.png'));
  const before = snapshotOf(comfy);
  expect((await runCli('organize', inbox, '--to', organized, '--data', data)).stdout).toContain('Nothing new lies in the inbox.');
  const found = await runCli('doctor', '--data', data);
  expect([found.code, found.stdout.includes(`forgotten: ${path}`)]).toEqual([1, true]);
  expect((await runCli('doctor', '--mend', '--data', data)).stdout).toContain('1 finding mended.');
  expect([(await runCli('doctor', '--data', data)).code, snapshotOf(comfy)]).toEqual([0, before]);
  rmSync(comfy, { recursive: true });
  expect((await runCli('doctor', '--data', data)).stdout).toContain('The source “ComfyUI output” is not there, so its files were not checked.');
});
