import { useEffect } from 'react';
import { useSettled } from '../../../parts/use-settled';
import { askQuality, followQuality, useQuality } from '../../../store/use-quality';
import { useView } from '../../../store/use-view';

const typingMs = 150;

/** How quality lies among what the words of the title bar want, or in the whole library; kept current while it is in sight. */
export function useOverview({ narrowed }: { readonly narrowed: boolean }) {
  const text = useSettled(useView((state) => state.quality.text), typingMs).trim();
  const words = narrowed ? text : '';
  useEffect(() => askQuality(words === '' ? {} : { words }), [words]);
  useEffect(() => followQuality(), []);
  return useQuality();
}
