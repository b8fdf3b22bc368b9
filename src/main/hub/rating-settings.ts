import { z } from 'zod';
import { settingsIn } from './limit-settings';

const schema = z.object({ refile_on_rating: z.boolean().catch(true).default(true) });

/** Whether files follow their rating, as the `settings.json` of a data folder says: the same for window and command line. */
export function refileOnRatingIn(dataFolder: string): boolean {
  return schema.parse(settingsIn(dataFolder)).refile_on_rating;
}
