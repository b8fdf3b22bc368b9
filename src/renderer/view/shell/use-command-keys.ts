import { type CommandId, commandOf } from '@shared/commands/all-commands';
import { useEffect } from 'react';
import { createKeybindingsHandler } from 'tinykeys';
import { commandFor, runCommand } from '../../store/commands';
import { commandsByKeys, useKeys } from '../../store/commands-keys';
import { isDeciding, isLayerOpen, isWriting } from './is-busy';

/** The one listener that turns keys into commands. Several presses in a row come before single ones, a place before everywhere. */
export function useCommandKeys(): void {
  const own = useKeys((state) => state.own);
  useEffect(() => {
    const bindings = [...commandsByKeys(own)].toSorted(([a], [b]) => b.split(' ').length - a.split(' ').length);
    // A button that opens a menu lets no key through to the window: who needs to hear it hears it before.
    const early = listenerOf(bindings, (keys, id) => keys.includes(' ') || commandOf(id).early === true);
    const usual = listenerOf(bindings, (keys, id) => !keys.includes(' ') && commandOf(id).early !== true);
    window.addEventListener('keydown', early, { capture: true });
    window.addEventListener('keydown', usual);
    return () => {
      window.removeEventListener('keydown', early, { capture: true });
      window.removeEventListener('keydown', usual);
    };
  }, [own]);
}

type Bindings = readonly (readonly [keys: string, ids: readonly CommandId[]])[];

function listenerOf(bindings: Bindings, hears: (keys: string, id: CommandId) => boolean): EventListener {
  const heard = bindings.map(([keys, ids]) => [keys, ids.filter((id) => hears(keys, id))] as const).filter(([, ids]) => ids.length > 0);
  return createKeybindingsHandler(Object.fromEntries(heard.map(([keys, ids]) => [keys, (event: KeyboardEvent) => hear(event, ids)])));
}

function hear(event: KeyboardEvent, ids: readonly CommandId[]): void {
  // Where a key is recorded it does nothing else.
  const recorded = event.target instanceof Element && event.target.closest('[data-records-keys]') !== null;
  if (event.defaultPrevented || recorded) return;
  const id = commandFor(ids.filter(hearsFrom(event.target)));
  if (id === null) return;
  event.preventDefault();
  runCommand(id);
}

/** Which commands hear a key from where it is pressed. The layer for deciding hears its own keys itself. */
function hearsFrom(target: EventTarget | null): (id: CommandId) => boolean {
  const writing = isWriting(target);
  const layer = isLayerOpen();
  const onList = target instanceof Element && target.matches('[data-pane-focus], [data-card]');
  return (id) => {
    const { typing, onList: listOnly, section } = commandOf(id);
    if (layer || writing) return typing === true || (id === 'app.palette' && !writing && isDeciding());
    return section !== 'deciding' && (listOnly !== true || onList);
  };
}
