import { z } from 'zod';
import { defineEvent } from './define-event';
import { fileOperation } from './fields';

const source = { source_id: z.string(), name: z.string(), path: z.string() };

const choice = {
  ...source,
  /** Null when the first folder inside gives the project. */
  project: z.string().nullable().default(null),
  operation: fileOperation,
  subfolders: z.boolean(),
  only_media: z.boolean(),
  polling: z.boolean().default(false),
  enabled: z.boolean(),
};

export const sourceAdded = defineEvent('source.added', '1.0.0', choice, {
  summary: 'A person asked that a folder beside the inbox be watched, too.', subject: 'source_id',
});

export const sourceChanged = defineEvent(
  'source.changed',
  '1.0.0',
  { ...choice, changed: z.array(z.enum(['name', 'project', 'operation', 'subfolders', 'only_media', 'polling', 'enabled'])) },
  { summary: 'A person changed how a watched folder is taken from; the fields hold what is so now.', subject: 'source_id' },
);

export const sourceRemoved = defineEvent('source.removed', '1.0.0', source, {
  summary: 'A person asked that a folder be watched no longer; its files stay as they are.', subject: 'source_id',
});

export const sourceMissing = defineEvent('source.missing', '1.0.0', { ...source, message: z.string() }, {
  summary: 'A watched folder cannot be reached, as when its drive is pulled out; it alone pauses and goes on when it is back.',
  subject: 'source_id',
});

export const sourceReturned = defineEvent('source.returned', '1.0.0', source, {
  summary: 'A watched folder that could not be reached is back, and is looked through.', subject: 'source_id',
});

export const sourceEvents = [sourceAdded, sourceChanged, sourceRemoved, sourceMissing, sourceReturned] as const;
