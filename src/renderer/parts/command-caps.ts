import type { CommandId } from '@shared/commands/all-commands';
import { createContext, use } from 'react';

/** The key of a command as it holds now, in words of the keyboard; null for none. Whoever knows the keys gives it. */
export const CommandCapsContext = createContext<(id: CommandId) => string | null>(() => null);

/** What a hint says: the present key of a command, else what was written. */
export function useHint(command: CommandId | undefined, written: string | undefined): string | null {
  const capsOf = use(CommandCapsContext);
  return command === undefined ? (written ?? null) : capsOf(command);
}
