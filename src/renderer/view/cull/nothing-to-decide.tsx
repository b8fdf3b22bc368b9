import { t } from '@shared/language/language';
import { ImageMinus } from 'lucide-react';
import { Button } from '../../parts/button';
import { EmptyState } from '../../parts/empty-state';
import { setCull } from '../../store/use-view';
import { useCullKeys } from './use-cull-keys';

const leave = () => setCull(null);

/** The layer over no pictures at all. */
export function NothingToDecide() {
  useCullKeys((action) => {
    if (action.do !== 'leave') return false;
    leave();
    return true;
  }, ['leave']);
  return (
    <EmptyState icon={ImageMinus} title={t('Nothing to decide about')} actions={<Button kind="primary" shortcut="Esc" onPress={leave}>{t('Go back')}</Button>}>
      {t('No picture is shown there. Take a filter off, or add pictures, and come back.')}
    </EmptyState>
  );
}
