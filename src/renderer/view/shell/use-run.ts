import { useState } from 'react';
import { useLog } from '../../store/use-log';

export interface Run {
  readonly working: number;
  readonly waiting: number;
  readonly done: number;
  readonly total: number;
}

/** The present run: it begins when the first file comes to an idle inbox, and ends when nothing is left to do. */
export function useRun(): Run {
  const { waiting, working, filed, duplicate, set_aside } = useLog((state) => state.inbox_counts);
  const ended = filed + duplicate + set_aside;
  const [before, setBefore] = useState(ended);
  const idle = waiting + working === 0;
  if (idle && before !== ended) setBefore(ended);
  const done = idle ? 0 : Math.max(0, ended - before);
  return { working, waiting, done, total: done + waiting + working };
}
