import { describe, expect, it } from 'vitest';
import { formValuesOf, stageOf } from './stage-form-values';

const written = { ...formValuesOf(null), name: 'looker', url: ' https://looks.example/v1 ' };

describe('[R27] the form of a stage', () => {
  it('[R27] begins switched off, sends previews, and says what was written', () => {
    expect(stageOf({ ...written, best: '4,5', seconds: '7.5', cost: ' $0.002 ' })).toEqual({
      name: 'looker', url: 'https://looks.example/v1', send: 'preview', key_header: 'Authorization', score_path: 'score', poorest: 0, best: 4.5, weight: 1,
      cost: '$0.002', timeout_ms: 7_500, enabled: false,
    });
    const stage = stageOf(written);
    if (typeof stage === 'string') throw new Error(stage);
    expect(stageOf(formValuesOf(stage))).toEqual(stage);
  });

  it.each([
    [{ name: 'Looker 1' }, /^The name begins with a letter, holds only small letters/],
    [{ url: 'https://' }, /^The address begins with https:\/\//],
    [{ url: 'http://looks.example/' }, /unencrypted/],
    [{ key_header: 'X Key' }, /^The header for the key is the name of a header/],
    [{ score_path: '' }, /^The place of the number says where/],
    [{ best: 'ten' }, /^The number for best is a number\.$/],
    [{ best: '0' }, /poorest and best are the same/],
    [{ weight: '11' }, /^The weight is a number from 0 to 10\.$/],
    [{ seconds: '500' }, /^The seconds to wait are from 1 to 120\.$/],
    [{ name: 'brisque' }, /the name of a stage that comes with Alice/],
  ])('[R27] says what is wrong with %j', (change, words) => {
    expect(stageOf({ ...written, ...change })).toMatch(words);
  });
});
