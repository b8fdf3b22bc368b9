import fc from 'fast-check';
import { it } from 'vitest';
import { tempFolder } from './temp-folder';
import { ratedPng } from './tiny-pictures';
import { acts, TreeModel } from './tree-model';

it('[A90] whatever people and Alice do to the files, in any order, no content is lost and every file has one outcome', async () => {
  await fc.assert(
    fc.asyncProperty(acts(25), (sequence) => new TreeModel(tempFolder(), (content) => ratedPng(content, 24)).live(sequence)),
    { seed: 4, numRuns: 25 },
  );
}, 60_000);
