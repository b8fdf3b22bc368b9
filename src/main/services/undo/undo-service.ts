import { actRedone, actUndone } from '@shared/events/board-events';
import { assetUndoRefused, assetUndoRequested } from '@shared/events/care-events';
import { ratingBandsChanged, ratingCleared, ratingGiven, stackDecided } from '@shared/events/rating-events';
import { inEnglish } from '@shared/language/language';
import { describeEvent } from '@shared/story/describe-event';
import { uuidv7 } from 'uuidv7';
import { defineService } from '../../kernel/define-service';
import { defineManifest } from '../../kernel/manifest';
import { planRequest } from './plan-request';
import type { OperationLog } from './ports';
import type { UndoStep } from './undo-plan';

export const undoManifest = defineManifest({
  name: 'undo',
  summary:
    'Turns what a person wants undone into one request for each file operation, the latest first, says ratings, limits and decisions about ' +
    'stacks again as they were, that something done on a board counts no more, and what is left out.',
  consumes: ['undo.requested'],
  publishes: [assetUndoRequested, assetUndoRefused, ratingGiven, ratingCleared, ratingBandsChanged, stackDecided, actUndone, actRedone],
});

/** Works out what an undo means; see the manifest. Whoever filed the files takes them back. */
export const undoService = (log: OperationLog) =>
  defineService({
    ...undoManifest,
    on: {
      'undo.requested': async ({ data }, { publish }) => {
        const { undo_id } = data;
        for (const step of await planRequest(data, log)) {
          const { content_hash, event } = step;
          const undone = { undo_id, content_hash, undone_event_id: event.event_id };
          if (step.kind === 'undo') publish(assetUndoRequested({ ...undone, undone_sequence: event.sequence }));
          else if (step.kind === 'turn') publish(turned(step, undo_id));
          else if (step.kind === 'say') publish(saidAgain(step, undo_id, log));
          // A refusal is about a file. That nothing else can be taken back was said before it was asked for.
          else if (content_hash !== '') publish(assetUndoRefused({ ...undone, reason: step.reason, message: step.message }));
        }
      },
    },
  });

function turned({ event, act, again }: UndoStep & { kind: 'turn' }, undo_id: string) {
  const named = { act_event_id: act.event_id, act_sequence: act.sequence, act_title: inEnglish(() => describeEvent(act).title) };
  return (again ? actRedone : actUndone)({ project_id: act.data.project_id, undo_id, ...named, undone_event_id: event.event_id });
}

type Draft = ReturnType<typeof ratingGiven | typeof ratingCleared | typeof ratingBandsChanged | typeof stackDecided>;

function saidAgain({ content_hash, event, now, back_to }: UndoStep & { kind: 'say' }, undo_id: string, log: OperationLog): Draft {
  // The same decision once more takes it back, and the next one makes it again.
  if (event.event_type === 'rating.stack_decided') return stackDecided({ ...event.data, undo_id });
  if (Array.isArray(back_to)) {
    const previous_bands = Array.isArray(now) ? now : back_to;
    return ratingBandsChanged({ change_id: uuidv7(), bands: back_to, previous_bands, ratings_changed: log.changedBy(back_to), undo_id });
  }
  const previous_stars = typeof now === 'number' ? now : null;
  if (typeof back_to === 'number') return ratingGiven({ content_hash, stars: back_to, previous_stars, undo_id });
  // A rating that two had cleared at once is cleared once more.
  const before = event.event_type === 'rating.cleared' ? event.data.previous_stars : 1;
  return ratingCleared({ content_hash, previous_stars: previous_stars ?? before, undo_id });
}
