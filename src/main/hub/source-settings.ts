import Conf from 'conf';
import { type Source, storedSources } from '@shared/library/source';
import { settingsIn } from './limit-settings';

/** The watched folders beside the inbox, in the `settings.json` of the data folder: the same for window and command line. */
export function sourcesIn(dataFolder: string): readonly Source[] {
  return storedSources.parse(Reflect.get(settingsIn(dataFolder), 'sources'));
}

/** Keeps them there. Only while no hub works with the folder: it would write over them. */
export function keepSources(dataFolder: string, sources: readonly Source[]): void {
  new Conf({ cwd: dataFolder, configName: 'settings', clearInvalidConfig: false }).set('sources', sources);
}
