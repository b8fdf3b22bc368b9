import { useEffect } from 'react';
import { tinykeys } from 'tinykeys';
import { type QualityPart, setQuality } from '../../store/use-view';

/** 1 to 3 choose what is shown, B the limits. Single letters rest while typing and in a dialog. */
export function useQualityKeys(): void {
  useEffect(() => {
    const choose = (part: QualityPart) => (event: KeyboardEvent) => {
      // In a list of stacks B keeps the best.
      if (event.defaultPrevented || event.target instanceof HTMLInputElement || document.querySelector('[role="dialog"]') !== null) return;
      setQuality({ part });
    };
    return tinykeys(window, { '1': choose('scores'), '2': choose('stacks'), '3': choose('bands'), b: choose('bands') });
  }, []);
}
