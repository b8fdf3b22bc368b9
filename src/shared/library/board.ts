import type { EventData } from '../events/catalog';

/** What can lie on a board. */
export const cardKinds = ['asset', 'style', 'character', 'concept', 'note'] as const;
export type CardKind = (typeof cardKinds)[number];

export interface CardRef {
  readonly kind: CardKind;
  /** A content hash for an asset, else the id of the item. */
  readonly id: string;
}

export interface BoardColumn {
  readonly id: string;
  readonly name: string;
  readonly rank: string;
  /** Where its cards stand since it was removed; null while it is there. */
  readonly cards_to: string | null;
}

/** A project and its columns: the fold of all events that speak of it as a whole. Plain JSON, like all records here. */
export interface Project {
  readonly id: string;
  readonly name: string;
  /** Every name it ever had: pictures that came in under one of them are its own, unless another project had it first. */
  readonly names: readonly string[];
  readonly description: string | null;
  readonly type: string | null;
  readonly parent_id: string | null;
  readonly style_preferences: Readonly<Record<string, unknown>>;
  readonly created_by: 'user' | 'ai_assistant';
  /** UTC; null while something is known of it but not that it was created. */
  readonly created_at: string | null;
  readonly archived_at: string | null;
  /** Removed ones, too: cards still find their way from there. */
  readonly columns: readonly BoardColumn[];
  readonly sequence: number;
}

/** One version of something that is decided, with the event that made it. */
export interface Revision<Data> {
  readonly event_id: string;
  readonly sequence: number;
  /** UTC. */
  readonly at: string;
  readonly actor: string;
  readonly removed: boolean;
  readonly data: Data;
}

type Without<Data, Key extends keyof Data> = Omit<Data, Key | 'project_id'>;

export type StyleChoice = Without<EventData<'style.chosen'>, never>;
/** Said with the choice of another style, when this one was not taken. */
export interface Considered {
  readonly event_id: string;
  readonly at: string;
  /** The style that was chosen. */
  readonly chosen: string;
  readonly reason: string | null;
  readonly reference_assets: readonly string[];
}
/** A style of a project, by name: each time that it was chosen, and each time that another was. */
export interface Style {
  readonly id: string;
  readonly name: string;
  readonly first_sequence: number;
  readonly versions: readonly Revision<StyleChoice>[];
  readonly considered: readonly Considered[];
}

export type CharacterData = Without<EventData<'character.defined'>, 'character_id'>;
export interface Character {
  readonly id: string;
  readonly first_sequence: number;
  readonly versions: readonly Revision<CharacterData>[];
}

export interface ConceptData {
  readonly concept_type: EventData<'concept.approved'>['concept_type'];
  readonly concept_name: string;
  readonly description: string;
  readonly concept_assets: readonly string[];
  /** Null while nobody has approved it like this. */
  readonly approved_by: 'user' | 'ai_assistant' | null;
  readonly approval_notes: string | null;
  readonly reference_materials: readonly unknown[];
  readonly production_notes: Readonly<Record<string, unknown>>;
  readonly dependencies: readonly string[];
}
export interface Concept {
  readonly id: string;
  readonly first_sequence: number;
  readonly versions: readonly Revision<ConceptData>[];
}

export interface Note {
  readonly id: string;
  readonly text: string;
  readonly written_by: 'user' | 'ai_assistant';
  /** When it was last written, UTC. */
  readonly at: string;
  readonly removed: boolean;
  readonly first_sequence: number;
}

/** Something that is known about a project, by key. */
export interface ContextEntry {
  readonly key: string;
  /** Null for what was said when the project was created. */
  readonly type: EventData<'context.updated'>['context_type'] | null;
  readonly value: unknown;
  readonly removed: boolean;
  readonly words: string | null;
  readonly reason: string | null;
  readonly updated_by: EventData<'context.updated'>['updated_by'];
  readonly related_assets: readonly string[];
  readonly at: string;
  readonly first_sequence: number;
}

/** Where a card was put; a card that nobody has put anywhere has none, and stands where its kind begins. */
export interface Place {
  readonly column_id: string;
  readonly rank: string;
  readonly guest: boolean;
  /** Taken off the board. */
  readonly off: boolean;
}

/** All that a board is made of, by kind. */
export interface BoardRecords {
  readonly project: Project;
  readonly style: Style;
  readonly character: Character;
  readonly concept: Concept;
  readonly note: Note;
  readonly context: ContextEntry;
}
export type RecordKind = keyof BoardRecords;

/** The version that holds: the latest that was not taken back. */
export function holding<Data>(item: { readonly versions: readonly Revision<Data>[] }): Revision<Data> | null {
  return item.versions.findLast(({ removed }) => !removed) ?? null;
}

/** Styles are known by their names, however they are written. */
export function styleIdOf(name: string): string {
  return name.normalize('NFC').trim().replace(/\s+/g, ' ').toLowerCase();
}
