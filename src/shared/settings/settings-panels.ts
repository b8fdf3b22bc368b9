import { t } from '../language/language';

/** What stands among the settings and is no single value: it is found like them, and has a part of the window of its own. */
export interface SettingsPanel {
  readonly title: string;
  readonly sentence: string;
  readonly words: readonly string[];
}

export const settingsPanels = {
  sources: {
    get title() { return t('Watched folders'); },
    get sentence() { return t('Further folders that files are taken from, each with its project, copied or moved.'); },
    words: ['source', 'folder', 'comfyui', 'downloads', 'watch', 'network'],
  },
  bands: {
    get title() { return t('Limits between the stars'); },
    get sentence() { return t('Which BRISQUE score earns how many stars. Changing them updates every measured rating; your own stay.'); },
    words: ['bands', 'thresholds', 'score', 'brisque', 'rating', 'stars'],
  },
  read_again: {
    get title() { return t('Read all metadata again'); },
    get sentence() { return t('Looks into every filed picture anew, for what newer readers or your rules find. No file is changed by it.'); },
    words: ['reprocess', 'provenance', 'prompt', 'refresh', 'tool'],
  },
  data_folder: {
    get title() { return t('Data folder'); },
    get sentence() { return t('Holds the log, the library, thumbnails and these settings. It can be moved, with everything in it proven to be whole.'); },
    words: ['move', 'location', 'disk', 'size', 'log', 'library', 'thumbnails', 'path', 'folder'],
  },
  backups: {
    get title() { return t('Backups'); },
    get sentence() { return t('Copies of the log, each with every event read and checked.'); },
    words: ['backup', 'restore', 'safety', 'copy'],
  },
  transfer: {
    get title() { return t('Export and import'); },
    get sentence() { return t('Settings as a file, for another computer or for safety. An import shows what would change before anything does.'); },
    words: ['json', 'file', 'share', 'transfer', 'sync', 'computer'],
  },
  logs: {
    get title() { return t('Logs and crash reports'); },
    get sentence() { return t('What Alice wrote about its own trouble. It stays on this machine.'); },
    words: ['diagnostics', 'error', 'bug', 'crash', 'report'],
  },
  updates: {
    get title() { return t('Updates'); },
    get sentence() { return t('What is new in the version that runs, and whether there is a newer one.'); },
    words: ['update', 'release', 'notes', 'version', 'changelog', 'new', 'check'],
  },
  about: {
    get title() { return t('About Alice'); },
    get sentence() { return t('Versions, and whose work is in it.'); },
    words: ['version', 'licence', 'license', 'notices', 'electron', 'chromium', 'credits'],
  },
} as const satisfies Record<string, SettingsPanel>;

export type PanelId = keyof typeof settingsPanels;
