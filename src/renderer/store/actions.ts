import type { AppStatus } from '@shared/ipc/answers';
import { t } from '@shared/language/language';
import { alice } from './alice';
import { ask, askQuietly } from './ask';
import type { DropSpot } from './dragged';
import { dropOnProject } from './drop-on-project';
import { tellAdded } from './tell-added';
import { filesAreComing } from './own-acts';
import { isPreviewWanted, previewChosen, previewDropped } from './use-dry-run';
import { knowId } from './use-library-cards';
import { logDoor, useLog } from './use-log';
import { setStatus, useStatus } from './use-status';
import { say } from './use-toasts';
import { setTimeline, useView } from './use-view';

async function change(call: Promise<AppStatus | null>): Promise<void> {
  const status = await call;
  if (status !== null) setStatus(status);
}

export const setOperation = (operation: AppStatus['operation']) => change(ask('app/set-operation', { operation }));

/** Pauses the watching of the inbox, or takes it up again. */
export function toggleWatching(): Promise<void> {
  const watching = useStatus.getState().status?.watching === 'on' ? 'paused' : 'on';
  return change(ask('app/set-watching', { watching }));
}

/** Asks for files and adds them, or shows first what would become of them, as a person set it. */
export async function chooseFiles(): Promise<void> {
  filesAreComing();
  if (await isPreviewWanted()) await previewChosen('files');
  else tellAdded(await ask('inbox/choose-files', {}));
}

export async function addSamples(): Promise<void> {
  filesAreComing();
  tellAdded(await ask('inbox/add-samples', {}));
}

export const openInboxFolder = () => ask('inbox/open-folder', {});
export const showEntryInFolder = (story_id: string) => ask('inbox/show-in-folder', { story_id });
export const showPictureInFolder = (content_hash: string) => ask('library/show-in-folder', { content_hash });
export const retry = (story_id: string) => ask('inbox/retry', { story_id });

/** Holds the timeline still where it is now, or lets it go on. */
export function togglePaused(): void {
  const held = useView.getState().timeline.paused_at !== null;
  setTimeline({ paused_at: held ? null : useLog.getState().sequence });
}

/**
 * Puts dropped files and folders into the inbox, or where they were let go.
 * @param preview shows first what would become of them, whatever the setting says
 */
export async function addDropped(files: readonly File[], preview = false, spot: DropSpot | null = null): Promise<void> {
  filesAreComing();
  try {
    if (spot !== null) await dropOnProject(files, spot, preview);
    else if (preview || (await isPreviewWanted())) await previewDropped(files);
    else tellAdded(await alice.addFiles(files));
  } catch {
    say(t('The files could not be added. They are untouched where they were.'), 'problem');
  }
}

/** Loads a whole story, so that its thread is complete however old it is. */
export async function loadStory(id: string): Promise<void> {
  if (useLog.getState().stories.has(id)) return;
  const events = await ask('events/story', { correlation_id: id });
  if (events !== null) logDoor.stories([{ id, events }]);
}

/** Loads one asset that is not in the loaded part of the library. */
export async function loadAsset(content_hash: string): Promise<void> {
  const story = await ask('library/story', { content_hash });
  if (story === null) return;
  logDoor.asset(story.asset);
  if (story.id !== null) knowId(content_hash, story.id);
}

/** Copies text; when the system refuses, says how to do it by hand. */
export async function copyText(text: string, what: string): Promise<void> {
  try {
    await navigator.clipboard.writeText(text);
    say(t('{what} copied', { what }));
  } catch {
    say(t('The clipboard could not be reached. Select the text and press Ctrl+C.'), 'problem');
  }
}

/** Tries every file again that was set aside, one after the other; stops at the first refusal. */
export async function retryAll(): Promise<void> {
  const aside = [...useLog.getState().inbox.values()].filter((entry) => entry.state === 'set_aside');
  for (const { story_id } of aside) {
    const refusal = await askQuietly('inbox/retry', { story_id });
    if (typeof refusal !== 'string') continue;
    say(refusal, 'problem');
    return;
  }
}
