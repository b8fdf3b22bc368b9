import { useEffect, useMemo } from 'react';
import { setCursor, useLibrary } from '../../store/use-library';
import { useIdOf } from '../../store/use-library-cards';
import { useView } from '../../store/use-view';

/** The picture that the keyboard is on, and its place in the answer; -1 when it is not in it. */
export function useActivePlace(): { readonly active: number | null; readonly place: number } {
  const openId = useIdOf(useView((state) => state.library.open));
  const active = useLibrary((state) => state.cursor);
  const ids = useLibrary((state) => state.answer?.ids);
  // A picture that was opened from elsewhere takes the keyboard along.
  useEffect(() => {
    if (openId !== null) setCursor(openId);
  }, [openId]);
  const place = useMemo(() => (active === null || ids === undefined ? -1 : ids.indexOf(active)), [active, ids]);
  return { active, place };
}
