import { t } from '@shared/language/language';
import type { LibraryCard } from '@shared/library/library-answer';
import type { Stack } from '@shared/library/stacks';
import { Columns2, LayoutGrid } from 'lucide-react';
import { memo, useEffect, useRef } from 'react';
import { Badge } from '../../../parts/badge';
import { Button } from '../../../parts/button';
import { cx } from '../../../parts/cx';
import { Stars } from '../../../parts/stars';
import { Thumb } from '../../../parts/thumb';
import { compareStack, decideStack, keepInstead, keptOf, moveTo, useStacks } from '../../../store/use-stacks';
import { goToPicture } from '../../../store/use-view';
import styles from './stack-row.module.css';
import { differences, type Fact, factsOf, likenessInWords, makingInWords, nameOfPicture, othersInWords } from './stack-words';

interface StackRowProps {
  readonly stack: Stack;
  readonly active: boolean;
  /** The picture that the keyboard is on. */
  readonly picture: LibraryCard | null;
}

export const pictureId = (stack: Stack, card: LibraryCard) => `stack-${stack.id}-${card.id}`;

/** Pictures that look nearly the same, the best first, and what can be decided about them. */
export const StackRow = memo(function StackRow({ stack, active, picture }: StackRowProps) {
  const kept = useStacks((state) => keptOf(stack, state.kept));
  const differing = differences(stack.cards);
  const making = makingInWords(stack);
  const keptCard = stack.cards.find(({ content_hash }) => content_hash === kept);
  const isOther = keptCard !== stack.cards[0];
  return (
    <div role="presentation" className={styles.stack}>
      <div role="presentation" className={styles.pictures}>
        <div role="presentation" className={styles.head}>
          <b>{t('{count, number} pictures', { count: stack.cards.length })}</b>
          <span>{likenessInWords(stack.distance)}</span>
          {making !== '' && <span>{making}</span>}
        </div>
        <div role="presentation" className={styles.strip}>
          {stack.cards.map((card, at) => (
            <StackPicture
              key={card.id}
              stack={stack}
              card={card}
              best={at === 0}
              kept={card.content_hash === kept}
              active={card === picture}
              differing={differing}
            />
          ))}
        </div>
      </div>
      <div role="gridcell" aria-label={t('Decide')} className={styles.decide}>
        <Button kind={active ? 'primary' : 'plain'} command="stacks.keep-best" onPress={() => void decideStack(stack, 'kept_best')}>
          {isOther ? t('Keep this one') : t('Keep best')}
        </Button>
        <p>
          <bdi title={keptCard?.file_name}>{keptCard?.file_name}</bdi>
          {othersInWords(stack)}
        </p>
        <div role="presentation" className={styles.others}>
          <Button command="stacks.keep-all" onPress={() => void decideStack(stack, 'kept_all')}>
            {t('Keep all')}
          </Button>
          <Button icon={Columns2} label={t('Compare side by side')} command="stacks.compare" onPress={() => compareStack(stack, picture?.content_hash ?? null)} />
          <Button icon={LayoutGrid} label={t('Open in the library')} command="stacks.open" onPress={() => goToPicture(picture?.content_hash ?? kept)} />
        </div>
      </div>
    </div>
  );
});

interface StackPictureProps {
  readonly stack: Stack;
  readonly card: LibraryCard;
  readonly best: boolean;
  readonly kept: boolean;
  readonly active: boolean;
  readonly differing: ReadonlySet<Fact>;
}

/** One picture of a stack. A click makes it the one to keep. */
function StackPicture({ stack, card, best, kept, active, differing }: StackPictureProps) {
  const cell = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (active) cell.current?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }, [active]);
  const facts = factsOf(card);
  const { width, height } = card;
  const shape = width === null || height === null ? null : { width, height };
  const softly = shape === null ? undefined : card.thumb_hash;
  const fact = (name: Fact) => <span data-differs={differing.has(name)}>{facts[name]}</span>;
  return (
    <div
      ref={cell}
      role="gridcell"
      id={pictureId(stack, card)}
      aria-label={nameOfPicture(card, { best, kept })}
      aria-selected={kept}
      data-at={active}
      className={styles.picture}
    >
      <button
        type="button"
        // One of each stack, so that a row of many can be reached.
        tabIndex={kept ? 0 : -1}
        className={styles.frame}
        aria-label={t('Keep {name}', { name: card.file_name })}
        onClick={() => {
          keepInstead(stack, card.content_hash);
          moveTo(stack.id, card.content_hash);
        }}
      >
        <Thumb hash={card.content_hash} softly={softly} shape={shape} handOut className={styles.thumb} />
        {(kept || best) && <span className={cx(styles.flag)}>{kept ? <Badge tone="glass">{t('Keep')}</Badge> : <Badge>{t('Best')}</Badge>}</span>}
      </button>
      <div role="presentation" className={styles.facts}>
        {card.stars === null ? <span>{t('not rated')}</span> : <Stars stars={card.stars} by={card.own ? 'you' : 'measured'} silent />}
        {fact('score')}
      </div>
      <div role="presentation" className={styles.facts}>
        {fact('pixels')}
        {fact('bytes')}
      </div>
    </div>
  );
}
