import { basename, join } from 'node:path';
import { type RecordedEvent, typesOfFamily } from '@shared/events/catalog';
import type { TimelinePage, WholeStory } from '@shared/ipc/answers';
import { withPage } from '@shared/ipc/page-stories';
import { t } from '@shared/language/language';
import { toldOf } from '@shared/language/said';
import { isOfWorkflow, storyIdOf } from '@shared/library/story-id';
import type { TimelineFilter } from '@shared/library/timeline-filter';
import { app, dialog } from 'electron';
import type { Hub } from '../../hub';
import type { EventWish } from '../../hub/find-events';
import type { LogReader } from '../../log/log-reader';
import { exportEvents } from '../export-events';
import type { Workspace } from '../workspace';
import { type Handlers, PersonalError } from './registry';

type TimelineCall = 'timeline/export' | 'timeline/page' | 'timeline/density' | 'timeline/stories' | 'timeline/filters' | 'timeline/keep-filters';
/** What of a hub the timeline needs. */
type TimelineHub = Pick<Hub, 'find' | 'log' | 'density'>;
type PageWish = Parameters<Handlers['timeline/page']>[0];

/** Longer stories are not sent whole: a row says what the loaded part of it came to. */
const longestStory = 200;

/** What the timeline asks. */
export function timelineHandlers(hub: () => TimelineHub, workspace: Pick<Workspace, 'settings' | 'keep'>): Pick<Handlers, TimelineCall> {
  return {
    'timeline/page': (wish) => pageOf(hub(), wish),
    'timeline/density': ({ from, to, buckets, families, text, patterns, since, from_sequence }) =>
      hub().density({
        from: from === null ? null : Date.parse(from),
        to: to === null ? null : Date.parse(to),
        since: since === null ? null : new Date(since),
        buckets, families, text, patterns, from_sequence,
      }),
    'timeline/stories': ({ ids }) => shortStories(hub().log, ids),
    'timeline/export': async (filter) => {
      const filters = [{ name: t('Events'), extensions: ['ndjson'] }];
      const chosen = await dialog.showSaveDialog({
        title: t('Export events'), defaultPath: join(app.getPath('documents'), 'alice-events.ndjson'), filters,
      });
      if (chosen.canceled || chosen.filePath === '') return null;
      const { filePath } = chosen;
      const events = await exportEvents(hub(), wishOf(filter), filePath).catch((error: unknown) => {
        throw new PersonalError(t('The events could not be written to {filePath}: {error}', { filePath, error: toldOf(error) }));
      });
      return { file_name: basename(filePath), events };
    },
    'timeline/filters': () => workspace.settings.timeline_filters,
    'timeline/keep-filters': ({ filters }) => {
      workspace.keep({ timeline_filters: filters });
      return null;
    },
  };
}

/** A story by its id: that of what its events share, or the workflow's whose events may share nothing else. */
export function wholeStory(log: LogReader, id: string): readonly RecordedEvent[] {
  return withWorkflows(log, id, log.ofStory(id));
}

function shortStories(log: LogReader, ids: readonly string[]): readonly WholeStory[] {
  return ids.flatMap((id) => {
    const events = shortStory(log, id);
    return events === null || events.length === 0 ? [] : [{ id, events }];
  });
}

function shortStory(log: LogReader, id: string): readonly RecordedEvent[] | null {
  const own = log.ofShortStory(id, longestStory);
  // To look for one in the archive would take seconds.
  const away = own?.length === 0 && log.archivedTo > 0;
  return own === null || away ? null : withWorkflows(log, id, own);
}

/** With all that is told of the workflows that a story tells of. */
function withWorkflows(log: LogReader, id: string, own: readonly RecordedEvent[]): readonly RecordedEvent[] {
  const told = new Set(own.filter(isOfWorkflow).map(({ subject }) => subject ?? ''));
  const workflows = own.length === 0 ? [id] : [...told];
  const all = new Map(own.map((event) => [event.sequence, event]));
  for (const workflow of workflows) {
    for (const event of log.aboutSubject(workflow)) if (isOfWorkflow(event)) all.set(event.sequence, event);
  }
  return [...all.values()].sort((a, b) => a.sequence - b.sequence);
}

function pageOf({ find, log }: TimelineHub, { before, after, at, around, limit, stories, ...filter }: PageWish): TimelinePage {
  const wish = wishOf(filter);
  if (after !== null) {
    const events = find({ ...wish, after: Math.max(after, wish.after ?? 0), limit, newestFirst: false }).toReversed();
    const next_after = events.length < limit ? null : (events[0]?.sequence ?? null);
    return { events, next_before: events.at(-1)?.sequence ?? null, next_after, place: null, stories: [], others: [] };
  }
  if (at === null && around === null) {
    const events = find({ ...wish, ...(before !== null && { before }), limit });
    const next_before = events.length < limit ? null : (events.at(-1)?.sequence ?? null);
    return { events, next_before, next_after: null, place: null, stories: [], others: [] };
  }
  // Somewhere in the middle: what is there and older, and some of what is newer, so that one can go both ways.
  const place = around ?? log.lastBefore(new Date(Date.parse(at ?? '') + 1));
  const newerLimit = Math.ceil(limit / 3);
  const older = find({ ...wish, before: place + 1, limit });
  const newer = find({ ...wish, after: Math.max(place, wish.after ?? 0), limit: newerLimit, newestFirst: false }).toReversed();
  const whole = shortStories(log, [...new Set([...older, ...newer.toReversed()].map(storyIdOf))].slice(0, stories));
  const events = [...newer, ...older];
  return {
    events,
    next_before: older.length < limit ? null : (older.at(-1)?.sequence ?? null),
    next_after: newer.length < newerLimit ? null : (newer[0]?.sequence ?? null),
    place: older[0]?.sequence ?? newer.at(-1)?.sequence ?? null,
    ...withPage(events, whole),
  };
}

function wishOf({ families, text, patterns, since, from }: TimelineFilter): Omit<EventWish, 'limit'> {
  return {
    ...(patterns.length > 0 && { patterns }),
    ...(since !== null && { since: new Date(since) }),
    ...(from !== null && { after: from - 1 }),
    ...(families.length > 0 && { types: families.flatMap(typesOfFamily) }),
    words: text,
  };
}
