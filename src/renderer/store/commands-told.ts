import { type CommandId, commandOf } from '@shared/commands/all-commands';
import type { CommandsTold } from '@shared/ipc/menu-calls';
import { ask } from './ask';
import { useBoard } from './board/use-board';
import { commandsHere, onCommandsChange } from './commands';
import { useChosen } from './use-library-chosen';
import { useStatus } from './use-status';
import { useView, type ViewState } from './use-view';

/** What has the keyboard: a layer over the place, or a text that is written. */
export interface Busy {
  readonly layer: boolean;
  readonly writing: boolean;
}

/** A text that is written keeps its own undo, and under a layer only what is made for that is done. */
export function restsWhile({ layer, writing }: Busy, id: CommandId): boolean {
  return (layer && commandOf(id).typing !== true) || (writing && ownOfText.has(id));
}

const ownOfText: ReadonlySet<CommandId> = new Set<CommandId>(['edit.undo', 'edit.redo', 'app.decide']);
const everyMs = 100;

/** Keeps telling the native menu what can be done here and what holds: when it is something else, at most ten times a second. */
export function tellMenu(busy: () => Busy): () => void {
  let told = '';
  let timer: ReturnType<typeof setTimeout> | undefined;
  const look = () => {
    timer = undefined;
    const now = toldNow({ layer: busy().layer, writing: false });
    const text = JSON.stringify(now);
    if (text === told) return;
    told = text;
    void ask('menu/tell-commands', now);
  };
  const soon = () => { timer ??= setTimeout(look, everyMs); };
  const changes = [onCommandsChange, useView.subscribe, useStatus.subscribe, useChosen.subscribe, useBoard.subscribe];
  const leave = changes.map((subscribe) => subscribe(soon));
  // Layers and marked text are known to the page alone; who opens a layer moves the keyboard.
  const signs = ['focusin', 'focusout', 'keyup', 'pointerup', 'selectionchange'] as const;
  for (const sign of signs) document.addEventListener(sign, soon);
  soon();
  return () => {
    clearTimeout(timer);
    for (const one of leave) one();
    for (const sign of signs) document.removeEventListener(sign, soon);
  };
}

function toldNow(busy: Busy): CommandsTold {
  const here = commandsHere().filter(({ id, reason }) => reason === null && !restsWhile(busy, id)).map(({ id }) => id);
  return { here, checked: markedNow(useView.getState(), useStatus.getState().status) };
}

type Looks = Pick<NonNullable<ReturnType<typeof useStatus.getState>['status']>, 'theme' | 'contrast'>;

/** Of commands that switch something: those whose state holds now. Pure. */
export function markedNow({ place, timeline, library, quality, system, care }: ViewState, looks: Looks | null): readonly CommandId[] {
  const marks: Partial<Record<CommandId, boolean>> = {
    [`go.${place}`]: true,
    'timeline.pause': timeline.paused_at !== null,
    'library.turn-view': library.view === 'list',
    [`quality.${quality.part}`]: true,
    [`system.${system.part}`]: true,
    [`care.${care.part}`]: true,
    [`settings.theme-${looks?.theme ?? 'system'}`]: true,
    'settings.high-contrast': looks?.contrast === 'high',
  };
  return Object.entries(marks).flatMap(([id, holds]) => (holds ? [id as CommandId] : []));
}
