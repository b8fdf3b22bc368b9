import type { Handed } from '@shared/ipc/system-app-calls';
import { t } from '@shared/language/language';
import { showPictureInFolder } from './actions';
import { askQuietly } from './ask';
import { beginHanding } from './dragged';
import { useLibrary } from './use-library';
import { cardOf, idNow } from './use-library-cards';
import { allChosen, useChosen } from './use-library-chosen';
import { say } from './use-toasts';

/** Pictures by number or by hash. */
interface Pictures {
  readonly ids: number[];
  readonly content_hashes: string[];
}

/** So many files are handed over at once, at most: other programs open each. */
const most = 1_000;
const capturedMs = 250;

/** Makes pictures that say so (`data-hand-out`, a hash) something that can be dragged to other programs. */
export function followHandOut(): () => void {
  const begin = (event: DragEvent) => {
    const picture = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-hand-out]') : null;
    const hash = picture?.dataset['handOut'];
    if (picture === null || hash === undefined) return;
    // The system's own drag takes the place of the page's, which would carry an address of the page.
    event.preventDefault();
    void handOut(withChosen(hash), picture);
  };
  window.addEventListener('dragstart', begin);
  return () => window.removeEventListener('dragstart', begin);
}

/** One picture; or all that are chosen when it is among them. */
function withChosen(hash: string): Pictures {
  const id = idNow(hash);
  const chosen = allChosen();
  return id !== null && chosen.includes(id) ? { ids: [...chosen], content_hashes: [] } : { ids: [], content_hashes: [hash] };
}

async function handOut(pictures: Pictures, picture: HTMLElement): Promise<void> {
  if (isTooMany(pictures, 'dragged')) return;
  const showAgain = await hideWhatLiesOn(picture);
  beginHanding(pictures.ids.length + pictures.content_hashes.length);
  const reply = askQuietly('library/drag-out', { ...pictures, area: areaOf(picture) });
  setTimeout(showAgain, capturedMs);
  tellProblems(await reply);
}

/** The picture at the pointer is taken from the window: for that moment, no button lies on it. Resolves when it is drawn so. */
async function hideWhatLiesOn(picture: HTMLElement): Promise<() => void> {
  const buttons = [...(picture.parentElement?.querySelectorAll<HTMLElement>(':scope > button') ?? [])];
  for (const { style } of buttons) style.visibility = 'hidden';
  await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
  return () => {
    for (const { style } of buttons) style.visibility = '';
  };
}

/** What the keyboard is on in the library: all that are chosen, else the one picture. */
function here(): Pictures {
  if (useChosen.getState().chosen.count > 0) return { ids: [...allChosen()], content_hashes: [] };
  const { cursor } = useLibrary.getState();
  return { ids: cursor === null ? [] : [cursor], content_hashes: [] };
}

/** Puts the files of pictures onto the clipboard, to be pasted in a file manager or another program. */
export async function copyFiles(pictures: Pictures = here()): Promise<void> {
  if (pictures.ids.length + pictures.content_hashes.length === 0) {
    say(t('Choose a picture first.'));
    return;
  }
  if (isTooMany(pictures, 'copied')) return;
  const reply = await askQuietly('library/copy-files', pictures);
  tellProblems(reply);
  if (typeof reply === 'string') return;
  say(t('{files, plural, one {# file} other {# files}} on the clipboard. Paste in a folder or another program.', { files: reply.answer.files }));
}

export const copyFileOf = (content_hash: string) => copyFiles({ ids: [], content_hashes: [content_hash] });

/** Shows the file that the keyboard is on in the file manager. */
export async function revealHere(): Promise<void> {
  const [id] = here().ids;
  const card = id === undefined ? null : await cardOf(id);
  if (card === null) say(t('Choose a picture first.'));
  else await showPictureInFolder(card.content_hash);
}

function isTooMany({ ids, content_hashes }: Pictures, done: 'dragged' | 'copied'): boolean {
  if (ids.length + content_hashes.length <= most) return false;
  say(
    done === 'copied'
      ? t('At most {most, number} files can be copied at once. Choose fewer, or show them in their folder.', { most })
      : t('At most {most, number} files can be dragged at once. Choose fewer, or show them in their folder.', { most }),
    'problem',
  );
  return true;
}

function tellProblems(reply: { readonly answer: Handed } | string): void {
  const problems = typeof reply === 'string' ? [reply] : reply.answer.problems;
  for (const problem of problems) say(problem, 'problem');
}

/** Where a picture is seen, cut off at the edges of the window; null when it is out of sight. */
function areaOf(element: HTMLElement): { x: number; y: number; width: number; height: number } | null {
  const { left, top, right, bottom } = element.getBoundingClientRect();
  const x = Math.max(0, Math.round(left));
  const y = Math.max(0, Math.round(top));
  const width = Math.round(Math.min(window.innerWidth, right)) - x;
  const height = Math.round(Math.min(window.innerHeight, bottom)) - y;
  return width > 0 && height > 0 ? { x, y, width, height } : null;
}
