import { t } from '@shared/language/language';
import type { InboxEntry } from '@shared/library/inbox-entry';
import { retry } from '../../store/actions';
import { type CommandHandler, useCommands } from '../../store/commands';
import { useLog } from '../../store/use-log';
import { goToPicture } from '../../store/use-view';

/** What is done with the file of the inbox that the keyboard is on. */
export function useFileCommands(active: string | null): void {
  const entryNow = () => (active === null ? undefined : useLog.getState().inbox.get(active));
  const ofEntry = (act: (entry: InboxEntry) => unknown, unless: (entry: InboxEntry) => string | null): CommandHandler => ({
    run: () => {
      const entry = entryNow();
      if (entry !== undefined) act(entry);
    },
    unless: () => {
      const entry = entryNow();
      return entry === undefined ? t('Go to a file first') : unless(entry);
    },
  });
  useCommands({
    'inbox.retry': ofEntry(({ story_id }) => retry(story_id), ({ state }) => (state === 'set_aside' ? null : t('This file is not set aside'))),
    'inbox.picture': ofEntry(
      ({ content_hash }) => { if (content_hash !== null) goToPicture(content_hash); },
      ({ state, content_hash }) => (state === 'filed' && content_hash !== null ? null : t('This file is not filed yet')),
    ),
  });
}
