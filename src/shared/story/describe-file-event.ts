import type { EventData } from '../events/catalog';
import { fixed } from '../language/formats';
import { t } from '../language/language';
import { baseName } from '../library/asset-record';
import { issueInWords } from '../library/issue-words';
import { toolName } from '../library/provenance';
import type { RatingBands } from '../library/rating';
import { type Description, said } from './description';
import { bytesInWords, confidenceInWords, lastFolders, starsInWords } from './words';

const moved: Readonly<Record<string, () => string>> = {
  rating: () => t('Its rating changed, so it belongs in another folder'),
  project: () => t('It was given to another project'),
  metadata: () => t('More is known of it, so it belongs in another folder'),
  undo: () => t('An earlier refiling was undone'),
  mended: () => t('It lay at a place where it did not belong'),
} satisfies Readonly<Record<EventData<'asset.refiled'>['reason'], () => string>>;

/** Null for a reason of a newer version. */
export function refiledBecause(reason: string): string | null {
  return moved[reason]?.() ?? null;
}

export function discovered(data: EventData<'asset.discovered'>): Description {
  const size = bytesInWords(data.file_size);
  const why =
    data.project_name === 'uncategorized'
      ? t('No folder, so no project; {size}', { size })
      : t('Folder {folder} gave the project; {size}', { folder: data.project_name, size });
  // A watched folder beside the inbox is known by its own name.
  const found = baseName(data.inbox_path);
  const isInbox = found === '' || found.toLowerCase() === 'inbox';
  const title = isInbox ? t('Found in the inbox') : t('Found in {folder}', { folder: found });
  if (data.fetched_from === null) return said(title, why, { fact: data.file_path });
  return said(title, t('{why}; fetched from {address}', { why, address: data.fetched_from }), { fact: data.file_path });
}

export function processed(data: EventData<'asset.processed'>): Description {
  const { tool, confidence, evidence, prompt, model } = data.generation_params;
  const quote = typeof prompt === 'string' && prompt !== '' ? prompt : null;
  const cut = data.metadata['truncated'] === true ? 'yes' : 'no';
  if (typeof tool !== 'string' || tool === 'unknown') {
    const why = t('Nothing in the file tells which tool made it{cut, select, yes {; the file ends early, its last part is missing} other {}}', { cut });
    return said(t('Read'), why, { quote });
  }
  const because = Array.isArray(evidence) ? (evidence[0] as { key?: unknown; excerpt?: unknown } | undefined) : undefined;
  const sure = confidenceInWords(typeof confidence === 'number' ? confidence : 0);
  const detail =
    typeof model === 'string' && model !== ''
      ? t('{sure}; model {model}{cut, select, yes {; the file ends early, its last part is missing} other {}}', { sure, model, cut })
      : t('{sure}; no model named{cut, select, yes {; the file ends early, its last part is missing} other {}}', { sure, cut });
  return said(t('Recognised as {tool}', { tool: toolName(tool) }), detail, {
    quote,
    fact: because === undefined ? null : `${String(because.key)}: ${String(because.excerpt)}`,
  });
}

export function assessed(data: EventData<'quality.assessed'>, bands: RatingBands): Description {
  const title = t('Rated {stars}', { stars: starsInWords(data.star_rating) });
  if (data.brisque_score === null) return said(title);
  const score = fixed(data.brisque_score, 1);
  const limit = bands[5 - data.star_rating];
  const because =
    limit === undefined
      ? t('BRISQUE {score} is at or above the limit of {limit, number}', { score, limit: bands[3] })
      : t('BRISQUE {score} is below the {stars, number}-star limit of {limit, number}', { score, stars: data.star_rating, limit });
  if (data.quality_issues.length === 0) return said(title, because);
  return said(title, t('{because}; measured: {issues}', { because, issues: data.quality_issues.map(issueInWords).join(', ') }));
}

export function organized(data: EventData<'asset.organized'>): Description {
  const how =
    data.operation === 'copy'
      ? t('Copied and verified, original kept; by day, project, tool and stars')
      : t('Moved after the copy was verified; by day, project, tool and stars');
  return said(t('Filed as {name}', { name: baseName(data.destination_path) }), how, {
    fact: lastFolders(data.destination_path, 4),
  });
}
