import { cardPlaced } from '@shared/events/board-events';
import { assetRefileRequested } from '@shared/events/care-events';
import type { EventDraft } from '@shared/events/define-event';
import { t } from '@shared/language/language';
import type { AssetRecord } from '@shared/library/asset-record';
import type { BoardPlaced } from '@shared/library/board-answers';
import { columnPage } from '@shared/library/board-pages';
import { ranksBetween } from '@shared/library/board-rank';
import { columnFor, columnsOf, homeOfAssets } from '@shared/library/board-standing';
import type { AssignAssetsWish } from '@shared/library/board-wishes';
import { starFolder } from '@shared/library/rating';
import { RatedAssets } from '../projections/rated-assets';
import type { BoardReaders } from '../projections/board-reader';
import type { Database } from 'better-sqlite3';
import { boardOf } from './board-checks';

export interface AssignParts {
  readonly projections: Database;
  readonly readers: BoardReaders;
  readonly assetOf: (contentHash: string) => AssetRecord | null;
}

/** What is to be said, each in the story of its picture when there is one, and what is left out. */
export interface Assigned {
  readonly drafts: readonly { readonly draft: EventDraft; readonly story: string | null }[];
  readonly left_out: BoardPlaced['left_out'];
  /** The places from which files would move, each with the hash of its picture. */
  readonly moves: ReadonlyMap<string, string>;
}

type Asset = AssetRecord & { readonly path: string };

/**
 * Gives pictures to another project: asks that their files be moved to its folder, by the same safe way as any file is moved; or,
 * when files are to stay, puts them on its board as guests. @throws BoardError
 */
export function assigning({ projections, readers, assetOf }: AssignParts): (wish: AssignAssetsWish) => Assigned {
  const placements = new RatedAssets(projections);

  const filingOf = ({ content_hash, date_folder, source, stars }: Asset) => {
    const filing = placements.placementOf(content_hash);
    if (filing !== null) return { date_folder: filing.date_folder, source_type: filing.source_type, quality_folder: filing.quality_folder };
    // It lay there before Alice knew it: what is known of it says where it belongs.
    return { date_folder: date_folder ?? '', source_type: source, quality_folder: stars === null ? null : starFolder(stars) };
  };

  return ({ project_id, content_hashes, move_files }) => {
    const board = boardOf(readers, project_id);
    const { project } = board;
    const names = new Set(readers.namesOf(project_id));
    const left_out: { content_hash: string; message: string }[] = [];
    const wanted = [...new Set(content_hashes)].flatMap((hash): Asset[] => {
      const asset = assetOf(hash);
      const problem = objection(asset, move_files, names, project.name);
      if (problem !== null) left_out.push({ content_hash: hash, message: problem });
      return asset === null || problem !== null || asset.path === null ? [] : [{ ...asset, path: asset.path }];
    });
    if (move_files) {
      const drafts = wanted.map((asset) => {
        const { content_hash, path: file_path, story_id: story } = asset;
        return { draft: assetRefileRequested({ content_hash, file_path, project_name: project.name, ...filingOf(asset), reason: 'project' }), story };
      });
      return { drafts, left_out, moves: new Map(wanted.map(({ path, content_hash }) => [path, content_hash])) };
    }
    const column_id = columnFor(project, homeOfAssets, homeOfAssets);
    const column_name = columnsOf(project).find(({ id }) => id === column_id)?.name ?? '';
    const ranks = ranksBetween(null, columnPage(board, column_id, null, 1).cards[0]?.rank ?? null, wanted.length);
    const drafts = wanted.map(({ content_hash: card_id, file_name: card_title }, i) => {
      const draft = cardPlaced({
        project_id, card_kind: 'asset', card_id, card_title, column_id, column_name, rank: ranks[i] ?? 'V', guest: true,
      });
      return { draft, story: null };
    });
    return { drafts, left_out, moves: new Map() };
  };
}

function objection(asset: AssetRecord | null, moveFiles: boolean, names: ReadonlySet<string>, project: string): string | null {
  if (asset === null || asset.path === null) return t('This picture is not filed.');
  if (names.has(asset.project)) return t('It belongs to {project} already.', { project });
  if (moveFiles && asset.missing !== null) return t('Its file is not where it was filed. When it is back, it can be moved.');
  return null;
}
