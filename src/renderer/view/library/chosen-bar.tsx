import type { CommandId } from '@shared/commands/all-commands';
import { t } from '@shared/language/language';
import { Columns2, Copy, Ellipsis, Files, FolderInput, FolderOpen, Gavel, Info, type LucideIcon, Undo2, X } from 'lucide-react';
import { useEffect, useMemo, useState } from 'react';
import { type Action, ActionMenu } from '../../parts/action-menu';
import { Button } from '../../parts/button';
import { Spoken } from '../../parts/spoken';
import { Star } from '../../parts/stars';
import { copyFiles } from '../../store/hand-out';
import { useCommands } from '../../store/commands';
import { chosenAmong } from '../../store/library-chosen';
import { useLibrary } from '../../store/use-library';
import { clearChosen, useChosen } from '../../store/use-library-chosen';
import {
  compareChosen, copyPromptsOfChosen, decideChosen, mostCompared, mostPrompts, mostRevealed, rateChosen, revealChosen, undoFilingOfChosen,
} from '../../store/use-library-chosen-acts';
import { useView } from '../../store/use-view';
import { AssignDialog } from './assign-dialog';
import styles from './chosen-bar.module.css';
import { openPicture } from './open-picture';

const stars = [1, 2, 3, 4, 5] as const;

/** What is chosen, in words, and what can be done with it. */
export function ChosenBar() {
  const { chosen } = useChosen();
  const ids = useLibrary((state) => state.answer?.ids);
  const hidden = useMemo(() => chosen.count - (ids === undefined ? 0 : chosenAmong(chosen, ids).length), [chosen, ids]);
  const words = chosen.count === 0 ? '' : chosenInWords(chosen.count, hidden);
  return (
    <>
      <Spoken status>{words}</Spoken>
      {chosen.count > 0 && <Bar count={chosen.count} words={words} />}
    </>
  );
}

function chosenInWords(count: number, hidden: number): string {
  return hidden > 0
    ? t('{count, number} chosen, {hidden, number} hidden by filters', { count, hidden })
    : t('{count, number} chosen', { count });
}

function Bar({ count, words }: { readonly count: number; readonly words: string }) {
  const [assigning, setAssigning] = useState(false);
  const closed = useView((state) => state.library.open === null);
  const cursor = useLibrary((state) => state.cursor);
  const canCompare = count >= 2 && count <= mostCompared;
  useCommands({
    'chosen.assign': () => setAssigning(true),
    'chosen.compare': { run: compareChosen, unless: () => (canCompare ? null : t('Two to {most, number} fit beside each other', { most: mostCompared })) },
    'chosen.copy-prompts': copyPromptsOfChosen,
    'chosen.undo-filing': undoFilingOfChosen,
    'chosen.none': clearChosen,
  });
  useEffect(markBottomBar, []);
  const acts = actsOn(count);
  return (
    <div className={styles.place}>
      <div className={styles.bar} role="toolbar" aria-label={t('What is chosen')}>
        <b className={styles.words}>{words}</b>
        <div className={styles.stars} role="group" aria-label={t('Rate all that are chosen')}>
          {stars.map((each) => (
            <button key={each} type="button" className={styles.star} aria-label={t('Rate all {stars, plural, one {# star} other {# stars}}', { stars: each })} title={`${each}`} onClick={() => void rateChosen(each)}>
              <Star on by="you" />
            </button>
          ))}
          <Button kind="quiet" icon={X} label={t('Clear your ratings of all')} command="library.clear-rating" onPress={() => void rateChosen(0)} />
        </div>
        <Button icon={FolderInput} command="chosen.assign" onPress={() => setAssigning(true)}>
          {t('Assign…')}
        </Button>
        <div className={styles.more}>
          <Button kind="quiet" icon={Gavel} label={t('Decide about them')} command="app.decide" onPress={decideChosen} />
          <Button kind="quiet" icon={Columns2} label={compareLabel(count)} command="chosen.compare" disabled={!canCompare} onPress={compareChosen} />
          <span className={styles.extra}>
            {acts.map(({ id, name, icon, command, disabled = false, run }) => (
              <Button key={id} kind="quiet" icon={icon} label={name} disabled={disabled} {...(command !== undefined && { command })} onPress={run} />
            ))}
          </span>
          <span className={styles.rest}>
            <ActionMenu label={t('More')} icon={Ellipsis} kind="quiet" actions={acts} />
          </span>
          {closed && cursor !== null && <Button kind="quiet" icon={Info} label={t('Facts')} onPress={() => openPicture(cursor)} />}
          <Button kind="quiet" icon={X} label={t('Choose none')} shortcut="Esc" onPress={clearChosen} />
        </div>
        {assigning && <AssignDialog count={count} onClose={() => setAssigning(false)} />}
      </div>
    </div>
  );
}

/** Messages keep clear of the bar. The page is told: a selector that looks for the bar would have all of it styled anew at each change. */
function markBottomBar(): () => void {
  document.body.dataset['bottomBar'] = '';
  return () => { delete document.body.dataset['bottomBar']; };
}

interface Act extends Action {
  readonly icon: LucideIcon;
  readonly command?: CommandId;
}

/** What is done less often, and makes room for the rest where there is little. */
function actsOn(count: number): readonly Act[] {
  const prompts = count > mostPrompts ? t('Copy the first {most, number} prompts', { most: mostPrompts }) : t('Copy prompts');
  const show = count > mostRevealed ? t('Show in folder: {most, number} at most', { most: mostRevealed }) : t('Show in folder');
  return [
    { id: 'prompts', name: prompts, icon: Copy, run: () => void copyPromptsOfChosen() },
    { id: 'files', name: t('Copy the files'), icon: Files, command: 'library.copy-files', run: () => void copyFiles() },
    { id: 'show', name: show, icon: FolderOpen, disabled: count > mostRevealed, run: () => void revealChosen() },
    { id: 'undo', name: t('Undo filing'), icon: Undo2, run: () => void undoFilingOfChosen() },
  ];
}

const compareLabel = (count: number) => (count >= 2 && count <= mostCompared ? t('Compare side by side') : t('Compare side by side: two to {most, number}', { most: mostCompared }));
