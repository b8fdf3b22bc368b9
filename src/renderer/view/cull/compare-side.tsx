import { fixed } from '@shared/language/formats';
import { t } from '@shared/language/language';
import { Check } from 'lucide-react';
import { Button as AriaButton } from 'react-aria-components';
import { Button } from '../../parts/button';
import { cx } from '../../parts/cx';
import { Spoken } from '../../parts/spoken';
import { type Judge, Star } from '../../parts/stars';
import type { Given } from '../../store/rate';
import { ownStarsOf, useCull } from '../../store/use-cull';
import styles from './compare-side.module.css';
import { shortValue } from './differences';
import { PictureStage, type Room } from './picture-stage';
import { shownOf } from './shown-of';
import type { Side } from './use-sides';
import type { ZoomView } from './zoom-view';

interface CompareSideProps {
  readonly side: Side;
  readonly letter: string;
  readonly focused: boolean;
  readonly view: ZoomView;
  readonly onView: (view: ZoomView) => void;
  readonly onRoom: ((room: Room | null) => void) | undefined;
  readonly onFocus: () => void;
  readonly onRate: (stars: Given) => void;
  readonly onKeep: () => void;
}

const choices = [1, 2, 3, 4, 5] as const;

/** One of the pictures side by side, with what is known of it below. */
export function CompareSide({ side, letter, focused, view, onView, onRoom, onFocus, onRate, onKeep }: CompareSideProps) {
  const { card, making, prompt, betterThan } = side;
  const given = useCull((state) => state.given);
  const name = card?.file_name ?? t('loading');
  const own = card === null ? 0 : ownStarsOf(card, given);
  const measured = card === null || card.own ? null : card.stars;
  const by: Judge = own === 0 ? 'measured' : 'you';
  const told = prompt.filter(({ differs }) => differs);
  return (
    <section className={styles.side} aria-label={focused ? t('{letter}, {name}, chosen', { letter, name }) : t('{letter}, {name}', { letter, name })} data-focused={focused}>
      <PictureStage shown={shownOf(card)} view={view} onView={onView} onPress={onFocus} onRoom={onRoom} together focused={focused} label={t('Picture {letter}', { letter })}>
        <span className={styles.tag} aria-hidden>{letter}</span>
        <span className={styles.keep}>
          <Button icon={Check} label={t('Keep {letter} and bring the next', { letter })} shortcut="Enter" onPress={onKeep} />
        </span>
      </PictureStage>
      <div className={styles.line}>
        <div className={styles.stars} role="group" aria-label={t('Rate {letter}', { letter })}>
          {choices.map((stars) => (
            <AriaButton
              key={stars}
              className={cx(styles.star)}
              excludeFromTabOrder={!focused}
              aria-label={t('{stars, plural, one {# star} other {# stars}}', { stars })}
              aria-pressed={own === stars}
              onPress={() => onRate(stars)}
            >
              <Star on={stars <= (own === 0 ? (measured ?? 0) : own)} by={by} />
            </AriaButton>
          ))}
        </div>
        <span className={styles.who}>{own === 0 ? (measured === null ? t('not rated') : t('measured')) : t('your rating')}</span>
        {card !== null && card.brisque !== null && (
          <span className={styles.score}>
            <b>{fixed(card.brisque, 1)}</b>
            <span className={styles.unit}>
              {betterThan === null
                ? t('technical quality')
                : t('technical quality, better than {percent, number} %', { percent: Math.round(betterThan * 100) })}
            </span>
          </span>
        )}
      </div>
      <dl className={styles.making}>
        {making.map((fact) => (
          <div key={fact.name} data-differs={fact.differs}>
            <dt>{fact.name}</dt>
            <dd title={fact.value}>
              {shortValue(fact)}
              {fact.differs && <Spoken> {t('(differs)')}</Spoken>}
            </dd>
          </div>
        ))}
      </dl>
      {told.length > 0 && (
        <p className={styles.prompt} dir="auto">
          {told.map(({ text }, index) => (
            <mark key={`${index} ${text}`}>{text} </mark>
          ))}
        </p>
      )}
    </section>
  );
}
