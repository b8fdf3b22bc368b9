import { capsOf } from '@shared/commands/key-words';
import type { CommandId } from '@shared/commands/all-commands';
import { type ReactNode, useCallback } from 'react';
import { CommandCapsContext } from '../../parts/command-caps';
import { keysOf, useKeys } from '../../store/commands-keys';
import { useStatus } from '../../store/use-status';

/** Tells every hint within which key a command has now, also once it was given another. */
export function CommandCaps({ children }: { readonly children: ReactNode }) {
  const own = useKeys((state) => state.own);
  const platform = useStatus((state) => state.status?.platform ?? '');
  const caps = useCallback((id: CommandId) => {
    const [keys] = keysOf(id, own);
    return keys === undefined ? null : capsOf(keys, platform).join(' ');
  }, [own, platform]);
  return <CommandCapsContext value={caps}>{children}</CommandCapsContext>;
}
