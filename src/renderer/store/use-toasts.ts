import { create } from 'zustand';

export interface Toast {
  readonly id: number;
  readonly text: string;
  /** Problems stay until they are closed. */
  readonly tone: 'done' | 'problem';
}

export const useToasts = create<{ readonly toasts: readonly Toast[] }>(() => ({ toasts: [] }));

const shownForMs = 6000;
const atMost = 4;
let last = 0;

export function say(text: string, tone: Toast['tone'] = 'done'): void {
  last += 1;
  const id = last;
  useToasts.setState(({ toasts }) => ({ toasts: [...toasts.filter((toast) => toast.text !== text), { id, text, tone }].slice(-atMost) }));
  if (tone === 'done') setTimeout(() => dismiss(id), shownForMs);
}

export const dismiss = (id: number) =>
  useToasts.setState(({ toasts }) => ({ toasts: toasts.filter((toast) => toast.id !== id) }));
