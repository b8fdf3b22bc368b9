import { join } from 'node:path';
import { assetDuplicated, assetOrganized, assetSetAside } from '@shared/events/asset-events';
import type { EventOf } from '@shared/events/catalog';
import type { Recorded } from '@shared/events/envelope';
import { starFolder, type Stars } from '@shared/library/rating';
import { uuidv7 } from 'uuidv7';
import { defineService, type HandlerTools, skip, type Skipped } from '../../kernel/define-service';
import { defineManifest } from '../../kernel/manifest';
import { type Filing, filingFacts } from './filing-facts';
import { fileNameFor, folderFor, safeSegment } from './organized-path';
import type { FiledAt, FileIntent, FileTrouble, FilingTools, IntentJournal, StoryOf } from './ports';
import { SequenceBook } from './sequence-book';

export interface OrganizerOptions {
  readonly organized: string;
  readonly operation: () => 'copy' | 'move';
  readonly files: FilingTools;
  readonly journal: IntentJournal;
  readonly storyOf: StoryOf;
  readonly filedAt: FiledAt;
}

type Rated = Recorded<EventOf<'quality.assessed' | 'quality.not_rated'>>;
const folderGone: FileTrouble = {
  kind: 'trouble',
  reason: 'file_operation_failed',
  message: 'The folder for organized files is not there. Is the drive plugged in? The original is untouched; try again when it is.',
};

type Filed = { readonly kind: 'filed'; readonly intent: FileIntent };

export const organizerManifest = defineManifest({
  name: 'organizer',
  summary: 'Files every asset under organized/day/project/source/stars by a verified copy, and recognises the same bytes again.',
  consumes: ['quality.assessed', 'quality.not_rated'],
  publishes: [assetOrganized, assetDuplicated, assetSetAside],
});

/**
 * Files every rated picture under `organized/day/project/source/N-star`, never over another file. What is begun is
 * journalled first, so that a crash at any step ends, after the next start, with the file filed exactly once.
 */
export const organizerService = (options: OrganizerOptions) => {
  const { files, journal, storyOf, filedAt } = options;
  const numbers = new SequenceBook((folder, stem) => files.highestNumber(folder, stem));

  const file = async (event: Rated, filing: Filing): Promise<Filed | FileTrouble> => {
    if (!(await files.isThere(options.organized))) return folderGone;
    const folder = folderFor(options.organized, filing);
    for (let intent = await resumed(event); ; intent = null) {
      intent ??= await planned(event, folder, filing);
      await journal.plan(intent);
      // A crash may have come between publishing and recording.
      if (await files.holds(intent.destination_path, intent.content_hash)) return { kind: 'filed', intent };
      const outcome = await files.copyVerified(intent);
      if (outcome.kind === 'published') return { kind: 'filed', intent };
      if (outcome.kind === 'trouble') {
        await files.clearRemains(intent);
        journal.forget(event.event_id);
        return outcome;
      }
      // The name was taken by someone else in the meantime: their file stays, ours gets the next number.
    }
  };

  /** What a crash interrupted: go on at the same place. */
  const resumed = async (event: Rated): Promise<FileIntent | null> => {
    const intent = journal.find(event.event_id);
    if (intent) await files.clearRemains(intent);
    return intent;
  };

  const planned = async (event: Rated, folder: string, filing: Filing): Promise<FileIntent> => {
    for (;;) {
      const number = await numbers.take(folder, safeSegment(filing.project));
      const destination_path = join(folder, fileNameFor(filing.project, number, filing.extension));
      if (journal.claimed(destination_path)) continue;
      const { content_hash, file_path: source_path } = event.data;
      const operation = options.operation();
      return { operation_id: uuidv7(), cause_id: event.event_id, content_hash, source_path, destination_path, operation };
    }
  };

  return defineService({
    ...organizerManifest,
    concurrency: 4,
    on: {
      'quality.assessed': (event, tools) => organize(event, event.data.star_rating as Stars, tools),
      'quality.not_rated': (event, tools) => organize(event, null, tools),
    },
    giveUp: ({ data }, reason, { publish }) => {
      const { content_hash, file_path } = data;
      const message = `Alice could not file this file (${reason}). It lies untouched in the inbox; try it again.`;
      publish(assetSetAside({ content_hash, file_path, stage: 'organizer', reason: 'internal_error', message }));
    },
  });

  async function organize(event: Rated, stars: Stars | null, { publish }: HandlerTools<OrganizerDraft>): Promise<Skipped | undefined> {
    const { content_hash, file_path } = event.data;
    const story = storyOf(event.correlation_id);
    // A parked event that was tried again, after its story came to a good end without it.
    if (story.some(({ event_type }) => event_type === 'asset.organized')) return skip('This file is filed already.');
    const filing = filingFacts(story, stars);
    const original_path = filedAt(content_hash);
    if (original_path !== null) {
      publish(assetDuplicated({ content_hash, file_path, original_path, project_name: filing.project }));
      return undefined;
    }
    const outcome = await file(event, filing);
    if (outcome.kind === 'trouble') {
      const { reason, message } = outcome;
      publish(assetSetAside({ content_hash, file_path, stage: 'organizer', reason, message }));
      return undefined;
    }
    const { intent } = outcome;
    const operation = intent.operation === 'move' && (await files.removeOriginal(intent)).kind === 'removed' ? 'move' : 'copy';
    publish(
      assetOrganized({
        content_hash,
        source_path: file_path,
        destination_path: intent.destination_path,
        project_name: filing.project,
        source_type: filing.source,
        date_folder: filing.day,
        quality_folder: stars === null ? null : starFolder(stars),
        operation,
        sequence_number: numberOf(intent.destination_path),
      }),
    );
    return undefined;
  }
};

type OrganizerDraft = ReturnType<typeof assetOrganized> | ReturnType<typeof assetDuplicated> | ReturnType<typeof assetSetAside>;

function numberOf(path: string): number {
  return Number(/-(\d+)\.[^.]+$/.exec(path)?.[1]);
}
