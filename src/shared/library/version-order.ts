/** A version by semver.org: `1.4.0`, `2.0.0-beta.3`. What stands behind a plus says nothing about the order. */
export interface Version {
  readonly core: readonly [major: number, minor: number, patch: number];
  /** What makes it come before the version itself; empty for a finished one. */
  readonly before: readonly (number | string)[];
}

const number = '(0|[1-9]\\d{0,14})';
const before = '(?:0|[1-9]\\d{0,14}|\\d*[a-zA-Z-][\\da-zA-Z-]*)';
const pattern = new RegExp(`^${number}\\.${number}\\.${number}(?:-(${before}(?:\\.${before})*))?(?:\\+[\\da-zA-Z-]+(?:\\.[\\da-zA-Z-]+)*)?$`);
const longest = 100;

/** Null for what is no version: no `v` before it, no leading zeros, three numbers. */
export function parseVersion(text: string): Version | null {
  const [whole, major, minor, patch, label] = (text.length <= longest && pattern.exec(text)) || [];
  if (whole === undefined) return null;
  const parts = label === undefined ? [] : label.split('.').map((part) => (/^\d+$/.test(part) ? Number(part) : part));
  return { core: [Number(major), Number(minor), Number(patch)], before: parts };
}

/**
 * Below zero when the first comes before the second, above when after.
 *
 * @see https://semver.org/#spec-item-11
 */
export function compareVersions(a: Version, b: Version): number {
  for (const [at, mine] of a.core.entries()) {
    const theirs = b.core[at] ?? 0;
    if (mine !== theirs) return mine - theirs;
  }
  if (a.before.length === 0 || b.before.length === 0) return b.before.length - a.before.length;
  for (const [at, mine] of a.before.entries()) {
    const theirs = b.before[at];
    // Of two that agree as far as the shorter goes, the longer comes later.
    if (theirs === undefined) return 1;
    if (mine !== theirs) return compareParts(mine, theirs);
  }
  return a.before.length - b.before.length;
}

/** Numbers by their size and before words, words by their letters' codes. */
function compareParts(mine: number | string, theirs: number | string): number {
  if (typeof mine === 'number' && typeof theirs === 'number') return mine - theirs;
  if (typeof mine === 'number') return -1;
  if (typeof theirs === 'number') return 1;
  return mine < theirs ? -1 : 1;
}

/** Whether the first is a later version than the second; false when one of them is none. */
export function isLater(one: string, than: string): boolean {
  const [a, b] = [parseVersion(one), parseVersion(than)];
  return a !== null && b !== null && compareVersions(a, b) > 0;
}
