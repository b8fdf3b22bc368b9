import { useEffect, useState } from 'react';
import { whileVisible } from '../../parts/while-visible';
import { useLog } from '../../store/use-log';

const windowSeconds = 4;

/** Events a second, over the last few seconds. */
export function useEventRate(): number {
  const [rate, setRate] = useState(0);
  useEffect(() => {
    const counts: number[] = [];
    let last = 0;
    return whileVisible(() => {
      const { event_count, ready } = useLog.getState();
      if (!ready) return;
      // After a time unseen it is counted anew.
      if (performance.now() - last > windowSeconds * 1_000) counts.length = 0;
      last = performance.now();
      counts.push(event_count);
      if (counts.length > windowSeconds + 1) counts.shift();
      const first = counts[0] ?? event_count;
      setRate(Math.max(0, Math.round((event_count - first) / Math.max(1, counts.length - 1))));
    }, 1000);
  }, []);
  return rate;
}
