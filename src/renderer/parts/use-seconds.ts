import { useEffect, useState } from 'react';

const everyMs = 1000;

/** The time, once a second while the window can be seen; with each second `ask` asks for the figures anew, one question at a time. */
export function useSeconds(ask: () => Promise<unknown>): number {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    let asking = false;
    const look = () => {
      if (document.visibilityState !== 'visible') return;
      setNow(Date.now());
      if (asking) return;
      asking = true;
      void ask().finally(() => {
        asking = false;
      });
    };
    look();
    const timer = setInterval(look, everyMs);
    document.addEventListener('visibilitychange', look);
    return () => {
      clearInterval(timer);
      document.removeEventListener('visibilitychange', look);
    };
  }, [ask]);
  return now;
}
