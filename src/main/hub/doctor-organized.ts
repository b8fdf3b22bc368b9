import { basename } from 'node:path';
import { t } from '@shared/language/language';
import type { Finding } from '@shared/library/care-report';
import type { LooseFile } from '../services/keeper/loose-files';
import type { FiledAsset } from '../services/keeper/ports';
import type { Survey } from '../services/keeper/survey';
import { findingOf } from './doctor-finding';

/** What is asked about the files that a survey came upon. */
export interface OrganizedToCheck {
  readonly organized: string;
  readonly asset: (contentHash: string) => FiledAsset | null;
  readonly isMedia: (path: string) => Promise<boolean>;
  /** Whether it still lies where it should. */
  /** Whether two paths lead to one file. */
  readonly isSame: (path: string, other: string) => Promise<boolean>;
  readonly lies: (asset: FiledAsset) => Promise<boolean>;
  /** A file in the inbox that holds these bytes; null when there is none. */
  readonly inInbox: (contentHash: string) => Promise<string | null>;
  /** Names that programs give to files which are not there to stay. */
  readonly isLeftAlone: (name: string) => boolean;
}

/** What is wrong with the organized folder, as findings. Nothing is touched. */
export async function organizedFindings(asked: OrganizedToCheck, seen: Survey): Promise<Finding[]> {
  if (seen.root === 'gone') {
    const message = t(
      'The organized folder {organized} is not there, so nothing was looked for in it. Plug its drive in and check again.',
      { organized: asked.organized },
    );
    return [findingOf('unreadable', asked.organized, null, message, [])];
  }
  if (seen.root === 'away') {
    const message = t(
      'None of the {count, plural, one {# file} other {# files}} of the library lies in {organized}, and it is not the folder that was there before. If they are on a drive, plug it in and check again; if they are really gone, have that recorded.',
      { count: seen.assets, organized: asked.organized },
    );
    return [findingOf('unreadable', asked.organized, null, message, ['record'])];
  }
  const findings: Finding[] = [];
  for (const { path, content_hash, message } of seen.unknown) findings.push(findingOf('unreadable', path, content_hash, message, []));
  for (const { asset, to } of seen.moved) {
    const message = t(
      '{name} was moved outside Alice: it lies at {path} now. Its rating and history are kept.', { name: basename(asset.path), path: to.path },
    );
    findings.push(findingOf('moved', to.path, asset.content_hash, message, ['record']));
  }
  for (const asset of seen.returned) {
    const message = t('{name} was missing and lies at its place again.', { name: basename(asset.path) });
    findings.push(findingOf('moved', asset.path, asset.content_hash, message, ['record']));
  }
  for (const { asset, reason } of seen.away) findings.push(await awayFinding(asked, asset, reason));
  for (const path of seen.leftovers) {
    const message = t('A temporary copy that an interrupted operation left. The file that it was made from is elsewhere and untouched.');
    findings.push(findingOf('leftover', path, null, message, ['trash']));
  }
  for (const file of seen.loose) {
    const found = await looseFinding(asked, file);
    if (found) findings.push(found);
  }
  return findings;
}

async function awayFinding(asked: OrganizedToCheck, asset: FiledAsset, reason: 'gone' | 'replaced'): Promise<Finding> {
  const copy = await asked.inInbox(asset.content_hash);
  const name = basename(asset.path);
  const what = reason === 'gone'
    ? t('{name} is not where it was filed, and nowhere else in the organized folder.', { name })
    : t('{name} was filed here, and other bytes lie here now.', { name });
  const message = copy === null
    ? t('{what} All that is known of it is kept.', { what })
    : t('{what} The same bytes lie in the inbox at {copy}, from where it can be filed again.', { what, copy });
  const mends = [...(copy === null ? [] : (['restore'] as const)), ...(asset.missing === reason ? [] : (['record'] as const))];
  return findingOf(reason === 'gone' ? 'missing' : 'replaced', asset.path, asset.content_hash, message, mends);
}

async function looseFinding(asked: OrganizedToCheck, { path, content_hash }: LooseFile): Promise<Finding | null> {
  if (content_hash === null) return null;
  const asset = asked.asset(content_hash);
  if (asset && asset.path !== path && (await asked.lies(asset))) {
    const message = t('A second copy of {path}, byte for byte. Alice did not put it here.', { path: asset.path });
    return findingOf('twin', path, content_hash, message, ['trash']);
  }
  if (await asked.isMedia(path)) {
    const message = t('Alice did not put this file here and knows nothing of it. It can be taken into the library where it lies.');
    return findingOf('foreign', path, content_hash, message, ['adopt']);
  }
  if (asked.isLeftAlone(basename(path))) return null;
  const message = t('Alice did not put this file here, and it is no picture or video that Alice knows. It is left alone.');
  return findingOf('foreign', path, content_hash, message, []);
}
