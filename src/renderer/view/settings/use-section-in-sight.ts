import { type RefObject, useEffect, useState } from 'react';
import { setSettings, useView } from '../../store/use-view';

/** How far below the top a section counts as reached, in pixels. */
const reached = 96;

/** Scrolls to the section that is asked for, and tells which one is in sight. */
export function useSectionInSight(body: RefObject<HTMLElement | null>, ids: readonly string[], ready: boolean) {
  // Where it was led to counts until a person scrolls: a short last section never reaches the top.
  const asked = useView((state) => state.settings.section);
  const [passed, setPassed] = useState<string | null>(null);

  useEffect(() => {
    if (asked !== null && ready) scrollTo(body.current, asked);
  }, [asked, body, ready]);

  useEffect(() => {
    const element = body.current;
    if (element === null) return;
    const look = () => setPassed(lastPassed(element));
    const letGo = () => { if (useView.getState().settings.section !== null) setSettings({ section: null }); };
    const away = new AbortController();
    element.addEventListener('scroll', look, { passive: true, signal: away.signal });
    for (const kind of ['wheel', 'keydown', 'pointerdown'] as const) element.addEventListener(kind, letGo, { passive: true, signal: away.signal });
    return () => away.abort();
  }, [body]);

  return {
    inSight: [asked, passed].find((id) => id !== null && ids.includes(id)) ?? ids[0] ?? null,
    goTo: (id: string) => {
      setSettings({ section: id });
      scrollTo(body.current, id);
    },
  };
}

function scrollTo(body: HTMLElement | null, id: string): void {
  const section = body?.querySelector<HTMLElement>(`[data-section="${CSS.escape(id)}"]`);
  if (body === null || !section) return;
  // Only the body scrolls; scrollIntoView would also push what lies around it out of sight.
  body.scrollTop += section.getBoundingClientRect().top - body.getBoundingClientRect().top;
  section.querySelector('h2')?.focus({ preventScroll: true });
}

function lastPassed(body: HTMLElement): string | null {
  const { top } = body.getBoundingClientRect();
  const passed = [...body.querySelectorAll<HTMLElement>('[data-section]')].filter((each) => each.getBoundingClientRect().top - top <= reached);
  return passed.at(-1)?.dataset['section'] ?? null;
}
