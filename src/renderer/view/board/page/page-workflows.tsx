import { t } from '@shared/language/language';
import type { ProjectPage } from '@shared/library/board-answers';
import { Card } from '../../../parts/card';
import { goToStory } from '../../../store/use-view';
import { ask } from '../../../store/ask';
import { ItemRow } from './item-row';
import styles from './page.module.css';

/** What ran for the project, the newest first. */
export function PageWorkflows({ page: { workflows } }: { readonly page: ProjectPage }) {
  if (workflows.length === 0) return null;
  return (
    <Card title={t('Workflows')}>
      <ul className={styles.items}>
        {workflows.map(({ id, name, state, steps, steps_done, provider, error, output_assets }) => {
          const about = [state, ...(steps === 0 ? [] : [t('{steps_done, number} of {steps, plural, one {# step} other {# steps}}', { steps_done, steps })]), ...(provider === null ? [] : [provider])];
          return (
            <ItemRow key={id} name={name} words={error} pictures={output_assets} onOpen={() => void openWorkflow(id)}>
              <span className={styles.none}>{about.join(' · ')}</span>
            </ItemRow>
          );
        })}
      </ul>
    </Card>
  );
}

/** The events of a workflow are told under its id. */
async function openWorkflow(id: string): Promise<void> {
  const events = await ask('events/story', { correlation_id: id });
  const [first] = events ?? [];
  if (first !== undefined) goToStory({ story_id: id, event_id: first.event_id });
}
