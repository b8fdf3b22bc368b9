import { createInterface } from 'node:readline/promises';
import type { Command } from 'commander';
import type { RecordedEvent } from '@shared/events/catalog';
import { baseName } from '@shared/library/asset-record';
import { isTurn } from '@shared/library/board-acts';
import { isDecision } from '@shared/library/decisions';
import type { UndoPreview, UndoWish } from '@shared/library/history';
import { describeEvent } from '@shared/story/describe-event';
import { printable } from '@shared/story/printable';
import { countOf } from '@shared/story/words';
import type { Hub } from '../../hub';
import { NothingToUndoError } from '../../hub/history';
import { eventsOfAsset } from '../find-asset';
import { lastFolders } from '../last-folders';
import { momentOf } from '../moment';
import { print, printJson } from '../printer';
import type { CliFiles, Finish } from '../run-command-line';
import { UsageError } from '../usage-error';
import { openCliHub } from './open-cli-hub';

interface Options {
  readonly last?: boolean;
  readonly asset?: string;
  readonly to?: string;
  readonly dryRun?: boolean;
  readonly yes?: boolean;
  readonly json?: boolean;
  readonly data?: string;
}

/** `alice undo`: takes file operations back; exit code 1 when something was refused. */
export function undoCommand(program: Command, files: CliFiles, finish: Finish): void {
  program
    .command('undo')
    .description('Take back what Alice did with files, ratings, boards, and limits between the stars: an entry of the history, one file, or everything since a time.')
    .argument('[entry]', 'an entry as alice history shows it; an undo is taken back itself')
    .option('--last', 'the latest entry that is not undone')
    .option('--asset <file|hash>', 'everything that was done with one file')
    .option('--to <time>', 'everything since a date, a time, or how long ago, such as 2h')
    .option('--dry-run', 'only say what would come of it')
    .option('--yes', 'do not ask, however many operations there are')
    .option('--json', 'print the events as JSON, one a line')
    .option('--data <dir>', "the data folder (default: the app's)")
    .action(async (entry: string | undefined, options: Options) => {
      const chosen = [entry, options.last, options.asset, options.to].filter((each) => each !== undefined).length;
      if (chosen !== 1) throw new UsageError('Name one thing to undo: an entry of alice history, --last, --asset or --to.');
      const { inbox, organized, dataFolder } = await lastFolders(options.data);
      const { hub } = await openCliHub(inbox, { to: organized, data: dataFolder }, files);
      try {
        const wish = await wishOf(hub, entry, options);
        const preview = await hub.previewUndo(wish);
        if (options.dryRun) finish(tellPreview(preview, options));
        else {
          if (preview.operations > 1 && !options.yes) await confirm(preview);
          finish(await carryOut(hub, wish, options));
        }
      } catch (error) {
        if (error instanceof NothingToUndoError) throw new UsageError(error.message);
        throw error;
      } finally {
        await hub.close('finished');
      }
    });
}

async function wishOf(hub: Hub, entry: string | undefined, { last, asset, to }: Options): Promise<UndoWish> {
  if (entry !== undefined) return { kind: 'entry', id: entry };
  if (last) {
    const latest = await hub.latestUndoable('undo', { changes: false });
    if (latest === null) throw new NothingToUndoError('There is nothing to undo.');
    return { kind: 'entry', id: latest.id };
  }
  if (asset !== undefined) {
    const found = (await eventsOfAsset(hub.log, asset)).findLast(({ subject }) => subject !== null);
    if (found?.subject == null) throw new UsageError(`Alice knows nothing of ${asset}. Is it the right data folder?`);
    return { kind: 'asset', content_hash: found.subject };
  }
  return { kind: 'moment', after_sequence: hub.log.lastBefore(momentOf(to ?? '')) };
}

function tellPreview(preview: UndoPreview, { json }: Options): 0 | 1 {
  if (json) printJson(preview);
  else {
    print(`${preview.label}: ${countOf(preview.operations, 'operation')} would be undone.`);
    for (const { file_name, message } of preview.refused) print(`  left out: ${file_name}: ${message}`);
    const more = preview.refused_count - preview.refused.length;
    if (more > 0) print(`  and ${more} more`);
  }
  return preview.refused_count > 0 ? 1 : 0;
}

async function confirm({ label, operations, refused_count }: UndoPreview): Promise<void> {
  const what = `${label}: ${countOf(operations, 'operation')} will be undone${refused_count > 0 ? `, ${refused_count} left out` : ''}.`;
  if (!process.stdin.isTTY) throw new UsageError(`${what} Add --yes to do it, or --dry-run to see more.`);
  const lines = createInterface({ input: process.stdin, output: process.stderr });
  const answer = await lines.question(printable(`${what} Undo them? [y/N] `)).finally(() => { lines.close(); });
  if (!/^y(es)?$/i.test(answer.trim())) throw new UsageError('Nothing was undone.');
}

async function carryOut(hub: Hub, wish: UndoWish, { json }: Options): Promise<0 | 1> {
  await hub.start({ watch: false, takeIn: false });
  const undoId = await hub.undo(wish);
  await hub.settled();
  const told = hub.log.ofStory(undoId).filter(isAnswer);
  for (const event of told) {
    if (json) printJson(event);
    else print(lineOf(event, hub));
  }
  const refused = told.filter(({ event_type }) => event_type === 'asset.undo_refused').length;
  const done = told.filter((event) => isDecision(event) || isTurn(event) || ['asset.unfiled', 'asset.refiled', 'asset.organized'].includes(event.event_type)).length;
  if (!json) print(`${countOf(done, 'operation')} undone, ${refused} refused.`);
  const pause = hub.pausedFor();
  if (pause !== null && !json) print(`Alice has paused: ${pause.message} What is left goes on at the next start.`);
  return refused > 0 || pause !== null ? 1 : 0;
}

/** What came of an undo itself; that files follow their ratings afterwards is none of it. */
function isAnswer(event: RecordedEvent): boolean {
  if (event.event_type === 'asset.refiled') return event.data.reason !== 'rating';
  return !['undo.requested', 'asset.undo_requested', 'asset.refile_requested', 'rating.derived'].includes(event.event_type);
}

function lineOf(event: RecordedEvent, hub: Hub): string {
  const { title, detail, fact } = describeEvent(event);
  const path: unknown = Reflect.get(event.data, 'file_path') ?? Reflect.get(event.data, 'destination_path') ?? Reflect.get(event.data, 'to_path');
  const name = typeof path === 'string' ? baseName(path) : ((event.subject && hub.library.asset(event.subject)?.file_name) ?? '');
  return `  ${name === '' ? '' : `${name}: `}${title}${detail === null ? '' : `. ${detail}`}.${fact === null ? '' : `  ${fact}`}`;
}
