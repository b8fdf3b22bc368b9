import { t } from '@shared/language/language';
import { Check, TriangleAlert, X } from 'lucide-react';
import { Button } from '../../parts/button';
import { cx } from '../../parts/cx';
import { Icon } from '../../parts/icon';
import { dismiss, useToasts } from '../../store/use-toasts';
import styles from './toast-stack.module.css';

/** What was just done, and what could not be. */
export function ToastStack() {
  const toasts = useToasts((state) => state.toasts);
  return (
    <section className={styles.stack} aria-label={t('Messages')}>
      {toasts.map(({ id, text, tone, action, silent }) => (
        <div key={id} className={cx(styles.toast, tone === 'problem' && styles.problem)} role={silent ? 'group' : tone === 'problem' ? 'alert' : 'status'}>
          <Icon of={tone === 'problem' ? TriangleAlert : Check} inherit />
          <span className={styles.text}>{text}</span>
          {action !== null && (
            <Button
              onPress={() => {
                dismiss(id);
                action.run();
              }}
            >
              {action.label}
            </Button>
          )}
          <Button kind="quiet" icon={X} label={t('Close message')} onPress={() => dismiss(id)} />
        </div>
      ))}
    </section>
  );
}
