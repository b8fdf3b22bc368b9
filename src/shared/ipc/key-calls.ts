import { z } from 'zod';
import { type OwnKeys, ownKeys } from '../commands/own-keys';

/** The keys that a person chose for commands. */
export const keyCalls = {
  'settings/keys': z.strictObject({}),
  'settings/keep-keys': z.strictObject({ keys: ownKeys }),
} as const satisfies Record<string, z.ZodType>;

export interface KeyAnswers {
  'settings/keys': OwnKeys;
  'settings/keep-keys': OwnKeys;
}
