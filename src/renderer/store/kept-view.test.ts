import { describe, expect, it } from 'vitest';
import { viewFromText, viewToText } from './kept-view';
import { useView } from './use-view';

describe('[D113] what is in view outlives the page', () => {
  it('[D113] all of it comes back as it was, with sets and the pictures that are gone through', () => {
    const state = useView.getState();
    const view = {
      ...state,
      place: 'library' as const,
      timeline: { ...state.timeline, unfolded: new Set(['a', 'b']), paused_at: 7 },
      library: { ...state.library, text: 'harbor {"$set":[1]}', zoom: 5 },
      cull: { mode: 'one' as const, ids: Uint32Array.from([3, 1, 2]), at: 1, side_by_side: [] },
    };
    expect(viewFromText(viewToText(view))).toEqual(view);
  });

  it('[D113] what is no view is none', () => {
    for (const text of ['', '{', 'null', '7', '"view"']) expect(viewFromText(text), text).toBeNull();
  });
});
