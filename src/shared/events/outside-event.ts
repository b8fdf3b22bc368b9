import { z } from 'zod';
import { type AliceEvent, catalog, InvalidEventError, parseEvent, type UncheckedEvent } from './catalog';
import { envelopeShape } from './envelope';
import { excessOf, outsideLimits } from './outside-limits';
import { upcast } from './upcasters';
import { wireSequence } from './wire-schema';

/** What became of an event that someone else wrote. `sequence` is its place in the log it comes from, if it says so. */
export type OutsideEvent =
  /** It fits this version's catalog; an older version has been brought up to date, defaults are filled in. */
  | { readonly kind: 'known'; readonly event: AliceEvent; readonly sequence: number | null }
  /** Its envelope is sound and its payload is as it came: this version knows no such type, or not this version of it. */
  | { readonly kind: 'unknown'; readonly why: 'type' | 'version'; readonly event: UncheckedEvent; readonly sequence: number | null }
  /** It is no event of Alice's. The error names the field. */
  | { readonly kind: 'refused'; readonly error: InvalidEventError };

const name = z.string().min(1).max(256);
const eventType = z.string().max(128).regex(/^[a-z][a-z0-9_]*(\.[a-z][a-z0-9_]*)+$/, 'must be a type such as asset.discovered');
const outsideEnvelope = z.strictObject({
  ...envelopeShape,
  event_type: eventType,
  source: name,
  version: envelopeShape.version.max(32),
  correlation_id: name,
  causation_id: name.nullable(),
  actor: envelopeShape.actor.max(256),
  subject: z.string().max(1_024).nullable(),
  sequence: wireSequence,
  data: z.unknown(),
});

const versions = new Map<string, string>(catalog.map(({ type, version }) => [type, version]));

/** Reads one event of an import or a transport. Never throws: whatever comes in, one of three things is the answer. */
export function parseOutsideEvent(json: unknown): OutsideEvent {
  const type = typeOf(json);
  const excess = excessOf(json);
  if (excess !== null) return refused(type, excess.field, excess.problem);
  const envelope = outsideEnvelope.safeParse(json);
  if (!envelope.success) {
    const [issue] = envelope.error.issues;
    return refused(type, issue?.path.join('.') || 'the event', issue?.message ?? 'does not fit the envelope');
  }
  const { sequence = null, ...original } = envelope.data;
  const known = versions.get(original.event_type);
  if (known === undefined) return { kind: 'unknown', why: 'type', event: original, sequence };
  try {
    const current = upcast(original);
    if (!isUnderstoodBy(known, current.version)) return { kind: 'unknown', why: 'version', event: original, sequence };
    return { kind: 'known', event: parseEvent({ ...current, version: known }), sequence };
  } catch (error) {
    if (error instanceof InvalidEventError) return { kind: 'refused', error };
    return refused(original.event_type, 'data', `cannot be brought from version ${original.version} to ${known}`);
  }
}

/** The same for one line of text, which is measured before it is read. */
export function parseOutsideLine(line: string): OutsideEvent {
  if (line.length > outsideLimits.characters) return refused('(not read)', 'the event', 'is larger than 1 MiB');
  let json: unknown;
  try {
    json = JSON.parse(line);
  } catch {
    return refused('(not read)', 'the event', 'is not JSON');
  }
  return parseOutsideEvent(json);
}

/** Within a major version only optional fields are added (docs/event-evolution.md), so a newer reader takes an older event. */
function isUnderstoodBy(known: string, version: string): boolean {
  const [knownMajor = 0, knownMinor = 0] = known.split('.').map(Number);
  const [major = 0, minor = 0] = version.split('.').map(Number);
  return major === knownMajor && minor <= knownMinor;
}

function refused(type: string, field: string, problem: string): OutsideEvent {
  return { kind: 'refused', error: new InvalidEventError(type, field, problem) };
}

function typeOf(json: unknown): string {
  if (typeof json !== 'object' || json === null) return '(no object)';
  const type: unknown = Reflect.get(json, 'event_type');
  return typeof type === 'string' ? type.slice(0, 128) : '(no type)';
}
