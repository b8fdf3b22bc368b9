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
  for (const archivedTo = reader.archivedTo; place < archivedTo; ) {
    const page = archive.after(place, pageSize).filter(({ sequence }) => sequence <= archivedTo);
    yield* page.map((event) => ({ event, checksum: null }));
    place = page.at(-1)?.sequence ?? archivedTo;
  }
  for (;;) {
    const page = reader.storedAfter(place, pageSize);
    if (page.length === 0) return;
    yield* page;
    place = page.at(-1)?.event.sequence ?? place;
  }
}
