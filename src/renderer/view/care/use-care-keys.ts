import { useEffect } from 'react';
import { tinykeys } from 'tinykeys';
import { checkFiles } from '../../store/use-care';
import { setCare, useView } from '../../store/use-view';

/** 1 and 2 choose what is shown, C checks the files. Single letters rest while typing and in a dialog. */
export function useCareKeys(): void {
  useEffect(() => {
    const resting = (act: () => void) => (event: KeyboardEvent) => {
      if (event.target instanceof HTMLInputElement || document.querySelector('[role="dialog"]') !== null) return;
      act();
    };
    return tinykeys(window, {
      '1': resting(() => setCare({ part: 'health' })),
      '2': resting(() => setCare({ part: 'history' })),
      c: resting(() => {
        if (useView.getState().care.part === 'health') void checkFiles(false);
      }),
    });
  }, []);
}
