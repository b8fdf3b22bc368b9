import { homedir, tmpdir, userInfo } from 'node:os';
import { describe, expect, it } from 'vitest';
import { runCli } from '../testing/run-cli';
import { defaultDataFolder, existingDataFolder } from './data-folder';
import { UsageError } from './usage-error';

describe('the data folder that no one named', () => {
  it('is a test’s own: nothing that runs here sees the library of the person at the machine', () => {
    expect(homedir()).not.toBe(userInfo().homedir);
    expect(defaultDataFolder().startsWith(tmpdir())).toBe(true);
    expect(() => existingDataFolder(undefined)).toThrow(UsageError);
  });

  it('is said when there is nothing in it, with the way out', async () => {
    const { code, stderr } = await runCli('events');
    expect(code).toBe(2);
    expect(stderr).toContain(`There is no event log in ${defaultDataFolder()}. Organize something first, or name the data folder with --data.`);
  });
});
