import type { AliceEvent } from '../events/catalog';
import { fixed } from '../language/formats';
import { t } from '../language/language';
import { baseName } from '../library/asset-record';
import type { ColumnNames } from '../library/column-words';
import { defaultBands, type RatingBands } from '../library/rating';
import { settingsPanels } from '../settings/settings-panels';
import { isSettingKey, settingOf } from '../settings/settings-table';
import { valueInWords } from '../settings/setting-words';
import { describeBoardEvent } from './describe-board-event';
import { characterDefined, contextChanged, stepEnded } from './describe-creative-event';
import { assessed, discovered, organized, processed, refiledBecause } from './describe-file-event';
import { describeSourceEvent } from './describe-source-event';
import { type Description, said, withoutStop } from './description';
import { bytesInWords, durationInWords, lastFolders, starsInWords } from './words';

/** What is known beside an event: the limits between the stars, and what columns are called where it does not say so. */
export interface KnownBeside {
  readonly bands?: RatingBands;
  readonly columns?: ColumnNames | undefined;
}

/** Says what an event means and why it happened. Every event of the catalog has its sentence. */
export function describeEvent(event: AliceEvent, { bands = defaultBands, columns }: KnownBeside = {}): Description {
  switch (event.event_type) {
    case 'asset.detected':
      return said(t('Seen in the inbox'), t('{size} so far; waiting until it stops growing', { size: bytesInWords(event.data.file_size) }), {
        fact: event.data.file_path,
      });
    case 'asset.discovered':
      return discovered(event.data);
    case 'asset.processed':
      return processed(event.data);
    case 'asset.organized':
      return organized(event.data);
    case 'asset.duplicated':
      return said(t('Recognised as a duplicate'), t('The same bytes are organized already; linked to them, the file stays where it is'), {
        fact: event.data.original_path,
      });
    case 'asset.set_aside':
      return said(t('Set aside'), withoutStop(event.data.message));
    case 'asset.retry_requested':
      return said(t('Tried again'), t('You asked for another try'));
    case 'asset.withdrawn':
      return said(t('Taken out of the inbox'), t('Someone removed the file before it was filed'));
    case 'asset.sidecar_discovered':
      return said(t('A sidecar was found'), t('{size}; it travels with its picture', { size: bytesInWords(event.data.file_size) }), {
        fact: event.data.file_path,
      });
    case 'asset.sidecar_filed':
      return said(
        t('Sidecar filed as {name}', { name: baseName(event.data.destination_path) }),
        t('Beside its picture, by the same verified way'),
        { fact: lastFolders(event.data.destination_path, 4) },
      );
    case 'asset.moved':
      return said(t('Found at another place'), t('Someone moved or renamed it outside Alice; its history goes with it'), {
        fact: `${lastFolders(event.data.from_path, 4)} → ${lastFolders(event.data.to_path, 4)}`,
      });
    case 'asset.missing':
      return said(
        event.data.reason === 'gone' ? t('Missing') : t('Replaced'),
        event.data.reason === 'gone'
          ? t('Its organized file is not where it was filed; rating and history are kept')
          : t('Other bytes lie where it was filed; rating and history are kept'),
        { fact: event.data.file_path },
      );
    case 'asset.returned':
      return said(t('Back at its place'), t('The same bytes lie there again'), { fact: event.data.file_path });
    case 'asset.adopted':
      return said(t('Taken into the library'), t('It lay in the organized folder without a history'), { fact: lastFolders(event.data.file_path, 4) });
    case 'asset.refiled':
      return said(t('Refiled as {name}', { name: baseName(event.data.to_path) }), refiledBecause(event.data.reason), {
        fact: `${lastFolders(event.data.from_path, 4)} → ${lastFolders(event.data.to_path, 4)}`,
      });
    case 'asset.unfiled':
      return said(
        t('Filing undone'),
        event.data.operation === 'move'
          ? t('The file is back in the inbox')
          : t('The organized copy is in the trash, the original stays in the inbox'),
        { fact: event.data.file_path },
      );
    case 'asset.refile_requested':
      return said(t('To be refiled'), refiledBecause(event.data.reason));
    case 'asset.refile_refused':
      return said(t('Not refiled'), withoutStop(event.data.message));
    case 'asset.undo_requested':
      return said(t('To be undone'), t('You asked to take back event {sequence}', { sequence: String(event.data.undone_sequence) }));
    case 'asset.undo_refused':
      return said(t('Not undone'), withoutStop(event.data.message));
    case 'metadata.updated':
      return said(t('Metadata changed'), event.data.updated_fields.join(', '));
    case 'quality.assessed':
      return assessed(event.data, bands);
    case 'quality.not_rated':
      return said(t('Not rated'), withoutStop(event.data.message));
    case 'rating.given':
      return said(
        t('You rated it {stars}', { stars: starsInWords(event.data.stars) }),
        event.data.previous_stars === null
          ? t('Your own rating holds, whatever is measured')
          : t('Before, it had {stars}', { stars: starsInWords(event.data.previous_stars) }),
      );
    case 'rating.cleared':
      return said(t('Own rating cleared'), t('The measured rating holds again'));
    case 'rating.bands_changed':
      return said(
        t('Limits between the stars moved'),
        t('To {limits}; {changed, plural, one {# rating} other {# ratings}} changed by it', {
          limits: event.data.bands.join(', '),
          changed: event.data.ratings_changed,
        }),
      );
    case 'rating.derived':
      return said(
        t('Now {stars}', { stars: starsInWords(event.data.star_rating) }),
        t('By the new limits, BRISQUE {score} is no longer {stars}', {
          score: fixed(event.data.brisque_score, 1),
          stars: starsInWords(event.data.previous_stars),
        }),
      );
    case 'rating.compared':
      return said(event.data.draw ? t('Compared: neither is better') : t('Preferred in a comparison'), event.data.blind ? t('Without names and ratings') : null);
    case 'rating.stack_decided': {
      const { content_hashes, kept_hashes, decision, undo_id } = event.data;
      const count = content_hashes.length;
      if (undo_id !== null) {
        return said(
          t('A decision about a stack taken back, or made again'),
          t('{count, plural, one {# picture} other {# pictures}} that look nearly the same, by an undo', { count }),
        );
      }
      return said(
        decision === 'kept_all' ? t('All of a stack kept') : t('The best of a stack kept'),
        t('{kept, number} of {count, plural, one {# picture} other {# pictures}} that look nearly the same', { kept: kept_hashes.length, count }),
      );
    }
    case 'quality.stage_completed':
      return said(
        t('Looked at by {stage}', { stage: event.data.stage }),
        event.data.score === null ? null : t('{score, number} of 100', { score: Math.round(event.data.score * 100) }),
      );
    case 'quality.stage_failed':
      return said(t('Not looked at by {stage}', { stage: event.data.stage }), withoutStop(event.data.message));
    case 'workflow.started':
      return said(event.data.workflow_name, t('{kind} started', { kind: event.data.workflow_type.replaceAll('_', ' ') }));
    case 'workflow.step_completed':
      return said(event.data.step_name, stepEnded(event.data));
    case 'workflow.completed':
      return said(
        t('Workflow completed'),
        t('{steps, number} steps, {results, number} results', { steps: event.data.steps_completed, results: event.data.output_assets.length }),
      );
    case 'workflow.failed':
      return said(t('Workflow failed'), event.data.error_message);
    case 'project.created':
      return said(t('Project created: {name}', { name: event.data.project_name }), null, { quote: event.data.description });
    case 'style.chosen':
      return said(t('Style chosen: {name}', { name: event.data.style_name }), null, { quote: event.data.reason });
    case 'context.updated':
      return said(t('Context changed: {key}', { key: event.data.context_key }), contextChanged(event.data), {
        quote: event.data.natural_language_description,
      });
    case 'character.defined':
      return said(
        t('{name}, version {version}', { name: event.data.character_name, version: String(event.data.version) }),
        characterDefined(event.data),
        { quote: event.data.reason ?? event.data.backstory },
      );
    case 'concept.approved':
      return said(t('Concept approved: {name}', { name: event.data.concept_name }), null, { quote: event.data.description });
    case 'project.renamed':
    case 'project.described':
    case 'project.archived':
    case 'project.reopened':
    case 'concept.proposed':
    case 'board.revision_removed':
    case 'note.written':
    case 'note.removed':
    case 'board.column_added':
    case 'board.column_renamed':
    case 'board.column_moved':
    case 'board.column_removed':
    case 'board.card_placed':
    case 'board.card_removed':
    case 'board.act_undone':
    case 'board.act_redone': {
      const [title, detail, quote] = describeBoardEvent(event, columns);
      return said(title, detail, { quote });
    }
    case 'hub.started':
      return said(t('Alice is watching the inbox'), event.data.operation === 'copy' ? t('Files are copied, originals stay') : t('Files are moved'), {
        fact: event.data.inbox_path,
      });
    case 'hub.stopped':
      return said(t('Alice closed'), t('The log is complete'));
    case 'hub.paused':
      return said(t('Alice has paused'), withoutStop(event.data.message));
    case 'hub.resumed':
      return said(t('Alice goes on'), t('After {time}', { time: durationInWords(event.data.paused_ms) }));
    case 'hub.woke':
      return event.data.clock_jump_ms === 0
        ? said(
            t('The computer woke'),
            t('It slept for {time}; the folders are looked through anew', { time: durationInWords(event.data.slept_ms) }),
          )
        : said(
            t('The clock was changed'),
            t('By {time}; the folders are looked through anew', { time: durationInWords(Math.abs(event.data.clock_jump_ms)) }),
          );
    case 'source.added':
    case 'source.changed':
    case 'source.removed':
    case 'source.missing':
    case 'source.returned':
      return said(...describeSourceEvent(event), { fact: event.data.path });
    case 'undo.requested':
      return said(event.data.scope === 'undo' ? t('Undo taken back') : t('Undo'), event.data.label);
    case 'log.backed_up':
      return said(t('The log was backed up'), t('{events, plural, one {# event} other {# events}}, every one read and checked', { events: event.data.verified_events }), { fact: event.data.file });
    case 'log.recovered':
      return said(
        t('The log was rebuilt'),
        t('{kept, number} events kept, {lost, number} lost: {problem}', {
          kept: event.data.kept_events,
          lost: event.data.lost_events,
          problem: withoutStop(event.data.problem),
        }),
        { fact: event.data.damaged_file },
      );
    case 'settings.changed':
      return said(t('Setting changed'), settingSentence(event.data));
    case 'event.parked':
      return said(
        t('{type} is parked', { type: event.data.parked_event_type }),
        t('{service} failed {attempts, number} times: {reason}', {
          service: event.data.service,
          attempts: event.data.attempts,
          reason: event.data.reason,
        }),
      );
    case 'event.retry_requested':
      return said(
        t('A parked event is tried again'),
        t('You asked {service} to try event {sequence} once more', { service: event.data.service, sequence: String(event.data.parked_sequence) }),
      );
    case 'event.loop_stopped':
      return said(
        t('A loop was stopped'),
        t('{service} would have said {type} after a chain of {depth, number} events; it was not recorded', {
          service: event.data.service,
          type: event.data.event_type,
          depth: event.data.depth,
        }),
      );
    default:
      // A type that a newer version wrote: shown by its name, never dropped.
      return said((event as { event_type: string }).event_type, t('This version of Alice does not know this event'));
  }
}

/** Settings of the window by their titles; others by the name under which they are kept. */
function settingSentence({ setting, value }: { readonly setting: string; readonly value: unknown }): string {
  if (setting === 'data_folder') return `${settingsPanels.data_folder.title}: ${String(value)}`;
  if (!isSettingKey(setting)) return t('{setting} is now {value}', { setting, value: JSON.stringify(value) });
  return `${settingOf(setting).title}: ${valueInWords(setting, value)}`;
}

/** Which file or thing an event is about, for a row's heading; null for the hub itself. */
export function namedThing(event: AliceEvent): string | null {
  switch (event.event_type) {
    case 'asset.organized':
    case 'asset.sidecar_filed':
      return baseName(event.data.destination_path);
    case 'asset.moved':
    case 'asset.refiled':
      return baseName(event.data.to_path);
    default: {
      const path: unknown = Reflect.get(event.data, 'file_path');
      return typeof path === 'string' ? baseName(path) : null;
    }
  }
}
