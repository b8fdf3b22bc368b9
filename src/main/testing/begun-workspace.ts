import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished } from 'vitest';
import { SettingsStore } from '../desktop/settings';
import { Workspace } from '../desktop/workspace';
import type { BugReport } from '../kernel/report-bug';
import { mediaInThisProcess } from './media-double';
import { tempFolder } from './temp-folder';

/**
 * Alice without a window, over folders that a person chose in the first run. Ends with the test, in which nothing may be
 * reported as a bug.
 *
 * @param named the folders, and the kind of start, that are named for this run alone
 */
export async function begunWorkspace(named: { readonly inbox?: string; readonly safeMode?: boolean } = {}) {
  const home = tempFolder();
  const folder = (name: string) => {
    mkdirSync(join(home, name), { recursive: true });
    return join(home, name);
  };
  const [inbox, organized, data] = [folder('inbox'), folder('organized'), folder('data')];
  const settings = new SettingsStore(data);
  settings.change({ inbox, organized });
  const bugs: BugReport[] = [];
  const workspace = new Workspace({
    launch: {
      inbox: named.inbox ?? null, organized: null, data: null, userData: null,
      sample: false, printEvents: false, acceptDefaults: false, safeMode: named.safeMode === true,
    },
    settings,
    suggested: { inbox, organized },
    dataFolder: () => data,
    sampleFolder: home,
    startMedia: mediaInThisProcess,
    stages: { setups: () => [], key: async () => ({ kind: 'none' }), hasKey: () => false },
    version: '0.0.0',
    reportBug: (bug) => bugs.push(bug),
    changed: () => undefined,
    opened: () => undefined,
  });
  onTestFinished(async () => {
    await workspace.close();
    expect(bugs).toEqual([]);
  });
  await workspace.begin();
  return { home, folder, inbox, organized, data, workspace };
}
