import { type CommandId, commandIds, commandOf } from '@shared/commands/all-commands';
import type { CommandSection } from '@shared/commands/command';
import { useEffect, useEffectEvent } from 'react';
import { create } from 'zustand';

/** What a command does here, and why it cannot be done just now; null when it can. */
export interface CommandHandler {
  readonly run: () => unknown;
  readonly unless?: () => string | null;
}

export type CommandHandlers = Partial<Readonly<Record<CommandId, (() => unknown) | CommandHandler>>>;

interface Registered {
  readonly id: CommandId;
  readonly handler: () => CommandHandler;
}

// Replaced, never edited: the newest stands last.
const useRegistered = create<{ readonly all: readonly Registered[] }>(() => ({ all: [] }));

/** Says what commands do while the component is in sight. @param when false keeps them from being there */
export function useCommands(handlers: CommandHandlers, { when = true }: { readonly when?: boolean } = {}): void {
  const ids = Object.keys(handlers).join(' ');
  const handlerOf = useEffectEvent((id: CommandId): CommandHandler => {
    const found = handlers[id];
    return typeof found === 'function' ? { run: found } : (found ?? { run: () => undefined });
  });
  useEffect(() => {
    if (!when) return;
    const mine = ids.split(' ').map((id) => ({ id: id as CommandId, handler: () => handlerOf(id as CommandId) }));
    useRegistered.setState(({ all }) => ({ all: [...all, ...mine] }));
    return () => useRegistered.setState(({ all }) => ({ all: all.filter((one) => !mine.includes(one)) }));
  }, [ids, when]);
}

/** Who does a command here: the one that came last. */
export function handlerOf(id: CommandId): CommandHandler | null {
  return useRegistered.getState().all.findLast((one) => one.id === id)?.handler() ?? null;
}

/** Told when other commands can be done here than before. Returns the way to leave. */
export const onCommandsChange = (listener: () => void): (() => void) => useRegistered.subscribe(listener);

const comesWithinMs = 5_000;

/** Does a command as soon as somebody does it here: a window that has just begun is still being drawn. */
export function runOnceThere(id: CommandId): void {
  if (handlerOf(id) !== null) {
    runCommand(id);
    return;
  }
  const leave = onCommandsChange(() => {
    if (handlerOf(id) === null) return;
    over();
    runCommand(id);
  });
  const late = setTimeout(leave, comesWithinMs);
  const over = () => {
    leave();
    clearTimeout(late);
  };
}

/** Does a command if it can be done here and now. */
export function runCommand(id: CommandId): boolean {
  const handler = handlerOf(id);
  if (handler === null || (handler.unless?.() ?? null) !== null) return false;
  handler.run();
  return true;
}

export interface CommandHere {
  readonly id: CommandId;
  /** Why it cannot be done just now. */
  readonly reason: string | null;
}

/** The commands that somebody does here, in the order of the catalogs: those of the place before those of everywhere. */
export function commandsHere(): readonly CommandHere[] {
  return commandIds.flatMap((id) => {
    const handler = handlerOf(id);
    return handler === null ? [] : [{ id, reason: handler.unless?.() ?? null }];
  });
}

/** Where keys are looked up first: in what lies within a place, then in the place, then everywhere. */
const ranks: Partial<Readonly<Record<CommandSection, number>>> = { stacks: 0, deciding: 0, everywhere: 2 };
const rankOf = (id: CommandId): number => ranks[commandOf(id).section] ?? 1;

/** The command that a binding means here: of the place before everywhere. @param ids those that have the binding */
export function commandFor(ids: readonly CommandId[]): CommandId | null {
  const here = ids.filter((id) => {
    const handler = handlerOf(id);
    return handler !== null && (handler.unless?.() ?? null) === null;
  });
  return here.toSorted((a, b) => rankOf(a) - rankOf(b))[0] ?? null;
}
