import { t } from '@shared/language/language';
import { Columns2, Copy, Files, FolderInput, FolderOpen, Gavel, Info, Undo2, X } from 'lucide-react';
import { useMemo, useState } from 'react';
import { Button } from '../../parts/button';
import { number } from '../../parts/numbers';
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
  const words = chosen.count === 0 ? '' : `${number(chosen.count)} chosen${hidden > 0 ? t(', {hidden, number} hidden by filters', { hidden }) : ''}`;
  return (
    <>
      <p className={styles.spoken} role="status">
        {words}
      </p>
      {chosen.count > 0 && <Bar count={chosen.count} words={words} />}
    </>
  );
}

function Bar({ count, words }: { readonly count: number; readonly words: string }) {
  const [assigning, setAssigning] = useState(false);
  const closed = useView((state) => state.library.open === null);
  const cursor = useLibrary((state) => state.cursor);
  const canCompare = count >= 2 && count <= mostCompared;
  useCommands({
    'chosen.assign': () => setAssigning(true),
    'chosen.compare': { run: compareChosen, unless: () => (canCompare ? null : t('Two to {mostCompared} fit beside each other', { mostCompared })) },
    'chosen.copy-prompts': copyPromptsOfChosen,
    'chosen.undo-filing': undoFilingOfChosen,
    'chosen.none': clearChosen,
  });
  return (
    <div className={styles.bar} role="toolbar" aria-label={t('What is chosen')} data-bottom-bar>
      <b className={styles.words}>{words}</b>
      <div className={styles.stars} role="group" aria-label={t('Rate all that are chosen')}>
        {stars.map((each) => (
          <button key={each} type="button" className={styles.star} aria-label={t('Rate all {each} {each, plural, one {star} other {stars}}', { each })} title={`${each}`} onClick={() => void rateChosen(each)}>
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
        <Button kind="quiet" icon={Copy} label={count > mostPrompts ? t('Copy the first {mostPrompts, number} prompts', { mostPrompts }) : t('Copy prompts')} onPress={() => void copyPromptsOfChosen()} />
        <Button kind="quiet" icon={Files} label={t('Copy the files')} command="library.copy-files" onPress={() => void copyFiles()} />
        <Button kind="quiet" icon={FolderOpen} label={count > mostRevealed ? t('Show in folder: {mostRevealed} at most', { mostRevealed }) : t('Show in folder')} disabled={count > mostRevealed} onPress={() => void revealChosen()} />
        <Button kind="quiet" icon={Undo2} label={t('Undo filing')} onPress={() => void undoFilingOfChosen()} />
        {closed && cursor !== null && <Button kind="quiet" icon={Info} label={t('Facts')} onPress={() => openPicture(cursor)} />}
        <Button kind="quiet" icon={X} label={t('Choose none')} shortcut="Esc" onPress={clearChosen} />
      </div>
      {assigning && <AssignDialog count={count} onClose={() => setAssigning(false)} />}
    </div>
  );
}

const compareLabel = (count: number) => (count >= 2 && count <= mostCompared ? t('Compare side by side') : t('Compare side by side: two to {mostCompared}', { mostCompared }));
