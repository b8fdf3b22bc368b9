import { t } from '@shared/language/language';
import { Gavel } from 'lucide-react';
import type { ReactNode } from 'react';
import { Button } from '../../parts/button';
import { Segmented } from '../../parts/segmented';
import { ViewHead } from '../../parts/view-head';
import { openCull } from '../../store/use-cull-open';
import { setQuality, useView } from '../../store/use-view';

const parts = [
  ['scores', t('Scores')],
  ['stacks', t('Stacks')],
  ['bands', t('Limits')],
] as const;

/** The head of each part of quality: what is shown of how much, the part's own controls, and the way to the other parts. */
export function QualityHead({ about, children }: { readonly about: string; readonly children?: ReactNode }) {
  const part = useView((state) => state.quality.part);
  return (
    <ViewHead title={t('Quality')} about={about}>
      {children}
      <Segmented label={t('Part')} options={parts} value={part} onChange={(next) => setQuality({ part: next })} />
      <Button icon={Gavel} command="app.decide" onPress={() => void openCull()}>
        {t('Decide')}
      </Button>
    </ViewHead>
  );
}
