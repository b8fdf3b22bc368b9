import { t } from '@shared/language/language';
import type { QualityOverview } from '@shared/library/quality-overview';
import { Gauge, Plus, SearchX } from 'lucide-react';
import { Button } from '../../../parts/button';
import { EmptyState } from '../../../parts/empty-state';
import { Notice } from '../../../parts/notice';
import { Spoken } from '../../../parts/spoken';
import { addSamples, chooseFiles } from '../../../store/actions';
import { setQuality, showStages } from '../../../store/use-view';
import { QualityHead } from '../quality-head';
import { DistributionCard } from './distribution-card';
import { DivisionsCard } from './divisions-card';
import { FlawsCard } from './flaws-card';
import styles from './scores-part.module.css';
import { StarsCard } from './stars-card';
import { TimeCard } from './time-card';
import { useOverview } from './use-overview';

/** How technical quality lies in the library, or in what the words want of it. */
export function ScoresPart() {
  const { overview, problem } = useOverview({ narrowed: true });
  const about = overview === null ? '' : aboutOf(overview);
  return (
    <>
      <QualityHead about={about}>
        <Button kind="quiet" onPress={() => showStages(true)}>
          {t('Stages…')}
        </Button>
      </QualityHead>
      {problem !== null && (
        <div className={styles.problem}>
          <Notice>{overview === null ? problem : t('{problem} The figures are those of a moment ago.', { problem })}</Notice>
        </div>
      )}
      <Spoken status>{about}</Spoken>
      {overview !== null && (overview.total === 0 ? <Nothing words={overview.filter.words} /> : <Cards overview={overview} />)}
    </>
  );
}

function Cards({ overview }: { readonly overview: QualityOverview }) {
  return (
    <div className={styles.scroller} data-pane>
      <div className={styles.cards}>
        {overview.rated > 0 && <DistributionCard overview={overview} />}
        <StarsCard overview={overview} />
        <FlawsCard overview={overview} />
        {overview.rated > 0 && <DivisionsCard overview={overview} />}
        <TimeCard overview={overview} />
      </div>
    </div>
  );
}

function aboutOf({ total, rated, filter }: QualityOverview): string {
  const counts = rated === total
    ? t('{rated, number} measured', { rated })
    : t('{rated, number} measured · {unrated, number} not', { rated, unrated: total - rated });
  return filter.words === undefined ? counts : t('{counts} · with “{words}”', { counts, words: filter.words });
}

function Nothing({ words }: { readonly words: string | undefined }) {
  if (words !== undefined) {
    return (
      <EmptyState icon={SearchX} title={t('No pictures match')} actions={<Button onPress={() => setQuality({ text: '' })}>{t('Clear the words')}</Button>}>
        {t('No picture in the library has “{words}” in its prompt, model or name.', { words })}
      </EmptyState>
    );
  }
  return (
    <EmptyState
      icon={Gauge}
      title={t('Nothing is measured yet')}
      actions={
        <>
          <Button kind="primary" icon={Plus} command="app.add-files" onPress={() => void chooseFiles()}>
            {t('Add files')}
          </Button>
          <Button onPress={() => void addSamples()}>{t('Add sample pictures')}</Button>
        </>
      }
    >
      {t('Alice measures how clean each picture is when it comes in. Here you see how the scores lie, and where the poor ones come from.')}
    </EmptyState>
  );
}
