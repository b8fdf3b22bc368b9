import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { place, typesOf } from './testing/test-hub';
import { a1111Png, drop, ratedPng, tinyPng } from './testing/tiny-pictures';
import { snapshotOf } from './testing/trees';

function fill(inbox: string): void {
  drop(join(inbox, 'root.png'), tinyPng('root'));
  drop(join(inbox, 'harbor/a.png'), ratedPng(1));
  drop(join(inbox, 'harbor/b.png'), a1111Png('a boat'));
  drop(join(inbox, 'harbor/twin.png'), a1111Png('a boat'));
  drop(join(inbox, 'text.png'), 'no picture');
  drop(join(inbox, 'empty.png'), '');
}

describe('[A3] a dry run', () => {
  it.each(['copy', 'move'] as const)('[A3] touches nothing at all, and says the same as the run that follows it (%s)', async (operation) => {
    const here = place();
    fill(here.inbox);
    const before = snapshotOf(here.home);
    const rehearsed = await here.run({ dryRun: true, operation: () => operation });
    expect(snapshotOf(here.home)).toEqual(before);
    const real = await here.run({ operation: () => operation });
    expect(typesOf(rehearsed).sort()).toEqual(typesOf(real).sort());
    const paths = (events: typeof real) => events
      .flatMap((event) => (event.event_type === 'asset.organized' ? [[event.data.source_path, event.data.destination_path]] : []))
      .map(([, to]) => to)
      .sort();
    expect(paths(rehearsed)).toEqual(paths(real));
    expect(here.bugs).toEqual([]);
  });

  it('[A3] knows what is filed already, and leaves data folder and library as they are', async () => {
    const here = place();
    fill(here.inbox);
    await here.run();
    drop(join(here.inbox, 'new.png'), tinyPng('new'));
    drop(join(here.inbox, 'again.png'), tinyPng('root'));
    const before = snapshotOf(here.home);
    const rehearsed = await here.run({ dryRun: true });
    expect(snapshotOf(here.home)).toEqual(before);
    expect(typesOf(rehearsed).filter((type) => /organized|duplicated|set_aside/.test(type)).sort()).toEqual(['asset.duplicated', 'asset.organized']);
    expect(typesOf(await here.run()).sort()).toEqual(typesOf(rehearsed).sort());
  });

  it('[A3] works beside a hub that has the data folder open', async () => {
    const here = place();
    fill(here.inbox);
    const hub = here.open();
    await hub.start({ watch: false });
    await hub.settled();
    rmSync(join(here.inbox, 'empty.png'));
    expect(typesOf(await here.run({ dryRun: true }))).toEqual([]);
  });
});
