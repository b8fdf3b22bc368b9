import { useEffect, useEffectEvent } from 'react';

/** Calls `close` on Escape while `open`, unless a layer above has taken the key. */
export function useEscape(open: boolean, close: () => void): void {
  const shut = useEffectEvent(close);
  useEffect(() => {
    if (!open) return;
    const hear = (event: KeyboardEvent) => {
      if (event.key === 'Escape' && !event.defaultPrevented && document.querySelector('[role="dialog"]') === null) shut();
    };
    window.addEventListener('keydown', hear);
    return () => window.removeEventListener('keydown', hear);
  }, [open]);
}
