import { assetProcessed, assetSetAside } from '@shared/events/asset-events';
import type { EventData } from '@shared/events/catalog';
import { defineService } from '../../kernel/define-service';
import { defineManifest } from '../../kernel/manifest';
import type { MediaInspection } from './inspect-media';
import { processedData } from './processed-data';

/** What reading a file came to: what it says about itself, or why that could not be found out. */
export type ReadAsset = (path: string) => Promise<
  | { readonly kind: 'read'; readonly inspection: MediaInspection; readonly file_time: Date }
  | { readonly kind: 'trouble'; readonly reason: EventData<'asset.set_aside'>['reason']; readonly message: string }
>;

export const assetsManifest = defineManifest({
  name: 'assets',
  summary: 'Reads of every discovered file which tool made it, with which prompt, seed and model, how large it is and from which day.',
  consumes: ['asset.discovered'],
  publishes: [assetProcessed, assetSetAside],
});

/** Reads what every discovered file says about itself; see the manifest. */
export const assetsService = (read: ReadAsset) =>
  defineService({
    ...assetsManifest,
    concurrency: 4,
    on: {
      'asset.discovered': async ({ data }, { publish }) => {
        const began = performance.now();
        const { file_path, content_hash } = data;
        const found = await read(file_path);
        if (found.kind === 'trouble') {
          const { reason, message } = found;
          publish(assetSetAside({ file_path, content_hash, file_size: data.file_size, stage: 'assets', reason, message }));
          return;
        }
        const { inspection, file_time } = found;
        publish(
          assetProcessed({
            content_hash,
            file_path,
            ...processedData(inspection, { size: data.file_size, time: file_time }),
            processing_duration_ms: Math.round(performance.now() - began),
          }),
        );
      },
    },
    giveUp: ({ data }, reason, { publish }) => {
      const { file_path, content_hash, file_size } = data;
      const message = `Alice could not read this file (${reason}). It lies untouched in the inbox; try it again.`;
      publish(assetSetAside({ file_path, content_hash, file_size, stage: 'assets', reason: 'internal_error', message }));
    },
  });
