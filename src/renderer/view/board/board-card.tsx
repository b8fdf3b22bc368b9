import { t } from '@shared/language/language';
import type { PlacedCard } from '@shared/library/board-answers';
import { type KeyboardEvent, memo, type MouseEvent, useEffect, useRef } from 'react';
import { keyOf } from '../../store/board/board-columns';
import { needCard, setBoardState, useBoard } from '../../store/board/use-board';
import { setBoard, useView } from '../../store/use-view';
import styles from './board-card.module.css';
import { CardFace } from './card-face';
import { aboutOf, heights, kinds, titleOf } from './card-words';
import { useCardDrag } from './use-card-drag';

interface BoardCardProps {
  readonly card: PlacedCard;
  readonly column_id: string;
  /** Whether Tab leads to it. */
  readonly stop: boolean;
  /** Its place in the column, from one, and how many there are. */
  readonly at: number;
  readonly of: number;
  readonly top: number;
  readonly onKeyDown: (event: KeyboardEvent) => void;
}

/** One card: a press opens it, Ctrl chooses it with others, a drag carries it. */
export const BoardCardView = memo(function BoardCardView({ card, column_id, stop, at, of, top, onKeyDown }: BoardCardProps) {
  const key = keyOf(card);
  const content = useBoard((state) => state.contents.get(key));
  const sequence = useBoard((state) => state.board?.sequence);
  const active = useBoard((state) => state.active === key);
  const selected = useBoard((state) => state.selected.has(key));
  const carried = useBoard((state) => state.carried !== null && (state.active === key || (state.selected.has(state.active ?? '') && state.selected.has(key))));
  const past = useView((state) => state.board.at !== null);
  const open = useView(({ board }) => board.open?.id === card.id && board.open.kind === card.kind);
  const element = useRef<HTMLDivElement>(null);
  const edge = useCardDrag(element, key, column_id, past);
  useEffect(() => needCard(card), [card, sequence]);
  const name = content === undefined ? kinds[card.kind].name : `${kinds[card.kind].name} ${titleOf(content)}, ${aboutOf(content)}`;
  return (
    <div
      ref={element}
      role="option"
      tabIndex={stop ? 0 : -1}
      aria-selected={selected}
      aria-posinset={at}
      aria-setsize={of}
      aria-label={carried ? t('{card}, carried', { card: name }) : name}
      data-card={key}
      data-kind={card.kind}
      data-open={open}
      data-carried={carried}
      data-edge={edge}
      className={styles.card}
      style={{ height: heights[card.kind] - 8, transform: `translateY(${top}px)` }}
      onClick={(event) => press(event, key, card)}
      onKeyDown={onKeyDown}
      onFocus={() => { if (!active) setBoardState({ active: key }); }}
    >
      {content !== undefined && <CardFace card={content} />}
    </div>
  );
});

function press(event: MouseEvent, key: string, { kind, id }: PlacedCard): void {
  const { selected } = useBoard.getState();
  if (event.ctrlKey || event.metaKey) {
    setBoardState({ active: key, selected: toggled(selected, key) });
    return;
  }
  setBoardState({ active: key, selected: new Set() });
  setBoard({ open: { kind, id } });
}

/** A set with one more or one less. */
export function toggled(selected: ReadonlySet<string>, key: string): ReadonlySet<string> {
  const next = new Set(selected);
  if (!next.delete(key)) next.add(key);
  return next;
}
