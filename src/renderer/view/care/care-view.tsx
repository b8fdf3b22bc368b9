import { t } from '@shared/language/language';
import { Segmented } from '../../parts/segmented';
import { useSeconds } from '../../parts/use-seconds';
import { ViewHead } from '../../parts/view-head';
import { loadCare, useCare } from '../../store/use-care';
import { setCare, useView } from '../../store/use-view';
import { Health } from './health';
import { History } from './history';
import { useCareKeys } from './use-care-keys';

/** How the files fare, and what was done to them and can be taken back. */
export function CareView() {
  const part = useView((state) => state.care.part);
  const findings = useCare((state) => state.overview?.report?.findings.length ?? 0);
  const now = useSeconds(loadCare);
  useCareKeys();
  const parts = [
    ['health', findings > 0 ? t('Health {findings, number}', { findings }) : t('Health')],
    ['history', t('History')],
  ] as const;
  return (
    <>
      <ViewHead title={t('Care')} about={part === 'health' ? t('That nothing is ever lost') : t('What was done, and can be taken back')}>
        <Segmented label={t('Show')} options={parts} value={part} onChange={(next) => setCare({ part: next })} />
      </ViewHead>
      {part === 'health' ? <Health now={now} /> : <History />}
    </>
  );
}
