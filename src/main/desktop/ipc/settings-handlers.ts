import { randomUUID } from 'node:crypto';
import { readFile, stat, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { t } from '@shared/language/language';
import { toldOf } from '@shared/language/said';
import { type FolderKey, settingOf } from '@shared/settings/settings-table';
import { app, dialog } from 'electron';
import { openDocsWindow } from '../docs-window';
import { SettingRefused, type SettingsChanges } from '../settings-changes';
import { exportedSettings, largestImport, type ReadImport, readImport } from '../settings-transfer';
import type { Workspace } from '../workspace';
import { type Handlers, PersonalError } from './registry';

type SettingsCall =
  | 'settings/all' | 'settings/change' | 'settings/reset' | 'settings/choose-folder'
  | 'settings/export' | 'settings/read-import' | 'settings/import' | 'settings/open-notices';

const jsonFiles = [{ name: t('Settings of Alice'), extensions: ['json'] }];

/** The settings of the window: looked at, changed, taken back, and carried in a file. */
export function settingsHandlers(workspace: Workspace, changes: SettingsChanges): Pick<Handlers, SettingsCall> {
  /** Files that were read, until one of them is taken over. */
  let waiting: { readonly id: string; readonly read: ReadImport } | null = null;

  return {
    'settings/all': () => changes.now,
    'settings/change': ({ key, value }) => changes.change(key, value as never).catch(inOneSentence),
    'settings/reset': ({ key }) => changes.reset(key).catch(inOneSentence),
    'settings/choose-folder': async ({ key }) => {
      const folder = await chooseFolder(key, changes);
      return folder === null ? null : changes.chooseFolder(key, folder).catch(inOneSentence);
    },

    'settings/export': async ({ with_places }) => {
      const chosen = await dialog.showSaveDialog({
        title: t('Export settings'), defaultPath: join(app.getPath('documents'), 'alice-settings.json'), filters: jsonFiles,
      });
      if (chosen.canceled || chosen.filePath === '') return null;
      const text = exportedSettings(workspace.settings, workspace.status.version, with_places);
      await writeFile(chosen.filePath, text).catch((error: unknown) => {
        throw new PersonalError(t('The settings could not be written to {path}: {problem}', {
          path: chosen.filePath,
          problem: toldOf(error),
        }));
      });
      return { file_name: basename(chosen.filePath) };
    },
    'settings/read-import': async () => {
      const chosen = await dialog.showOpenDialog({ title: t('Import settings'), properties: ['openFile'], filters: jsonFiles });
      const [path] = chosen.filePaths;
      if (chosen.canceled || path === undefined) return null;
      const file_name = basename(path);
      const read = readImport(await textOf(path, file_name), workspace.settings, file_name);
      if ('problem' in read) throw new PersonalError(read.problem);
      waiting = { id: randomUUID(), read };
      const { same, problems } = read;
      const told = read.changes.map(({ key, from, to }) => ({ key, from, to }));
      return { id: waiting.id, file_name, same, problems, changes: told };
    },
    'settings/import': async ({ id }) => {
      if (waiting?.id !== id) throw new PersonalError(t('This file is not known any more. Choose it again.'));
      const { read } = waiting;
      waiting = null;
      const sequences: number[] = [];
      const problems: string[] = [];
      for (const { key, value } of read.changes) {
        try {
          const { sequence } = await changes.change(key, value as never, id);
          if (sequence !== null) sequences.push(sequence);
        } catch (error) {
          problems.push(`${settingOf(key).title}: ${toldOf(error)}`);
        }
      }
      workspace.hub?.stagesChanged();
      return { sequences, now: changes.now, problems };
    },
    'settings/open-notices': () => {
      openDocsWindow('notices');
      return null;
    },
  };
}

async function chooseFolder(key: FolderKey, changes: SettingsChanges): Promise<string | null> {
  const { title } = settingOf(key);
  const now = changes.now.values[key];
  const chosen = await dialog.showOpenDialog({
    title,
    ...(typeof now === 'string' && { defaultPath: dirname(now) }),
    properties: ['openDirectory', 'createDirectory'],
  });
  return chosen.filePaths[0] ?? null;
}

async function textOf(path: string, name: string): Promise<string> {
  try {
    const { size } = await stat(path);
    if (size > largestImport) throw new PersonalError(t('{name} is too large to be a file of settings.', { name }));
    return await readFile(path, 'utf8');
  } catch (error) {
    throw error instanceof PersonalError ? error : new PersonalError(t('{name} could not be read: {error}', { name, error: toldOf(error) }));
  }
}

function inOneSentence(error: unknown): never {
  throw error instanceof SettingRefused ? new PersonalError(toldOf(error)) : error;
}
