import { create } from 'zustand';

export interface ToastAction {
  readonly label: string;
  readonly run: () => void;
}

export interface Toast {
  readonly id: number;
  readonly text: string;
  /** Problems stay until they are closed. */
  readonly tone: 'done' | 'problem';
  readonly action: ToastAction | null;
  /** Not read out: the announcer says it. */
  readonly silent: boolean;
}

export const useToasts = create<{ readonly toasts: readonly Toast[] }>(() => ({ toasts: [] }));

const shownForMs = 6000;
/** Who wants to act needs longer. */
const shownWithActionMs = 10_000;
const atMost = 4;
let last = 0;

interface More {
  readonly tone?: Toast['tone'];
  readonly action?: ToastAction;
  readonly silent?: boolean;
  /** Is there until it is closed or followed. */
  readonly stays?: boolean;
}

export function say(text: string, more: Toast['tone'] | More = 'done'): number {
  const { tone = 'done', action = null, silent = false, stays = false } = typeof more === 'string' ? { tone: more } : more;
  last += 1;
  const id = last;
  useToasts.setState(({ toasts }) => ({
    toasts: [...toasts.filter((toast) => toast.text !== text), { id, text, tone, action, silent }].slice(-atMost),
  }));
  if (tone === 'done' && !stays) setTimeout(() => dismiss(id), action === null ? shownForMs : shownWithActionMs);
  return id;
}

/** What was just undone is not offered to be undone. */
export const dismissOffers = () => useToasts.setState(({ toasts }) => ({ toasts: toasts.filter(({ action }) => action === null) }));

export const dismiss = (id: number) =>
  useToasts.setState(({ toasts }) => ({ toasts: toasts.filter((toast) => toast.id !== id) }));
