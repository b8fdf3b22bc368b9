import { assetOrganized } from '@shared/events/asset-events';
import { assetRefiled, assetUndoRefused, assetUndoRequested, assetUnfiled } from '@shared/events/care-events';
import { type EventData, parseEvent, type RecordedEvent } from '@shared/events/catalog';
import type { EventDraft } from '@shared/events/define-event';
import { stampEvent } from '@shared/events/envelope';
import { undoRequested } from '@shared/events/system-events';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hashOf } from '../../testing/trees';
import { fileHistory } from './file-operations';
import { inOrder, planAsset, planMoment, type UndoStep } from './undo-plan';
import { undoService } from './undo-service';

/** A log of a few files, written by hand; an undo is carried out as the organizer would. */
class Story {
  readonly events: RecordedEvent[] = [];

  say(draft: EventDraft, cause?: RecordedEvent): RecordedEvent {
    const origin = { source: 'test', actor: 'user', correlation_id: 'story', ...(cause && { causation_id: cause.event_id }) };
    const event = { ...parseEvent(stampEvent(draft, origin)), sequence: this.events.length + 1 } as RecordedEvent;
    this.events.push(event);
    return event;
  }

  file(name: string): RecordedEvent {
    return this.say(filing(name));
  }

  refile(name: string, folder: string, reason: 'metadata' | 'rating' = 'metadata'): RecordedEvent {
    return this.say(assetRefiled({ ...where, content_hash: hashOf(name), from_path: `/organized/${name}`, to_path: `/organized/${folder}/${name}`, reason }));
  }

  ask(undone: RecordedEvent, undo_id = 'u'): RecordedEvent {
    const { content_hash } = undone.data as { content_hash: string };
    return this.say(assetUndoRequested({ undo_id, content_hash, undone_event_id: undone.event_id, undone_sequence: undone.sequence }));
  }

  /** Asks and answers. */
  undo(undone: RecordedEvent, undo_id = 'u'): RecordedEvent {
    const request = this.ask(undone, undo_id);
    return this.say(this.answer(undone, undo_id), request);
  }

  answer(undone: RecordedEvent, undo_id: string): EventDraft {
    const { content_hash } = undone.data as { content_hash: string };
    const ids = { undo_id, undone_event_id: undone.event_id };
    if (undone.event_type === 'asset.refiled') {
      const { from_path, to_path } = undone.data;
      return assetRefiled({ ...where, ...ids, content_hash, from_path: to_path, to_path: from_path, reason: 'undo' });
    }
    if (undone.event_type === 'asset.unfiled') return assetOrganized({ ...where, content_hash, source_path: '/inbox/a', destination_path: '/organized/a' });
    return assetUnfiled({ ...ids, content_hash, organized_path: '/organized/a', file_path: '/inbox/a', operation: 'copy' });
  }

  about(name: string): RecordedEvent[] {
    return this.events.filter((event) => Reflect.get(event.data, 'content_hash') === hashOf(name));
  }

  plan(name: string, ...wanted: RecordedEvent[]): (number | string)[] {
    return planAsset(hashOf(name), this.about(name), wanted).map(inShort);
  }

  inEffect(name: string): number[] {
    return fileHistory(this.about(name)).inEffect.map(({ head }) => head.sequence);
  }
}

const where = { project_name: 'harbor', source_type: 'comfyui', date_folder: '2026-01-02' };
const filing = (name: string) =>
  assetOrganized({ ...where, content_hash: hashOf(name), source_path: `/inbox/${name}`, destination_path: `/organized/${name}` });
const inShort = (step: UndoStep) => (step.kind === 'left_out' ? step.reason : step.event.sequence);

describe('what an undo means', () => {
  it('[U1] takes back the latest of a file first', () => {
    const story = new Story();
    const filed = story.file('a');
    const refiled = story.refile('a', '4-star');
    expect(story.plan('a', filed, refiled)).toEqual([2, 1]);
  });

  it('[U2] leaves out what was overtaken by something later, with the reason', () => {
    const story = new Story();
    const filed = story.file('a');
    story.refile('a', '4-star');
    expect(planAsset(hashOf('a'), story.events, [filed])).toMatchObject([{ kind: 'left_out', reason: 'superseded', message: expect.stringContaining('Undo that first') }]);
  });

  it('[R13] that a file followed its rating stands in nobody\'s way', () => {
    const story = new Story();
    const filed = story.file('a');
    story.refile('a', '4-star', 'rating');
    expect(story.plan('a', filed)).toEqual([1]);
    const refiled = story.refile('a', 'other', 'metadata');
    const followed = story.refile('a', '5-star', 'rating');
    expect(story.plan('a', filed, refiled, followed)).toEqual([3, 1]);
    expect(planMoment(hashOf('a'), story.about('a'), 2).map(inShort)).toEqual([3]);
  });

  it('[U3] leaves out what is undone already, and what is being undone', () => {
    const story = new Story();
    const filed = story.file('a');
    story.undo(filed);
    expect(story.plan('a', filed)).toEqual(['already_undone']);
    const other = story.file('b');
    story.ask(other);
    expect(story.plan('b', other)).toEqual(['already_undone']);
  });

  it('[U3] what was refused can be asked for again', () => {
    const story = new Story();
    const filed = story.file('a');
    const request = story.ask(filed);
    story.say(assetUndoRefused({ undo_id: 'u', content_hash: hashOf('a'), undone_event_id: filed.event_id, reason: 'changed', message: 'It changed.' }), request);
    expect(story.plan('a', filed)).toEqual([1]);
  });

  it('[U4] an undo is taken back, and what was done again is undone again', () => {
    const story = new Story();
    const filed = story.file('a');
    const unfiled = story.undo(filed);
    expect(story.plan('a', unfiled)).toEqual([unfiled.sequence]);
    const again = story.undo(unfiled, 'v');
    expect(story.inEffect('a')).toEqual([1]);
    // The filing means what it is now: the event that did it again.
    expect(story.plan('a', filed)).toEqual([again.sequence]);
    expect(story.plan('a', unfiled)).toEqual(['already_undone']);
  });

  it('[U4] a refiling that was undone, done again and undone again ends where it began', () => {
    const story = new Story();
    story.file('a');
    const refiled = story.refile('a', '4-star');
    const back = story.undo(refiled);
    const forth = story.undo(back);
    expect(story.inEffect('a')).toEqual([1, 2]);
    expect(story.plan('a', forth)).toEqual([forth.sequence]);
    story.undo(forth);
    expect(story.inEffect('a')).toEqual([1]);
  });

  it('[U4] an undo cannot be taken back once something else was done with the file', () => {
    const story = new Story();
    const unfiled = story.undo(story.file('a'));
    story.file('a');
    expect(story.plan('a', unfiled)).toEqual(['superseded']);
  });

  it('[U5] goes back to a moment, whatever lies between', () => {
    const story = new Story();
    const filed = story.file('a');
    const then = story.events.length;
    const unfiled = story.undo(filed);
    story.file('b');
    story.refile('b', '5-star');
    const plans = ['a', 'b'].map((name) => planMoment(hashOf(name), story.about(name), then));
    expect(inOrder(plans).map(inShort)).toEqual([5, 4, unfiled.sequence]);
    expect(planMoment(hashOf('a'), story.about('a'), story.events.length)).toEqual([]);
  });

  it('[U5] from any history to any moment of it, the same operations are in effect as then', () => {
    const acts = fc.array(fc.record({ name: fc.constantFrom('a', 'b'), act: fc.constantFrom('file', 'refile', 'undo', 'redo') }), { minLength: 1, maxLength: 24 });
    fc.assert(
      fc.property(acts, fc.nat(), (list, at) => {
        const story = new Story();
        const carryOut = (steps: readonly UndoStep[]) => {
          for (const step of steps) if (step.kind === 'undo') story.undo(step.event);
        };
        for (const { name, act } of list) {
          const history = fileHistory(story.about(name));
          const top = history.inEffect.at(-1);
          if (act === 'file' && top === undefined) story.file(name);
          if (act === 'refile' && top !== undefined) story.refile(name, String(story.events.length));
          if (act === 'undo' && top !== undefined) story.undo(top.latest);
          const undos = story.about(name).filter(({ event_id }) => history.events.get(event_id)?.undoing === true);
          const last = undos.at(-1);
          if (act === 'redo' && last !== undefined) carryOut(planAsset(hashOf(name), story.about(name), [last]));
        }
        const moment = at % (story.events.length + 1);
        // Not between a request and its answer: that is no moment of rest.
        fc.pre(story.events[moment - 1]?.event_type !== 'asset.undo_requested');
        const before = ['a', 'b'].map((name) => fileHistory(story.about(name).filter(({ sequence }) => sequence <= moment)).inEffect.map(({ head }) => head.sequence));
        const plans = ['a', 'b'].map((name) => planMoment(hashOf(name), story.about(name), moment));
        expect(plans.flat().every(({ kind }) => kind === 'undo')).toBe(true);
        carryOut(inOrder(plans));
        expect(['a', 'b'].map((name) => story.inEffect(name))).toEqual(before);
      }),
      { numRuns: 500 },
    );
  });
});

describe('the undo service', () => {
  async function saidFor(story: Story, wish: Partial<EventData<'undo.requested'>>) {
    const request = story.say(undoRequested({ undo_id: 'u', scope: 'batch', label: 'x', ...wish }));
    const drafts: EventDraft[] = [];
    const service = undoService({
      at: (sequence) => story.events[sequence - 1] ?? null,
      about: (hash) => story.events.filter((event) => Reflect.get(event.data, 'content_hash') === hash),
      operationsAfter: (after, limit) => story.events.filter(({ sequence, event_type }) => sequence > after && /organized|refiled|unfiled/.test(event_type)).slice(0, limit),
      ofUndo: (id) => story.events.filter((event) => Reflect.get(event.data, 'undo_id') === id),
      bandsChanges: () => [],
      stackDecisions: () => [],
      changedBy: () => 0,
    });
    await service.handle(request, { publish: (draft) => drafts.push(draft) });
    return drafts.map(({ event_type, data }): unknown[] => {
      const { undone_sequence, reason } = data as { undone_sequence?: number; reason?: string };
      return [event_type.slice('asset.undo_'.length), undone_sequence ?? reason];
    });
  }

  it('[U1] asks for each operation, the newest first', async () => {
    const story = new Story();
    for (const name of ['a', 'b', 'c']) story.file(name);
    expect(await saidFor(story, { scope: 'import', sequences: [1, 3, 2] })).toEqual([['requested', 3], ['requested', 2], ['requested', 1]]);
  });

  it('[U3] says what it leaves out', async () => {
    const story = new Story();
    story.undo(story.file('a'));
    story.file('b');
    expect(await saidFor(story, { sequences: [1, 4] })).toEqual([['requested', 4], ['refused', 'already_undone']]);
  });

  it('[U4] takes back a whole undo, given only its id', async () => {
    const story = new Story();
    const files = ['a', 'b'].map((name) => story.file(name));
    for (const file of files.toReversed()) story.undo(file, 'first');
    expect(await saidFor(story, { scope: 'undo', undone_undo_id: 'first' })).toEqual([['requested', 6], ['requested', 4]]);
  });

  it('[U6] ten thousand operations are asked for in one go', async () => {
    const story = new Story();
    for (let i = 0; i < 10_000; i += 1) story.file(`file ${i}`);
    const byHash = new Map(story.events.map((event) => [Reflect.get(event.data, 'content_hash') as string, [event]]));
    const drafts: EventDraft[] = [];
    const sequences = Array.from({ length: 10_000 }, (_, i) => i + 1);
    const request = story.say(undoRequested({ undo_id: 'u', scope: 'import', label: 'x', sequences }));
    const service = undoService({
      at: (sequence) => story.events[sequence - 1] ?? null, about: (hash) => byHash.get(hash) ?? [],
      operationsAfter: () => [], ofUndo: () => [], bandsChanges: () => [], stackDecisions: () => [], changedBy: () => 0,
    });
    await service.handle(request, { publish: (draft) => drafts.push(draft) });
    expect(drafts.map(({ data }) => Reflect.get(data as object, 'undone_sequence') as number)).toEqual(sequences.toReversed());
  });
});
