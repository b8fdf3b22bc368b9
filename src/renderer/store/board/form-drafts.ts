import { create } from 'zustand';
import type { BoardForm } from './board-forms';
import type { FormValues } from './form-values';

/** What was written in a form that was not sent. It has its ids from the beginning: sent twice, it is said once. */
export interface FormDraft {
  readonly values: FormValues;
  readonly wish_id: string;
  /** The item that it makes, where it makes one. */
  readonly item_id: string;
}

const name = 'drafts';
/** Pictures stand in them by hash; what is larger than this was not written by hand. */
const longest = 400_000;

/** By form. They stay for as long as the window is open, also when its page dies or is loaded anew. */
const useDrafts = create<{ readonly drafts: ReadonlyMap<string, FormDraft> }>(() => ({ drafts: restored() }));
useDrafts.subscribe(({ drafts }) => {
  const text = JSON.stringify([...drafts]);
  if (text.length <= longest) attempt(() => sessionStorage.setItem(name, text));
});

/** What an earlier page of this window kept; nothing when that cannot be read. */
function restored(): ReadonlyMap<string, FormDraft> {
  const kept = attempt(() => JSON.parse(sessionStorage.getItem(name) ?? '[]') as unknown);
  return new Map(Array.isArray(kept) ? (kept as [string, FormDraft][]) : []);
}

function attempt<T>(act: () => T): T | null {
  try {
    return act();
  } catch {
    return null;
  }
}

export const keyOfForm = (form: BoardForm): string => JSON.stringify(form);

export const draftOf = (key: string): FormDraft | null => useDrafts.getState().drafts.get(key) ?? null;

export const useDraft = (key: string): FormDraft | null => useDrafts((state) => state.drafts.get(key) ?? null);

export function keepDraft(key: string, values: FormValues): void {
  useDrafts.setState(({ drafts }) => {
    const draft = drafts.get(key) ?? newDraft(values);
    return { drafts: new Map(drafts).set(key, { ...draft, values }) };
  });
}

export function forgetDraft(key: string): void {
  useDrafts.setState(({ drafts }) => ({ drafts: new Map([...drafts].filter(([each]) => each !== key)) }));
}

export const newDraft = (values: FormValues): FormDraft => ({ values, wish_id: crypto.randomUUID(), item_id: crypto.randomUUID() });
