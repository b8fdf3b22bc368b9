import type { Command } from 'commander';
import { bytesInWords, countOf } from '@shared/story/words';
import { addToInbox } from '../../adapters/files/add-to-inbox';
import { hubTrash, unfiledTo } from '../../hub/trash';
import { takeLease } from '../../hub/lease';
import { lastFolders } from '../last-folders';
import { readingLog } from '../open-log';
import { complain, print, printJson } from '../printer';
import type { CliFiles, Finish } from '../run-command-line';
import { UsageError } from '../usage-error';
import { openCliHub } from './open-cli-hub';

interface DataOption {
  readonly data?: string;
}

const dayMs = 86_400_000;

/** `alice trash …`: what Alice took out of the organized folder and kept. */
export function trashCommand(program: Command, files: CliFiles, finish: Finish): void {
  const trash = program.command('trash').description('Show, bring back or delete what Alice took out of the organized folder.');
  const data = ['--data <dir>', "the data folder (default: the app's)"] as const;

  trash
    .command('list')
    .description('Show what lies in the trash, the newest first.')
    .option('--json', 'print one file a line as JSON')
    .option(...data)
    .action(async (options: DataOption & { json?: boolean }) => {
      const { organized } = await lastFolders(options.data);
      const found = await hubTrash(organized).list();
      if (found.length === 0 && !options.json) print('The trash is empty.');
      for (const file of found) {
        if (options.json) printJson(file);
        else print(`${file.trashed_at.replace('T', ' ').slice(0, 19)}  ${file.file_name}  ${bytesInWords(file.bytes)}  [${file.id}]`);
      }
      finish(0);
    });

  trash
    .command('restore')
    .description('Bring back what an operation put in the trash.')
    .argument('<id>', 'the id that alice trash list shows')
    .option(...data)
    .action(async (id: string, options: DataOption) => { finish(await restore(id, options, files)); });

  trash
    .command('empty')
    .description('Delete what lies in the trash, for good.')
    .option('--older-than <days>', 'only what was put there more than so many days ago')
    .option(...data)
    .action(async (options: DataOption & { olderThan?: string }) => {
      const days = options.olderThan;
      if (days !== undefined && !/^\d{1,5}$/.test(days)) throw new UsageError(`“${days}” is no number of days.`);
      const { organized, dataFolder } = await lastFolders(options.data);
      // An undo that is under way may need what lies there.
      const release = takeLease(dataFolder);
      try {
        const gone = await hubTrash(organized).empty(days === undefined ? undefined : new Date(Date.now() - Number(days) * dayMs));
        print(`${countOf(gone.length, 'file')} deleted, ${bytesInWords(gone.reduce((sum, { bytes }) => sum + bytes, 0))} free.`);
      } finally {
        release();
      }
      finish(0);
    });
}

/** An undo that put the file there is taken back; anything else goes into the inbox, as a copy. */
async function restore(id: string, { data }: DataOption, files: CliFiles): Promise<0 | 1> {
  const { inbox, organized, dataFolder } = await lastFolders(data);
  const found = (await hubTrash(organized).list()).filter((file) => file.id === id);
  if (found.length === 0) throw new UsageError(`There is nothing with the id ${id} in the trash. See alice trash list.`);
  const unfiled = await readingLog(data, ({ reader }) => unfiledTo(reader, id));
  if (unfiled === null) {
    const { added, problems } = await addToInbox(inbox, found.map(({ path }) => path));
    for (const problem of problems) complain(problem);
    print(`${countOf(added, 'file')} copied to the inbox; the next run takes ${added === 1 ? 'it' : 'them'} in.`);
    return problems.length > 0 ? 1 : 0;
  }
  const { hub } = await openCliHub(inbox, { to: organized, data: dataFolder }, files);
  try {
    await hub.start({ watch: false, takeIn: false });
    const undoId = await hub.undo({ kind: 'operations', sequences: [unfiled.sequence] });
    await hub.settled();
    const story = hub.log.ofStory(undoId);
    for (const event of story) if (event.event_type === 'asset.undo_refused') print(event.data.message);
    for (const event of story) if (event.event_type === 'asset.organized') print(`Back at ${event.data.destination_path}.`);
    return story.some(({ event_type }) => event_type === 'asset.undo_refused') ? 1 : 0;
  } finally {
    await hub.close('finished');
  }
}
