/** One line of a form that has a name and something that is said of it. */
export interface Pair {
  readonly key: string;
  readonly value: string;
}

/** A style that was considered, as it is written down. */
export interface OtherStyle {
  readonly name: string;
  readonly reason: string;
}

/** What is written in a form, by the name of its field. */
export interface FormValues {
  readonly words: Readonly<Record<string, string>>;
  readonly pairs: Readonly<Record<string, readonly Pair[]>>;
  readonly others: readonly OtherStyle[];
  /** Content hashes. */
  readonly pictures: readonly string[];
}

export const noValues: FormValues = { words: {}, pairs: {}, others: [], pictures: [] };

const looksLikeJson = /^(?:[[{"]|-?\d|true$|false$|null$)/;

/** What is meant by a text beside a name: a number, a list and the like where it is exactly that as JSON, else the words. */
export function valueOf(text: string): unknown {
  if (!looksLikeJson.test(text)) return text;
  try {
    const value: unknown = JSON.parse(text);
    return JSON.stringify(value) === text ? value : text;
  } catch {
    return text;
  }
}

/** The text that means a value; see {@link valueOf}. */
export function textOf(value: unknown): string {
  if (typeof value !== 'string') return JSON.stringify(value ?? null);
  return valueOf(value) === value ? value : JSON.stringify(value);
}

/** Named lines as the fields of an event. Lines without a name and without a value are none; of one name the last counts. */
export function fieldsOf(pairs: readonly Pair[]): Record<string, unknown> {
  const said = pairs.filter(({ key, value }) => key.trim() !== '' && value.trim() !== '');
  return Object.fromEntries(said.map(({ key, value }) => [key.trim(), valueOf(value.trim())]));
}

export function pairsOf(fields: Readonly<Record<string, unknown>>): Pair[] {
  return Object.entries(fields).map(([key, value]) => ({ key, value: textOf(value) }));
}

/** The lines of a text, without empty ones. */
export function linesOf(text: string): string[] {
  return text.split('\n').map((line) => line.trim()).filter((line) => line !== '');
}

/** A text, or null where nothing is written. */
export const orNull = (text: string | undefined): string | null => (text === undefined || text.trim() === '' ? null : text);
