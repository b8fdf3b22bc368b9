import { useEffect, useEffectEvent } from 'react';

/** Enter answers the question, wherever the keyboard is, unless it is on a button of its own. */
export function useEnter(enabled: boolean, act: () => void): void {
  const answer = useEffectEvent(act);
  useEffect(() => {
    if (!enabled) return;
    const hear = (event: KeyboardEvent) => {
      if (event.key === 'Enter' && !event.defaultPrevented && !(event.target instanceof HTMLButtonElement)) answer();
    };
    window.addEventListener('keydown', hear);
    return () => window.removeEventListener('keydown', hear);
  }, [enabled]);
}
