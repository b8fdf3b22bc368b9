import type { FileIntent, FileTrouble, FilingTools, IntentJournal, Recovered, Taken } from './ports';

/** An operation went through. `operation` is `copy` when the original had to stay; `kept` says why. */
export interface CarriedOut {
  readonly kind: 'done';
  readonly operation: 'copy' | 'move';
  readonly kept: string | null;
}

/** What the start found of operations that a crash interrupted. */
export interface RecoveredOperation {
  readonly intent: FileIntent;
  readonly found: Recovered;
}

/**
 * Carries file operations out, each journalled before it is begun, so that a crash at any step ends with it done or not done
 * after the next start. Whoever changes where a file lies does it through this.
 */
export class FileOperations {
  readonly #files: FilingTools;
  readonly #journal: IntentJournal;

  constructor({ files, journal }: { files: FilingTools; journal: IntentJournal }) {
    this.#files = files;
    this.#journal = journal;
  }

  /**
   * Goes through with an operation that stands in the journal, from where it stopped. After trouble its remains are cleared; it
   * stays in the journal until its event is recorded or it is forgotten.
   */
  carryOut(intent: FileIntent): Promise<CarriedOut | Taken | FileTrouble> {
    return alone(intent.operation_id, () => this.#carryOut(intent));
  }

  async #carryOut(intent: FileIntent): Promise<CarriedOut | Taken | FileTrouble> {
    const mark = (state: FileIntent['state']) => this.#journal.mark(intent.cause_id, state);
    const outcome = await (intent.operation === 'move' ? this.#files.relocate(intent, mark) : this.#files.copyVerified(intent, mark));
    if (outcome.kind === 'published') return this.#finish(intent, outcome.proof);
    await this.#files.clearRemains(this.#journal.find(intent.cause_id) ?? intent);
    return outcome;
  }

  /** Plans an operation and carries it out. */
  async begin(intent: FileIntent): Promise<CarriedOut | Taken | FileTrouble> {
    await this.#journal.plan(intent);
    return this.carryOut(intent);
  }

  /** The explicit pass at the start over everything that was begun: clears, finishes, or leaves as it lies and says so. */
  async recover(): Promise<readonly RecoveredOperation[]> {
    const results: RecoveredOperation[] = [];
    for (const intent of this.#journal.open()) {
      const found = await this.#files.recover(intent);
      if (found.kind === 'nothing_done') await this.#journal.mark(intent.cause_id, 'planned');
      // The bytes may not be on the disk yet: it is gone through once more before an original goes.
      if (found.kind === 'published' && intent.operation === 'move') await this.carryOut(intent);
      results.push({ intent, found });
    }
    // Where nothing came of an event at all, it is as if it had never been begun: the event comes again, or was answered.
    const touched = new Set(results.filter(({ found }) => found.kind !== 'nothing_done').map(({ intent }) => eventOf(intent)));
    for (const { intent } of results) if (!touched.has(eventOf(intent))) this.#journal.forget(intent.cause_id);
    return results;
  }

  async #finish(intent: FileIntent, proof: string | null): Promise<CarriedOut> {
    if (intent.operation === 'copy') return { kind: 'done', operation: 'copy', kept: null };
    // Only what will have a name after a power cut lets another name go.
    await this.#journal.mark(intent.cause_id, 'published');
    const removal = await this.#files.removeOriginal(intent, proof);
    if (removal.kind === 'removed') return { kind: 'done', operation: 'move', kept: null };
    return { kind: 'done', operation: 'copy', kept: removal.why };
  }
}

/** What is being carried out, in the whole process. */
const underWay = new Map<string, Promise<unknown>>();

/** One operation is carried out by one at a time: two would each take what the other does for somebody else's doing. */
async function alone<T>(operationId: string, work: () => Promise<T>): Promise<T> {
  const before = underWay.get(operationId) ?? Promise.resolve();
  const mine = before.then(work, work);
  underWay.set(operationId, mine);
  try {
    return await mine;
  } finally {
    if (underWay.get(operationId) === mine) underWay.delete(operationId);
  }
}

function eventOf({ cause_id }: FileIntent): string {
  return cause_id.split('/', 1)[0] ?? cause_id;
}
