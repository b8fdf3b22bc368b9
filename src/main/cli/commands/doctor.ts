import { resolve } from 'node:path';
import type { Command } from 'commander';
import type { CareProgress, CareReport, MendReport } from '@shared/library/care-report';
import { countOf } from '@shared/story/words';
import { examineReadOnly } from '../../hub/doctor-read-only';
import { DataInUseError } from '../../hub/lease';
import { existingDataFolder } from '../data-folder';
import { readingLog } from '../open-log';
import { bar, complain, print, printJson, ProgressLine } from '../printer';
import type { CliFiles, Finish } from '../run-command-line';
import { UsageError } from '../usage-error';
import { openCliHub } from './open-cli-hub';

interface DoctorOptions {
  readonly inbox?: string;
  readonly to?: string;
  readonly deep?: boolean;
  readonly mend?: boolean;
  readonly json?: boolean;
  readonly data?: string;
}

/** `alice doctor`: whether inbox, organized folder and log agree; exit code 1 when something is left to be looked after. */
export function doctorCommand(program: Command, files: CliFiles, finish: Finish): void {
  program
    .command('doctor')
    .description('Check that inbox, organized folder and log agree, and that no file is without an outcome.')
    .option('--deep', 'read every byte instead of trusting what has not changed')
    .option('--mend', 'do what is offered for each finding; second copies and what cannot be read are left to you')
    .option('--inbox <inbox>', 'the inbox (default: that of the last run)')
    .option('--to <organized>', 'the folder of organized files (default: that of the last run)')
    .option('--json', 'print the report as JSON')
    .option('--data <dir>', "the data folder (default: the app's)")
    .action(async (options: DoctorOptions) => {
      const folders = await foldersOf(options);
      const line = new ProgressLine();
      const wish = { deep: options.deep ?? false, onProgress: (progress: CareProgress) => { line.show(progressLine(progress)); } };
      const { report, mended } = await examineOrMend(folders, options, files, wish).finally(() => { line.clear(); });
      if (options.json) printJson(mended === null ? report : { ...report, mended });
      else say(report, mended);
      finish(report.findings.length > 0 ? 1 : 0);
    });
}

interface Folders {
  readonly inbox: string;
  readonly organized: string;
  readonly dataFolder: string;
}

type Wish = Parameters<typeof examineReadOnly>[1];

interface Examined {
  readonly report: CareReport;
  /** Null when nothing was to be mended. */
  readonly mended: MendReport | null;
}

async function examineOrMend(folders: Folders, options: DoctorOptions, files: CliFiles, wish: Wish): Promise<Examined> {
  let opened;
  try {
    opened = await openCliHub(folders.inbox, { to: folders.organized, data: folders.dataFolder }, files);
  } catch (error) {
    if (!(error instanceof DataInUseError)) throw error;
    complain(`Another Alice is working with ${folders.dataFolder}, so this only looks${options.mend ? ' and mends nothing; mend in the window, or close it first' : ''}.`);
    const report = await examineReadOnly(folders, wish);
    if (report === null) throw new UsageError('The library is being rebuilt by the other Alice. Try again when it is done.');
    return { report, mended: null };
  }
  const { hub } = opened;
  try {
    const report = await hub.doctor(wish);
    if (!options.mend || report.findings.length === 0) return { report, mended: null };
    await hub.start({ watch: false, takeIn: false });
    const mended = await hub.mend('all');
    await hub.settled();
    return { report: await hub.doctor(wish), mended };
  } finally {
    await hub.close('finished');
  }
}

/** The folders that are named, else those of the last run. @throws UsageError */
async function foldersOf(options: DoctorOptions): Promise<Folders> {
  const dataFolder = existingDataFolder(options.data);
  const [last] = await readingLog(options.data, ({ reader }) => reader.find({ types: ['hub.started'], limit: 1, newestFirst: true }));
  const before = last?.event_type === 'hub.started' ? last.data : null;
  const [inbox, organized] = [options.inbox ?? before?.inbox_path, options.to ?? before?.organized_path];
  if (inbox === undefined || organized === undefined) throw new UsageError('The log does not say which folders are meant. Name them with --inbox and --to.');
  return { inbox: resolve(inbox), organized: resolve(organized), dataFolder };
}

const parts = { log: 'Log', organized: 'Organized files', inbox: 'Inbox' } as const;

function progressLine({ part, done, total }: CareProgress): string {
  return total === null ? `${parts[part]}: ${done}` : `${parts[part]}: ${bar(done, total)} ${done} of ${total}`;
}

function say(report: CareReport, mended: MendReport | null): void {
  if (mended !== null) {
    print(`${countOf(mended.mended.length, 'finding')} mended.`);
    for (const { message } of mended.failed) print(`  Not mended: ${message}`);
  }
  const { waiting, working, filed, duplicate, set_aside } = report.outcomes;
  print(`Inbox: ${countOf(report.inbox_files, 'file')}: ${filed} filed, ${duplicate} linked, ${set_aside} set aside, ${waiting + working} on the way.`);
  print(`Organized folder: ${countOf(report.organized_files, 'file')}, ${report.assets} in the library. Log: ${countOf(report.events, 'event')}.`);
  if (report.findings.length === 0) print('All of it agrees.');
  for (const { kind, path, message, mends } of report.findings) {
    print(`  ${kind.replace('_', ' ')}: ${path}`);
    print(`    ${message}${mends.length === 0 ? '' : ` (${mends.join(' or ')})`}`);
  }
}
