import { type BoardColumn, type BoardRecords, type CardKind, holding, type Project, type RecordKind } from './board';

/** The columns that every board begins with. */
export const firstColumns: readonly BoardColumn[] = [
  { id: 'idea', name: 'Idea', rank: 'B', cards_to: null },
  { id: 'in_progress', name: 'In progress', rank: 'G', cards_to: null },
  { id: 'review', name: 'Review', rank: 'M', cards_to: null },
  { id: 'approved', name: 'Approved', rank: 'S', cards_to: null },
  { id: 'archived', name: 'Archived', rank: 'X', cards_to: null },
];

/** Where pictures stand until somebody puts them to a place. */
export const homeOfAssets = 'in_progress';

/** How an item stands: what a board needs of it without reading it. */
export interface Standing {
  /** Whether it lies on the board by itself. */
  readonly live: boolean;
  /** The column where it begins. */
  readonly home: string;
  readonly title: string;
  readonly first_sequence: number;
}

const nowhere: Standing = { live: false, home: '', title: '', first_sequence: 0 };

export function standingOf<K extends RecordKind>(kind: K, record: BoardRecords[K]): Standing {
  return standings[kind](record);
}

const standings: { readonly [K in RecordKind]: (record: BoardRecords[K]) => Standing } = {
  style: ({ name, first_sequence, ...style }) => {
    const chosen = holding(style) !== null;
    return { live: chosen || style.considered.length > 0, home: chosen ? 'approved' : 'idea', title: name, first_sequence };
  },
  character: (character) => {
    const now = holding(character);
    return { live: now !== null, home: 'in_progress', title: now?.data.character_name ?? '', first_sequence: character.first_sequence };
  },
  concept: (concept) => {
    const now = holding(concept);
    const home = now?.data.approved_by ? 'approved' : 'idea';
    return { live: now !== null, home, title: now?.data.concept_name ?? '', first_sequence: concept.first_sequence };
  },
  note: ({ text, removed, first_sequence }) => ({ live: !removed, home: 'idea', title: text.split('\n')[0]?.slice(0, 60) ?? '', first_sequence }),
  // Known of the project, without a card.
  project: () => nowhere,
  context: () => nowhere,
};

/** The columns that are there, in order. */
export function columnsOf({ columns }: Pick<Project, 'columns'>): BoardColumn[] {
  return columns.filter(({ cards_to }) => cards_to === null).sort((a, b) => compare(a.rank, b.rank) || compare(a.id, b.id));
}

/** The column in which a card stands that was put into one: removed columns lead on, and one that nobody knows to where its kind begins. */
export function columnFor({ columns }: Pick<Project, 'columns'>, wanted: string, home: string): string {
  const there = columnsOf({ columns });
  const known = new Map(columns.map((column) => [column.id, column]));
  const seen = new Set<string>();
  for (let id = known.has(wanted) ? wanted : home; !seen.has(id); ) {
    seen.add(id);
    const column = known.get(id);
    if (column === undefined) break;
    if (column.cards_to === null) return id;
    id = column.cards_to;
  }
  return there[0]?.id ?? home;
}

export function isCardKind(kind: string): kind is CardKind {
  return kind === 'asset' || kind === 'style' || kind === 'character' || kind === 'concept' || kind === 'note';
}

/** The order of ranks and ids, everywhere the same. */
export function compare(a: string, b: string): number {
  return a === b ? 0 : a < b ? -1 : 1;
}
