import type { UpdateAnswers } from '@shared/ipc/update-calls';
import { t } from '@shared/language/language';
import { openPage } from '../open-page';
import type { Updates } from '../updates';
import { type Handlers, PersonalError } from './registry';

/** What the window asks about versions of Alice. */
export function updateHandlers(updates: Updates): Pick<Handlers, keyof UpdateAnswers> {
  return {
    'updates/state': () => updates.state,
    'updates/check': () => updates.check(),
    'updates/skip': ({ version }) => updates.skip(version),
    'updates/open-page': async ({ version }) => {
      const page = updates.pageOf(version);
      if (page === null) throw new PersonalError(t('The page of this version is not known any more. Look for updates again.'));
      await openPage(page);
      return null;
    },
    'updates/news': () => updates.takeNews(),
  };
}
