import type { RecordedEvent } from '../events/catalog';
import type { CardRef, CharacterData, ConceptData, Considered, ContextEntry, Note, Project, Revision, StyleChoice } from './board';
import type { ProjectHistoryItem } from './board-history';
import type { WorkflowRun } from './board-workflow';
import type { LibraryCard } from './library-answer';

/** A project as it stands in a list. */
export interface ProjectSummary {
  /** Null for a folder of pictures that nobody has made a project of. */
  readonly id: string | null;
  readonly name: string;
  readonly type: string | null;
  readonly description: string | null;
  /** UTC; null while it is going on. */
  readonly archived_at: string | null;
  readonly created_at: string | null;
  readonly assets: number;
  readonly decisions: number;
  /** Its newest picture, by hash. */
  readonly cover: string | null;
  /** Those of its board, in order; none where nobody has made one. */
  readonly columns: readonly { readonly id: string; readonly name: string }[];
}

/** Something on the board of a project that has a name of its own. */
export interface BoardItem {
  readonly kind: 'style' | 'character' | 'concept';
  readonly id: string;
  readonly name: string;
  readonly project_id: string;
}

/** A board on which a picture stands. */
export interface PictureOnBoard {
  readonly project_id: string;
  readonly project_name: string;
  readonly column_id: string;
  readonly column_name: string;
  /** It belongs to another project, or to none. */
  readonly guest: boolean;
}

/** A card at its place. Ranks sort as text. */
export interface PlacedCard extends CardRef {
  readonly rank: string;
}

export interface ColumnPage {
  readonly cards: readonly PlacedCard[];
  /** Pass as `after` for the next page; null at the end. */
  readonly next: PlacedCard | null;
}

export interface ColumnView extends ColumnPage {
  readonly id: string;
  readonly name: string;
  readonly rank: string;
  readonly count: number;
}

export interface BoardView {
  readonly project: Project;
  /** Pictures that belong to it. */
  readonly assets: number;
  readonly decisions: number;
  readonly columns: readonly ColumnView[];
  /** The last event that is known of; a moment of the past stands as it was asked for. */
  readonly sequence: number;
}

/** What a card shows; asked for when it comes near. */
export type BoardCard =
  | { readonly kind: 'asset'; readonly id: string; readonly asset: LibraryCard }
  | { readonly kind: 'style'; readonly id: string; readonly style: StyleCard }
  | { readonly kind: 'character'; readonly id: string; readonly now: Revision<CharacterData>; readonly versions: number }
  | { readonly kind: 'concept'; readonly id: string; readonly now: Revision<ConceptData>; readonly versions: number }
  | { readonly kind: 'note'; readonly id: string; readonly note: Note };

export interface StyleCard {
  readonly id: string;
  readonly name: string;
  /** Chosen, chosen before another one of its category was, or only considered. */
  readonly state: 'chosen' | 'earlier' | 'considered';
  readonly now: Revision<StyleChoice> | null;
  readonly versions: number;
  /** The newest first. */
  readonly considered: readonly Considered[];
}

/** A moment at which something of a project changed. */
export interface BoardMoment {
  readonly sequence: number;
  /** UTC. */
  readonly at: string;
  readonly decision: boolean;
}

export interface ItemHistoryPage {
  /** Newest first. */
  readonly items: readonly ProjectHistoryItem[];
  readonly next_before: number | null;
}

export interface DecisionsPage {
  /** Newest first. */
  readonly events: readonly RecordedEvent[];
  readonly next_before: number | null;
}

/** How many pictures of a project have how many stars. */
export interface ProjectRating {
  readonly stars: number;
  readonly count: number;
  /** How many of them have them from a person. */
  readonly own: number;
}

/** All that is known of a project on one page. */
export interface ProjectPage {
  readonly project: Project;
  readonly summary: ProjectSummary;
  readonly decisions: DecisionsPage;
  readonly styles: readonly StyleCard[];
  readonly characters: readonly { readonly id: string; readonly versions: readonly Revision<CharacterData>[] }[];
  readonly concepts: readonly { readonly id: string; readonly versions: readonly Revision<ConceptData>[] }[];
  /** By key, without what was removed. */
  readonly context: readonly ContextEntry[];
  readonly notes: readonly Note[];
  /** Own ratings first, then by stars and score. */
  readonly best: readonly LibraryCard[];
  readonly ratings: readonly ProjectRating[];
  /** The newest first. */
  readonly workflows: readonly WorkflowRun[];
}

/** What came of something that was asked for several pictures. */
export interface BoardPlaced {
  /** For so many it was said. */
  readonly said: number;
  readonly left_out_count: number;
  /** The first of those for which it was not, each with a sentence. */
  readonly left_out: readonly { readonly content_hash: string; readonly message: string }[];
}
