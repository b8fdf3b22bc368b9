import { t } from '@shared/language/language';
import { type CardRef, holding } from '@shared/library/board';
import type { ProjectPage } from '@shared/library/board-answers';
import { Check, Pencil, Plus } from 'lucide-react';
import { Badge } from '../../../parts/badge';
import { Button } from '../../../parts/button';
import { Card } from '../../../parts/card';
import { type BoardForm, openBoardForm } from '../../../store/board/board-forms';
import { setBoard } from '../../../store/use-view';
import { characterTypes } from '../card-words';
import { ItemRow } from './item-row';
import styles from './page.module.css';

const toCard = (open: CardRef) => setBoard({ part: 'board', open, at: null });

/** Styles, characters and concepts as they hold now. */
export function PageItems({ page: { project, styles: all, characters, concepts, notes } }: { readonly page: ProjectPage }) {
  const project_id = project.id;
  const chosen = all.filter(({ state }) => state !== 'considered');
  return (
    <>
      <Card title={t('Styles')} end={<Add form={{ kind: 'choose-style', project_id }}>{t('Choose style')}</Add>}>
        {chosen.length === 0 && <p className={styles.none}>{t('No style is chosen yet.')}</p>}
        <ul className={styles.items}>
          {chosen.map(({ id, name, now, state }) => {
            const others = now?.data.alternatives_considered.length ?? 0;
            return (
              <ItemRow key={id} name={name} words={now?.data.reason ?? now?.data.style_prompt ?? null} pictures={now?.data.reference_assets ?? []} onOpen={() => toCard({ kind: 'style', id })}>
                {state === 'earlier' && <Badge>{t('earlier')}</Badge>}
                {others > 0 && <Badge>{t('over {others, plural, one {# other} other {# others}}', { others })}</Badge>}
              </ItemRow>
            );
          })}
        </ul>
      </Card>
      <Card title={t('Characters')} end={<Add form={{ kind: 'define-character', project_id }}>{t('Define character')}</Add>}>
        {characters.length === 0 && <p className={styles.none}>{t('No character is defined yet.')}</p>}
        <ul className={styles.items}>
          {characters.map(({ id, versions }) => {
            const now = holding({ versions })?.data;
            return now === undefined ? null : (
              <ItemRow key={id} name={now.character_name} words={now.backstory ?? now.personality_traits.join(', ')} pictures={now.reference_assets} onOpen={() => toCard({ kind: 'character', id })}>
                <Badge>{characterTypes[now.character_type]}</Badge>
                <Badge>{`v${now.version}`}</Badge>
                <Button
                  kind="quiet"
                  icon={Pencil}
                  label={t('Revise {name}', { name: now.character_name })}
                  onPress={() => openBoardForm({ kind: 'define-character', project_id, character_id: id })}
                >
                  {t('Revise')}
                </Button>
              </ItemRow>
            );
          })}
        </ul>
      </Card>
      <Card title={t('Concepts')} end={<Add form={{ kind: 'propose-concept', project_id }}>{t('Propose concept')}</Add>}>
        {concepts.length === 0 && <p className={styles.none}>{t('No concept is proposed yet.')}</p>}
        <ul className={styles.items}>
          {concepts.map(({ id, versions }) => {
            const now = holding({ versions })?.data;
            return now === undefined ? null : (
              <ItemRow key={id} name={now.concept_name} words={now.approval_notes ?? now.description} pictures={now.concept_assets} onOpen={() => toCard({ kind: 'concept', id })}>
                <Badge>{now.approved_by === null ? t('proposed') : t('approved')}</Badge>
                {now.approved_by === null && (
                  <Button
                    kind="quiet"
                    icon={Check}
                    label={t('Approve {name}', { name: now.concept_name })}
                    onPress={() => openBoardForm({ kind: 'approve-concept', project_id, concept_id: id })}
                  >
                    {t('Approve')}
                  </Button>
                )}
              </ItemRow>
            );
          })}
        </ul>
      </Card>
      {notes.length > 0 && (
        <Card title={t('Notes')}>
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
