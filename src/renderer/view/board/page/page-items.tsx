import { type CardRef, holding } from '@shared/library/board';
import type { ProjectPage } from '@shared/library/board-answers';
import { countOf } from '@shared/story/words';
import { Plus } from 'lucide-react';
import { Badge } from '../../../parts/badge';
import { Button } from '../../../parts/button';
import { Card } from '../../../parts/card';
import { type BoardForm, openBoardForm } from '../../../store/board/board-forms';
import { setBoard } from '../../../store/use-view';
import { ItemRow } from './item-row';
import styles from './page.module.css';

const toCard = (open: CardRef) => setBoard({ part: 'board', open, at: null });

/** Styles, characters and concepts as they hold now. */
export function PageItems({ page: { project, styles: all, characters, concepts, notes } }: { readonly page: ProjectPage }) {
  const project_id = project.id;
  const chosen = all.filter(({ state }) => state !== 'considered');
  return (
    <>
      <Card title="Styles" end={<Add form={{ kind: 'choose-style', project_id }}>Choose style</Add>}>
        {chosen.length === 0 && <p className={styles.none}>No style is chosen yet.</p>}
        <ul className={styles.items}>
          {chosen.map(({ id, name, now, state }) => {
            const others = now?.data.alternatives_considered.length ?? 0;
            return (
              <ItemRow key={id} name={name} words={now?.data.reason ?? now?.data.style_prompt ?? null} pictures={now?.data.reference_assets ?? []} onOpen={() => toCard({ kind: 'style', id })}>
                {state === 'earlier' && <Badge>earlier</Badge>}
                {others > 0 && <Badge>{`over ${countOf(others, 'other')}`}</Badge>}
              </ItemRow>
            );
          })}
        </ul>
      </Card>
      <Card title="Characters" end={<Add form={{ kind: 'define-character', project_id }}>Define character</Add>}>
        {characters.length === 0 && <p className={styles.none}>No character is defined yet.</p>}
        <ul className={styles.items}>
          {characters.map(({ id, versions }) => {
            const now = holding({ versions })?.data;
            return now === undefined ? null : (
              <ItemRow key={id} name={now.character_name} words={now.backstory ?? now.personality_traits.join(', ')} pictures={now.reference_assets} onOpen={() => toCard({ kind: 'character', id })}>
                <Badge>{now.character_type}</Badge>
                <Badge>{`v${now.version}`}</Badge>
                <Button onPress={() => openBoardForm({ kind: 'define-character', project_id, character_id: id })}>{`Revise ${now.character_name}`}</Button>
              </ItemRow>
            );
          })}
        </ul>
      </Card>
      <Card title="Concepts" end={<Add form={{ kind: 'propose-concept', project_id }}>Propose concept</Add>}>
        {concepts.length === 0 && <p className={styles.none}>No concept is proposed yet.</p>}
        <ul className={styles.items}>
          {concepts.map(({ id, versions }) => {
            const now = holding({ versions })?.data;
            return now === undefined ? null : (
              <ItemRow key={id} name={now.concept_name} words={now.approval_notes ?? now.description} pictures={now.concept_assets} onOpen={() => toCard({ kind: 'concept', id })}>
                <Badge>{now.approved_by === null ? 'proposed' : 'approved'}</Badge>
                {now.approved_by === null && (
                  <Button onPress={() => openBoardForm({ kind: 'approve-concept', project_id, concept_id: id })}>{`Approve ${now.concept_name}`}</Button>
                )}
              </ItemRow>
            );
          })}
        </ul>
      </Card>
      {notes.length > 0 && (
        <Card title="Notes">
          <ul className={styles.items}>
            {notes.map(({ id, text }) => (
              <li key={id} className={styles.note}>
                <button type="button" className={styles.open} onClick={() => openBoardForm({ kind: 'write-note', project_id, note_id: id })}>{text}</button>
              </li>
            ))}
          </ul>
        </Card>
      )}
    </>
  );
}

function Add({ form, children }: { readonly form: BoardForm; readonly children: string }) {
  return <Button icon={Plus} onPress={() => openBoardForm(form)}>{children}</Button>;
}
