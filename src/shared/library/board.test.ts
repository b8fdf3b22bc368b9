import { boardEvents, cardPlaced, columnAdded, columnRemoved, conceptProposed, noteRemoved, noteWritten, projectDescribed, projectRenamed, revisionRemoved } from '@shared/events/board-events';
import type { RecordedEvent } from '@shared/events/catalog';
import { characterDefined, conceptApproved, contextUpdated, projectCreated, styleChosen } from '@shared/events/creative-events';
import type { EventDraft } from '@shared/events/define-event';
import { workflowCompleted, workflowFailed, workflowStarted, workflowStepCompleted } from '@shared/events/workflow-events';
import { describe, expect, it } from 'vitest';
import { PastRecords } from '../../main/projections/board-moments';
import { recordedFrom } from '../../main/testing/sample-events';
import { hashOf } from '../../main/testing/trees';
import { holding } from './board';
import { foldBoard } from './board-fold';
import { itemHistory } from './board-history';
import { columnFor, columnsOf, standingOf } from './board-standing';
import { foldWorkflow, type WorkflowRun } from './board-workflow';

const id = { project_id: 'p' };
const created = projectCreated({ ...id, project_name: 'harbor', initial_context: { light: 'lanterns' } });
const moth = (more: object = {}) => characterDefined({ ...id, character_id: 'moth', character_name: 'Moth-7', character_type: 'protagonist', ...more });

function folded(...drafts: readonly EventDraft[]) {
  const records = new PastRecords(null);
  const events = recordedFrom(drafts, 'story');
  const touched = events.map((event) => foldBoard(records, event)?.touched.map(({ kind, id: item }) => `${kind} ${item}`));
  return { records, events, touched };
}

describe('[D11] a project', () => {
  it('[D11] keeps every name that it had, and says what it is', () => {
    const { records } = folded(created, projectRenamed({ ...id, project_name: 'Lantern Harbor' }), projectDescribed({ ...id, description: 'A town', project_type: 'story' }));
    expect(records.get('p', 'project', 'p')).toMatchObject({ name: 'Lantern Harbor', names: ['harbor', 'Lantern Harbor'], description: 'A town', type: 'story' });
    expect(records.get('p', 'context', 'light')).toMatchObject({ value: 'lanterns', type: null });
  });

  it('[D11] of which something is said before it is created loses nothing of it, and is not created twice', () => {
    const { records } = folded(moth(), created, projectCreated({ ...id, project_name: 'another' }));
    expect(records.get('p', 'project', 'p')).toMatchObject({ name: 'harbor', names: ['harbor'] });
    expect(records.get('p', 'character', 'moth')?.versions).toHaveLength(1);
    const early = folded(projectRenamed({ ...id, project_name: 'Later' }), created);
    expect(early.records.get('p', 'project', 'p')).toMatchObject({ name: 'Later', names: ['harbor', 'Later'] });
  });

  it('[D14] a column that was removed leads on to where its cards were sent, the last one stays', () => {
    const gone = (from: string, to: string) =>
      columnRemoved({ ...id, column_id: from, column_name: from, cards_to_column_id: to, cards_to_column_name: to });
    const { records } = folded(created, columnAdded({ ...id, column_id: 'edit', column_name: 'Edit', rank: 'P' }), gone('review', 'edit'), gone('edit', 'approved'));
    const project = records.get('p', 'project', 'p')!;
    expect(columnsOf(project).map(({ id: column }) => column)).toEqual(['idea', 'in_progress', 'approved', 'archived']);
    expect(columnFor(project, 'review', 'idea')).toBe('approved');
    expect(columnFor(project, 'nobody knows', 'in_progress')).toBe('in_progress');
    const circle = folded(created, gone('idea', 'review'), gone('review', 'idea'), gone('archived', 'idea'), gone('approved', 'archived'), gone('in_progress', 'idea'));
    expect(columnsOf(circle.records.get('p', 'project', 'p')!).map(({ id: column }) => column)).toEqual(['in_progress']);
    expect(columnFor(circle.records.get('p', 'project', 'p')!, 'approved', 'idea')).toBe('in_progress');
  });
});

describe('[D12] what is decided', () => {
  it('[D12] a style is kept with its reason, and what was considered instead with theirs, however a program writes them', () => {
    const alternatives = ['Paper and salt', { style_name: 'Neon', reason: 'too loud', reference_assets: [hashOf('n'), 3] }, { name: 'neon' }, 7, null, {}];
    const chosen = (style_name: string, more: object = {}) => styleChosen({ ...id, style_name, style_category: 'visual', reason: 'readable', ...more });
    const { records, touched } = folded(created, chosen('Sodium and indigo', { alternatives_considered: alternatives }), chosen(' sodium  AND indigo'));
    expect(touched[1]).toEqual(['style sodium and indigo', 'style paper and salt', 'style neon']);
    expect(records.get('p', 'style', 'sodium and indigo')?.versions.map(({ data }) => data.reason)).toEqual(['readable', 'readable']);
    const [neon, paper] = [records.get('p', 'style', 'neon')!, records.get('p', 'style', 'paper and salt')!];
    expect(neon.considered).toMatchObject([{ chosen: 'Sodium and indigo', reason: null }]);
    expect([standingOf('style', paper), standingOf('style', records.get('p', 'style', 'sodium and indigo')!)]).toMatchObject([{ live: true, home: 'idea' }, { live: true, home: 'approved' }]);
  });

  it('[D12] a character keeps each version; one that is taken back leaves the one before it in force, the last one leaves nothing', () => {
    const { records, events } = folded(created, moth({ backstory: 'Keeps the last lantern.' }), moth({ version: 2, backstory: 'Keeps none.' }));
    const take = (event: RecordedEvent | undefined) =>
      foldBoard(records, recordedFrom([revisionRemoved({ ...id, item_kind: 'character', item_id: 'moth', revision_event_id: event!.event_id })], 's', 9)[0]!);
    take(events[2]);
    expect(holding(records.get('p', 'character', 'moth')!)?.data).toMatchObject({ version: 1, backstory: 'Keeps the last lantern.' });
    take(events[1]);
    expect(standingOf('character', records.get('p', 'character', 'moth')!).live).toBe(false);
    expect(records.get('p', 'character', 'moth')?.versions).toHaveLength(2);
  });

  it('[D12] a concept is an idea until it is approved; said in other words, it is one again', () => {
    const words = { ...id, concept_id: 'tide', concept_type: 'scene', concept_name: 'The tide', description: 'They return.' } as const;
    const home = (...drafts: readonly EventDraft[]) => standingOf('concept', folded(created, ...drafts).records.get('p', 'concept', 'tide')!).home;
    expect([home(conceptProposed(words)), home(conceptProposed(words), conceptApproved(words)), home(conceptApproved(words), conceptProposed(words))]).toEqual(['idea', 'approved', 'idea']);
  });

  it('[D12] context is known by key, notes by their text, and both remember that they were removed', () => {
    const { records } = folded(
      created,
      contextUpdated({ ...id, context_type: 'visual', update_type: 'modification', context_key: 'light', new_value: 'from below' }),
      contextUpdated({ ...id, context_type: 'visual', update_type: 'removal', context_key: 'light' }),
      noteWritten({ ...id, note_id: 'n', text: 'Ask about the bell.\nSoon.' }), noteRemoved({ ...id, note_id: 'n' }), noteRemoved({ ...id, note_id: 'unknown' }),
    );
    expect(records.get('p', 'context', 'light')).toMatchObject({ value: 'from below', removed: true, first_sequence: 1 });
    expect(records.get('p', 'note', 'n')).toMatchObject({ removed: true, text: 'Ask about the bell.\nSoon.' });
    expect(records.get('p', 'note', 'unknown')).toBeUndefined();
  });

  it('[D12] every event of a board is about its project, and an unknown kind of card is no card', () => {
    expect(boardEvents.map(({ payload }) => Object.keys(payload.shape)[0])).toEqual(boardEvents.map(() => 'project_id'));
    const { touched } = folded(created, cardPlaced({ ...id, card_kind: 'hologram', card_id: 'x', column_id: 'idea', rank: 'V' }));
    expect(touched[1]).toEqual([]);
  });
});

describe('[D13] the history of an item', () => {
  it('[D13] tells each version with what changed against the one that held before', () => {
    const first = moth({ visual_description: { hair: 'brass' }, personality_traits: ['patient'] });
    const second = moth({ version: 2, visual_description: { hair: 'copper' }, personality_traits: ['patient', 'literal'] });
    const { events } = folded(first, second);
    const back = recordedFrom([revisionRemoved({ ...id, item_kind: 'character', item_id: 'moth', revision_event_id: events[1]!.event_id }), moth({ version: 3, visual_description: { hair: 'brass' }, personality_traits: ['patient'], backstory: 'Old.' })], 's', 3);
    const told = itemHistory('character', 'moth', [...events, ...back]);
    expect(told.map(({ is_version, removed, changes }) => [is_version, removed, changes.map(({ field, kind }) => `${kind} ${field}`)])).toEqual([
      [true, false, []],
      [true, true, ['changed visual_description.hair', 'added personality_traits']],
      [false, false, []],
      // Against the first version: the second one does not count any more.
      [true, false, ['added backstory']],
    ]);
  });

  it('[D13] of context tells values, of a project names, of a note words; empty fields of a form are no change', () => {
    const context = (update_type: 'addition' | 'modification' | 'removal', new_value: unknown) => contextUpdated({ ...id, context_type: 'visual', update_type, context_key: 'light', new_value });
    const told = (kind: string, item: string, ...drafts: readonly EventDraft[]) =>
      itemHistory(kind, item, recordedFrom(drafts, 's')).map(({ changes }) => changes.map(({ field, before, after }) => [field, before, after]));
    expect(told('context', 'light', created, context('modification', 'moon'), context('removal', null))).toEqual([
      [], [['new_value', 'lanterns', 'moon'], ['context_type', null, 'visual']], [['context_type', 'visual', null], ['new_value', 'moon', null]],
    ]);
    expect(told('project', 'p', created, projectRenamed({ ...id, project_name: 'B' }))).toEqual([[], [['project_name', 'harbor', 'B']]]);
    expect(told('note', 'n', noteWritten({ ...id, note_id: 'n', text: 'a' }), noteWritten({ ...id, note_id: 'n', text: 'b' }))).toEqual([[], [['text', 'a', 'b']]]);
    const words = { ...id, concept_id: 't', concept_type: 'scene', concept_name: 'T', description: 'd' } as const;
    expect(told('concept', 't', conceptProposed(words), conceptApproved(words))).toEqual([[], [['approved_by', null, 'user']]]);
  });
});

describe('[D22] a workflow', () => {
  const started = workflowStarted({ workflow_id: 'w', workflow_type: 'image_generation', workflow_name: 'Take 4', project_id: 'p' });
  const step = workflowStepCompleted({ workflow_id: 'w', step_id: '1', step_name: 'One', step_number: 1, total_steps: 2, status: 'completed' });
  const ended = workflowCompleted({ workflow_id: 'w', workflow_type: 'image_generation', total_duration_ms: 9, steps_completed: 2, output_assets: [hashOf('o')] });
  const fold = (...drafts: readonly EventDraft[]) =>
    recordedFrom(drafts, 's').reduce<WorkflowRun | undefined>((run, event) => foldWorkflow(run, event as Parameters<typeof foldWorkflow>[1]), undefined);
  const lasting = (run: WorkflowRun | undefined) => ({ ...run, first_sequence: 0, started_at: '', ended_at: '' });

  it('[D22] is told the same in whatever order other programs say its events', () => {
    const told = lasting(fold(started, step, ended));
    expect(told).toMatchObject({ name: 'Take 4', state: 'completed', project: 'p', steps_done: 2, output_assets: [hashOf('o')] });
    expect([lasting(fold(ended, step, started)), lasting(fold(step, started, ended))]).toEqual([told, told]);
  });

  it('[D22] that failed and was tried again ended well', () => {
    const failed = workflowFailed({ workflow_id: 'w', workflow_type: 'image_generation', error_type: 'provider_error', error_message: 'Gone.' });
    expect(fold(started, failed)).toMatchObject({ state: 'failed', error: 'Gone.' });
    expect(fold(started, failed, ended)).toMatchObject({ state: 'completed', error: null });
    expect(fold(started, ended, failed)).toMatchObject({ state: 'completed' });
  });
});
