import type { AliceEvent, EventData } from '../events/catalog';
import { t } from '../language/language';
import { baseName } from '../library/asset-record';
import { toolName } from '../library/provenance';
import { defaultBands, type RatingBands } from '../library/rating';
import { settingsPanels } from '../settings/settings-panels';
import { isSettingKey, settingOf } from '../settings/settings-table';
import { valueInWords } from '../settings/setting-words';
import { describeBoardEvent } from './describe-board-event';
import { describeSourceEvent } from './describe-source-event';
import { bytesInWords, confidenceInWords, durationInWords, lastFolders, starsInWords } from './words';

/** One event in plain words. */
export interface Description {
  /** What happened, a few words: `Rated five stars`. */
  readonly title: string;
  /** Why, or with what result; a sentence without its full stop. */
  readonly detail: string | null;
  /** A fact of the machine: a path, a chunk name. Set in mono. */
  readonly fact: string | null;
  /** The author's own words: a prompt, a reason. Set in serif, in quotes. */
  readonly quote: string | null;
}

const said = (title: string, detail: string | null = null, more: Partial<Description> = {}): Description => ({
  title,
  detail,
  fact: null,
  quote: null,
  ...more,
});

/** Says what an event means and why it happened. Every event of the catalog has its sentence. */
export function describeEvent(event: AliceEvent, bands: RatingBands = defaultBands): Description {
  switch (event.event_type) {
    case 'asset.detected':
      return said(t('Seen in the inbox'), t('{file_size} so far; waiting until it stops growing', { file_size: bytesInWords(event.data.file_size) }), {
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
      return said(t('A sidecar was found'), t('{file_size}; it travels with its picture', { file_size: bytesInWords(event.data.file_size) }), { fact: event.data.file_path });
    case 'asset.sidecar_filed':
      return said(t('Sidecar filed as {destination_path}', { destination_path: baseName(event.data.destination_path) }), t('Beside its picture, by the same verified way'), {
        fact: lastFolders(event.data.destination_path, 4),
      });
    case 'asset.moved':
      return said(t('Found at another place'), t('Someone moved or renamed it outside Alice; its history goes with it'), {
        fact: `${lastFolders(event.data.from_path, 4)} → ${lastFolders(event.data.to_path, 4)}`,
      });
    case 'asset.missing':
      return said(
        event.data.reason === 'gone' ? t('Missing') : t('Replaced'),
        event.data.reason === 'gone' ? t('Its organized file is not where it was filed; rating and history are kept') : t('Other bytes lie where it was filed; rating and history are kept'),
        { fact: event.data.file_path },
      );
    case 'asset.returned':
      return said(t('Back at its place'), t('The same bytes lie there again'), { fact: event.data.file_path });
    case 'asset.adopted':
      return said(t('Taken into the library'), t('It lay in the organized folder without a history'), { fact: lastFolders(event.data.file_path, 4) });
    case 'asset.refiled':
      return said(t('Refiled as {to_path}', { to_path: baseName(event.data.to_path) }), refiledBecause[event.data.reason], {
        fact: `${lastFolders(event.data.from_path, 4)} → ${lastFolders(event.data.to_path, 4)}`,
      });
    case 'asset.unfiled':
      return said(t('Filing undone'), event.data.operation === 'move' ? t('The file is back in the inbox') : t('The organized copy is in the trash, the original stays in the inbox'), {
        fact: event.data.file_path,
      });
    case 'asset.refile_requested':
      return said(t('To be refiled'), refiledBecause[event.data.reason]);
    case 'asset.refile_refused':
      return said(t('Not refiled'), withoutStop(event.data.message));
    case 'asset.undo_requested':
      return said(t('To be undone'), t('You asked to take back event {undone_sequence}', { undone_sequence: event.data.undone_sequence }));
    case 'asset.undo_refused':
      return said(t('Not undone'), withoutStop(event.data.message));
    case 'metadata.updated':
      return said(t('Metadata changed'), event.data.updated_fields.join(', '));
    case 'quality.assessed':
      return assessed(event.data, bands);
    case 'quality.not_rated':
      return said(t('Not rated'), withoutStop(event.data.message));
    case 'rating.given':
      return said(t('You rated it {stars}', { stars: starsInWords(event.data.stars) }), event.data.previous_stars === null ? t('Your own rating holds, whatever is measured') : t('Before, it had {previous_stars}', { previous_stars: starsInWords(event.data.previous_stars) }));
    case 'rating.cleared':
      return said(t('Own rating cleared'), t('The measured rating holds again'));
    case 'rating.bands_changed':
      return said(t('Limits between the stars moved'), t('To {bands}; {ratings_changed, plural, one {# rating} other {# ratings}} changed by it', { bands: event.data.bands.join(', '), ratings_changed: event.data.ratings_changed }));
    case 'rating.derived':
      return said(t('Now {star_rating}', { star_rating: starsInWords(event.data.star_rating) }), t('By the new limits, BRISQUE {brisque_score} is no longer {previous_stars}', { brisque_score: event.data.brisque_score.toFixed(1), previous_stars: starsInWords(event.data.previous_stars) }));
    case 'rating.compared':
      return said(event.data.draw ? t('Compared: neither is better') : t('Preferred in a comparison'), event.data.blind ? t('Without names and ratings') : null);
    case 'rating.stack_decided': {
      const { content_hashes, kept_hashes, decision, undo_id } = event.data;
      const alike = t('{content_hashes, plural, one {# picture} other {# pictures}} that look nearly the same', { content_hashes: content_hashes.length });
      if (undo_id !== null) return said(t('A decision about a stack taken back, or made again'), t('{alike}, by an undo', { alike }));
      return said(decision === 'kept_all' ? t('All of a stack kept') : t('The best of a stack kept'), t('{kept_hashes} of {alike}', { kept_hashes: kept_hashes.length, alike }));
    }
    case 'quality.stage_completed':
      return said(t('Looked at by {stage}', { stage: event.data.stage }), event.data.score === null ? null : t('{score} of 100', { score: Math.round(event.data.score * 100) }));
    case 'quality.stage_failed':
      return said(t('Not looked at by {stage}', { stage: event.data.stage }), withoutStop(event.data.message));
    case 'workflow.started':
      return said(event.data.workflow_name, t('{workflow_type} started', { workflow_type: event.data.workflow_type.replaceAll('_', ' ') }));
    case 'workflow.step_completed':
      return said(event.data.step_name, t('Step {step_number} of {total_steps} {status}', { step_number: event.data.step_number, total_steps: event.data.total_steps, status: event.data.status }));
    case 'workflow.completed':
      return said(t('Workflow completed'), t('{steps_completed} steps, {output_assets} results', { steps_completed: event.data.steps_completed, output_assets: event.data.output_assets.length }));
    case 'workflow.failed':
      return said(t('Workflow failed'), event.data.error_message);
    case 'project.created':
      return said(t('Project created: {project_name}', { project_name: event.data.project_name }), null, { quote: event.data.description });
    case 'style.chosen':
      return said(t('Style chosen: {style_name}', { style_name: event.data.style_name }), null, { quote: event.data.reason });
    case 'context.updated':
      return said(t('Context changed: {context_key}', { context_key: event.data.context_key }), t('{update_type} to the {context_type} context', { update_type: event.data.update_type, context_type: event.data.context_type }), {
        quote: event.data.natural_language_description,
      });
    case 'character.defined':
      return said(t('{character_name}, version {version}', { character_name: event.data.character_name, version: event.data.version }), t('{character_type} defined', { character_type: event.data.character_type }), {
        quote: event.data.backstory,
      });
    case 'concept.approved':
      return said(t('Concept approved: {concept_name}', { concept_name: event.data.concept_name }), null, { quote: event.data.description });
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
      const [title, detail, quote] = describeBoardEvent(event);
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
      return said(t('Alice goes on'), t('After {paused_ms}', { paused_ms: durationInWords(event.data.paused_ms) }));
    case 'hub.woke':
      return said(
        event.data.clock_jump_ms === 0 ? t('The computer woke') : t('The clock was changed'),
        `${event.data.clock_jump_ms === 0 ? t('It slept for {slept_ms}', { slept_ms: durationInWords(event.data.slept_ms) }) : t('By {clock_jump_ms}', { clock_jump_ms: durationInWords(Math.abs(event.data.clock_jump_ms)) })}; the folders are looked through anew`,
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
      return said(t('The log was backed up'), t('{verified_events} events, every one read and checked', { verified_events: event.data.verified_events }), { fact: event.data.file });
    case 'log.recovered':
      return said(t('The log was rebuilt'), t('{kept_events} events kept, {lost_events} lost: {problem}', { kept_events: event.data.kept_events, lost_events: event.data.lost_events, problem: withoutStop(event.data.problem) }), {
        fact: event.data.damaged_file,
      });
    case 'settings.changed':
      return said(t('Setting changed'), settingSentence(event.data));
    case 'event.parked':
      return said(t('{parked_event_type} is parked', { parked_event_type: event.data.parked_event_type }), t('{service} failed {attempts} times: {reason}', { service: event.data.service, attempts: event.data.attempts, reason: event.data.reason }));
    case 'event.retry_requested':
      return said(t('A parked event is tried again'), t('You asked {service} to try event {parked_sequence} once more', { service: event.data.service, parked_sequence: event.data.parked_sequence }));
    case 'event.loop_stopped':
      return said(t('A loop was stopped'), t('{service} would have said {event_type} after a chain of {depth} events; it was not recorded', { service: event.data.service, event_type: event.data.event_type, depth: event.data.depth }));
    default:
      // A type that a newer version wrote: shown by its name, never dropped.
      return said((event as { event_type: string }).event_type, t('This version of Alice does not know this event'));
  }
}

/** Settings of the window by their titles; others by the name under which they are kept. */
function settingSentence({ setting, value }: { readonly setting: string; readonly value: unknown }): string {
  if (setting === 'data_folder') return `${settingsPanels.data_folder.title}: ${String(value)}`;
  if (!isSettingKey(setting)) return t('{setting} is now {stringify}', { setting, stringify: JSON.stringify(value) });
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

const refiledBecause: Readonly<Record<EventData<'asset.refiled'>['reason'], string>> = {
  rating: t('Its rating changed, so it belongs in another folder'),
  project: t('It was given to another project'),
  metadata: t('More is known of it, so it belongs in another folder'),
  undo: t('An earlier refiling was undone'),
  mended: t('It lay at a place where it did not belong'),
};

function discovered(data: EventData<'asset.discovered'>): Description {
  const folder = data.project_name === 'uncategorized' ? t('No folder, so no project') : t('Folder {project_name} gave the project', { project_name: data.project_name });
  // A watched folder beside the inbox is known by its own name.
  const found = baseName(data.inbox_path);
  return said(found === '' || found.toLowerCase() === 'inbox' ? t('Found in the inbox') : t('Found in {found}', { found }), `${folder}; ${bytesInWords(data.file_size)}`, { fact: data.file_path });
}

function processed(data: EventData<'asset.processed'>): Description {
  const { tool, confidence, evidence, prompt, model } = data.generation_params;
  const quote = typeof prompt === 'string' && prompt !== '' ? prompt : null;
  const cut = data.metadata['truncated'] === true ? t('; the file ends early, its last part is missing') : '';
  if (typeof tool !== 'string' || tool === 'unknown') return said(t('Read'), t('Nothing in the file tells which tool made it{cut}', { cut }), { quote });
  const because = Array.isArray(evidence) ? (evidence[0] as { key?: unknown; excerpt?: unknown } | undefined) : undefined;
  const sure = confidenceInWords(typeof confidence === 'number' ? confidence : 0);
  const which = typeof model === 'string' && model !== '' ? t('model {model}', { model }) : t('no model named');
  return said(t('Recognised as {tool}', { tool: toolName(tool) }), `${sure}; ${which}${cut}`, {
    quote,
    fact: because === undefined ? null : `${String(because.key)}: ${String(because.excerpt)}`,
  });
}

function assessed(data: EventData<'quality.assessed'>, bands: RatingBands): Description {
  const title = t('Rated {star_rating}', { star_rating: starsInWords(data.star_rating) });
  if (data.brisque_score === null) return said(title);
  const score = data.brisque_score.toFixed(1);
  const limit = bands[5 - data.star_rating];
  const because =
    limit === undefined
      ? t('BRISQUE {score} is at or above the limit of {bands}', { score, bands: bands[3] })
      : t('BRISQUE {score} is below the {star_rating}-star limit of {limit}', { score, star_rating: data.star_rating, limit });
  const issues = data.quality_issues.length === 0 ? '' : t('; measured: {quality_issues}', { quality_issues: data.quality_issues.join(', ').replaceAll('_', ' ') });
  return said(title, because + issues);
}

function organized(data: EventData<'asset.organized'>): Description {
  const done = data.operation === 'copy' ? t('Copied and verified, original kept') : t('Moved after the copy was verified');
  return said(t('Filed as {destination_path}', { destination_path: baseName(data.destination_path) }), t('{done}; by day, project, tool and stars', { done }), {
    fact: lastFolders(data.destination_path, 4),
  });
}

function withoutStop(sentence: string): string {
  return sentence.replace(/\.$/, '');
}
