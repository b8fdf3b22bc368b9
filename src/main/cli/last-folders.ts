import { existingDataFolder } from './data-folder';
import { readingLog } from './open-log';
import { UsageError } from './usage-error';

export interface LastFolders {
  readonly inbox: string;
  readonly organized: string;
  readonly dataFolder: string;
}

/** The folders of the last run with a data folder. @throws UsageError */
export async function lastFolders(data: string | undefined): Promise<LastFolders> {
  const dataFolder = existingDataFolder(data);
  const [last] = await readingLog(data, ({ reader }) => reader.find({ types: ['hub.started'], limit: 1, newestFirst: true }));
  if (last?.event_type !== 'hub.started') throw new UsageError('The log does not say which folders are meant. Organize something first.');
  return { inbox: last.data.inbox_path, organized: last.data.organized_path, dataFolder };
}
