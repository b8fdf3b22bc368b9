import { t } from '@shared/language/language';
import type { StacksAnswer } from '@shared/library/stacks';
import { Images, Layers, Plus, ScanSearch, SearchX } from 'lucide-react';
import { Button } from '../../../parts/button';
import { EmptyState } from '../../../parts/empty-state';
import { chooseFiles } from '../../../store/actions';
import { askStacks, useStacks } from '../../../store/use-stacks';
import { setQuality, useView } from '../../../store/use-view';

/** Why there is no stack to decide about. */
export function NoStacks({ answer }: { readonly answer: StacksAnswer }) {
  const distance = useStacks((state) => state.distance);
  const isNarrowed = useView((state) => state.quality.text.trim() !== '');
  if (answer.known + answer.waiting === 0) {
    return (
      <EmptyState
        icon={Images}
        title={t('No pictures yet')}
        actions={
          <Button kind="primary" icon={Plus} command="app.add-files" onPress={() => void chooseFiles()}>
            {t('Add files')}
          </Button>
        }
      >
        {t('Drop pictures or a folder anywhere in this window. Those that look nearly the same are put together here.')}
      </EmptyState>
    );
  }
  if (answer.waiting > 0) {
    return (
      <EmptyState icon={ScanSearch} title={t('Still looking')}>
        {t('None of the pictures that were looked at so far look nearly the same. Stacks appear here as they are found.')}
      </EmptyState>
    );
  }
  if (isNarrowed) {
    return (
      <EmptyState icon={SearchX} title={t('No stack matches')} actions={<Button onPress={() => setQuality({ text: '' })}>{t('Show all stacks')}</Button>}>
        {t('None of the pictures that look nearly the same holds these words.')}
      </EmptyState>
    );
  }
  return (
    <EmptyState
      icon={Layers}
      title={t('Nothing to decide about')}
      actions={distance !== 'loose' && <Button onPress={() => askStacks({ distance: 'loose' })}>{t('Look more loosely')}</Button>}
    >
      {t('No two pictures look nearly the same, but for those that you have decided about.')}
    </EmptyState>
  );
}
