import { useEffect } from 'react';
import { tinykeys } from 'tinykeys';
import { setSystem } from '../../store/use-view';
import { parts } from './parts-of-system';

/** 1 to 3 choose what is shown. */
export function usePartKeys(): void {
  useEffect(() => {
    const choose = (part: (typeof parts)[number][0]) => (event: KeyboardEvent) => {
      if (!(event.target instanceof HTMLInputElement)) setSystem({ part });
    };
    return tinykeys(window, Object.fromEntries(parts.map(([part], index) => [String(index + 1), choose(part)])));
  }, []);
}
