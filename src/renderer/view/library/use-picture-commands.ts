import { t } from '@shared/language/language';
import { ask } from '../../store/ask';
import { type CommandHandler, useCommands } from '../../store/commands';
import { copyImage, copyLinkTo } from '../../store/copy-picture';
import { useLibrary } from '../../store/use-library';
import { cardOf } from '../../store/use-library-cards';
import { goToStory, setLibrary, useView } from '../../store/use-view';
import { openPicture } from './open-picture';
import { clampZoom, maxZoom, minZoom } from './zoom';

/** What is done with the picture that the keyboard is on, and how large all of them are. */
export function usePictureCommands(): void {
  useCommands({
    'library.open': ofActive(openPicture),
    'library.quick-look': ofActive((id) => openPicture(id, { quick_look: true })),
    'library.why': ofActive(showWhy),
    'library.in-timeline': ofActive((id) => void showInTimeline(id)),
    'library.copy-image': ofActive((id) => void withHash(id, copyImage)),
    'library.copy-link': ofActive((id) => void withHash(id, copyLinkTo)),
    'library.inspector': {
      run: () => {
        const { cursor } = useLibrary.getState();
        if (useView.getState().library.open !== null) setLibrary({ open: null });
        else if (cursor !== null) openPicture(cursor);
      },
      unless: () => (useView.getState().library.open === null ? lacking() : null),
    },
    'library.larger': sized(1),
    'library.smaller': sized(-1),
  });
}

const lacking = () => (useLibrary.getState().cursor === null ? t('Go to a picture first') : null);

function ofActive(act: (id: number) => void): CommandHandler {
  return {
    run: () => {
      const { cursor } = useLibrary.getState();
      if (cursor !== null) act(cursor);
    },
    unless: lacking,
  };
}

function sized(step: 1 | -1): CommandHandler {
  const now = () => useView.getState().library;
  return {
    run: () => setLibrary({ zoom: clampZoom(now().zoom + step) }),
    unless: () => {
      if (now().view === 'list') return t('In the grid, not in the list');
      return now().zoom === (step === 1 ? maxZoom : minZoom) ? t('That is as far as it goes') : null;
    },
  };
}

function showWhy(id: number): void {
  openPicture(id);
  requestAnimationFrame(() => document.querySelector('#why-here')?.scrollIntoView({ block: 'start' }));
}

async function withHash(id: number, act: (content_hash: string) => Promise<void>): Promise<void> {
  const card = await cardOf(id);
  if (card !== null) await act(card.content_hash);
}

/** At the newest that is known of it. */
async function showInTimeline(id: number): Promise<void> {
  const card = await cardOf(id);
  const story = card === null ? null : await ask('library/story', { content_hash: card.content_hash });
  const newest = story?.events.at(-1);
  if (newest !== undefined) goToStory({ story_id: newest.correlation_id, event_id: newest.event_id });
}
