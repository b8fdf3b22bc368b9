import { dirname } from 'node:path';
import { assetDuplicated, assetOrganized, assetSetAside } from '@shared/events/asset-events';
import { assetRefiled, assetRefileRefused, assetUndoRefused, assetUnfiled } from '@shared/events/care-events';
import type { EventOf } from '@shared/events/catalog';
import type { Recorded } from '@shared/events/envelope';
import { assetSidecarFiled } from '@shared/events/sidecar-events';
import { starFolder, type Stars } from '@shared/library/rating';
import { defineService, skip, type Skipped } from '../../kernel/define-service';
import { defineManifest } from '../../kernel/manifest';
import { FileOperations } from './file-operations';
import { filer } from './filing';
import { filingFacts } from './filing-facts';
import { type FilingFacts, folderFor } from './organized-path';
import type { FiledAt, FilingTools, IntentJournal, Memory, StoryOf } from './ports';
import { refiler } from './refile';
import { SequenceBook } from './sequence-book';
import { undoer } from './undo';

export interface OrganizerOptions {
  readonly organized: string;
  /** What is done with a file, by where it lies. */
  readonly operation: (path: string) => 'copy' | 'move';
  /** Whether the drive that a path lies on is known to be away. */
  readonly isAway?: (path: string) => boolean;
  readonly files: FilingTools;
  readonly journal: IntentJournal;
  readonly storyOf: StoryOf;
  readonly filedAt: FiledAt;
  /** A person's own rating of some content, which wins whatever is measured; null when there is none. */
  readonly ownStars?: (contentHash: string) => Stars | null;
  readonly memory: Memory;
}

type Rated = Recorded<EventOf<'quality.assessed' | 'quality.not_rated'>>;
type FilingDraft = ReturnType<typeof assetOrganized> | ReturnType<typeof assetDuplicated> | ReturnType<typeof assetSetAside>;

export const organizerManifest = defineManifest({
  name: 'organizer',
  summary:
    'Files every asset under organized/day/project/source/stars by a verified copy, recognises the same bytes again, moves it when that is ' +
    'asked for, and takes back what is undone.',
  consumes: ['quality.assessed', 'quality.not_rated', 'asset.undo_requested', 'asset.refile_requested'],
  publishes: [
    assetOrganized, assetDuplicated, assetSetAside, assetUnfiled, assetRefiled, assetRefileRefused, assetUndoRefused, assetSidecarFiled,
  ],
});

/**
 * Files every rated picture under `organized/day/project/source/N-star`, never over another file, and takes filings back. What is
 * begun is journalled first, so that a crash at any step ends, after the next start, with the file filed exactly once.
 */
export const organizerService = (options: OrganizerOptions) => {
  const { files, storyOf, filedAt, ownStars = () => null } = options;
  const operations = new FileOperations(options);
  const numbers = new SequenceBook((folder, stem) => files.highestNumber(folder, stem));
  const file = filer({ ...options, operations, numbers });
  const refile = refiler({ ...options, operations, numbers });
  const undo = undoer({ ...options, operations });

  return defineService({
    ...organizerManifest,
    concurrency: 4,
    on: {
      'quality.assessed': (event, { publish }) => organize(event, event.data.star_rating as Stars, publish),
      'quality.not_rated': (event, { publish }) => organize(event, null, publish),
      'asset.undo_requested': async (event, { publish }) => {
        for (const draft of await undo(event)) publish(draft);
      },
      'asset.refile_requested': async (event, { publish }) => { publish(await refile(event)); },
    },
    giveUp: (event, reason, { publish }) => {
      const { content_hash } = event.data;
      if (event.event_type === 'asset.undo_requested') {
        const { undo_id, undone_event_id } = event.data;
        const message = `Alice could not take this back (${reason}). What was begun is kept; the doctor shows it.`;
        publish(assetUndoRefused({ undo_id, content_hash, undone_event_id, reason: 'file_operation_failed', message }));
        return;
      }
      const { file_path } = event.data;
      if (event.event_type === 'asset.refile_requested') {
        const message = `Alice could not move this file to where it belongs (${reason}). What was begun is kept; the doctor shows it.`;
        publish(assetRefileRefused({ content_hash, file_path, reason: 'file_operation_failed', message }));
        return;
      }
      const message = `Alice could not file this file (${reason}). It lies untouched in the inbox; try it again.`;
      publish(assetSetAside({ content_hash, file_path, stage: 'organizer', reason: 'internal_error', message }));
    },
  });

  async function organize(event: Rated, stars: Stars | null, publish: (draft: FilingDraft) => void): Promise<Skipped | undefined> {
    const { content_hash, file_path } = event.data;
    const story = storyOf(event.correlation_id);
    const original_path = filedAt(content_hash);
    if (original_path === file_path) return skip('This file lies where it is filed.');
    // A parked event that was tried again, after its story came to a good end without it.
    // A filing before that was taken back since, or the file would not be here again.
    const filedSince = story.some(({ event_type, sequence }) => event_type === 'asset.organized' && sequence > event.sequence);
    if (original_path !== null && filedSince) return skip('This file is filed already.');
    const filing = filingFacts(story, ownStars(content_hash) ?? stars);
    // What was taken out of the organized folder by hand is nothing that a file could be linked to.
    if (original_path !== null && (await files.holds(original_path, content_hash))) {
      publish(assetDuplicated({ content_hash, file_path, original_path, project_name: filing.project }));
      return undefined;
    }
    const outcome = await file(event, filing);
    if (outcome.kind === 'trouble') {
      const { reason, message } = outcome;
      publish(assetSetAside({ content_hash, file_path, stage: 'organizer', reason, message }));
      return undefined;
    }
    const { destination_path, operation } = outcome;
    publish(
      assetOrganized({
        content_hash,
        source_path: file_path,
        destination_path,
        project_name: filing.project,
        source_type: filing.source,
        date_folder: filing.day,
        quality_folder: starFolderOf(options.organized, destination_path, filing),
        operation,
        sequence_number: numberOf(destination_path),
      }),
    );
    return undefined;
  }
};

/** The star folder that a file was filed in: the one that was planned, though it may have been rated since. */
function starFolderOf(organized: string, path: string, filing: FilingFacts): string | null {
  const all = [filing.stars, null, 1, 2, 3, 4, 5] as const;
  const planned = all.find((each) => folderFor(organized, { ...filing, stars: each }) === dirname(path));
  const stars = planned === undefined ? filing.stars : planned;
  return stars === null ? null : starFolder(stars);
}

function numberOf(path: string): number {
  return Number(/-(\d+)\.[^.]+$/.exec(path)?.[1]);
}
