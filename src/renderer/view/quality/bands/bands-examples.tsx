import { t } from '@shared/language/language';
import type { BandsExample } from '@shared/library/bands-preview';
import { starsInWords } from '@shared/story/words';
import { ArrowRight } from 'lucide-react';
import { Icon } from '../../../parts/icon';
import { Thumb } from '../../../parts/thumb';
import { goToPicture } from '../../../store/use-view';
import { scoreInWords } from '../scores/score-bars';
import styles from './bands-examples.module.css';

/** Some of the pictures that would change: from which rating to which, and from which folder to which. */
export function BandsExamples({ examples, of }: { readonly examples: readonly BandsExample[]; readonly of: number }) {
  return (
    <section className={styles.examples} aria-label={t('Pictures that change')}>
      <h3>{examples.length < of ? t('{count, number} of them', { count: examples.length }) : t('These')}</h3>
      <ul>
        {examples.map((example) => (
          <li key={example.content_hash}>
            <button type="button" className={styles.example} onClick={() => goToPicture(example.content_hash)}>
              <Thumb hash={example.content_hash} className={styles.thumb} />
              <span className={styles.words}>
                <span className={styles.name}>
                  <span>{example.file_name}</span>
                  <span className={styles.score}>{scoreInWords(example.brisque)}</span>
                </span>
                <span className={styles.stars}>
                  {starsInWords(example.from)} <Icon of={ArrowRight} size="sm" inherit /> <b>{starsInWords(example.to)}</b>
                </span>
                <Folders example={example} />
              </span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Folders({ example: { from_folder, to_folder } }: { readonly example: BandsExample }) {
  if (to_folder === null) return <span className={styles.stays}>{from_folder === '' ? t('stays in its folder') : t('stays in {folder}/', { folder: from_folder })}</span>;
  // What both have in common is said once.
  const [from, to] = [from_folder.split('/'), to_folder.split('/')];
  const at = from.findIndex((part, index) => part !== to[index]);
  const common = at === -1 ? from : from.slice(0, at);
  const rest = (parts: readonly string[]) => parts.slice(common.length).join('/') || '.';
  return (
    <span className={styles.folders}>
      {common.length > 0 && <span className={styles.common}>{common.join('/')}/</span>}
      <span className={styles.change}>
        {rest(from)} → <b>{rest(to)}</b>
      </span>
    </span>
  );
}
