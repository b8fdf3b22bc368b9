import { dirname, extname, join } from 'node:path';
import { assetRefiled, assetRefileRefused } from '@shared/events/care-events';
import type { EventOf } from '@shared/events/catalog';
import type { Recorded } from '@shared/events/envelope';
import { uuidv7 } from 'uuidv7';
import type { FileOperations } from './file-operations';
import { folderGone } from './filing';
import { type Moved, mover } from './moving';
import { fileNameFor, folderOf, safeSegment } from './organized-path';
import type { FileIntent, FilingTools, IntentJournal, Memory } from './ports';
import type { SequenceBook } from './sequence-book';
import { sidecarBeside } from './sidecar-places';

export type RefileRequested = Recorded<EventOf<'asset.refile_requested'>>;
type Draft = ReturnType<typeof assetRefiled> | ReturnType<typeof assetRefileRefused>;
type Reason = EventOf<'asset.refile_refused'>['data']['reason'];

interface Refiler {
  readonly organized: string;
  readonly files: FilingTools;
  readonly journal: IntentJournal;
  readonly operations: FileOperations;
  readonly memory: Pick<Memory, 'assetOf' | 'historyOf'>;
  readonly numbers: SequenceBook;
}

interface Refused {
  readonly kind: 'refused';
  readonly reason: Reason;
  readonly message: string;
}

/**
 * Moves a filed picture, and its sidecars with it, to the folder that a request names: under the name that it had there before when
 * that is free, else the next free number, by the same verified, journalled steps as it was filed. Says what came of it, or why
 * nothing was touched.
 */
export function refiler({ organized, files, journal, operations, memory, numbers }: Refiler): (event: RefileRequested) => Promise<Draft> {
  const move = mover({ files, operations });

  /** The picture's move, then those of its sidecars. */
  const plan = async ({ event_id, data }: RefileRequested): Promise<readonly [FileIntent, ...FileIntent[]]> => {
    const { content_hash, file_path } = data;
    const folder = folderOf(organized, data);
    const step = (n: number, hash: string, source_path: string, destination_path: string): FileIntent => ({
      operation_id: uuidv7(), cause_id: `${event_id}/${n}`, kind: 'refile', content_hash: hash, source_path, destination_path, operation: 'move', state: 'planned',
    });
    const former = await formerName(folder, content_hash);
    const destination = former ?? (await freeName(folder, data.project_name, extname(file_path).slice(1)));
    const beside: FileIntent[] = [];
    for (const path of memory.assetOf(content_hash)?.sidecars ?? []) {
      const hash = await files.contentOf(path);
      if (hash !== null) beside.push(step(beside.length + 1, hash, path, sidecarBeside(path, file_path, destination)));
    }
    const intents = [step(0, content_hash, file_path, destination), ...beside] as const;
    await journal.plan(...intents);
    return intents;
  };

  /** The name that a file had in a folder before, the latest first: a rating that is taken back leaves no trace. */
  const formerName = async (folder: string, contentHash: string): Promise<string | null> => {
    for (const { event_type, data } of memory.historyOf(contentHash).toReversed()) {
      const path = event_type === 'asset.organized' ? data.destination_path : event_type === 'asset.refiled' ? data.to_path : null;
      if (path !== null && dirname(path) === folder && !journal.claimed(path) && !(await files.isTaken(path))) return path;
    }
    return null;
  };

  const freeName = async (folder: string, project: string, extension: string): Promise<string> => {
    for (;;) {
      const path = join(folder, fileNameFor(project, await numbers.take(folder, safeSegment(project)), extension));
      if (!journal.claimed(path)) return path;
    }
  };

  const objection = async ({ data }: RefileRequested): Promise<Refused | null> => {
    const { content_hash, file_path } = data;
    const asset = memory.assetOf(content_hash);
    if (asset?.path !== file_path) return refused('superseded', `The file does not lie at ${file_path} any more, so it was not moved from there.`);
    if (dirname(file_path) === folderOf(organized, data)) return refused('superseded', 'It lies where it belongs already.');
    if (!(await files.isThere(organized))) return refused('file_operation_failed', folderGone.message);
    const found = await files.contentOf(file_path);
    if (found === null) return refused('missing', `The organized file ${file_path} is not there any more. When it is back, it can be moved.`);
    return found === content_hash ? null : refused('changed', `The organized file ${file_path} was changed after it was filed. It stays where it is, so that the change is not lost.`);
  };

  // Files are read beside each other, and named in the order in which it was asked for them: as a preview shows it.
  let inTurn: Promise<unknown> = Promise.resolve();

  const refile = async (event: RefileRequested): Promise<Draft> => {
    const begun = journal.ofEvent(event.event_id);
    const no = ({ reason, message }: Refused) => {
      const { content_hash, file_path } = event.data;
      return assetRefileRefused({ content_hash, file_path, reason, message });
    };
    let named = (): void => undefined;
    const mine = new Promise<void>((resolve) => { named = resolve; });
    const before = inTurn;
    inTurn = Promise.all([before, mine]);
    // What a crash interrupted goes on as it was planned.
    let intents: readonly FileIntent[] = begun;
    try {
      if (begun.length === 0) {
        const problem = await objection(event);
        if (problem !== null) return no(problem);
        await before;
        intents = await plan(event);
      }
    } finally {
      named();
    }
    let [main, ...beside] = intents;
    for (;;) {
      if (main === undefined) throw new Error('A refiling that was begun has no operation.');
      const outcome = await move.picture(main);
      if (outcome.kind === 'moved') return told(event, outcome, await sidecarsOf(beside));
      // The name was taken by someone else in the meantime: their file stays, ours gets the next number.
      if (outcome.kind === 'taken') {
        [main, ...beside] = await plan(event);
        continue;
      }
      for (const { cause_id } of [main, ...beside]) journal.forget(cause_id);
      const reason = outcome.kind === 'trouble' && outcome.reason === 'vanished' ? 'missing' : 'file_operation_failed';
      return no(refused(reason, outcome.message));
    }
  };

  const sidecarsOf = async (intents: readonly FileIntent[]): Promise<Moved[]> => {
    const moved: Moved[] = [];
    for (const intent of intents) {
      const one = await move.sidecar(intent);
      if (one !== null) moved.push(one);
    }
    return moved;
  };

  return refile;
}

function told({ data }: RefileRequested, { intent }: Moved, sidecars: readonly Moved[]): Draft {
  const { content_hash, project_name, source_type, date_folder, quality_folder, reason } = data;
  const { source_path: from_path, destination_path: to_path } = intent;
  return assetRefiled({
    content_hash, from_path, to_path, project_name, source_type, date_folder, quality_folder, reason,
    sidecars: sidecars.map((each) => ({ from_path: each.intent.source_path, to_path: each.intent.destination_path })),
  });
}

function refused(reason: Reason, message: string): Refused {
  return { kind: 'refused', reason, message };
}
