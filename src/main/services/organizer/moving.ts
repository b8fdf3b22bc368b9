import type { CarriedOut, FileOperations } from './file-operations';
import type { FileIntent, FileTrouble, FilingTools, Taken } from './ports';
import { numbered } from './sidecar-places';

/** A file's move that went through. */
export interface Moved {
  readonly kind: 'moved';
  readonly intent: FileIntent;
  readonly operation: 'copy' | 'move';
}

/** The file could not leave its place, so it is as it was before; a second copy may have stayed at the destination. */
export interface Stayed {
  readonly kind: 'stayed';
  readonly message: string;
}

/** How many numbers a sidecar's name is tried with when it is taken; then it stays where it lies. */
const numbersToTry = 100;

/** Moves planned files and their sidecars: by verified, journalled steps, all of it or none. */
export function mover({ files, operations }: { readonly files: FilingTools; readonly operations: FileOperations }) {
  /** The source had to stay, so what was published of it goes again. */
  const takeBack = async (intent: FileIntent): Promise<boolean> => {
    const { source_path: destination_path, destination_path: source_path } = intent;
    return (await files.removeOriginal({ ...intent, source_path, destination_path })).kind === 'removed';
  };

  return {
    picture: async (intent: FileIntent): Promise<Moved | Stayed | Taken | FileTrouble> => {
      const outcome = await operations.carryOut(intent);
      if (outcome.kind !== 'done') return outcome;
      if (outcome.kept === null) return { kind: 'moved', intent, operation: outcome.operation };
      const where = (await takeBack(intent)) ? 'Nothing was changed.' : `It lies at ${intent.destination_path}, too.`;
      return { kind: 'stayed', message: `${intent.source_path} could not be removed from its place. ${outcome.kept} ${where}` };
    },
    /** Null when it stays where it lies, for the doctor to show. */
    sidecar: async (first: FileIntent): Promise<Moved | null> => {
      let intent = first;
      let outcome: CarriedOut | Taken | FileTrouble = await operations.carryOut(intent);
      for (let number = 2; outcome.kind === 'taken' && number <= numbersToTry; number += 1) {
        intent = { ...first, destination_path: numbered(first.destination_path, number), state: 'planned' };
        outcome = await operations.begin(intent);
      }
      if (outcome.kind !== 'done') return null;
      if (outcome.kept === null) return { kind: 'moved', intent, operation: outcome.operation };
      await takeBack(intent);
      return null;
    },
  };
}
