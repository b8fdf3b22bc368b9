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

export const undoRequested = defineEvent(
  'undo.requested',
  '1.0.0',
  {
    undo_id: z.string(),
    scope: z.enum(['operation', 'asset', 'batch', 'import', 'moment', 'undo']),
    /** What a person reads: `Import of 34 files at 14:02`. */
    label: z.string(),
    /** The operations themselves, for every scope but a moment. */
    sequences: z.array(z.int().positive()).default([]),
    /** Everything recorded behind this sequence, for a moment. */
    after_sequence: wholeNumber.nullable().default(null),
    /** The undo that is taken back itself. */
    undone_undo_id: z.string().nullable().default(null),
  },
  { summary: 'A person asked that operations be taken back.' },
);

export const hubPaused = defineEvent(
  'hub.paused',
  '1.0.0',
  {
    reason: z.enum(['disk_full', 'organized_gone', 'inbox_gone', 'log_unwritable']),
    message: z.string(),
    missing_bytes: wholeNumber.nullable().default(null),
  },
  { summary: 'Alice takes no more files for now, so that none comes to harm; it goes on by itself when the reason is gone.' },
);

export const hubResumed = defineEvent(
  'hub.resumed',
  '1.0.0',
  { reason: z.enum(['disk_full', 'organized_gone', 'inbox_gone', 'log_unwritable']), paused_ms: wholeNumber },
  { summary: 'The reason for which Alice had paused is gone, and it takes files again.' },
);

export const hubWoke = defineEvent(
  'hub.woke',
  '1.0.0',
  { slept_ms: wholeNumber, clock_jump_ms: z.int().default(0) },
  { summary: 'The computer slept or its clock was changed; the folders are looked through anew.' },
);

export const logBackedUp = defineEvent(
  'log.backed_up',
  '1.0.0',
  { file: z.string(), last_sequence: wholeNumber, bytes: wholeNumber, verified_events: wholeNumber, duration_ms: wholeNumber },
  { summary: 'The log was copied to a backup, and every event of the copy was read and checked.' },
);

export const logRecovered = defineEvent(
  'log.recovered',
  '1.0.0',
  {
    damaged_file: z.string(),
    problem: z.string(),
    kept_events: wholeNumber,
    lost_events: wholeNumber,
    sources: z.array(z.enum(['damaged_log', 'backup', 'archive'])),
    backup_file: z.string().nullable().default(null),
  },
  { summary: 'The log was damaged; it was rebuilt from all that could be read, and the damaged file is kept.' },
);

export const systemEvents = [
  hubStarted, hubStopped, hubPaused, hubResumed, hubWoke, settingsChanged, eventParked, eventRetryRequested, eventLoopStopped,
  undoRequested, logBackedUp, logRecovered,
] as const;
