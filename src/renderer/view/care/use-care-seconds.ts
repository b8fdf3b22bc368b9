import { useEffect, useState } from 'react';
import { loadCare } from '../../store/use-care';

const everyMs = 1000;

/** The time, once a second while the window can be seen; with each second it is asked anew how the files fare. */
export function useCareSeconds(): number {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    let asking = false;
    const look = () => {
      if (document.visibilityState !== 'visible') return;
      setNow(Date.now());
      if (asking) return;
      asking = true;
      void loadCare().finally(() => {
        asking = false;
      });
    };
    look();
    const timer = setInterval(look, everyMs);
    return () => clearInterval(timer);
  }, []);
  return now;
}
