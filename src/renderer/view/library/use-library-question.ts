import { useEffect, useMemo } from 'react';
import { useSettled } from '../../parts/use-settled';
import { askLibrary, followLibrary, type LibraryQuestion } from '../../store/use-library';
import { useView } from '../../store/use-view';

const typingMs = 120;

/** Asks for what is chosen and typed, and keeps the answer current while the library is in sight. */
export function useLibraryQuestion(): LibraryQuestion {
  const { text, filter, sort } = useView((state) => state.library);
  const words = useSettled(text, typingMs).trim();
  const question = useMemo(() => ({ filter: words === '' ? filter : { ...filter, words }, sort }), [filter, words, sort]);
  useEffect(() => askLibrary(question), [question]);
  useEffect(() => followLibrary(), []);
  return question;
}
