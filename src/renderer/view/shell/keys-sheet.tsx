import { X } from 'lucide-react';
import { Dialog, Heading, Modal, ModalOverlay } from 'react-aria-components';
import { Button } from '../../parts/button';
import { cx } from '../../parts/cx';
import { Kbd } from '../../parts/kbd';
import { showKeys, useView } from '../../store/use-view';
import styles from './keys-sheet.module.css';

const sheet = [
  ['Everywhere', [['Go to inbox', 'G I'], ['Go to timeline', 'G T'], ['Go to library', 'G L'], ['Go to projects', 'G P'], ['Go to quality', 'G Q'], ['Go to system', 'G S'], ['Go to care', 'G C'], ['Undo', 'Ctrl Z'], ['Take an undo back', 'Ctrl Shift Z'], ['Filter', 'F'], ['Search', '/'], ['Add files', 'Ctrl O'], ['Settings', 'Ctrl ,'], ['Next pane', 'F6'], ['Close a layer', 'Esc']]],
  ['Timeline', [['Row', '↑ ↓'], ['Unfold, fold', '→ ←'], ['Open the event', 'Enter'], ['Next, previous story', 'J K'], ['Pause', 'P'], ['Go to the picture', 'O'], ['Copy as JSON', 'Ctrl C'], ['Newest', 'Home'], ['Undo the filing', 'U']]],
  ['Library', [['Picture', '← → ↑ ↓'], ['Open', 'Enter'], ['Quick look', 'Space'], ['Why is it here', 'W'], ['Filters', 'F'], ['Order', 'O'], ['Grid or list', 'V'], ['Size', '+ −'], ['Rate', '1 – 5'], ['Clear your rating', '0'], ['Decide about pictures', 'C'], ['Copy the files', 'Ctrl C'], ['Show in folder', 'Ctrl Shift R']]],
  ['Deciding', [['Rate and go on', '1 – 5'], ['Reject', 'X'], ['Clear your rating', '0'], ['Next', 'Space'], ['Back', '←'], ['Take back', 'U'], ['100 %', 'Z'], ['Closer, further', '+ −'], ['Push', 'Shift ← ↑'], ['Facts', 'I'], ['Filmstrip', 'T'], ['Undecided only', 'F'], ['Go on by itself', 'A'], ['Compare', 'C'], ['Blind', 'B']]],
  ['Comparing', [['Side', '← →'], ['Rate it', '1 – 5'], ['Keep it, bring the next', 'Enter'], ['Swap in the next', 'N'], ['Blind: left, right, neither', '← → ↓'], ['Blind: ranking', 'R']]],
  ['Stacks', [['Stack', '↑ ↓'], ['Picture', '← →'], ['Keep this one instead', 'Space'], ['Keep the best', 'B'], ['Keep all', 'A'], ['Compare', 'Enter'], ['Open in the library', 'O']]],
  ['Quality', [['Scores, stacks, limits', '1 – 3'], ['Bar, point or row', '← → ↑ ↓'], ['Its pictures', 'Enter'], ['Limits', 'B'], ['Move a limit', '← →'], ['By five', 'Shift ← →'], ['Apply the limits', 'Ctrl Enter']]],
  ['System', [['Map, metrics, dead letters', '1 – 3'], ['Service or event type', '← → ↑ ↓'], ['What it hears and says', 'Enter'], ['Try again', 'R']]],
  ['Care', [['Health, history', '1 – 2'], ['Check now', 'C'], ['Entry of the history', '↑ ↓'], ['Open it', 'Enter'], ['Undo it', 'U']]],
  ['Inbox', [['Lane', '1 – 4'], ['Try again', 'R'], ['Row', '↑ ↓']]],
] as const;

/** All keys on one sheet. */
export function KeysSheet() {
  const shown = useView((state) => state.keys_shown);
  return (
    <ModalOverlay className={cx(styles.scrim)} isOpen={shown} onOpenChange={showKeys} isDismissable>
      <Modal className={cx(styles.modal)}>
        <Dialog className={cx(styles.dialog)}>
          <header className={styles.head}>
            <Heading slot="title">Keys</Heading>
            <Button kind="quiet" icon={X} label="Close" onPress={() => showKeys(false)} />
          </header>
          <div className={styles.groups}>
            {sheet.map(([name, keys]) => (
              <section key={name}>
                <h3>{name}</h3>
                <dl className={styles.keys}>
                  {keys.map(([what, press]) => (
                    <div key={what}>
                      <dt>{what}</dt>
                      <dd>
                        <span className={styles.spoken}>{press}</span>
                        {press.split(' ').map((key) => (
                          <Kbd key={key}>{key}</Kbd>
                        ))}
                      </dd>
                    </div>
                  ))}
                </dl>
              </section>
            ))}
          </div>
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}
