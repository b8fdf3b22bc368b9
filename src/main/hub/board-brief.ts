import { readFile } from 'node:fs/promises';
import { inEnglish } from '@shared/language/language';
import type { AssetRecord } from '@shared/library/asset-record';
import type { ProjectPage } from '@shared/library/board-answers';
import { starsInWords } from '@shared/story/words';
import { thumbnailPath } from '../adapters/media/media-ports';
import { type Block, briefBlocks } from './board-brief-blocks';

/** A picture of a brief. */
export interface BriefPicture {
  readonly caption: string;
  /** Where its file lies; null when it is not filed, or not where it was. */
  readonly path: string | null;
  readonly thumbnail: string;
}

/** A project on a few pages, before it is written down. */
export interface Brief {
  readonly title: string;
  readonly blocks: readonly Block[];
  /** By hash. */
  readonly pictures: ReadonlyMap<string, BriefPicture>;
}

/** How many of a project's best pictures a brief shows. */
export const bestInBrief = 24;
/** A page with more of them would be too large to be sent. */
const mostPictures = 200;

export function briefOf(page: ProjectPage, assetOf: (hash: string) => AssetRecord | null, thumbnails: string): Brief {
  const blocks = briefBlocks(page);
  const hashes = new Set(blocks.flatMap((block) => (block.kind === 'pictures' ? block.hashes : [])));
  const pictures = [...hashes].slice(0, mostPictures).map((hash): readonly [string, BriefPicture] => {
    const asset = assetOf(hash);
    const path = asset === null || asset.missing !== null ? null : asset.path;
    return [hash, { caption: captionOf(asset, hash), path, thumbnail: thumbnailPath(thumbnails, hash) }];
  });
  return { title: page.project.name, blocks, pictures: new Map(pictures) };
}

/** The thumbnails of a brief's pictures as text that a page can hold; a picture without one is left out. */
export async function thumbnailsOf({ pictures }: Brief): Promise<Map<string, string>> {
  const found = new Map<string, string>();
  for (const [hash, { thumbnail }] of pictures) {
    const bytes = await readFile(thumbnail).catch(() => null);
    if (bytes !== null) found.set(hash, `data:image/webp;base64,${bytes.toString('base64')}`);
  }
  return found;
}

function captionOf(asset: AssetRecord | null, hash: string): string {
  if (asset === null) return `${hash.slice(0, 12)}, not in the library`;
  const { file_name, stars, own_stars, missing, path } = asset;
  const rated = stars === null ? '' : `, ${inEnglish(() => starsInWords(stars))}${own_stars === null ? '' : ', own rating'}`;
  const lost = path === null ? ', not filed' : missing === null ? '' : ', its file is missing';
  return `${file_name}${rated}${lost}`;
}
