import type { AliceEvent, EventData } from '../events/catalog';
import { baseName } from '../library/asset-record';
import { toolName } from '../library/provenance';
import { defaultBands, type RatingBands } from '../library/rating';
import { settingsPanels } from '../settings/settings-panels';
import { isSettingKey, settingOf } from '../settings/settings-table';
import { valueInWords } from '../settings/setting-words';
import { describeBoardEvent } from './describe-board-event';
import { describeSourceEvent } from './describe-source-event';
import { bytesInWords, confidenceInWords, countOf, durationInWords, lastFolders, starsInWords } from './words';

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
      return said('Seen in the inbox', `${bytesInWords(event.data.file_size)} so far; waiting until it stops growing`, {
        fact: event.data.file_path,
      });
    case 'asset.discovered':
      return discovered(event.data);
    case 'asset.processed':
      return processed(event.data);
    case 'asset.organized':
      return organized(event.data);
    case 'asset.duplicated':
      return said('Recognised as a duplicate', 'The same bytes are organized already; linked to them, the file stays where it is', {
        fact: event.data.original_path,
      });
    case 'asset.set_aside':
      return said('Set aside', withoutStop(event.data.message));
    case 'asset.retry_requested':
      return said('Tried again', 'You asked for another try');
    case 'asset.withdrawn':
      return said('Taken out of the inbox', 'Someone removed the file before it was filed');
    case 'asset.sidecar_discovered':
      return said('A sidecar was found', `${bytesInWords(event.data.file_size)}; it travels with its picture`, { fact: event.data.file_path });
    case 'asset.sidecar_filed':
      return said(`Sidecar filed as ${baseName(event.data.destination_path)}`, 'Beside its picture, by the same verified way', {
        fact: lastFolders(event.data.destination_path, 4),
      });
    case 'asset.moved':
      return said('Found at another place', 'Someone moved or renamed it outside Alice; its history goes with it', {
        fact: `${lastFolders(event.data.from_path, 4)} → ${lastFolders(event.data.to_path, 4)}`,
      });
    case 'asset.missing':
      return said(
        event.data.reason === 'gone' ? 'Missing' : 'Replaced',
        event.data.reason === 'gone' ? 'Its organized file is not where it was filed; rating and history are kept' : 'Other bytes lie where it was filed; rating and history are kept',
        { fact: event.data.file_path },
      );
    case 'asset.returned':
      return said('Back at its place', 'The same bytes lie there again', { fact: event.data.file_path });
    case 'asset.adopted':
      return said('Taken into the library', 'It lay in the organized folder without a history', { fact: lastFolders(event.data.file_path, 4) });
    case 'asset.refiled':
      return said(`Refiled as ${baseName(event.data.to_path)}`, refiledBecause[event.data.reason], {
        fact: `${lastFolders(event.data.from_path, 4)} → ${lastFolders(event.data.to_path, 4)}`,
      });
    case 'asset.unfiled':
      return said('Filing undone', event.data.operation === 'move' ? 'The file is back in the inbox' : 'The organized copy is in the trash, the original stays in the inbox', {
        fact: event.data.file_path,
      });
    case 'asset.refile_requested':
      return said('To be refiled', refiledBecause[event.data.reason]);
    case 'asset.refile_refused':
      return said('Not refiled', withoutStop(event.data.message));
    case 'asset.undo_requested':
      return said('To be undone', `You asked to take back event ${event.data.undone_sequence}`);
    case 'asset.undo_refused':
      return said('Not undone', withoutStop(event.data.message));
    case 'metadata.updated':
      return said('Metadata changed', event.data.updated_fields.join(', '));
    case 'quality.assessed':
      return assessed(event.data, bands);
    case 'quality.not_rated':
      return said('Not rated', withoutStop(event.data.message));
    case 'rating.given':
      return said(`You rated it ${starsInWords(event.data.stars)}`, event.data.previous_stars === null ? 'Your own rating holds, whatever is measured' : `Before, it had ${starsInWords(event.data.previous_stars)}`);
    case 'rating.cleared':
      return said('Own rating cleared', 'The measured rating holds again');
    case 'rating.bands_changed':
      return said('Limits between the stars moved', `To ${event.data.bands.join(', ')}; ${countOf(event.data.ratings_changed, 'rating')} changed by it`);
    case 'rating.derived':
      return said(`Now ${starsInWords(event.data.star_rating)}`, `By the new limits, BRISQUE ${event.data.brisque_score.toFixed(1)} is no longer ${starsInWords(event.data.previous_stars)}`);
    case 'rating.compared':
      return said(event.data.draw ? 'Compared: neither is better' : 'Preferred in a comparison', event.data.blind ? 'Without names and ratings' : null);
    case 'rating.stack_decided': {
      const { content_hashes, kept_hashes, decision, undo_id } = event.data;
      const alike = `${countOf(content_hashes.length, 'picture')} that look nearly the same`;
      if (undo_id !== null) return said('A decision about a stack taken back, or made again', `${alike}, by an undo`);
      return said(decision === 'kept_all' ? 'All of a stack kept' : 'The best of a stack kept', `${kept_hashes.length} of ${alike}`);
    }
    case 'quality.stage_completed':
      return said(`Looked at by ${event.data.stage}`, event.data.score === null ? null : `${Math.round(event.data.score * 100)} of 100`);
    case 'quality.stage_failed':
      return said(`Not looked at by ${event.data.stage}`, withoutStop(event.data.message));
    case 'workflow.started':
      return said(event.data.workflow_name, `${event.data.workflow_type.replaceAll('_', ' ')} started`);
    case 'workflow.step_completed':
      return said(event.data.step_name, `Step ${event.data.step_number} of ${event.data.total_steps} ${event.data.status}`);
    case 'workflow.completed':
      return said('Workflow completed', `${event.data.steps_completed} steps, ${event.data.output_assets.length} results`);
    case 'workflow.failed':
      return said('Workflow failed', event.data.error_message);
    case 'project.created':
      return said(`Project created: ${event.data.project_name}`, null, { quote: event.data.description });
    case 'style.chosen':
      return said(`Style chosen: ${event.data.style_name}`, null, { quote: event.data.reason });
    case 'context.updated':
      return said(`Context changed: ${event.data.context_key}`, `${event.data.update_type} to the ${event.data.context_type} context`, {
        quote: event.data.natural_language_description,
      });
    case 'character.defined':
      return said(`${event.data.character_name}, version ${event.data.version}`, `${event.data.character_type} defined`, {
        quote: event.data.backstory,
      });
    case 'concept.approved':
      return said(`Concept approved: ${event.data.concept_name}`, null, { quote: event.data.description });
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
      return said('Alice is watching the inbox', event.data.operation === 'copy' ? 'Files are copied, originals stay' : 'Files are moved', {
        fact: event.data.inbox_path,
      });
    case 'hub.stopped':
      return said('Alice closed', 'The log is complete');
    case 'hub.paused':
      return said('Alice has paused', withoutStop(event.data.message));
    case 'hub.resumed':
      return said('Alice goes on', `After ${durationInWords(event.data.paused_ms)}`);
    case 'hub.woke':
      return said(
        event.data.clock_jump_ms === 0 ? 'The computer woke' : 'The clock was changed',
        `${event.data.clock_jump_ms === 0 ? `It slept for ${durationInWords(event.data.slept_ms)}` : `By ${durationInWords(Math.abs(event.data.clock_jump_ms))}`}; the folders are looked through anew`,
      );
    case 'source.added':
    case 'source.changed':
    case 'source.removed':
    case 'source.missing':
    case 'source.returned':
      return said(...describeSourceEvent(event), { fact: event.data.path });
    case 'undo.requested':
      return said(event.data.scope === 'undo' ? 'Undo taken back' : 'Undo', event.data.label);
    case 'log.backed_up':
      return said('The log was backed up', `${event.data.verified_events} events, every one read and checked`, { fact: event.data.file });
    case 'log.recovered':
      return said('The log was rebuilt', `${event.data.kept_events} events kept, ${event.data.lost_events} lost: ${withoutStop(event.data.problem)}`, {
        fact: event.data.damaged_file,
      });
    case 'settings.changed':
      return said('Setting changed', settingSentence(event.data));
    case 'event.parked':
      return said(`${event.data.parked_event_type} is parked`, `${event.data.service} failed ${event.data.attempts} times: ${event.data.reason}`);
    case 'event.retry_requested':
      return said('A parked event is tried again', `You asked ${event.data.service} to try event ${event.data.parked_sequence} once more`);
    case 'event.loop_stopped':
      return said('A loop was stopped', `${event.data.service} would have said ${event.data.event_type} after a chain of ${event.data.depth} events; it was not recorded`);
    default:
      // A type that a newer version wrote: shown by its name, never dropped.
      return said((event as { event_type: string }).event_type, 'This version of Alice does not know this event');
  }
}

/** Settings of the window by their titles; others by the name under which they are kept. */
function settingSentence({ setting, value }: { readonly setting: string; readonly value: unknown }): string {
  if (setting === 'data_folder') return `${settingsPanels.data_folder.title}: ${String(value)}`;
  if (!isSettingKey(setting)) return `${setting} is now ${JSON.stringify(value)}`;
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
  rating: 'Its rating changed, so it belongs in another folder',
  project: 'It was given to another project',
  metadata: 'More is known of it, so it belongs in another folder',
  undo: 'An earlier refiling was undone',
  mended: 'It lay at a place where it did not belong',
};

function discovered(data: EventData<'asset.discovered'>): Description {
  const folder = data.project_name === 'uncategorized' ? 'No folder, so no project' : `Folder ${data.project_name} gave the project`;
  // A watched folder beside the inbox is known by its own name.
  const found = baseName(data.inbox_path);
  return said(found === '' || found.toLowerCase() === 'inbox' ? 'Found in the inbox' : `Found in ${found}`, `${folder}; ${bytesInWords(data.file_size)}`, { fact: data.file_path });
}

function processed(data: EventData<'asset.processed'>): Description {
  const { tool, confidence, evidence, prompt, model } = data.generation_params;
  const quote = typeof prompt === 'string' && prompt !== '' ? prompt : null;
  const cut = data.metadata['truncated'] === true ? '; the file ends early, its last part is missing' : '';
  if (typeof tool !== 'string' || tool === 'unknown') return said('Read', `Nothing in the file tells which tool made it${cut}`, { quote });
  const because = Array.isArray(evidence) ? (evidence[0] as { key?: unknown; excerpt?: unknown } | undefined) : undefined;
  const sure = confidenceInWords(typeof confidence === 'number' ? confidence : 0);
  const which = typeof model === 'string' && model !== '' ? `model ${model}` : 'no model named';
  return said(`Recognised as ${toolName(tool)}`, `${sure}; ${which}${cut}`, {
    quote,
    fact: because === undefined ? null : `${String(because.key)}: ${String(because.excerpt)}`,
  });
}

function assessed(data: EventData<'quality.assessed'>, bands: RatingBands): Description {
  const title = `Rated ${starsInWords(data.star_rating)}`;
  if (data.brisque_score === null) return said(title);
  const score = data.brisque_score.toFixed(1);
  const limit = bands[5 - data.star_rating];
  const because =
    limit === undefined
      ? `BRISQUE ${score} is at or above the limit of ${bands[3]}`
      : `BRISQUE ${score} is below the ${data.star_rating}-star limit of ${limit}`;
  const issues = data.quality_issues.length === 0 ? '' : `; measured: ${data.quality_issues.join(', ').replaceAll('_', ' ')}`;
  return said(title, because + issues);
}

function organized(data: EventData<'asset.organized'>): Description {
  const done = data.operation === 'copy' ? 'Copied and verified, original kept' : 'Moved after the copy was verified';
  return said(`Filed as ${baseName(data.destination_path)}`, `${done}; by day, project, tool and stars`, {
    fact: lastFolders(data.destination_path, 4),
  });
}

function withoutStop(sentence: string): string {
  return sentence.replace(/\.$/, '');
}
