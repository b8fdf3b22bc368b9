import { factsOf } from '@shared/library/asset-facts';
import type { AssetRecord } from '@shared/library/asset-record';
import type { LibraryCard } from '@shared/library/library-answer';
import type { ThumbHash } from '@shared/library/thumb-hash';

/** What lists show of an asset. */
export function cardOf(id: number, asset: AssetRecord, elo: number | null, thumb_hash: ThumbHash | undefined): LibraryCard {
  const { tool, model, aesthetic, made_on } = factsOf(asset);
  return {
    id,
    content_hash: asset.content_hash,
    file_name: asset.file_name,
    project: asset.project,
    source: tool,
    model,
    media_type: asset.media_type,
    missing: asset.missing,
    stars: asset.stars,
    brisque: asset.brisque,
    aesthetic,
    elo,
    own: asset.own_stars !== null,
    width: asset.width,
    height: asset.height,
    file_size: asset.file_size,
    made_on,
    filed_at: asset.filed_at,
    ...(thumb_hash !== undefined && { thumb_hash }),
  };
}
