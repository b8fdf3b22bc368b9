import type { ChosenSource } from '@shared/ipc/source-calls';
import { t } from '@shared/language/language';
import { choiceProblem, type Source, type SourceChoice, usualChoice } from '@shared/library/source';
import { type KeyboardEvent, useId, useState } from 'react';
import { Button } from '../../../parts/button';
import { Notice } from '../../../parts/notice';
import { Segmented } from '../../../parts/segmented';
import { Switch } from '../../../parts/switch';
import { useLog } from '../../../store/use-log';
import { keepEdited, useSources } from '../../../store/use-sources';
import styles from './source-dialogs.module.css';

interface SourceFormProps {
  readonly edited: ChosenSource | Source;
  readonly onClose: () => void;
}

const projectFrom = [['folders', t('First folder inside')], ['one', t('One project')]] as const;
const operations = [['copy', t('Copy')], ['move', t('Move')]] as const;
const operationWords = {
  copy: t('Nothing in this folder is changed.'),
  move: t('Each file leaves this folder once its copy is verified.'),
} as const;

/** What is done with the files of a watched folder. */
export function SourceForm({ edited, onClose }: SourceFormProps) {
  const id = useId();
  const isNew = !('operation' in edited);
  const [choice, setChoice] = useState<SourceChoice>(() => choiceOf(edited));
  const [problem, setProblem] = useState<string | null>(null);
  const projects = useLog((state) => state.projects);
  const set = (change: Partial<SourceChoice>) => setChoice((before) => ({ ...before, ...change }));
  const others = useSources((state) => state.sources)?.filter((source) => source.id !== edited.id) ?? [];
  const keep = async () => setProblem(choiceProblem(choice, others) ?? (await keepEdited(choice)));
  const onEnter = ({ key }: KeyboardEvent) => {
    if (key === 'Enter') void keep();
  };
  const { name, project, operation } = choice;
  return (
    <div className={styles.form}>
      <div className={styles.scroll}>
        <p className={styles.path}>{edited.path}</p>
        <div className={styles.field}>
          <label htmlFor={`${id}-name`}>{t('Name')}</label>
          <input
            id={`${id}-name`} type="text" value={name} maxLength={60} autoComplete="off" onKeyDown={onEnter}
            onChange={({ target }) => set({ name: target.value })}
          />
        </div>
        <div className={styles.field} role="group" aria-label={t('Project of its files')}>
          <span>{t('Project')}</span>
          <Segmented
            label={t('Project of its files')} options={projectFrom} value={project === null ? 'folders' : 'one'}
            onChange={(from) => set({ project: from === 'folders' ? null : '' })}
          />
          {project !== null && (
            <>
              <input
                type="text" aria-label={t('Name of the project')} placeholder={t('Name of the project')} value={project} maxLength={100} autoComplete="off"
                list={`${id}-projects`}
                onKeyDown={onEnter} onChange={({ target }) => set({ project: target.value })}
              />
              <datalist id={`${id}-projects`}>
                {projects.map((each) => <option key={each.project} value={each.project} />)}
              </datalist>
            </>
          )}
        </div>
        <div className={styles.field} role="group" aria-label={t('When a file is filed')}>
          <span>{t('When a file is filed')}</span>
          <Segmented label={t('When a file is filed')} options={operations} value={operation} onChange={(next) => set({ operation: next })} />
          <small>{operationWords[operation]}</small>
        </div>
        <Choice
          title={t('Include subfolders')} sentence={t('Off: only files that lie in the folder itself are taken.')}
          on={choice.subfolders} onChange={(subfolders) => set({ subfolders })}
        />
        <Choice
          title={t('Only pictures and videos')} sentence={t('Other files are left alone. Off: they are set aside with a reason, as in the inbox.')}
          on={choice.only_media} onChange={(only_media) => set({ only_media })}
        />
        <Choice
          title={t('Look through it every few seconds')} sentence={t('For a network drive that tells of no changes. Most are noticed by themselves.')}
          on={choice.polling} onChange={(polling) => set({ polling })}
        />
        {problem !== null && <Notice>{problem}</Notice>}
      </div>
      <div className={styles.foot}>
        <Button onPress={onClose}>{t('Cancel')}</Button>
        <Button kind="primary" onPress={() => void keep()}>
          {isNew ? t('Watch this folder') : t('Save changes')}
        </Button>
      </div>
    </div>
  );
}

interface ChoiceProps {
  readonly title: string;
  readonly sentence: string;
  readonly on: boolean;
  readonly onChange: (on: boolean) => void;
}

function Choice({ title, sentence, on, onChange }: ChoiceProps) {
  return (
    <div className={styles.choice}>
      <div>
        <b>{title}</b>
        <small>{sentence}</small>
      </div>
      <Switch label={title} on={on} onChange={onChange} />
    </div>
  );
}

function choiceOf(edited: ChosenSource | Source): SourceChoice {
  if (!('operation' in edited)) return { ...usualChoice, name: edited.name };
  const { name, project, operation, subfolders, only_media, polling, enabled } = edited;
  return { name, project, operation, subfolders, only_media, polling, enabled };
}
