import { useEffect, useState } from 'react';
import { loadOverview } from '../../store/use-system';

const everyMs = 1000;

/** The time, once a second while the window can be seen; with each second the figures are asked for anew. */
export function useSeconds(): number {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    let asking = false;
    const look = () => {
      if (document.visibilityState !== 'visible') return;
      setNow(Date.now());
      if (asking) return;
      asking = true;
      void loadOverview().finally(() => {
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
  }, []);
  return now;
}
