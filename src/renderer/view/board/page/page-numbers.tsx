import { t } from '@shared/language/language';
import type { ProjectPage } from '@shared/library/board-answers';
import type { FacetValue } from '@shared/library/library-filter';
import { toolName } from '@shared/library/provenance';
import { starsInWords } from '@shared/story/words';
import { Card } from '../../../parts/card';
import { Stars, starsNamed } from '../../../parts/stars';
import { Thumb } from '../../../parts/thumb';
import { goToPicture, showSearch } from '../../../store/use-view';
import { Bars } from './bars';
import styles from './page.module.css';

/** So many of the best stand on the page, and so many tools. */
const most = { best: 12, tools: 8 } as const;

interface PageNumbersProps {
  readonly page: ProjectPage;
  readonly tools: readonly FacetValue[];
}

/** The pictures of the project by stars and by tool; each bar leads to its pictures. */
export function PageNumbers({ page, tools }: PageNumbersProps) {
  const { project, summary, ratings, best } = page;
  const names = [...project.names];
  const own = ratings.reduce((sum, rating) => sum + rating.own, 0);
  const came = summary.assets === 0
    ? t('None has come in under its name yet.')
    : t('{pictures, plural, one {# picture} other {# pictures}}, {own, plural, one {# rating} other {# ratings}} of your own', {
      pictures: summary.assets,
      own,
    });
  return (
    <Card title={t('Pictures')} about={came}>
      {best.length > 0 && (
        <div className={styles.best}>
          {best.slice(0, most.best).map(({ content_hash, thumb_hash, file_name, stars, own: mine, media_type }) => (
            <button
              key={content_hash}
              type="button"
              aria-label={`${file_name}, ${stars === null ? t('not rated') : starsNamed(stars, mine ? 'you' : 'measured')}`}
              onClick={() => goToPicture(content_hash)}
            >
              <Thumb hash={content_hash} softly={thumb_hash} video={media_type === 'video'} className={styles.thumb} />
            </button>
          ))}
        </div>
      )}
      {summary.assets > 0 && (
        <>
          <Bars
            label={t('By stars')}
            rows={ratings.map(({ stars, count }) => ({
              key: String(stars), name: stars === 0 ? t('Not rated') : starsInWords(stars), count, stars,
              label: stars === 0 ? t('Not rated') : <Stars stars={stars} silent />,
              onPress: () => showSearch({ project: names, stars: [String(stars)] }),
            }))}
          />
          <Bars
            label={t('By tool')}
            rows={tools.slice(0, most.tools).map(({ value, count }) => ({
              key: value, name: toolName(value), label: toolName(value), count,
              onPress: () => showSearch({ project: names, tool: [value] }),
            }))}
          />
        </>
      )}
    </Card>
  );
}
