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

/** The text that {@link compact} was given. */
export function expand(value: Compact): string {
  if (typeof value === 'string') return value;
  const hex = value.toString('hex');
  if (value.length !== 16) return hex;
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}

/** Milliseconds since 1970 for a timestamp in its canonical form; any other text stays text. */
export function compactTime(timestamp: string): number | string {
  const milliseconds = Date.parse(timestamp);
  return Number.isNaN(milliseconds) || new Date(milliseconds).toISOString() !== timestamp ? timestamp : milliseconds;
}

export function expandTime(time: number | string): string {
  return typeof time === 'string' ? time : new Date(time).toISOString();
}
