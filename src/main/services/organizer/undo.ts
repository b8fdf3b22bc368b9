import { assetOrganized } from '@shared/events/asset-events';
import { assetRefiled, assetUndoRefused, assetUnfiled } from '@shared/events/care-events';
import { assetSidecarFiled } from '@shared/events/sidecar-events';
import type { FileOperations } from './file-operations';
import { type Moved, mover } from './moving';
import type { FileIntent, FileTrouble } from './ports';
import { originsOf } from './sidecar-places';
import { planUndo, type Refusal, refused, targetOf, type UndoRequested, type UndoTools } from './undo-plan';
import { filingBefore, type Undoable } from './undo-standing';

interface Undoer extends UndoTools {
  readonly operations: FileOperations;
}

type Draft =
  | ReturnType<typeof assetOrganized> | ReturnType<typeof assetUnfiled> | ReturnType<typeof assetRefiled>
  | ReturnType<typeof assetUndoRefused> | ReturnType<typeof assetSidecarFiled>;

const reasons: Partial<Record<FileTrouble['reason'], Refusal['reason']>> = { vanished: 'missing', changed_while_read: 'changed' };

/**
 * Takes file operations back: by the same verified, journalled steps as they were done. Says what came of it, or why nothing
 * was touched.
 */
export function undoer(tools: Undoer): (event: UndoRequested) => Promise<readonly Draft[]> {
  const { journal, memory } = tools;
  const move = mover(tools);

  /** What a crash interrupted goes on as it was planned: the files do not lie any more as they did then. */
  const planned = async (event: UndoRequested): Promise<readonly FileIntent[] | Refusal> => {
    const begun = journal.ofEvent(event.event_id);
    if (begun.length > 0) return begun;
    const plan = await planUndo(event, tools);
    if (plan.kind === 'refused') return plan;
    await journal.plan(...plan.intents);
    return plan.intents;
  };

  const movePicture = async (intent: FileIntent): Promise<Moved | Refusal> => {
    const outcome = await move.picture(intent);
    switch (outcome.kind) {
      case 'moved':
        return outcome;
      case 'stayed':
        return refused('file_operation_failed', outcome.message);
      case 'taken':
        return refused('in_the_way', `Something lies at ${intent.destination_path} already, and nothing is ever overwritten. Move it away, then undo again.`);
      case 'trouble':
        return refused(reasons[outcome.reason] ?? 'file_operation_failed', outcome.message);
    }
  };

  return async (event) => {
    const { undo_id, content_hash, undone_event_id } = event.data;
    const no = ({ reason, message }: Refusal) => [assetUndoRefused({ undo_id, content_hash, undone_event_id, reason, message })];
    const intents = await planned(event);
    if ('kind' in intents) return no(intents);
    const [main, ...beside] = intents;
    const target = targetOf(event, memory);
    if (main === undefined || target === null) throw new Error('An undo that was begun has no operation or nothing that it undoes.');
    const picture = await movePicture(main);
    if (picture.kind === 'refused') {
      for (const { cause_id } of intents) journal.forget(cause_id);
      return no(picture);
    }
    const sidecars: Moved[] = [];
    for (const intent of beside) {
      const moved = await move.sidecar(intent);
      if (moved !== null) sidecars.push(moved);
    }
    return told(event, target, picture, sidecars);
  };

  function told(event: UndoRequested, target: Undoable, { intent, operation }: Moved, sidecars: readonly Moved[]): readonly Draft[] {
    const { undo_id, content_hash, undone_event_id } = event.data;
    const undone = { undo_id, undone_event_id };
    const moves = sidecars.map((each) => ({ from_path: each.intent.source_path, to_path: each.intent.destination_path }));
    const { source_path: from_path, destination_path: to_path } = intent;
    const history = memory.historyOf(content_hash);
    const filing = filingBefore(history, target.sequence);
    switch (target.event_type) {
      case 'asset.organized': {
        const inTrash = intent.kind === 'trash';
        return [assetUnfiled({
          content_hash, organized_path: from_path, file_path: target.data.source_path, operation: inTrash ? 'copy' : 'move',
          trash_path: inTrash ? to_path : null, sidecars: moves, ...undone,
        })];
      }
      case 'asset.refiled': {
        const { project_name, source_type, date_folder, quality_folder } = target.data;
        const words = filing ?? { project_name, source_type, date_folder, quality_folder };
        return [assetRefiled({ content_hash, from_path, to_path, ...words, reason: 'undo', sidecars: moves, ...undone })];
      }
      case 'asset.unfiled': {
        if (filing === null) throw new Error('What was unfiled had never been filed.');
        const origins = originsOf(history.filter(({ sequence }) => sequence < target.sequence));
        // It lay in the inbox all the time when it comes from the trash.
        const how = target.data.trash_path === null ? operation : 'copy';
        const { file_path: source_path } = target.data;
        const at = { destination_path: to_path, sequence_number: numberOf(to_path) };
        return [
          assetOrganized({ content_hash, source_path, ...filing, ...at, operation: how }),
          ...sidecars.map((each) => assetSidecarFiled({
            content_hash, sidecar_hash: each.intent.content_hash, destination_path: each.intent.destination_path, operation: how,
            source_path: origins.get(each.intent.destination_path)?.source_path ?? each.intent.source_path,
          })),
        ];
      }
    }
  }
}

function numberOf(path: string): number | null {
  const number = /-(\d{1,15})\.[^.]+$/.exec(path)?.[1];
  return number === undefined || Number(number) === 0 ? null : Number(number);
}
