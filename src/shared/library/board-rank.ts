const digits = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';
const base = digits.length;
const middleDigit = digits.charAt(base / 2);
/** So many leading digits are counted on at either end, where most cards are put: ranks do not grow there. */
const counted = 6;

const valueAt = (rank: string, index: number): number => (index < rank.length ? digits.indexOf(rank.charAt(index)) : 0);

/**
 * A rank between two others; null is the beginning or the end. Ranks are fractions, written in digits that sort as text does, and
 * never end in 0, so there always is one. Two equal ranks give that rank: their cards stand beside each other.
 */
export function rankBetween(before: string | null, after: string | null): string {
  if (before !== null && after !== null) return before < after ? middle(before, after) : before;
  if (before !== null) return stepped(before, 1) ?? middle(before, null);
  if (after !== null) return stepped(after, -1) ?? middle('', after);
  return middleDigit;
}

/** As many ranks as wanted between two others, ascending and evenly apart. */
export function ranksBetween(before: string | null, after: string | null, count: number): string[] {
  if (count <= 0) return [];
  const half = Math.floor(count / 2);
  const center = rankBetween(before, after);
  return [...ranksBetween(before, center, half), center, ...ranksBetween(center, after, count - half - 1)];
}

function middle(before: string, after: string | null): string {
  let common = '';
  for (let i = 0; ; i += 1) {
    const low = valueAt(before, i);
    const high = after === null || i >= after.length ? base : valueAt(after, i);
    if (low === high) {
      common += digits.charAt(low);
      continue;
    }
    if (high - low > 1) return common + digits.charAt(Math.floor((low + high) / 2));
    // Right behind the lower one, where there is room without an upper end.
    return common + digits.charAt(low) + middle(before.slice(i + 1), null);
  }
}

/** The next rank in a direction, of the same length however often it is taken; null when the digits are used up. */
function stepped(rank: string, by: 1 | -1): string | null {
  let number: number = by;
  for (let i = 0; i < counted; i += 1) number += valueAt(rank, i) * base ** (counted - 1 - i);
  if (number <= 0 || number >= base ** counted) return null;
  let text = '';
  for (let rest = number; text.length < counted; rest = Math.floor(rest / base)) text = digits.charAt(rest % base) + text;
  return text.endsWith('0') ? text + middleDigit : text;
}

/** Items before assets, in two zones that leave room before, between and behind. */
const zones = { item: 'G', asset: 'V' } as const;
const sequenceDigits = 9;

/** Where a card stands within its column until somebody puts it to a place: the newest first. */
export function impliedRank(zone: keyof typeof zones, sequence: number): string {
  let text = '';
  for (let rest = Number.MAX_SAFE_INTEGER - sequence; text.length < sequenceDigits; rest = Math.floor(rest / base)) {
    text = digits.charAt(rest % base) + text;
  }
  return `${zones[zone]}${text}${middleDigit}`;
}

/** The newest sequence whose implied rank can lie behind a rank; 0 when none can. */
export function newestBehind(zone: keyof typeof zones, rank: string | null): number {
  if (rank === null || rank < zones[zone]) return Number.MAX_SAFE_INTEGER;
  if (!rank.startsWith(zones[zone])) return 0;
  let number = 0;
  for (let i = 1; i <= sequenceDigits; i += 1) number = number * base + valueAt(rank, i);
  return Math.max(0, Number.MAX_SAFE_INTEGER - number);
}
