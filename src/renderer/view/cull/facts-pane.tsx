import { t } from '@shared/language/language';
import type { LibraryCard } from '@shared/library/library-answer';
import { factsOf } from '@shared/library/asset-facts';
import { toolName } from '@shared/library/provenance';
import { Facts, type Fact } from '../../parts/facts';
import { ScoreFacts } from '../../parts/score-scale-facts';
import { useBands } from '../../store/rate-bands';
import styles from './facts-pane.module.css';
import { useStoryOf } from './use-story-of';

/** What is known of the picture beside it: what was measured, how it was made, what was asked for. */
export function FactsPane({ card }: { readonly card: LibraryCard | null }) {
  const story = useStoryOf(card?.content_hash ?? null);
  const bands = useBands();
  const { prompt, model, seed, tool } = story === null ? { prompt: null, model: null, seed: null, tool: null } : factsOf(story.asset);
  const size = card === null || card.width === null || card.height === null ? null : `${card.width} × ${card.height}`;
  const all: readonly (readonly [string, string | null])[] = [
    [t('Tool'), tool === null ? null : toolName(tool)], [t('Model'), model], [t('Seed'), seed], [t('Size'), size], [t('Project'), card?.project ?? null],
  ];
  return (
    <aside className={styles.pane} aria-label={t('Facts')}>
      <h3 className={styles.name}>{card?.file_name}</h3>
      {story !== null && (
        <>
          <ScoreFacts asset={story.asset} betterThan={story.better_than} bands={bands} />
          <Facts facts={all.filter((fact): fact is Fact => fact[1] !== null)} />
          {prompt !== null && (
            <p className={styles.prompt} dir="auto">
              {prompt}
            </p>
          )}
        </>
      )}
    </aside>
  );
}
