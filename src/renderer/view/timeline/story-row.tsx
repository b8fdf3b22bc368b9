import { t } from '@shared/language/language';
import { ChevronDown, ChevronRight, FileX2, RotateCcw, Undo2 } from 'lucide-react';
import { memo, useEffect, useState } from 'react';
import { Badge } from '../../parts/badge';
import { Button } from '../../parts/button';
import { Icon } from '../../parts/icon';
import { Shape } from '../../parts/shape';
import { Stars } from '../../parts/stars';
import { StepMarks } from '../../parts/step-marks';
import { Thumb } from '../../parts/thumb';
import { clockTime } from '../../parts/times';
import { retry } from '../../store/actions';
import { wantWholeStory } from '../../store/stories-whole';
import { useLog } from '../../store/use-log';
import { useOlder } from '../../store/use-older';
import { useView } from '../../store/use-view';
import styles from './rows.module.css';
import { hashOf, headlineOf, starsOf } from './story-headline';
import { iconOf } from './story-icon';
import { pictureOf } from './story-picture';
import type { TimelineRow } from './timeline-rows';
import { filingOf, isUndo, undoStory } from './undo-story';
import { foldStory } from './open-row';

/** One story: what it came to, with what it was about, and the way it took. */
export const StoryRow = memo(function StoryRow({ row }: { readonly row: Extract<TimelineRow, { kind: 'story' }> }) {
  const { story: loaded, told: story, partial, open } = row;
  useEffect(() => {
    if (partial) wantWholeStory(loaded.id);
  }, [partial, loaded.id]);
  const pictures = usePicturesWanted(loaded.id);
  const hash = hashOf(story);
  const asset = useLog((state) => (hash === null ? undefined : state.assets.get(hash)));
  const line = headlineOf(story, asset);
  const stars = starsOf(story, asset);
  const undoable = filingOf(story);
  const [pointedAt, setPointedAt] = useState<string | null>(null);
  const pointed = pointedAt === loaded.id;
  // Offered where one looks: a list that leaps draws its rows at once, and a button is dear.
  const meant = useView(({ timeline: { active, open: told } }) => active === row.key || told?.story_id === story.id);
  const shown = !isUndo(story) && (asset === undefined || asset.width !== null || asset.filed_at !== null);
  // It stands where the newest of its loaded events stands, whatever came of it later.
  const latest = loaded.events[0];
  if (latest === undefined) return null;
  return (
    <div role="gridcell" className={styles.story} data-open={open} onPointerEnter={() => setPointedAt(loaded.id)} onPointerLeave={() => setPointedAt(null)}>
      <time className={styles.time} dateTime={latest.timestamp}>
        {clockTime(latest.timestamp)}
      </time>
      <Shape family={line.family} mark={line.mark} />
      <Thumb
        hash={shown && pictures ? (hash ?? pictureOf(story)) : null}
        icon={line.mark === 'failed' && line.retry ? FileX2 : iconOf(story, line.family)}
        video={asset?.media_type === 'video'}
        attempt={line.reached ?? 0}
        className={styles.thumb}
      />
      <div className={styles.words}>
        <div className={styles.title}>{line.title}</div>
        <div className={styles.subtitle}>{line.quote === null ? line.subtitle : <q>{line.quote}</q>}</div>
      </div>
      <div className={styles.end}>
        {story.events[0]?.actor === 'user' && <Badge>{t('you')}</Badge>}
        {stars !== null && line.reached !== null && <Stars stars={stars.stars} by={stars.by} />}
        {undoable !== null && asset?.filed_at === null && <Badge>{t('undone')}</Badge>}
        {(pointed || meant) && undoable !== null && asset?.filed_sequence === undoable && (
          <span key={`undo ${story.id}`} className={styles.offer}>
            <Button icon={Undo2} onPress={() => undoStory(story)}>
              {t('Undo')}
            </Button>
          </span>
        )}
        {line.retry && tryAgain(story.id)}
        {line.steps !== null && <WorkflowSteps steps={line.steps} failed={line.mark === 'failed'} />}
        {line.reached !== null && <StepMarks reached={line.reached} failed={line.mark === 'failed'} />}
        <button
          type="button"
          className={styles.fold}
          tabIndex={-1}
          aria-label={open ? t('Fold the steps') : t('Unfold the steps')}
          onClick={() => foldStory(story.id, !open)}
        >
          <Icon of={open ? ChevronDown : ChevronRight} />
        </button>
      </div>
    </div>
  );
});

/** Rows that a hand that drags along the strip flies past ask for no pictures; those that had theirs keep them. */
function usePicturesWanted(story: string): boolean {
  const resting = useOlder((state) => state.resting);
  const [wanted, setWanted] = useState<string | null>(resting ? story : null);
  if (resting && wanted !== story) setWanted(story);
  return resting || wanted === story;
}

const marksAtMost = 8;

interface WorkflowStepsProps {
  readonly steps: { readonly ended: number; readonly total: number };
  readonly failed: boolean;
}

/** How far a workflow has come: each step a mark while they are few, and always as numbers. */
function WorkflowSteps({ steps: { ended, total }, failed }: WorkflowStepsProps) {
  const said = failed
    ? t('{ended, number} of {total, number} steps done, then stopped', { ended, total })
    : t('{ended, number} of {total, number} steps done', { ended, total });
  return (
    <span className={styles.steps} role="img" aria-label={said}>
      {ended < total && (
        <span className={styles.count}>
          {ended} / {total}
        </span>
      )}
      {total <= marksAtMost &&
        Array.from({ length: total }, (_, step) => (
          <Shape key={step} family="workflow" mark={step < ended ? 'done' : failed && step === ended ? 'failed' : 'running'} small silent />
        ))}
    </span>
  );
}

/** An element for each story: a press must end on the story on which it began, though another is drawn in its row meanwhile. */
export const tryAgain = (story: string) => <TryAgain key={story} story_id={story} />;

/** Offered while the file still lies set aside. */
function TryAgain({ story_id }: { readonly story_id: string }) {
  const waits = useLog((state) => [...state.inbox.values()].some((entry) => entry.story_id === story_id && entry.state === 'set_aside'));
  if (!waits) return null;
  return (
    <Button icon={RotateCcw} onPress={() => void retry(story_id)}>
      {t('Try again')}
    </Button>
  );
}
