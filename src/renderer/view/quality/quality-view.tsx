import { useView } from '../../store/use-view';
import { ScoresPart } from './scores/scores-part';
import { StacksPart } from './stacks/stacks-part';
import { BandsPart } from './bands/bands-part';

const parts = { scores: ScoresPart, stacks: StacksPart, bands: BandsPart } as const;

/** How technical quality lies in the library. */
export function QualityView() {
  const Part = parts[useView((state) => state.quality.part)];
  return <Part />;
}
