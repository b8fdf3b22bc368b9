import { type SourceNow, usualChoice } from '@shared/library/source';
import { expect, it } from 'vitest';
import { sourceCounts, sourceFacts } from './source-words';

it('[D120] a source says in a line what is done with its files, and how many wait', () => {
  const source: SourceNow = {
    ...usualChoice, id: crypto.randomUUID(), name: 'ComfyUI', path: '/comfy', state: 'watching', sentence: null, waiting: 0, set_aside: 0,
  };
  expect([sourceFacts(source), sourceCounts(source)]).toEqual(['Project from the first folder · copy', '']);
  const other: SourceNow = { ...source, project: 'harbor', operation: 'move', subfolders: false, only_media: false, waiting: 1, set_aside: 2 };
  expect(sourceFacts(other)).toBe('Project harbor · move · no subfolders · other files set aside');
  expect([sourceCounts(other), sourceCounts({ ...other, waiting: 3, set_aside: 0 })]).toEqual(['1 file waiting, 2 set aside', '3 files waiting']);
});
