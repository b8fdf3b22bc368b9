/** One event in plain words. */
export interface Description {
  /** What happened, a few words: `Rated five stars`. */
  readonly title: string;
  /** Why, or with what result; a sentence without its full stop. */
  readonly detail: string | null;
  /** A fact of the machine: a path, a chunk name. Set in mono. */
  readonly fact: string | null;
  /** The author's own words: a prompt, a reason. Set in serif, in quotes. */
  readonly quote: string | null;
}

/** Puts a description together. */
export const said = (title: string, detail: string | null = null, more: Partial<Description> = {}): Description => ({
  title,
  detail,
  fact: null,
  quote: null,
  ...more,
});

/** A sentence as a detail: without its full stop. */
export function withoutStop(sentence: string): string {
  return sentence.replace(/\.$/, '');
}
