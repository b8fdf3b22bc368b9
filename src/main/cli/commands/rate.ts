import type { Command } from 'commander';
import type { AssetRecord } from '@shared/library/asset-record';
import type { Stars } from '@shared/library/rating';
import { starsInWords } from '@shared/story/words';
import type { Hub } from '../../hub';
import { eventsOfAsset } from '../find-asset';
import { lastFolders } from '../last-folders';
import { complain, print, printJson } from '../printer';
import type { CliFiles, Finish } from '../run-command-line';
import { UsageError } from '../usage-error';
import { openCliHub } from './open-cli-hub';

/** `alice rate FILE… N`: a person's own rating; exit code 1 when a file could not follow it. */
export function rateCommand(program: Command, files: CliFiles, finish: Finish): void {
  program
    .command('rate')
    .description('Give pictures and videos your own rating, which holds whatever is measured; their files go to the folder of their stars.')
    .argument('<file...>', 'paths or names of organized files, or content hashes or their beginnings; then the stars: 1 to 5, or 0 to clear your rating')
    .usage('[options] <file...> <stars>')
    .option('--json', 'print one JSON object a file')
    .option('--data <dir>', "the data folder (default: the app's)")
    .action(async (words: string[], options: { json?: boolean; data?: string }) => {
      const { names, stars } = wishOf(words);
      const { inbox, organized, dataFolder } = await lastFolders(options.data);
      const { hub } = await openCliHub(inbox, { to: organized, data: dataFolder }, files);
      try {
        const assets: AssetRecord[] = [];
        for (const name of names) assets.push(await assetMeant(hub, name));
        const before = hub.log.lastSequence;
        await hub.start({ watch: false, takeIn: false });
        await hub.rate(assets.map(({ content_hash }) => content_hash), stars);
        await hub.settled();
        const refusals = refusalsSince(hub, before);
        for (const { content_hash } of new Map(assets.map((asset) => [asset.content_hash, asset])).values()) {
          tell(hub, content_hash, refusals.get(content_hash) ?? null, options.json === true);
        }
        const pause = hub.pausedFor();
        if (pause !== null) complain(`Alice has paused: ${pause.message} Files follow their ratings at the next start.`);
        finish(refusals.size > 0 || pause !== null ? 1 : 0);
      } finally {
        await hub.close('finished');
      }
    });
}

function wishOf(words: readonly string[]): { readonly names: readonly string[]; readonly stars: Stars | 0 } {
  const [last = '', ...names] = words.toReversed();
  if (!/^[0-5]$/.test(last)) throw new UsageError(`“${last}” is no rating. End with the stars to give: 1 to 5, or 0 to clear your own rating.`);
  if (names.length === 0) throw new UsageError('Name the files to rate before the stars, as in alice rate lantern-001.png 5.');
  return { names: names.reverse(), stars: Number(last) as Stars | 0 };
}

const pathsShown = 3;

/** The one file that a name means. @throws UsageError */
async function assetMeant(hub: Hub, name: string): Promise<AssetRecord> {
  const [asset, ...others] = hub.meant(name);
  if (asset !== undefined && others.length === 0) return asset;
  if (asset !== undefined) {
    const paths = [asset, ...others].slice(0, pathsShown).map(({ path }) => path).join(', ');
    const more = others.length + 1 > pathsShown ? ' and others' : '';
    throw new UsageError(`“${name}” means several files: ${paths}${more}. Name one by its path or its content hash.`);
  }
  // Another copy of it, such as the original in the inbox.
  const subject = (await eventsOfAsset(hub.log, name)).findLast((event) => event.subject !== null)?.subject;
  const copy = typeof subject === 'string' ? hub.library.asset(subject) : null;
  if (copy === null || copy.filed_sequence === null) throw new UsageError(`Alice has filed nothing that ${name} means. Is it the right data folder?`);
  return copy;
}

function refusalsSince(hub: Hub, after: number): ReadonlyMap<string, string> {
  const refused = hub.log.find({ types: ['asset.refile_refused'], after, limit: Number.MAX_SAFE_INTEGER });
  const final = refused.flatMap((event) => (event.event_type === 'asset.refile_refused' && event.data.reason !== 'superseded' ? [event.data] : []));
  return new Map(final.map(({ content_hash, message }) => [content_hash, message]));
}

function tell(hub: Hub, hash: string, not_moved: string | null, json: boolean): void {
  const asset = hub.library.asset(hash);
  if (asset === null) return;
  const { content_hash, file_name, path, stars, own_stars, measured_stars } = asset;
  if (json) {
    printJson({ content_hash, file_path: path, stars, own_stars, measured_stars, not_moved });
    return;
  }
  const measured = stars === null ? 'none was measured' : `${starsInWords(stars)} as measured`;
  print(`${file_name}: ${own_stars === null ? `your rating is cleared, ${measured}` : starsInWords(own_stars)}`);
  print(`  ${path ?? ''}`);
  if (not_moved !== null) print(`  not moved: ${not_moved}`);
}
