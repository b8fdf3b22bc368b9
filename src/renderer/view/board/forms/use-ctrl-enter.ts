import { type RefObject, useEffect, useEffectEvent } from 'react';

/** Calls `act` on Ctrl+Enter, wherever the keyboard is, while the dialog around `inside` is the uppermost one. */
export function useCtrlEnter(inside: RefObject<HTMLElement | null>, act: () => void): void {
  const hear = useEffectEvent((event: KeyboardEvent) => {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey) || event.defaultPrevented) return;
    const uppermost = [...document.querySelectorAll('[role="dialog"]')].at(-1);
    if (inside.current === null || uppermost?.contains(inside.current) !== true) return;
    event.preventDefault();
    event.stopPropagation();
    act();
  });
  useEffect(() => {
    const listen = (event: KeyboardEvent) => hear(event);
    // Before a button that has the keyboard takes Enter for itself.
    window.addEventListener('keydown', listen, { capture: true });
    return () => window.removeEventListener('keydown', listen, { capture: true });
  }, []);
}
