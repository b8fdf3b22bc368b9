import { mkdirSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import { usualChoice } from '@shared/library/source';
import { sourceAdded } from '@shared/events/source-events';
import { expect, it, vi } from 'vitest';
import { begunWorkspace } from '../testing/begun-workspace';
import { drop, ratedPng, tinyPng } from '../testing/tiny-pictures';
import { filesBelow } from '../testing/trees';
import { inboxAway } from './inbox-away';

async function begun() {
  const world = await begunWorkspace();
  const source = (name: string) => ({ ...usualChoice, id: crypto.randomUUID(), name, path: world.folder(name) });
  const added = ({ id, ...told }: ReturnType<typeof source>) => sourceAdded({ source_id: id, ...told });
  return { ...world, source, added };
}

it('[I54] a source that is kept is worked with, also when it cannot be told of, and when several come at once', async () => {
  const { workspace, source, added, organized } = await begun();
  const [one, two, three] = [source('one'), source('two'), source('three')];
  for (const [n, { path }] of [one, two, three].entries()) drop(join(path, 'a.png'), ratedPng(n + 1, 64));
  const hub = workspace.hub!;
  const say = hub.say.bind(hub);
  // The first is told of after the second: its list was made before the second was in it.
  const told = vi.spyOn(hub, 'say').mockImplementationOnce(async (draft) => {
    await new Promise((resolve) => { setTimeout(resolve, 200); });
    return say(draft);
  });
  await Promise.all([workspace.keepSources([one], added(one)), workspace.keepSources([one, two], added(two))]);
  expect(hub.sources.list().map(({ name }) => name)).toEqual(['one', 'two']);
  told.mockRejectedValueOnce(new Error('The log cannot be written.'));
  await expect(workspace.keepSources([one, two, three], added(three))).rejects.toThrow('The log cannot be written.');
  expect(hub.sources.list().map(({ name }) => name)).toEqual(['one', 'two', 'three']);
  await vi.waitFor(() => { expect(filesBelow(organized)).toHaveLength(3); }, 15_000);
}, 40_000);

it('[I55] nothing is put into an inbox whose drive is away, and it is said', async () => {
  const { home, inbox, workspace } = await begun();
  const picture = drop(join(home, 'picture.png'), tinyPng('p'));
  renameSync(inbox, `${inbox} on its drive`);
  await vi.waitFor(() => { expect(inboxAway(workspace.hub)).not.toBeNull(); }, 10_000);
  // What a system leaves where a drive was mounted.
  mkdirSync(inbox);
  const { added, problems } = await workspace.add([picture]);
  expect([added, problems]).toEqual([0, [expect.stringMatching(/^Nothing was added\. The inbox .* is not there/)]]);
  expect(filesBelow(inbox)).toEqual([]);
}, 30_000);
