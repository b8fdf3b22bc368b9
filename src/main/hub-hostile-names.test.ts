import { describe, expect, it } from 'vitest';
import { join, relative } from 'node:path';
import { eventLine } from '@shared/story/event-line';
import { place } from './testing/test-hub';
import { drop, tinyPng } from './testing/tiny-pictures';
import { contentsOf, filesBelow } from './testing/trees';

const hostile = [
  'plain', '日本語', '🎨🖼️', 'e\u0301 decomposed', '\u00e9 composed', '\u202egnp.exe', 'שלום عالم', ' leading', 'trailing ', 'a..b', '-rf', '--help', '~home',
  '$(touch x)', '`id`', "'quote\"", 'semi;colon', 'new\nline', 'tab\tbed', '\u001b[31mred\u001b[0m', '\u0007bell', '<img src=x onerror=alert(1)>',
  '%s%n%00', '%2e%2e%2f', 'con', 'LPT1', 'nul.tar', 'a:b', 'back\\slash', '*?|', '{prompt}', '__proto__', 'constructor', '😀'.repeat(30), 'x'.repeat(180),
  '\ufeffbom', 'zero\u200bwidth', '\u2028separator', 'null', 'undefined', '0', '=1+1', '@SUM(1)',
];

describe('[A5] hostile names', () => {
  it.each(['copy', 'move'] as const)('[A5] of folders and files are filed like any other, inside the organized folder (%s)', async (operation) => {
    const here = place();
    for (const [i, name] of hostile.entries()) {
      drop(join(here.inbox, name, 'a.png'), tinyPng(`folder ${i}`));
      drop(join(here.inbox, `${name}.png`), tinyPng(`file ${i}`));
    }
    const before = contentsOf(here.inbox);
    const events = await here.run({ operation: () => operation });
    const organized = events.flatMap((event) => (event.event_type === 'asset.organized' ? [event.data] : []));
    expect(here.bugs).toEqual([]);
    expect(organized).toHaveLength(2 * hostile.length);
    expect(contentsOf(here.organized)).toEqual(before);
    expect(filesBelow(here.inbox)).toHaveLength(operation === 'copy' ? 2 * hostile.length : 0);
    for (const { destination_path, project_name } of organized) {
      const below = relative(here.organized, destination_path);
      expect(below.split('/')).toHaveLength(4);
      expect(below).not.toMatch(/\p{Cc}|[<>:"\\|?*]/u);
      expect(['uncategorized', ...hostile]).toContain(project_name);
    }
  });

  it('[A5] stay text in every line that is printed, and whole in the log', async () => {
    const here = place();
    for (const [i, name] of hostile.entries()) drop(join(here.inbox, `${name}.png`), tinyPng(`file ${i}`));
    const events = await here.run();
    for (const event of events) expect(eventLine(event)).not.toMatch(/[\p{Cc}\u202e]/u);
    const seen = events.flatMap((event) => (event.event_type === 'asset.detected' ? [event.data.file_path] : []));
    expect(seen.sort()).toEqual(hostile.map((name) => join(here.inbox, `${name}.png`)).sort());
  });

  it('[A5] names of the greatest length, and paths beyond what the system opens, each have an outcome', async () => {
    const here = place();
    drop(join(here.inbox, `${'n'.repeat(251)}.png`), tinyPng('longest name'));
    drop(join(here.inbox, 'ü'.repeat(127), 'a.png'), tinyPng('longest folder'));
    drop(join(here.inbox, ...Array.from({ length: 14 }, () => 'd'.repeat(250)), 'a.png'), tinyPng('longest path'));
    const hub = here.open();
    await hub.start({ watch: false });
    await hub.settled();
    expect(hub.library.inboxCounts()).toEqual({ waiting: 0, working: 0, filed: 3, duplicate: 0, set_aside: 0 });
  });
});
