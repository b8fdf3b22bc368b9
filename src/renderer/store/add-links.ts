import { mostLinkLetters } from '@shared/ipc/drop-calls';
import { t } from '@shared/language/language';
import { askQuietly } from './ask';
import { addDropped } from './actions';
import type { DropSpot } from './dragged';
import { projectAt } from './drop-on-project';
import { filesAreComing } from './own-acts';
import { beginFetch, endFetch, listFetches } from './use-fetches';
import { say } from './use-toasts';

const atMost = 50;
/** The window makes no document of what a page wrote; it only looks for where its pictures lie. */
const pictureTag = /<img\b[^>]*?\ssrc\s*=\s*(?:"([^"]*)"|'([^']*)')/gi;
const isLink = (text: string) => /^(https?:\/\/\S+|data:(image|video)\/\S+)$/i.test(text);

/** The pictures, else the links, that a browser gives with what is dragged or copied out of it. */
export function linksIn(data: Pick<DataTransfer, 'getData'>): readonly string[] {
  const pictures = [...data.getData('text/html').matchAll(pictureTag)]
    .map(([, double, single]) => (double ?? single ?? '').replaceAll('&amp;', '&').trim())
    .filter(isLink);
  if (pictures.length > 0) return [...new Set(pictures)];
  const lines = (text: string) => text.split(/\r?\n/).map((line) => line.trim()).filter(isLink);
  return [...new Set(lines(data.getData('text/uri-list')))];
}

/** Has links fetched into the inbox, one after the other. @param spot the project on which they were let go */
export async function addLinks(links: readonly string[], how: 'typed' | 'pasted' | 'dropped', spot: DropSpot | null = null): Promise<void> {
  const project = spot === null ? null : await projectAt(spot);
  if (spot !== null && project === null) return;
  filesAreComing();
  if (links.length > atMost) {
    say(t('Alice fetches {atMost, number} pictures at a time; {more, plural, other {# more}} were left out.', { atMost, more: links.length - atMost }), 'problem');
  }
  const wanted = links.slice(0, atMost).filter((link) => link.length <= mostLinkLetters);
  if (wanted.length < Math.min(links.length, atMost)) {
    say(t('The picture is too large to be taken like this. Save it as a file first, and drop that.'), 'problem');
  }
  filesAreComing();
  const added: string[] = [];
  for (const [at, id] of listFetches(wanted).entries()) {
    const link = wanted[at];
    if (link === undefined || !beginFetch(id)) continue;
    const answer = await askQuietly('inbox/add-link', { id, link, how, project_id: project?.project_id ?? null });
    endFetch(id);
    if (typeof answer === 'string') say(answer, 'problem');
    else added.push(answer.answer.name);
  }
  tell(added, project?.name ?? null);
}

function tell(added: readonly string[], project: string | null): void {
  const [only] = added;
  if (only === undefined) return;
  const count = added.length;
  if (project === null && count === 1) say(t('{name} added to the inbox', { name: only }));
  else if (project === null) say(t('{count, plural, one {# picture} other {# pictures}} added to the inbox', { count }));
  else say(t('{count, plural, one {# picture} other {# pictures}} added to the inbox for {project}', { count, project }));
}

/** Takes what was pasted: files, a picture without a file, or a link. */
export async function addPasted(data: DataTransfer): Promise<void> {
  const text = data.getData('text/plain').trim();
  const links = linksIn(data);
  const files = [...data.files];
  // A picture that was copied, and not its file, comes as one file that was made this moment and lies nowhere.
  const [only] = files;
  const isPicture = files.length === 1 && only?.name === 'image.png' && Date.now() - only.lastModified < 5_000;
  if (isPicture && only.size * 1.4 < mostLinkLetters) return addLinks([await asLink(only)], 'pasted');
  if (files.length > 0 && !isPicture) return addDropped(files);
  if (links.length > 0) return addLinks(links, 'pasted');
  if (isLink(text)) return addLinks([text], 'typed');
  if (isPicture) say(t('The picture is too large to be pasted. Save it as a file first, and drop that.'), 'problem');
}

const asLink = (file: File): Promise<string> =>
  new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => { resolve(reader.result as string); };
    reader.onerror = () => { reject(new Error('the clipboard could not be read')); };
    reader.readAsDataURL(file);
  });
