import { type CommandId, commandOf } from '@shared/commands/all-commands';
import type { CommandsTold } from '@shared/ipc/menu-calls';
import { ask } from './ask';
import { useBoard } from './board/use-board';
import { commandsHere, onCommandsChange } from './commands';
import { useCull } from './use-cull';
import { useChosen } from './use-library-chosen';
import { useStatus } from './use-status';
import { useView, type ViewState } from './use-view';

/** What has the keyboard: a layer over the place, which may be the one for deciding, or a text that is written. */
export interface Busy {
  readonly layer: boolean;
  readonly deciding: boolean;
  readonly writing: boolean;
}

/** A text that is written keeps its own undo, and under a layer only what is made for that is done. */
export function restsWhile({ layer, deciding, writing }: Busy, id: CommandId): boolean {
  const { typing, section } = commandOf(id);
  const ofLayer = typing === true || (deciding && (section === 'deciding' || id === 'app.palette'));
  return (layer && !ofLayer) || (writing && ownOfText.has(id));
}

const ownOfText: ReadonlySet<CommandId> = new Set<CommandId>(['edit.undo', 'edit.redo', 'app.decide']);
const everyMs = 100;

/** Keeps telling the native menu what can be done here and what holds: when it is something else, at most ten times a second. */
export function tellMenu(busy: () => Busy): () => void {
  let told = '';
  let timer: ReturnType<typeof setTimeout> | undefined;
  const look = () => {
    timer = undefined;
    const now = toldNow({ ...busy(), writing: false });
    const text = JSON.stringify(now);
    if (text === told) return;
    told = text;
    void ask('menu/tell-commands', now);
  };
  const soon = () => { timer ??= setTimeout(look, everyMs); };
  const changes = [onCommandsChange, useView.subscribe, useStatus.subscribe, useChosen.subscribe, useBoard.subscribe, useCull.subscribe];
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

/** What can be done now, and what holds. */
export function toldNow(busy: Busy): CommandsTold {
  const here = commandsHere().filter(({ id, reason }) => reason === null && !restsWhile(busy, id)).map(({ id }) => id);
  return { here, checked: markedNow(useView.getState(), useStatus.getState().status, useCull.getState()) };
}

type Looks = Pick<NonNullable<ReturnType<typeof useStatus.getState>['status']>, 'theme' | 'contrast'>;

type Switches = Pick<ReturnType<typeof useCull.getState>, 'facts' | 'film' | 'undecided_only' | 'auto_advance'>;

/** Of commands that switch something: those whose state holds now. Pure. */
export function markedNow(view: ViewState, looks: Looks | null, switches: Switches): readonly CommandId[] {
  const { place, timeline, library, quality, system, care, cull } = view;
  const marks: Partial<Record<CommandId, boolean>> = {
    [`go.${place}`]: true,
    'timeline.pause': timeline.paused_at !== null,
    'library.turn-view': library.view === 'list',
    'library.inspector': library.open !== null,
    'deciding.facts': cull !== null && switches.facts,
    'deciding.film': cull !== null && switches.film,
    'deciding.undecided': cull !== null && switches.undecided_only,
    'deciding.advance': cull !== null && switches.auto_advance,
    [`quality.${quality.part}`]: true,
    [`system.${system.part}`]: true,
    [`care.${care.part}`]: true,
    [`settings.theme-${looks?.theme ?? 'system'}`]: true,
    'settings.high-contrast': looks?.contrast === 'high',
  };
  return Object.entries(marks).flatMap(([id, holds]) => (holds ? [id as CommandId] : []));
}
