import { t } from '@shared/language/language';
import type { CardRef } from '@shared/library/board';
import type { ItemHistoryPage } from '@shared/library/board-answers';
import type { FieldChange } from '@shared/library/board-diff';
import type { ProjectHistoryItem } from '@shared/library/board-history';
import { describeEvent } from '@shared/story/describe-event';
import { useEffect, useState } from 'react';
import { Badge } from '../../parts/badge';
import { Thumb } from '../../parts/thumb';
import { clockTime, shortDay } from '../../parts/times';
import { ask } from '../../store/ask';
import { useColumnNames } from '../../store/board/column-names';
import { goToStory, useView } from '../../store/use-view';
import { inWords } from './card-facts';
import styles from './card-history.module.css';
import { changesByField } from './changes-by-field';
import { fieldInWords } from './field-words';

const pageSize = 50;

interface CardHistoryProps {
  readonly project_id: string;
  readonly card: CardRef;
  /** Changes when something of the board did. */
  readonly sequence: number;
}

/** What happened to a card, the newest first, with what became different by it. */
export function CardHistory({ project_id, card: { kind, id }, sequence }: CardHistoryProps) {
  const [page, setPage] = useState<ItemHistoryPage | null>(null);
  const at = useView((state) => state.board.at);
  useEffect(() => {
    let left = false;
    void ask('board/item-history', { project_id, kind, id, before: at === null ? null : at + 1, limit: pageSize }).then((answer) => {
      if (!left) setPage(answer);
    });
    return () => { left = true; };
  }, [project_id, kind, id, sequence, at]);
  if (page === null) return null;
  if (page.items.length === 0) return <p className={styles.none}>{t('It came onto the board by itself; nobody has moved or changed it.')}</p>;
  return (
    <ol className={styles.history}>
      {page.items.map((item) => (
        <Item key={item.event_id} item={item} />
      ))}
    </ol>
  );
}

function Item({ item }: { readonly item: ProjectHistoryItem }) {
  const { title, quote } = describeEvent(item.event, { columns: useColumnNames() });
  const { correlation_id: story_id, event_id } = item.event;
  return (
    <li data-removed={item.removed}>
      <button type="button" className={styles.what} onClick={() => goToStory({ story_id, event_id })}>
        {title}
      </button>
      <span className={styles.when}>
        {shortDay(item.at)}, {clockTime(item.at)}
        {item.removed && <Badge>{t('taken back')}</Badge>}
      </span>
      {item.event.event_type === 'character.defined' && item.changes.length > 0 && item.event.data.reason !== null && (
        <q className={styles.quote} dir="auto">{item.event.data.reason}</q>
      )}
      {item.changes.length > 0 && (
        <dl className={styles.changes}>
          {changesByField(item.changes).map(({ field, changes }) => (
            <div key={field}>
              <dt>{fieldInWords(field)}</dt>
              <dd>
                {changes.map((change) => (
                  <Change key={`${inWords(change.before)} ${inWords(change.after)}`} change={change} />
                ))}
              </dd>
            </div>
          ))}
        </dl>
      )}
      {item.changes.length === 0 && quote !== null && <q className={styles.quote} dir="auto">{quote}</q>}
    </li>
  );
}

const contentHash = /^[0-9a-f]{64}$/;

/** A picture is shown, everything else is said. */
function Value({ value }: { readonly value: unknown }) {
  const all: readonly unknown[] = Array.isArray(value) ? value : [value];
  const hashes = all.filter((each): each is string => typeof each === 'string' && contentHash.test(each));
  if (hashes.length === 0 || hashes.length < all.length) return inWords(value);
  return hashes.map((hash) => <Thumb key={hash} hash={hash} className={styles.picture} />);
}

function Change({ change: { field, before, after } }: { readonly change: FieldChange }) {
  return (
    <>
      {before !== null && <del dir="auto"><Value value={told(field, before)} /></del>}
      {after !== null && <ins dir="auto"><Value value={told(field, after)} /></ins>}
    </>
  );
}

/** Who approved is a word of the log. */
const told = (field: string, value: unknown) => (field === 'approved_by' && value === 'user' ? t('you') : value);
