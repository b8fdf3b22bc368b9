import { z } from 'zod';
import { defineEvent } from './define-event';
import { fileOperation, wholeNumber } from './fields';

export const hubStarted = defineEvent(
  'hub.started',
  '1.0.0',
  {
    inbox_path: z.string(),
    organized_path: z.string(),
    operation: fileOperation,
    hub_version: z.string(),
    dry_run: z.boolean().default(false),
  },
  { summary: 'A hub has opened this log and watches the inbox.' },
);

export const hubStopped = defineEvent(
  'hub.stopped',
  '1.0.0',
  { reason: z.enum(['finished', 'closed']) },
  { summary: 'The hub has closed the log in good order.' },
);

export const settingsChanged = defineEvent(
  'settings.changed',
  '1.0.0',
  { setting: z.string(), value: z.unknown(), previous_value: z.unknown().default(null) },
  { summary: 'A person changed a setting.' },
);

export const eventParked = defineEvent(
  'event.parked',
  '1.0.0',
  {
    service: z.string(),
    parked_event_id: z.string(),
    parked_event_type: z.string(),
    attempts: wholeNumber,
    reason: z.string(),
  },
  { summary: 'A service failed at an event again and again; the event waits as a dead letter and the others go on.' },
);

export const eventRetryRequested = defineEvent(
  'event.retry_requested',
  '1.0.0',
  { service: z.string(), parked_event_id: z.string(), parked_sequence: z.int().positive() },
  { summary: 'A person asked that a service try an event again which it had given up on.' },
);

export const eventLoopStopped = defineEvent(
  'event.loop_stopped',
  '1.0.0',
  { event_type: z.string(), service: z.string(), depth: wholeNumber },
  { summary: 'A service would have said an event at the end of a chain that is too long; it was refused, which ends a loop.' },
);

export const systemEvents = [hubStarted, hubStopped, settingsChanged, eventParked, eventRetryRequested, eventLoopStopped] as const;
