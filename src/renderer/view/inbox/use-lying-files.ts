import type { LyingFiles } from '@shared/library/lying-files';
import { useEffect } from 'react';
import { whileVisible } from '../../parts/while-visible';
import { forgetLying, loadLying, useLying } from '../../store/use-lying';
import { useStatus } from '../../store/use-status';

const askEveryMs = 2_000;

/** Asks, while watching is paused and the inbox is shown, how many files lie there. */
export function useLyingFiles(): LyingFiles {
  const paused = useStatus((state) => state.status?.watching === 'paused');
  useEffect(() => {
    if (!paused) return undefined;
    const ask = () => void loadLying();
    ask();
    const leave = whileVisible(ask, askEveryMs);
    return () => {
      leave();
      forgetLying();
    };
  }, [paused]);
  return useLying();
}
