import { t } from '@shared/language/language';
import type { ProjectSummary } from '@shared/library/board-answers';
import { columnInWords } from '@shared/library/column-words';
import { X } from 'lucide-react';
import { useEffect, useState } from 'react';
import { Dialog, Heading, Input, Label, ListBox, ListBoxItem, Modal, ModalOverlay, TextField } from 'react-aria-components';
import { Button } from '../../parts/button';
import { cx } from '../../parts/cx';
import { number } from '../../parts/numbers';
import { Segmented } from '../../parts/segmented';
import { ask } from '../../store/ask';
import { choicesOf, type ProjectChoice, projectOf } from '../../store/project-choices';
import { assignChosen } from '../../store/use-library-chosen-acts';
import styles from './assign-dialog.module.css';

interface AssignDialogProps {
  readonly count: number;
  readonly onClose: () => void;
}

interface Column {
  readonly id: string;
  readonly name: string;
}

const files = [['stay', t('Files stay where they are')], ['move', t('Files move to its folder')]] as const;
/** Where pictures begin: no column of their own is asked for. */
const anywhere = '';

/** Gives what is chosen to a project that is there, or to a new one. */
export function AssignDialog({ count, onClose }: AssignDialogProps) {
  const [projects, setProjects] = useState<readonly ProjectSummary[] | null>(null);
  const [text, setText] = useState('');
  const [picked, setPicked] = useState<string | null>(null);
  const [column, setColumn] = useState(anywhere);
  const [moved, setMoved] = useState<'stay' | 'move'>('stay');
  const [busy, setBusy] = useState(false);
  useEffect(() => {
    void ask('board/projects', {}).then(setProjects);
  }, []);
  const choices = choicesOf(projects ?? [], text);
  const choice = choices.find(({ key }) => key === picked) ?? choices[0];
  const columns = useColumns(choice?.id ?? null);

  const find = (next: string) => {
    setText(next);
    setPicked(null);
  };
  const assign = async () => {
    if (choice === undefined || busy) return;
    setBusy(true);
    const id = await projectOf(choice);
    const known = columns.some((each) => each.id === column);
    const done = id !== null && (await assignChosen({ project: { id, name: choice.name }, column_id: known ? column : null, move_files: moved === 'move' }));
    setBusy(false);
    if (done) onClose();
  };

  return (
    <ModalOverlay className={cx(styles.scrim)} isOpen isDismissable onOpenChange={(open) => { if (!open) onClose(); }}>
      <Modal className={cx(styles.modal)}>
        <Dialog className={cx(styles.dialog)}>
          <header className={styles.head}>
            <Heading slot="title">{t('Assign {count, plural, one {# picture} other {# pictures}} to a project', { count })}</Heading>
            <Button kind="quiet" icon={X} label={t('Close')} shortcut="Esc" onPress={onClose} />
          </header>
          <form
            className={styles.form}
            onSubmit={(event) => {
              event.preventDefault();
              void assign();
            }}
          >
            <TextField className={cx(styles.field)} value={text} onChange={find} maxLength={200} autoFocus>
              <Label>{t('Project')}</Label>
              <Input className={cx(styles.input)} placeholder={t('Find one, or name a new one')} />
            </TextField>
            <ListBox
              aria-label={t('Projects')}
              className={cx(styles.list)}
              items={choices}
              selectionMode="single"
              disallowEmptySelection
              selectedKeys={choice === undefined ? [] : [choice.key]}
              onSelectionChange={(keys) => setPicked(keys === 'all' ? null : String([...keys][0] ?? ''))}
              renderEmptyState={() => <p className={styles.none}>{projects === null ? t('Looking at the projects.') : t('No project yet. Name one.')}</p>}
            >
              {(each) => (
                <ListBoxItem id={each.key} textValue={each.name} className={cx(styles.item)}>
                  <span className={styles.name} dir="auto">{each.label}</span>
                  <span className={styles.about}>{each.assets === null ? '' : number(each.assets)}</span>
                </ListBoxItem>
              )}
            </ListBox>
            {columns.length > 0 && (
              <label className={styles.field}>
                {t('Column of its board')}
                <select className={styles.input} value={column} onChange={(event) => setColumn(event.target.value)}>
                  <option value={anywhere}>{t('Where pictures begin')}</option>
                  {columns.map((each) => (
                    <option key={each.id} value={each.id}>{columnInWords(each)}</option>
                  ))}
                </select>
              </label>
            )}
            <Segmented label={t('What becomes of their files')} options={files} value={moved} onChange={setMoved} />
          </form>
          <footer className={styles.foot}>
            <Button onPress={onClose}>{t('Cancel')}</Button>
            <Button kind="primary" disabled={busy} why={choice === undefined ? t('Choose a project first') : null} onPress={() => void assign()}>
              {verbOf(choice)}
            </Button>
          </footer>
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}

function verbOf(choice: ProjectChoice | undefined): string {
  if (choice === undefined) return t('Assign');
  const { id, name } = choice;
  return id === null ? t('Create {name} and assign', { name }) : t('Assign to {name}', { name });
}

function useColumns(project: string | null): readonly Column[] {
  const [columns, setColumns] = useState<{ readonly of: string; readonly all: readonly Column[] } | null>(null);
  useEffect(() => {
    if (project === null) return;
    let left = false;
    void ask('board/open', { project_id: project, at: null, cards_per_column: 1 }).then((board) => {
      if (!left && board !== null) setColumns({ of: project, all: board.columns });
    });
    return () => {
      left = true;
    };
  }, [project]);
  return columns !== null && columns.of === project ? columns.all : [];
}
