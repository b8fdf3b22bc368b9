import { t } from '@shared/language/language';
import { Images, Inbox, Plus } from 'lucide-react';
import { Button } from '../../parts/button';
import { EmptyState } from '../../parts/empty-state';
import { addSamples, chooseFiles } from '../../store/actions';
import { useLog } from '../../store/use-log';

/** The inbox before anything has come. Samples are offered only while the library is empty too. */
export function InboxEmpty() {
  const nothingAtAll = useLog((state) => state.asset_count === 0);
  return (
    <EmptyState
      icon={Inbox}
      title={t('The inbox is empty')}
      actions={
        <>
          <Button kind="primary" icon={Plus} command="app.add-files" onPress={() => void chooseFiles()}>
            {t('Add files')}
          </Button>
          {nothingAtAll && (
            <Button icon={Images} onPress={() => void addSamples()}>
              {t('Add sample pictures')}
            </Button>
          )}
        </>
      }
    >
      {t('Drop pictures or a folder anywhere in this window. Alice reads who made them, rates them and files them.')}
    </EmptyState>
  );
}
