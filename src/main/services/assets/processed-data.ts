import type { MediaInspection } from './inspect-media';

/** Ceilings of the raw metadata in an event: entries, characters of one, characters of all. */
const most = { entries: 200, excerpt: 4_000, characters: 64_000 } as const;

/** Raised when reading changes what is found, so that one can tell which events an older reader wrote. */
export const processorVersion = 'alice-reader 2';

/** What reading came to, in the words of `asset.processed`: the same whether a file is new or read anew. */
export const processedData = (inspection: MediaInspection, file: { readonly size: number; readonly time: Date }) => ({
  metadata: {
    width: inspection.width,
    height: inspection.height,
    format: inspection.format,
    extension: inspection.extension,
    file_size: file.size,
    media_type: inspection.media_type,
    truncated: inspection.truncated,
    ...inspection.facts,
  },
  extracted_metadata: {
    ...dayOf(inspection, file.time),
    warnings: [...inspection.warnings],
    raw: rawExcerpts(inspection.raw_metadata),
  },
  generation_params: { ...inspection.provenance },
  processor_version: processorVersion,
});

/** The day that the media was made: embedded, else the file's own time, in the time zone of this machine. */
const dayOf = (inspection: MediaInspection, fileTime: Date): { made_on: string; made_at: string | null; made_on_from: string } => {
  const { made_at } = inspection;
  if (made_at !== null) return { made_on: made_at.date, made_at: made_at.time ?? null, made_on_from: made_at.from };
  const day = [
    String(fileTime.getFullYear()).padStart(4, '0'),
    String(fileTime.getMonth() + 1).padStart(2, '0'),
    String(fileTime.getDate()).padStart(2, '0'),
  ].join('-');
  return { made_on: day, made_at: null, made_on_from: 'file_time' };
};

/** The texts of the file as a list that any event can carry; `length` says how long a text is that was cut. */
const rawExcerpts = (raw: Readonly<Record<string, string>>): { key: string; excerpt: string; length: number }[] => {
  let left: number = most.characters;
  return Object.entries(raw).slice(0, most.entries).map(([key, text]) => {
    const excerpt = wholeCharacters(text, Math.min(most.excerpt, left));
    left -= excerpt.length;
    return { key, excerpt, length: text.length };
  });
};

/** The first `length` characters, none of them half a pair. */
const wholeCharacters = (text: string, length: number): string => {
  const isPairCut = text.length > length && /[\ud800-\udbff]/.test(text.charAt(length - 1));
  return text.slice(0, isPairCut ? length - 1 : length);
};
