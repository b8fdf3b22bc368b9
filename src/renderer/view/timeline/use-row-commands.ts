import { t } from '@shared/language/language';
import { copyText, retry } from '../../store/actions';
import { type CommandHandler, useCommands } from '../../store/commands';
import { copyLinkToEvent } from '../../store/copy-picture';
import { goToPicture, useView } from '../../store/use-view';
import { foldStory, openRow } from './open-row';
import { hashOf, headlineOf } from './story-headline';
import { newestOf, type TimelineRow } from './timeline-rows';
import { filingOf, undoStory } from './undo-story';

type StoryRow = Extract<TimelineRow, { kind: 'story' }>;

/** What is done with the row of the timeline that the keyboard is on. */
export function useRowCommands(rows: readonly TimelineRow[]): void {
  const row = () => {
    const { active } = useView.getState().timeline;
    return active === null ? undefined : rows.find(({ key }) => key === active);
  };
  const ofRow = (act: (row: TimelineRow) => unknown, unless: (row: TimelineRow) => string | null = () => null): CommandHandler => ({
    run: () => {
      const here = row();
      if (here !== undefined) act(here);
    },
    unless: () => {
      const here = row();
      return here === undefined ? t('Go to a row of the timeline first') : unless(here);
    },
  });
  const ofStory = (act: (row: StoryRow) => unknown, unless: (row: StoryRow) => string | null = () => null): CommandHandler =>
    ofRow((here) => (here.kind === 'story' ? act(here) : undefined), (here) => (here.kind === 'story' ? unless(here) : t('Go to a story first')));
  useCommands({
    'timeline.open': ofRow(openRow),
    'timeline.fold': ofStory(({ story, open }) => foldStory(story.id, !open)),
    'timeline.picture': ofRow((here) => {
      const hash = hashIn(here);
      if (hash !== null) goToPicture(hash);
    }, (here) => (hashIn(here) === null ? t('No picture belongs to this row') : null)),
    // Text that is marked is what a person wants copied.
    'timeline.copy-json': ofRow(
      (here) => copyText(JSON.stringify(newestOf(here), null, 2), t('Event')),
      () => (window.getSelection()?.isCollapsed === false ? t('While text is marked, that is copied') : null),
    ),
    'timeline.copy-link': ofRow((here) => {
      const event = newestOf(here);
      if (event !== undefined) void copyLinkToEvent(event.event_id);
    }),
    'timeline.undo-filing': ofStory(({ told }) => undoStory(told), ({ told }) => (filingOf(told) === null ? t('No file was filed in this story') : null)),
    'timeline.retry': ofStory(
      ({ story }) => retry(story.id),
      ({ told }) => (headlineOf(told, undefined).retry ? null : t('The file of this story is not set aside')),
    ),
  });
}

function hashIn(row: TimelineRow): string | null {
  const hash: unknown = row.kind === 'story' ? hashOf(row.told) : Reflect.get(newestOf(row)?.data ?? {}, 'content_hash');
  return typeof hash === 'string' ? hash : null;
}
