import type { Archive } from './archive';
import type { StoredEvent } from './event-row';
import type { LogReader } from './log-reader';

const pageSize = 1_000;

/** Every event from the first to the last, archived ones included, exactly as written. Those of the archive have no checksum. */
export function* wholeLog(
  reader: LogReader,
  archive: Archive,
): Iterable<{ readonly event: StoredEvent; readonly checksum: number | null }> {
  let place = 0;
  for (;;) {
    const page: { event: StoredEvent; checksum: number | null }[] =
      place < reader.archivedTo
        ? archive.after(place, Math.min(pageSize, reader.archivedTo - place)).map((event) => ({ event, checksum: null }))
        : reader.storedAfter(place, pageSize);
    if (page.length === 0) return;
    yield* page;
    place += page.length;
  }
}
