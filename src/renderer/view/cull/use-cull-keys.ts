import { useEffect, useEffectEvent } from 'react';
import { useCommands } from '../../store/commands';
import { useKeys } from '../../store/commands-keys';
import { useStatus } from '../../store/use-status';
import { actionOf, type CullAction, cullActionOf, decidingIds } from './cull-keys';

/**
 * Hears the keys of the layer for deciding, and does its commands.
 * @param act says whether the key was used
 * @param does the kinds of actions that there are in this part of the layer
 */
export function useCullKeys(act: (action: CullAction) => boolean, does: readonly CullAction['do'][]): void {
  const own = useKeys((state) => state.own);
  const platform = useStatus((state) => state.status?.platform ?? '');
  const mine = decidingIds.filter((id) => does.includes(actionOf(id).do));
  useCommands(Object.fromEntries(mine.map((id) => [id, () => act(actionOf(id))])));
  const hear = useEffectEvent((event: KeyboardEvent) => {
    const { target } = event;
    if (!(target instanceof Element) || !belongsHere(target) || isOwnKey(target, event.key)) return;
    const action = cullActionOf(event, own, platform);
    // A key that is held down goes through pictures, but never rates them.
    if (action === null || (event.repeat && !mayRepeat.has(action.do))) return;
    if (!act(action)) return;
    event.preventDefault();
    event.stopPropagation();
  });
  useEffect(() => {
    const listen = (event: KeyboardEvent) => hear(event);
    // A control that has the keyboard lets not every key through on its way up.
    window.addEventListener('keydown', listen, { capture: true });
    return () => window.removeEventListener('keydown', listen, { capture: true });
  }, []);
  useEffect(() => {
    // Who presses with the pointer goes on with keys: a button that was pressed must not take the next space bar.
    const release = (event: PointerEvent) => {
      const dialog = event.target instanceof Element ? event.target.closest<HTMLElement>('[role="dialog"]') : null;
      if (dialog !== null) setTimeout(() => { if (document.activeElement?.closest('[role="dialog"]') === dialog) dialog.focus(); });
    };
    window.addEventListener('pointerup', release);
    return () => window.removeEventListener('pointerup', release);
  }, []);
}

const mayRepeat: ReadonlySet<CullAction['do']> = new Set(['next', 'back', 'pan', 'larger', 'smaller']);

/** A layer above, as the sheet of keys, has its own. */
function belongsHere(target: Element): boolean {
  const dialogs = document.querySelectorAll('[role="dialog"]');
  return target === document.body ? dialogs.length === 1 : target.closest('[role="dialog"]') === dialogs[0];
}

/** Buttons are pressed, and choices changed, with keys of their own. */
function isOwnKey(target: Element, key: string): boolean {
  if (key === ' ' || key === 'Enter') return target.closest('button, [role="radio"], input') !== null;
  return key.startsWith('Arrow') && target.closest('[role="radiogroup"], [role="toolbar"]') !== null;
}
