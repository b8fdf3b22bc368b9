import { useView } from '../../store/use-view';
import { BandsPart } from './bands/bands-part';
import { ScoresPart } from './scores/scores-part';
import { StacksPart } from './stacks/stacks-part';
import { useQualityKeys } from './use-quality-keys';

const parts = { scores: ScoresPart, stacks: StacksPart, bands: BandsPart } as const;

/** How technical quality lies in the library, what looks nearly the same, and the limits between the stars. */
export function QualityView() {
  const Part = parts[useView((state) => state.quality.part)];
  useQualityKeys();
  return <Part />;
}
