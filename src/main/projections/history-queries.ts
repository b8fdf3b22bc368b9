import type { RecordedEvent } from '@shared/events/catalog';
import { listOf } from '@shared/language/formats';
import { spokenLanguage, t } from '@shared/language/language';
import type { HistoryEntry } from '@shared/library/history';
import { isAct } from '@shared/library/board-acts';
import type { Database, Statement } from 'better-sqlite3';
import { cardsInWords, namedBy, ratedInWords, toldAgain } from './history-labels';

interface EntryRow {
  readonly first_sequence: number;
  readonly kind: 'filed' | 'refiled' | 'rated' | 'bands' | 'stack' | 'board' | 'setting' | 'source' | 'undo';
  readonly last_sequence: number;
  readonly at: string;
  readonly operations: number;
  readonly undone: number;
  readonly refused: number;
  readonly requested: number;
  readonly answered: number;
  readonly undo_id: string | null;
  readonly redo: number;
  readonly label: string;
  readonly projects: string;
  readonly stars: number | null;
}

/** Whose doing goes first: files that came in by themselves are not what a person did last. */
export interface LatestWish {
  /** What a person did behind this sequence, they did in the window that asks. */
  readonly since?: number;
  /** Files that were filed behind this one were added there. */
  readonly added?: number | null;
  /** Whether changes of settings and sources count. */
  readonly changes?: boolean;
}

type EventAt = (sequence: number) => RecordedEvent | null;

/** Answers about what was done to files and can be taken back. */
export class HistoryQueries {
  readonly #page: Statement<[number, number], EntryRow>;
  readonly #entry: Statement<[number], EntryRow>;
  readonly #undo: Statement<[string], EntryRow>;
  readonly #latest: Statement<[number, number], EntryRow>;
  readonly #latestOwn: Statement<[{ since: number; added: number }], EntryRow>;
  readonly #sequences: Statement<[number], number>;
  readonly #pictures: Statement<[number], number>;
  readonly #newer: Statement<[{ sequence: number }], number>;
  readonly #changes: Statement<[number], number>;
  readonly #entryWith: Statement<[number], EntryRow>;
  readonly #nameOf: (contentHash: string) => string;
  readonly #eventAt: EventAt;

  /**
   * Ratings tell of a hash; `nameOf` says what its picture is called now. What was recorded of an entry is English; where
   * another language is spoken, its event says it again.
   */
  constructor(database: Database, nameOf = (contentHash: string) => contentHash.slice(0, 12), eventAt: EventAt = () => null) {
    this.#nameOf = nameOf;
    this.#eventAt = eventAt;
    this.#pictures = database.prepare<[number], number>('SELECT count(DISTINCT subject) FROM history_operations WHERE entry = ?').pluck();
    this.#page = database.prepare('SELECT * FROM history_entries WHERE last_sequence < ? ORDER BY last_sequence DESC LIMIT ?');
    this.#entry = database.prepare('SELECT * FROM history_entries WHERE first_sequence = ?');
    this.#undo = database.prepare('SELECT * FROM history_entries WHERE undo_id = ?');
    this.#entryWith = database.prepare(
      'SELECT e.* FROM history_operations AS o JOIN history_entries AS e ON e.first_sequence = o.entry WHERE o.sequence = ?',
    );
    this.#latest = database.prepare(
      `SELECT * FROM history_entries WHERE operations > undone AND redo = 0 AND (kind = 'undo') = ?
         AND (? OR kind NOT IN ('setting', 'source')) ORDER BY last_sequence DESC LIMIT 1`,
    );
    this.#latestOwn = database.prepare(
      `SELECT * FROM history_entries WHERE operations > undone AND kind NOT IN ('undo', 'refiled')
         AND last_sequence > CASE kind WHEN 'filed' THEN @added ELSE @since END ORDER BY last_sequence DESC LIMIT 1`,
    );
    this.#newer = database.prepare<[{ sequence: number }], number>(
      `SELECT o.head FROM history_operations AS o JOIN history_operations AS mine ON mine.sequence = @sequence AND o.subject = mine.subject
       WHERE o.head > mine.head GROUP BY o.head HAVING count(*) % 2 = 1 LIMIT 1`,
    ).pluck();
    this.#changes = database.prepare<[number], number>(
      `SELECT o.sequence FROM history_operations AS o JOIN history_entries AS e ON e.first_sequence = o.entry
       WHERE o.sequence > ? AND o.undone = 0 AND e.kind IN ('setting', 'source') ORDER BY o.sequence DESC`,
    ).pluck();
    this.#sequences = database.prepare<[number], number>('SELECT sequence FROM history_operations WHERE entry = ? AND undone = 0 ORDER BY sequence').pluck();
  }

  /** Newest first, those whose last operation lies before a sequence. */
  before(sequence: number, limit: number): HistoryEntry[] {
    return this.#page.all(sequence, limit).map((row) => this.#entryOf(row));
  }

  /** An entry by its id; null when there is none. */
  entry(id: string): HistoryEntry | null {
    const row = this.#rowOf(id);
    return row === null ? null : this.#entryOf(row);
  }

  /** What an entry is about: of an undo, what it undid. */
  subject(id: string): string {
    const row = this.#rowOf(id);
    return row === null ? '' : this.#subjectOf(row);
  }

  /** What would be undone next, or which undo would be taken back next; null when there is nothing. */
  latest(direction: 'undo' | 'redo', { since, added, changes = true }: LatestWish = {}): HistoryEntry | null {
    const never = Number.MAX_SAFE_INTEGER;
    const own = direction === 'undo' && since !== undefined ? this.#latestOwn.get({ since, added: added ?? never }) : undefined;
    const row = own ?? this.#latest.get(Number(direction === 'redo'), Number(changes));
    return row === undefined ? null : this.#entryOf(row);
  }

  /** The operations of an entry that are not undone, oldest first. */
  inEffect(entry: HistoryEntry): number[] {
    return this.#sequences.all(entry.first_sequence);
  }

  /** The changes of settings and sources behind a sequence that are in effect, newest first. */
  changesAfter(sequence: number): number[] {
    return this.#changes.all(sequence);
  }

  /** Whether a newer decision about the same thing is in effect. */
  isOvertaken(sequence: number): boolean {
    return this.#newer.get({ sequence }) !== undefined;
  }

  #entryOf(row: EntryRow): HistoryEntry {
    const { kind, undo_id, first_sequence, last_sequence, at, operations, undone, refused } = row;
    return {
      id: kind === 'undo' ? `undo-${undo_id ?? ''}` : `${kind}-${first_sequence}`,
      scope: scopeOf(row),
      label: this.#labelOf(row),
      at,
      first_sequence,
      last_sequence,
      operations,
      undone,
      refused,
      waiting: row.requested - row.answered,
      undo_id,
      redo: row.redo === 1,
    };
  }

  #rowOf(id: string): EntryRow | null {
    const [, kind, rest = ''] = /^(filed|refiled|rated|bands|stack|board|setting|source|undo)-(.+)$/.exec(id) ?? [];
    const row = kind === 'undo' ? this.#undo.get(rest) : this.#entry.get(Number(rest));
    // Ratings are known as such until it is told that they came of a stack.
    const isMeant = row?.kind === kind || (row?.kind === 'stack' && kind === 'rated');
    return row !== undefined && isMeant ? row : null;
  }

  #labelOf(row: EntryRow): string {
    const label = this.#subjectOf(row);
    if (row.kind !== 'undo') return label;
    return row.redo === 1 ? t('Done again: {label}', { label }) : t('Undone: {label}', { label });
  }

  #subjectOf(row: EntryRow): string {
    const { kind, operations, label, projects, first_sequence } = row;
    const named = () => (spokenLanguage() === 'en' ? label : toldAgain(label, namedBy(this.#eventAt(first_sequence))));
    switch (kind) {
      case 'undo':
        return this.#undoneBy(row);
      case 'rated': {
        const pictures = operations === 1 ? 1 : (this.#pictures.get(first_sequence) ?? 1);
        return ratedInWords({ pictures, name: this.#nameOf(label), stars: row.stars });
      }
      case 'filed':
      case 'refiled':
        return filedInWords(kind, operations, label, JSON.parse(projects) as readonly string[]);
      case 'setting':
        return operations === 1 ? named() : t('{count, plural, one {# setting} other {# settings}} changed at once', { count: operations });
      case 'board': {
        if (operations === 1 || projects === '[]') return named();
        const [cards = ''] = JSON.parse(projects) as readonly string[];
        const event = this.#eventAt(first_sequence);
        const recorded = `${operations.toLocaleString('en')} cards ${cards}`;
        return toldAgain(recorded, event !== null && isAct(event) ? () => cardsInWords(event, operations) ?? recorded : null);
      }
      default:
        return named();
    }
  }

  /** What an undo undid, as it was recorded when it was asked for; in the language that is spoken where its entry still says the same. */
  #undoneBy({ label, first_sequence }: EntryRow): string {
    if (spokenLanguage() === 'en') return label;
    const asked = this.#eventAt(first_sequence);
    if (asked?.event_type !== 'undo.requested') return label;
    const { sequences: [first], undone_undo_id } = asked.data;
    const row = undone_undo_id === null ? this.#entryWith.get(first ?? 0) : this.#undo.get(undone_undo_id);
    return toldAgain(label, row === undefined ? null : () => this.#subjectOf(row));
  }
}

function filedInWords(kind: 'filed' | 'refiled', count: number, name: string, projects: readonly string[]): string {
  if (count === 1) return kind === 'filed' ? t('{name} filed', { name }) : t('{name} refiled', { name });
  if (projects.length > 2) {
    return kind === 'filed'
      ? t('{count, plural, one {# file} other {# files}} filed from several projects', { count })
      : t('{count, plural, one {# file} other {# files}} refiled in several projects', { count });
  }
  const values = { count, projects: listOf(projects) };
  return kind === 'filed'
    ? t('{count, plural, one {# file} other {# files}} filed from {projects}', values)
    : t('{count, plural, one {# file} other {# files}} refiled in {projects}', values);
}

function scopeOf({ kind, operations }: EntryRow): HistoryEntry['scope'] {
  if (kind === 'undo') return 'undo';
  if (operations === 1) return 'operation';
  return kind === 'filed' ? 'import' : 'batch';
}
