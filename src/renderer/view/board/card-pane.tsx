import { t } from '@shared/language/language';
import type { CardRef } from '@shared/library/board';
import { X } from 'lucide-react';
import { useEffect } from 'react';
import { Button } from '../../parts/button';
import { Icon } from '../../parts/icon';
import { Section } from '../../parts/section';
import { SidePane } from '../../parts/side-pane';
import { keyOf } from '../../store/board/board-columns';
import { needCard, useBoard } from '../../store/board/use-board';
import { setBoard, useView } from '../../store/use-view';
import { CardActions } from './card-actions';
import { CardFacts } from './card-facts';
import { CardHistory } from './card-history';
import styles from './card-pane.module.css';
import { aboutOf, kinds, titleOf } from './card-words';

interface CardPaneProps {
  readonly project_id: string;
  readonly card: CardRef;
}

/** All of one card: what it says, what can be done with it, and how it came to be as it is. */
export function CardPane({ project_id, card }: CardPaneProps) {
  const content = useBoard((state) => state.contents.get(keyOf(card)));
  const sequence = useBoard((state) => state.board?.sequence ?? 0);
  const past = useView((state) => state.board.at !== null);
  useEffect(() => needCard(card), [card, sequence]);
  return (
    <SidePane
      label={kinds[card.kind].name}
      keptAs={card.kind}
      head={
        <>
          <Icon of={kinds[card.kind].icon} />
          <h2 className={styles.name}>{content === undefined ? kinds[card.kind].name : titleOf(content)}</h2>
          <Button kind="quiet" icon={X} label={t('Close')} shortcut="Esc" onPress={() => setBoard({ open: null })} />
        </>
      }
      {...(!past && content !== undefined && { foot: <CardActions project_id={project_id} card={content} /> })}
    >
      {content !== undefined && (
        <>
          <p className={styles.about}>{aboutOf(content)}</p>
          <CardFacts card={content} />
        </>
      )}
      <Section id="card-history" title={t('How it came to be')}>
        <CardHistory project_id={project_id} card={card} sequence={sequence} />
      </Section>
    </SidePane>
  );
}
