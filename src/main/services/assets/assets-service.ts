import { assetProcessed, assetSetAside } from '@shared/events/asset-events';
import type { EventData } from '@shared/events/catalog';
import { defineService, skip } from '../../kernel/define-service';
import { defineManifest } from '../../kernel/manifest';
import type { MediaInspection } from './inspect-media';
import { processedData } from './processed-data';
import type { ReadAs } from './read-as';

/** What reading a file came to: what it says about itself, or why that could not be found out. */
export type ReadAsset = (path: string, as?: ReadAs) => Promise<
  | { readonly kind: 'read'; readonly inspection: MediaInspection; readonly file_time: Date; /** Bytes. */ readonly file_size?: number }
  | { readonly kind: 'trouble'; readonly reason: EventData<'asset.set_aside'>['reason']; readonly message: string }
>;

export const assetsManifest = defineManifest({
  name: 'assets',
  summary: 'Reads of every discovered or adopted file which tool made it, with which prompt, seed and model, how large it is and from which day.',
  consumes: ['asset.discovered', 'asset.adopted'],
  publishes: [assetProcessed, assetSetAside],
});

type Found = EventData<'asset.discovered' | 'asset.adopted'>;

/** Reads what every discovered file says about itself; see the manifest. */
export const assetsService = (read: ReadAsset) => {
  const readOf = async ({ file_path, content_hash, file_size: size }: Found) => {
    const began = performance.now();
    const found = await read(file_path);
    if (found.kind === 'trouble') return found;
    const data = processedData(found.inspection, { size, time: found.file_time });
    const processing_duration_ms = Math.round(performance.now() - began);
    return { kind: 'processed', event: assetProcessed({ content_hash, file_path, ...data, processing_duration_ms }) } as const;
  };

  return defineService({
    ...assetsManifest,
    concurrency: 4,
    on: {
      'asset.discovered': async ({ data }, { publish }) => {
        const { file_path, content_hash, file_size } = data;
        const found = await readOf(data);
        if (found.kind === 'processed') publish(found.event);
        else publish(assetSetAside({ file_path, content_hash, file_size, stage: 'assets', reason: found.reason, message: found.message }));
      },
      'asset.adopted': async ({ data }, { publish }) => {
        const found = await readOf(data);
        // It lies in the organized folder and stays in the library: there is no inbox in which it could be set aside.
        if (found.kind === 'trouble') return skip(found.message);
        publish(found.event);
        return undefined;
      },
    },
    giveUp: ({ event_type, data }, reason, { publish }) => {
      if (event_type === 'asset.adopted') return;
      const { file_path, content_hash, file_size } = data;
      const message = `Alice could not read this file (${reason}). It lies untouched in the inbox; try it again.`;
      publish(assetSetAside({ file_path, content_hash, file_size, stage: 'assets', reason: 'internal_error', message }));
    },
  });
};
