import { useEffect } from 'react';
import { tinykeys } from 'tinykeys';
import { useEscape } from '../../../parts/use-escape';
import { applyBands, discardBands, useBandsDraft } from '../../../store/use-bands';

/** Ctrl Enter applies the limits that are tried, Escape lets go of them. */
export function useBandsKeys(): void {
  const trying = useBandsDraft(({ draft, applying }) => draft !== null && applying === null);
  useEscape(trying, discardBands);
  useEffect(
    () =>
      tinykeys(window, {
        '$mod+Enter': (event) => {
          if (document.querySelector('[role="dialog"]') !== null) return;
          event.preventDefault();
          // What is being written counts.
          if (document.activeElement instanceof HTMLInputElement) document.activeElement.blur();
          void applyBands();
        },
      }),
    [],
  );
}
