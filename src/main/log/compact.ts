/**
 * How ids are kept: a UUID in 16 bytes and a SHA-256 in 32, which halves the log. Whatever does not look like
 * the canonical text of either is kept as text, so every value comes back exactly as it was.
 */
export type Compact = Buffer | string;

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;
const sha256 = /^[0-9a-f]{64}$/;

export function compact(id: string): Compact {
  if (id.length === 36 && uuid.test(id)) return Buffer.from(id.replaceAll('-', ''), 'hex');
  if (id.length === 64 && sha256.test(id)) return Buffer.from(id, 'hex');
  return id;
}

/** A column of compact ids as text that {@link expand} understands: reading bytes row by row would cost three times as much. */
export function readable(column: string): string {
  return `iif(typeof(${column}) = 'text', '~' || ${column}, lower(hex(${column})))`;
}

/** The text that {@link compact} was given, from what {@link readable} reads. */
export function expand(value: string): string {
  if (value.startsWith('~')) return value.slice(1);
  if (value.length !== 32) return value;
  return `${value.slice(0, 8)}-${value.slice(8, 12)}-${value.slice(12, 16)}-${value.slice(16, 20)}-${value.slice(20)}`;
}

/** Milliseconds since 1970 for a timestamp in its canonical form; any other text stays text. */
export function compactTime(timestamp: string): number | string {
  const milliseconds = Date.parse(timestamp);
  return Number.isNaN(milliseconds) || new Date(milliseconds).toISOString() !== timestamp ? timestamp : milliseconds;
}

const dayMs = 86_400_000;
let knownDay = 0;
let knownDate = '1970-01-01';

/** The timestamp that {@link compactTime} was given. Neighbours in a log mostly share their day, which is kept. */
export function expandTime(time: number | string): string {
  if (typeof time === 'string') return time;
  const day = Math.floor(time / dayMs);
  if (day !== knownDay) {
    knownDay = day;
    [knownDate = ''] = new Date(time).toISOString().split('T');
  }
  const ms = time - day * dayMs;
  const two = (value: number) => (value < 10 ? `0${value}` : String(value));
  const clock = `${two(Math.floor(ms / 3_600_000))}:${two(Math.floor(ms / 60_000) % 60)}:${two(Math.floor(ms / 1_000) % 60)}`;
  return `${knownDate}T${clock}.${String(ms % 1_000).padStart(3, '0')}Z`;
}
