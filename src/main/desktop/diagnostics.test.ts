import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { diagnosticsText } from './diagnostics';
import { LogFiles } from './log-files';
import { SettingsStore } from './settings';

const folder = () => mkdtempSync(join(tmpdir(), 'alice-diagnostics-'));

it('[D189] the diagnostics say versions, switches, counts and log lines, and nothing of where and whose things are', () => {
  const settings = new SettingsStore(folder());
  settings.change({ inbox: '/home/ann/Pictures/inbox', organized: '/home/ann/Pictures/organized', theme: 'dark', keys: { 'go.inbox': ['$mod+j'] } });
  const logs = new LogFiles({ folder: folder(), now: () => new Date('2026-11-03T10:00:00.000Z') });
  const spoken = 'Something went wrong (adding files): The project Ann Mueller with the key sk-abc123 is not there: \'ann.png\'';
  for (const line of ['early', spoken, 'Something went wrong (the scan): ENOENT: no such file, open \'/home/ann/Pictures/inbox/secret name.png\'', 'late']) logs.write(line);
  const text = diagnosticsText({
    versions: 'Alice 0.3.0\nElectron 33', settings: settings.current, counts: { events: 12, watching: 'on' }, lines: logs.newest(3), appFolder: '/opt/alice',
  });
  expect(text).toContain('Versions\n  Alice 0.3.0\n  Electron 33\n');
  expect(text).toMatch(/\n {2}theme: dark\n/);
  expect(text).toMatch(/\n {2}keys: 1\n/);
  expect(text).toContain('Counts\n  events: 12\n  watching: on\n');
  expect(text).toContain('  2026-11-03T10:00:00.000Z late\n');
  expect(text).toContain('(the scan): ENOENT\n');
  expect(text).toContain('(adding files): <message>\n');
  expect(text).not.toContain('early');
  for (const personal of ['/ann', 'ann.png', 'Ann', 'sk-', 'Pictures', 'secret', '$mod']) expect(text).not.toContain(personal);
});

it('[D189] without a log there are no lines of one', () => {
  expect(new LogFiles({ folder: join(folder(), 'none') }).newest(5)).toEqual([]);
});
