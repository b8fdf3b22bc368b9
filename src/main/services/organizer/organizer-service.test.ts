import { assetDiscovered, assetProcessed } from '@shared/events/asset-events';
import type { RecordedEvent } from '@shared/events/catalog';
import type { EventDraft } from '@shared/events/define-event';
import { qualityAssessed, qualityNotRated } from '@shared/events/quality-events';
import { existsSync, linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { filingTools } from '../../adapters/files/filing-tools';
import { journalIn } from '../../testing/journal-double';
import { recordedFrom } from '../../testing/sample-events';
import { inFolder, tempFolder } from '../../testing/temp-folder';
import { drop, tinyPng } from '../../testing/tiny-pictures';
import { contentsOf, filesBelow, hashOf } from '../../testing/trees';
import { organizerService } from './organizer-service';
import type { FileIntent, FilingTools } from './ports';

let home: string;
let organized: string;
let journal: Map<string, FileIntent>;
let filed: Map<string, string>;
let operation: 'copy' | 'move';

beforeEach(() => {
  home = tempFolder();
  organized = join(home, 'organized');
  mkdirSync(organized);
  journal = new Map();
  filed = new Map();
  operation = 'copy';
});

/** A picture in the inbox, and its story up to the rating. */
function picture(name: string, { stars = 4, project = 'harbor' }: { stars?: number | null; project?: string } = {}): RecordedEvent[] {
  const bytes = tinyPng(name);
  const file_path = drop(join(home, 'inbox', name), bytes);
  const content_hash = hashOf(bytes);
  return recordedFrom(
    [
      assetDiscovered({ file_path, content_hash, file_size: bytes.length, media_type: 'image', project_name: project }),
      assetProcessed({
        content_hash, file_path, metadata: { extension: 'png' }, extracted_metadata: { made_on: '2026-03-04' }, generation_params: { tool: 'comfyui' },
      }),
      stars === null
        ? qualityNotRated({ content_hash, file_path, reason: 'too_small', message: 'Too small.' })
        : qualityAssessed({ content_hash, file_path, star_rating: stars, combined_score: 0.5 }),
    ],
    name,
  );
}

/** Hands a story's rating to a fresh organizer, as after a start; resolves with what it says. */
async function organize(story: RecordedEvent[], files: FilingTools = filingTools): Promise<EventDraft[]> {
  const service = organizerService({
    organized,
    operation: () => operation,
    files,
    journal: journalIn(journal),
    storyOf: () => story,
    filedAt: (hash) => filed.get(hash) ?? null,
    memory: { eventAt: () => null, historyOf: () => [], assetOf: () => null },
  });
  const drafts: EventDraft[] = [];
  await service.handle(story.at(-1)!, { publish: (draft) => drafts.push(draft) });
  return drafts;
}

const crash = new Error('crash');
const dataOf = ([draft]: EventDraft[]) => draft?.data as Record<string, unknown>;

describe('[O1] filing', () => {
  it('[O1] says where the verified copy lies and why', async () => {
    expect(await organize(picture('a.png'))).toMatchObject([{
      event_type: 'asset.organized',
      data: {
        source_path: join(home, 'inbox/a.png'), destination_path: join(organized, '2026-03-04/harbor/comfyui/4-star/harbor-001.png'),
        project_name: 'harbor', source_type: 'comfyui', date_folder: '2026-03-04', quality_folder: '4-star', operation: 'copy', sequence_number: 1,
      },
    }]);
    expect(existsSync(join(home, 'inbox/a.png'))).toBe(true);
  });

  it('[O1] without a rating there is no star folder', async () => {
    expect(dataOf(await organize(picture('a.png', { stars: null })))).toMatchObject({
      destination_path: join(organized, '2026-03-04/harbor/comfyui/harbor-001.png'), quality_folder: null,
    });
  });

  it('[O2] the same bytes again are linked to what is filed, and left where they are, also when moving', async () => {
    operation = 'move';
    const original_path = drop(join(organized, 'there.png'), tinyPng('a.png'));
    filed.set(hashOf(tinyPng('a.png')), original_path);
    expect(await organize(picture('a.png'))).toMatchObject([{ event_type: 'asset.duplicated', data: { original_path } }]);
    expect(filesBelow(home)).toEqual(['inbox/a.png', 'organized/there.png']);
  });

  it.each<[string, (path: string) => void]>([
    ['was removed', () => undefined],
    ['was replaced', (path) => { drop(path, 'something else'); }],
  ])('[O29] bytes whose organized file %s by hand are filed, not linked to nothing', async (_, change) => {
    const path = join(organized, 'there.png');
    change(path);
    filed.set(hashOf(tinyPng('a.png')), path);
    expect(await organize(picture('a.png'))).toMatchObject([{ event_type: 'asset.organized' }]);
    expect(contentsOf(organized)).toContain(hashOf(tinyPng('a.png')));
  });

  it('[O29] a file that is read anew where it is filed is left alone', async () => {
    const story = picture('a.png');
    filed.set(hashOf(tinyPng('a.png')), join(home, 'inbox/a.png'));
    expect(await organize(story)).toEqual([]);
  });

  it('[O29] a story whose filing was undone is filed anew', async () => {
    const story = picture('a.png');
    const [said] = await organize(story);
    rmSync(organized, { recursive: true });
    mkdirSync(organized);
    journal.clear();
    const filing = recordedFrom([said!], story[0]!.correlation_id, 4);
    expect(await organize([...filing, ...story])).toMatchObject([{ event_type: 'asset.organized' }]);
  });

  it('[O3] numbers go on behind what lies in the folder, and grow beyond three digits', async () => {
    drop(join(organized, '2026-03-04/harbor/comfyui/4-star/harbor-999.jpg'), 'foreign');
    expect(dataOf(await organize(picture('a.png')))['sequence_number']).toBe(1000);
    expect(filesBelow(organized)).toContain('2026-03-04/harbor/comfyui/4-star/harbor-1000.png');
  });

  it('[O3] a number that an unfinished operation has claimed is not given again', async () => {
    journal.set('other', { cause_id: 'other', destination_path: join(organized, '2026-03-04/harbor/comfyui/4-star/HARBOR-001.png') } as FileIntent);
    expect(dataOf(await organize(picture('a.png')))['sequence_number']).toBe(2);
  });

  it('[O10] a hostile project stays inside the organized folder', async () => {
    const { destination_path } = dataOf(await organize(picture('a.png', { project: '../../..' })));
    expect(String(destination_path).startsWith(`${organized}/2026-03-04/_`)).toBe(true);
  });
});

describe('[O5] moving', () => {
  it('[O5] removes the original after the copy was verified', async () => {
    operation = 'move';
    expect(dataOf(await organize(picture('a.png')))['operation']).toBe('move');
    expect(filesBelow(home)).toEqual(['organized/2026-03-04/harbor/comfyui/4-star/harbor-001.png']);
  });

  it('[O6] an original that cannot or must not be removed is kept, and the event says that it was copied', async () => {
    operation = 'move';
    const drafts = await organize(picture('a.png'), { ...filingTools, removeOriginal: async () => ({ kind: 'kept', why: 'It changed.' }) });
    expect(dataOf(drafts)['operation']).toBe('copy');
    expect(existsSync(join(home, 'inbox/a.png'))).toBe(true);
  });
});

describe('[O4] a name that someone else takes in the meantime', () => {
  it('[O4] stays theirs; ours gets the next number', async () => {
    const theirs = join(organized, '2026-03-04/harbor/comfyui/4-star/harbor-001.png');
    const files: FilingTools = { ...filingTools, copyVerified: async (intent) => {
      if (intent.destination_path === theirs) writeFileSync(inFolder(theirs), 'theirs');
      return filingTools.copyVerified(intent);
    } };
    expect(dataOf(await organize(picture('a.png'), files))['sequence_number']).toBe(2);
    expect(readFileSync(theirs, 'utf8')).toBe('theirs');
    expect(filesBelow(organized)).toHaveLength(2);
  });

  it('[O4] eight organizers that know nothing of each other file everything, each under a name of its own', async () => {
    const stories = Array.from({ length: 48 }, (_, i) => picture(`${i}.png`));
    const before = contentsOf(join(home, 'inbox'));
    const lanes = Array.from({ length: 8 }, async (_, lane) => {
      for (const story of stories.filter((__, i) => i % 8 === lane)) await organize(story);
    });
    await Promise.all(lanes);
    expect(contentsOf(organized)).toEqual(before);
    expect(filesBelow(organized)).toHaveLength(48);
  });
});

describe('[O7] trouble', () => {
  it('[O7] sets the file aside with the reason, clears what was begun, and forgets the plan', async () => {
    const files: FilingTools = { ...filingTools, copyVerified: async (intent) => {
      writeFileSync(inFolder(join(dirname(intent.destination_path), `.alice-${intent.operation_id}.part`)), 'half');
      return { kind: 'trouble', reason: 'disk_full', message: 'The disk is full.' };
    } };
    expect(await organize(picture('a.png'), files)).toMatchObject([
      { event_type: 'asset.set_aside', data: { stage: 'organizer', reason: 'disk_full', message: 'The disk is full.' } },
    ]);
    expect([filesBelow(organized), journal.size]).toEqual([[], 0]);
  });

  it('[O7] the organized folder is not made anew when it has gone: its drive may not be plugged in', async () => {
    rmSync(organized, { recursive: true });
    expect(await organize(picture('a.png'))).toMatchObject([
      { event_type: 'asset.set_aside', data: { stage: 'organizer', message: expect.stringMatching(/Is the drive plugged in\?/) } },
    ]);
    expect([existsSync(organized), journal.size]).toEqual([false, 0]);
  });

  it('[O2] a story that was filed already is not its own duplicate when one of its events is told again', async () => {
    const story = picture('a.png');
    const [said] = await organize(story);
    filed.set(hashOf(tinyPng('a.png')), '/organized/there.png');
    const filing = recordedFrom([said!], story[0]!.correlation_id, 4);
    expect(await organize([...filing, ...story])).toEqual([]);
  });

  it('[O7] a story without what the organizer needs is a bug, not a guess', async () => {
    const [discovered, , rated] = picture('a.png');
    await expect(organize([discovered!, rated!])).rejects.toThrow(/asset\.processed/);
  });
});

describe('[O8] a crash at any step ends, after the next start, with the file filed exactly once', () => {
  const dies = async () => Promise.reject(crash);
  /** Filing by either way, with a death in it. */
  const publishing = (die: FilingTools['copyVerified']): Partial<FilingTools> => ({ copyVerified: die, relocate: die });
  const publish: FilingTools['copyVerified'] = (intent) => (intent.operation === 'move' ? filingTools.relocate(intent) : filingTools.copyVerified(intent));
  const partOf = (intent: FileIntent) => join(dirname(intent.destination_path), `.alice-${intent.operation_id}.part`);
  const points: [string, Partial<FilingTools>][] = [
    ['after the plan', publishing(dies)],
    ['with half a copy written', publishing(async (intent) => {
      writeFileSync(inFolder(partOf(intent)), 'half');
      throw crash;
    })],
    ['between the final name and the removal of the temporary one', publishing(async (intent) => {
      await publish(intent);
      linkSync(intent.destination_path, partOf(intent));
      throw crash;
    })],
    ['after the file got its name', publishing(async (intent) => { await publish(intent); throw crash; })],
    ['before the original was removed', { removeOriginal: dies }],
    ['after the original was removed, before its event was recorded', { removeOriginal: async (intent) => {
      await filingTools.removeOriginal(intent);
      throw crash;
    } }],
  ];
  const cells = points.flatMap(([name, tools]) => (['copy', 'move'] as const).map((mode) => [name, mode, tools] as const));

  it.each(cells)('[O8] %s (%s)', async (_, mode, tools) => {
    operation = mode;
    const story = picture('a.png');
    const before = contentsOf(home);
    if (mode === 'move' || tools.removeOriginal === undefined) await expect(organize(story, { ...filingTools, ...tools })).rejects.toBe(crash);
    else await organize(story, { ...filingTools, ...tools });
    expect(contentsOf(home)).toEqual(expect.arrayContaining(before));
    expect(await organize(story)).toMatchObject([{ event_type: 'asset.organized', data: { operation: mode, sequence_number: 1 } }]);
    const copy = 'organized/2026-03-04/harbor/comfyui/4-star/harbor-001.png';
    expect(filesBelow(home)).toEqual(mode === 'move' ? [copy] : ['inbox/a.png', copy]);
    expect(hashOf(readFileSync(join(home, copy)))).toBe(before[0]);
  });

  it('[O8] what was published but spoiled before the next start is not believed', async () => {
    const story = picture('a.png');
    operation = 'move';
    await organize(story, { ...filingTools, relocate: filingTools.copyVerified, removeOriginal: dies }).catch(() => undefined);
    const first = join(organized, '2026-03-04/harbor/comfyui/4-star/harbor-001.png');
    writeFileSync(first, 'someone wrote here');
    expect(dataOf(await organize(story))).toMatchObject({ sequence_number: 2, operation: 'move' });
    expect(readFileSync(first, 'utf8')).toBe('someone wrote here');
  });

  it('[O8] an organized folder that is gone at the next start is made again', async () => {
    const story = picture('a.png');
    await organize(story, { ...filingTools, ...publishing(dies) }).catch(() => undefined);
    rmSync(organized, { recursive: true, force: true });
    mkdirSync(organized);
    expect(dataOf(await organize(story))['sequence_number']).toBe(1);
  });
});
