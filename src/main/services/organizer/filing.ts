import { join } from 'node:path';
import type { EventOf } from '@shared/events/catalog';
import type { Recorded } from '@shared/events/envelope';
import { uuidv7 } from 'uuidv7';
import type { FileOperations } from './file-operations';
import type { Filing } from './filing-facts';
import { fileNameFor, folderFor, safeSegment } from './organized-path';
import type { FileIntent, FileTrouble, FilingTools, IntentJournal } from './ports';
import type { SequenceBook } from './sequence-book';

export const folderGone: FileTrouble = {
  kind: 'trouble',
  reason: 'file_operation_failed',
  message: 'The folder for organized files is not there. Is the drive plugged in? The original is untouched; try again when it is.',
};

export interface Filed {
  readonly kind: 'filed';
  readonly destination_path: string;
  readonly operation: 'copy' | 'move';
}

type Rated = Recorded<EventOf<'quality.assessed' | 'quality.not_rated'>>;

interface Filer {
  readonly organized: string;
  readonly operation: (path: string) => 'copy' | 'move';
  readonly files: FilingTools;
  readonly journal: IntentJournal;
  readonly operations: FileOperations;
  readonly numbers: SequenceBook;
}

/** Files one file under the next free name of its folder, never over another. */
export function filer({ organized, operation, files, journal, operations, numbers }: Filer) {
  const planned = async (event: Rated, filing: Filing): Promise<FileIntent> => {
    const folder = folderFor(organized, filing);
    for (;;) {
      const number = await numbers.take(folder, safeSegment(filing.project));
      const destination_path = join(folder, fileNameFor(filing.project, number, filing.extension));
      if (journal.claimed(destination_path)) continue;
      const { content_hash, file_path: source_path } = event.data;
      const kind = operation(source_path);
      return { operation_id: uuidv7(), cause_id: event.event_id, kind, content_hash, source_path, destination_path, operation: kind, state: 'planned' };
    }
  };

  return async (event: Rated, filing: Filing): Promise<Filed | FileTrouble> => {
    if (!(await files.isThere(organized))) return folderGone;
    // What a crash interrupted goes on at the same place.
    let intent = journal.find(event.event_id) ?? (await planned(event, filing));
    for (;;) {
      const outcome = await operations.begin(intent);
      if (outcome.kind === 'done') return { kind: 'filed', destination_path: intent.destination_path, operation: outcome.operation };
      if (outcome.kind === 'trouble') {
        journal.forget(event.event_id);
        return outcome;
      }
      // The name was taken by someone else in the meantime: their file stays, ours gets the next number.
      intent = await planned(event, filing);
    }
  };
}
