import { z } from 'zod';

/** What a service says: a type, its version and the payload. Everything else is stamped when it is said. */
export interface EventDraft<Type extends string = string, Data = unknown> {
  readonly event_type: Type;
  readonly version: string;
  readonly subject: string | null;
  readonly data: Data;
}

/**
 * One row of the catalog. Called with a payload it makes a draft; the payload is validated, and its
 * defaults filled in, when the event is published.
 */
export interface EventDefinition<Type extends string = string, Shape extends z.ZodRawShape = z.ZodRawShape> {
  (data: z.input<z.ZodObject<Shape>>): EventDraft<Type, z.input<z.ZodObject<Shape>>>;
  readonly type: Type;
  readonly version: string;
  readonly payload: z.ZodObject<Shape>;
  readonly summary: string;
}

/** A row of the catalog whose payload is not known here. */
export interface AnyEventDefinition {
  (data: never): EventDraft;
  readonly type: string;
  readonly version: string;
  readonly payload: z.ZodObject;
  readonly summary: string;
}

interface EventOptions {
  /** One line that says when the event is true. */
  readonly summary: string;
  /** The payload field that names what the event is about: a content hash or a project id. */
  readonly subject?: string;
}

/** Declares an event type: the only place where its name, version and fields are written. */
export function defineEvent<Type extends string, Shape extends z.ZodRawShape>(
  type: Type,
  version: string,
  shape: Shape,
  { summary, subject }: EventOptions,
): EventDefinition<Type, Shape> {
  const draft = (data: z.input<z.ZodObject<Shape>>) => {
    const about: unknown = subject === undefined ? null : (data as Record<string, unknown>)[subject];
    return { event_type: type, version, subject: typeof about === 'string' ? about : null, data };
  };
  return Object.assign(draft, { type, version, payload: z.strictObject(shape), summary });
}
