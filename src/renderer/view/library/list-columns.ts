import { fixed } from '@shared/language/formats';
import { t } from '@shared/language/language';
import type { LibraryCard } from '@shared/library/library-answer';
import type { LibrarySort } from '@shared/library/library-filter';
import { toolName } from '@shared/library/provenance';
import { bytesInWords } from '@shared/story/words';

export interface ListColumn {
  readonly id: string;
  readonly name: string;
  readonly by: LibrarySort['by'] | null;
  readonly text: (card: LibraryCard) => string;
}

/** The columns behind picture, name and stars. */
export const listColumns: readonly ListColumn[] = [
  { id: 'score', name: t('Score'), by: 'score', text: ({ brisque }) => (brisque === null ? '' : fixed(brisque, 1)) },
  { id: 'aesthetic', name: t('Aesthetic'), by: 'aesthetic', text: ({ aesthetic }) => (aesthetic === null ? '' : fixed(aesthetic, 2)) },
  { id: 'tool', name: t('Tool'), by: null, text: ({ source }) => toolName(source) },
  { id: 'model', name: t('Model'), by: null, text: ({ model }) => model ?? '' },
  { id: 'pixels', name: t('Size'), by: 'pixels', text: ({ width, height }) => (width === null || height === null ? '' : `${width} × ${height}`) },
  { id: 'bytes', name: t('File size'), by: 'size', text: ({ file_size }) => bytesInWords(file_size) },
  { id: 'made', name: t('Made'), by: 'made', text: ({ made_on }) => made_on ?? '' },
  { id: 'filed', name: t('Filed'), by: 'filed', text: ({ filed_at }) => (filed_at === null ? '' : filedOn(filed_at)) },
];

// As the days of folders are written.
const day = new Intl.DateTimeFormat('en-CA', { year: 'numeric', month: '2-digit', day: '2-digit' });

const filedOn = (timestamp: string) => day.format(new Date(timestamp));
