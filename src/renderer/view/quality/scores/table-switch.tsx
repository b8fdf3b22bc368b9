import { t } from '@shared/language/language';
import { Table2 } from 'lucide-react';
import { Button } from '../../../parts/button';

/** Shows a drawing as the table of its numbers, and back. */
export function TableSwitch({ on, onChange }: { readonly on: boolean; readonly onChange: (on: boolean) => void }) {
  return <Button kind="quiet" icon={Table2} label={t('Show as table')} pressed={on} onPress={() => onChange(!on)} />;
}
