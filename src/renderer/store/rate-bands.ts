import { defaultBands, type RatingBands } from '@shared/library/rating';
import { useEffect } from 'react';
import { create } from 'zustand';
import { askQuietly } from './ask';
import { onNewEvents } from './new-events';

const useBandsNow = create<{ readonly bands: RatingBands; readonly known: boolean }>(() => ({ bands: defaultBands, known: false }));

let asking = false;

/** The limits between the stars that hold in this library. */
export function useBands(): RatingBands {
  const { bands, known } = useBandsNow();
  useEffect(() => {
    if (!known) void askBands();
  }, [known]);
  return bands;
}

async function askBands(): Promise<void> {
  if (asking) return;
  asking = true;
  const reply = await askQuietly('ratings/bands', {});
  asking = false;
  if (typeof reply !== 'string') useBandsNow.setState({ bands: reply.answer.bands, known: true });
}

/** Moved limits are heard, whoever moved them. */
export function followBands(): () => void {
  return onNewEvents((events) => {
    for (const { event_type, data } of events) if (event_type === 'rating.bands_changed') useBandsNow.setState({ bands: data.bands, known: true });
  });
}
