import { useView, type ViewState } from './use-view';

const name = 'view';
const keepAfterMs = 400;
/** More than this is not written at each step; a view that is so large is one of thousands of pictures gone through. */
const longest = 400_000;

/** A view as text. Sets and numbers in a row are none of JSON's kinds. */
export function viewToText(view: object): string {
  return JSON.stringify(view, (_key, value: unknown) => {
    if (value instanceof Set) return { $set: [...(value as Set<unknown>)] };
    return value instanceof Uint32Array ? { $numbers: [...value] } : value;
  });
}

/** The view of a text; null when it is none. */
export function viewFromText(text: string): Partial<ViewState> | null {
  try {
    const view: unknown = JSON.parse(text, (_key, value: unknown) => {
      const { $set, $numbers } = Object(value) as { $set?: unknown; $numbers?: unknown };
      if (Array.isArray($set)) return new Set<unknown>($set);
      return Array.isArray($numbers) ? Uint32Array.from($numbers as number[]) : value;
    });
    return typeof view === 'object' && view !== null ? view : null;
  } catch {
    return null;
  }
}

/** Keeps what is in view for as long as the window lives, so that a page that dies can be followed by one that shows the same. */
export function keepView(): void {
  let timer: ReturnType<typeof setTimeout> | null = null;
  useView.subscribe(() => {
    timer ??= setTimeout(() => {
      timer = null;
      const text = viewToText(useView.getState());
      if (text.length <= longest) sessionStorage.setItem(name, text);
    }, keepAfterMs);
  });
}

/** Shows again what the page before showed. What this version does not know stays out. */
export function restoreView(): void {
  const kept = viewFromText(sessionStorage.getItem(name) ?? '');
  if (kept === null) return;
  const known = Object.keys(useView.getState());
  useView.setState(Object.fromEntries(Object.entries(kept).filter(([key]) => known.includes(key))));
}
