import { t } from '@shared/language/language';
import { useEffect, useState } from 'react';
import spoken from '../../parts/spoken.module.css';
import { whileVisible } from '../../parts/while-visible';
import { useLog } from '../../store/use-log';

const everyMs = 10_000;

/** Tells readers what happened, in one polite sentence every ten seconds at most. */
export function Announcer() {
  const [sentence, setSentence] = useState('');
  useEffect(() => {
    let before = useLog.getState();
    return whileVisible(() => {
      const now = useLog.getState();
      if (before.ready && now !== before) {
        const filed = now.inbox_counts.filed - before.inbox_counts.filed;
        const aside = now.inbox_counts.set_aside - before.inbox_counts.set_aside;
        const parts = [
          filed > 0 && t('{filed, plural, one {# file} other {# files}} filed', { filed }),
          aside > 0 && t('{aside, plural, one {# file} other {# files}} set aside', { aside }),
        ];
        const words = parts.filter((part) => part !== false).join(', ');
        if (words !== '') setSentence(`${words}.`);
      }
      before = now;
    }, everyMs);
  }, []);
  return (
    <div className={spoken.spoken} aria-live="polite">
      {sentence}
    </div>
  );
}
