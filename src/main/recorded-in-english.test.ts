import { assetUnfiled } from '@shared/events/care-events';
import { columnAdded, projectRenamed } from '@shared/events/board-events';
import type { EventDraft } from '@shared/events/define-event';
import { settingsChanged, undoRequested } from '@shared/events/system-events';
import { english, type Language, speak, t } from '@shared/language/language';
import type { ActEvent } from '@shared/library/board-acts';
import { foldInboxEntry } from '@shared/library/inbox-entry';
import { httpStageSchema } from '@shared/library/quality-stage';
import { describeEvent } from '@shared/story/describe-event';
import { eventLine } from '@shared/story/event-line';
import { type ChangeEvent, changeLabel } from '@shared/story/personal-changes';
import { recordedBytes } from '@shared/story/words';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { httpStage } from './adapters/http/http-stage';
import { actLabel, ratedLabel } from './projections/history-labels';
import { notMedia } from './services/intake/outcomes';
import { planActs } from './services/undo/board-plan';
import { undoService } from './services/undo/undo-service';
import { recordedFrom } from './testing/sample-events';
import { hashOf } from './testing/trees';

/** Says every text in brackets. */
const bracketed: Language = {
  ...english,
  tag: 'de',
  messages: new Proxy({}, {
    get: (_, text) => `⟦${String(text)}⟧`,
    getOwnPropertyDescriptor: () => ({ configurable: true, enumerable: true, value: '' }),
  }),
};

const id = { project_id: 'p' };
const [added, renamed, dark] = recordedFrom(
  [
    columnAdded({ ...id, column_id: 'edit', column_name: 'Edit', rank: 'P' }),
    projectRenamed({ ...id, project_name: 'Harbor' }),
    settingsChanged({ setting: 'theme', value: 'dark', previous_value: 'light' }),
  ],
  'story',
);

beforeEach(() => { speak(bracketed); });
afterEach(() => { speak(english); });

describe('what is recorded while the window speaks another language', () => {
  it('[V140] is said in English: labels of the history, lines of the log, reasons and sizes', () => {
    expect(describeEvent(added!).title).toBe('⟦Column added: Edit⟧');
    expect(actLabel(added as ActEvent)).toBe('Column added: Edit');
    expect(ratedLabel({ pictures: 2, name: 'a.png', stars: 5 })).toBe('2 pictures rated five stars');
    expect(eventLine(renamed!)).toMatch(/ {2}Project renamed: Harbor$/);
    expect(changeLabel(dark as ChangeEvent)).toBe('Theme: Dark');
    expect(recordedBytes(1_250_000)).toBe('1.3 MB');
    expect(notMedia({ kind: 'not_media', content_hash: hashOf('a'), size: 2_500, identity: '' }).message).toContain('(2.5 kB)');
  });

  it('[V140] is said in English in what is kept of a file in the inbox', () => {
    const where = { file_path: '/inbox/a.png', organized_path: '/organized/a.png', operation: 'copy' } as const;
    const [undone] = recordedFrom([assetUnfiled({ ...where, content_hash: hashOf('a'), undone_event_id: 'e', undo_id: 'u' })], 'story');
    expect(foldInboxEntry(null, undone!)?.message).toBe('Its filing was undone. It lies here untouched; Try again files it anew.');
  });

  it('[V140] is said in English by an undo: the title of the act that it takes back, and what stands in its way', async () => {
    const events = [added!, renamed!];
    const drafts: EventDraft[] = [];
    const [request] = recordedFrom([undoRequested({ undo_id: 'u', scope: 'operation', label: 'x', sequences: [1] })], 'wish');
    const service = undoService({
      at: (sequence) => events[sequence - 1] ?? null,
      about: () => events,
      operationsAfter: () => [],
      ofUndo: () => [],
      bandsChanges: () => [],
      stackDecisions: () => [],
      changedBy: () => 0,
    });
    await service.handle(request!, { publish: (draft) => drafts.push(draft) });
    expect(drafts.map(({ data }) => (data as { act_title?: string }).act_title)).toEqual(['Column added: Edit']);

    const [later] = recordedFrom([projectRenamed({ ...id, project_name: 'Lantern' })], 'later', 9);
    const steps = planActs([renamed!, later!], [renamed!]);
    expect(steps).toEqual([expect.objectContaining({ message: 'After that: Project renamed: Lantern. Undo that first.' })]);
  });

  it('[V140] is said in English by a stage that cannot be asked', async () => {
    const setup = httpStageSchema.parse({ name: 'one', url: 'http://scores.test', score_path: 'score', poorest: 0, best: 1 });
    const picture = { content_hash: hashOf('a'), original: unasked, preview: unasked } as never;
    const key = async () => ({ kind: 'problem', sentence: () => t('The key cannot be read.') }) as const;
    const asked = (url: string) => httpStage({ setup: { ...setup, url }, key, keyed: true }).run(picture, AbortSignal.timeout(1_000));
    await expect(asked(setup.url)).rejects.toThrow(/^Pictures and keys go to scores.test unencrypted/);
    await expect(asked('https://scores.test')).rejects.toThrow(/^The key cannot be read\.$/);
  });
});

function unasked(): never {
  throw new Error('The picture was sent.');
}
