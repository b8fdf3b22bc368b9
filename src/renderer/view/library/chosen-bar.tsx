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
  const words = chosen.count === 0 ? '' : `${number(chosen.count)} chosen${hidden > 0 ? `, ${number(hidden)} hidden by filters` : ''}`;
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
    'chosen.compare': { run: compareChosen, unless: () => (canCompare ? null : `Two to ${mostCompared} fit beside each other`) },
    'chosen.copy-prompts': copyPromptsOfChosen,
    'chosen.undo-filing': undoFilingOfChosen,
    'chosen.none': clearChosen,
  });
  return (
    <div className={styles.bar} role="toolbar" aria-label="What is chosen" data-bottom-bar>
      <b className={styles.words}>{words}</b>
      <div className={styles.stars} role="group" aria-label="Rate all that are chosen">
        {stars.map((each) => (
          <button key={each} type="button" className={styles.star} aria-label={`Rate all ${each} ${each === 1 ? 'star' : 'stars'}`} title={`${each}`} onClick={() => void rateChosen(each)}>
            <Star on by="you" />
          </button>
        ))}
        <Button kind="quiet" icon={X} label="Clear your ratings of all" command="library.clear-rating" onPress={() => void rateChosen(0)} />
      </div>
      <Button icon={FolderInput} command="chosen.assign" onPress={() => setAssigning(true)}>
        Assign…
      </Button>
      <div className={styles.more}>
        <Button kind="quiet" icon={Gavel} label="Decide about them" command="app.decide" onPress={decideChosen} />
        <Button kind="quiet" icon={Columns2} label={compareLabel(count)} command="chosen.compare" disabled={!canCompare} onPress={compareChosen} />
        <Button kind="quiet" icon={Copy} label={count > mostPrompts ? `Copy the first ${number(mostPrompts)} prompts` : 'Copy prompts'} onPress={() => void copyPromptsOfChosen()} />
        <Button kind="quiet" icon={Files} label="Copy the files" command="library.copy-files" onPress={() => void copyFiles()} />
        <Button kind="quiet" icon={FolderOpen} label={count > mostRevealed ? `Show in folder: ${mostRevealed} at most` : 'Show in folder'} disabled={count > mostRevealed} onPress={() => void revealChosen()} />
        <Button kind="quiet" icon={Undo2} label="Undo filing" onPress={() => void undoFilingOfChosen()} />
        {closed && cursor !== null && <Button kind="quiet" icon={Info} label="Facts" onPress={() => openPicture(cursor)} />}
        <Button kind="quiet" icon={X} label="Choose none" shortcut="Esc" onPress={clearChosen} />
      </div>
      {assigning && <AssignDialog count={count} onClose={() => setAssigning(false)} />}
    </div>
  );
}

const compareLabel = (count: number) => (count >= 2 && count <= mostCompared ? 'Compare side by side' : `Compare side by side: two to ${mostCompared}`);
