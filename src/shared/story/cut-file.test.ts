import { assetProcessed } from '@shared/events/asset-events';
import { describe, expect, it } from 'vitest';
import { eventFrom } from '../../main/testing/sample-events';
import { describeEvent } from './describe-event';

const detailOf = (tool: string, truncated: boolean): string | null =>
  describeEvent(
    eventFrom(assetProcessed({ content_hash: 'a'.repeat(64), file_path: '/inbox/a.png', metadata: { truncated }, generation_params: { tool } })),
  ).detail;

describe('a file that ends early', () => {
  it('[P37] is said to in its story, whether its tool is known or not', () => {
    expect(detailOf('comfyui', true)).toMatch(/; the file ends early, its last part is missing$/);
    expect(detailOf('unknown', true)).toMatch(/; the file ends early, its last part is missing$/);
    expect(detailOf('comfyui', false)).not.toContain('ends early');
  });
});
