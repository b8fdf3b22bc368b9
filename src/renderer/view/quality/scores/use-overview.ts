import type { QualityOverview } from '@shared/library/quality-overview';
import { useEffect } from 'react';
import { useSettled } from '../../../parts/use-settled';
import { askQuality, followQuality, useQuality } from '../../../store/use-quality';
import { useView } from '../../../store/use-view';

const typingMs = 150;

/** How quality lies among what the words of the title bar want, kept current while it is in sight. */
export function useOverview(): { readonly overview: QualityOverview | null; readonly problem: string | null } {
  const words = useSettled(useView((state) => state.quality.text), typingMs).trim();
  useEffect(() => askQuality(words === '' ? {} : { words }), [words]);
  useEffect(() => followQuality(), []);
  return useQuality();
}
