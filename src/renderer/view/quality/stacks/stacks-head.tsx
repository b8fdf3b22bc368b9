import { Segmented } from '../../../parts/segmented';
import { ViewHead } from '../../../parts/view-head';
import { setQuality } from '../../../store/use-view';

const parts = [
  ['scores', 'Scores'],
  ['stacks', 'Stacks'],
  ['bands', 'Limits'],
] as const;

/** The head of the place, with the ways to look at quality. */
export function StacksHead({ about }: { readonly about: string }) {
  return (
    <ViewHead title="Quality" about={about}>
      <Segmented label="Part" options={parts} value="stacks" onChange={(part) => setQuality({ part })} />
    </ViewHead>
  );
}
