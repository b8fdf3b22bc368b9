import type { Added } from './answers';
import type { BroadcastName, Broadcasts, CallInput, CallName, Reply } from './contract';
import type { DropTarget } from './drop-calls';
import type { Passed } from './json-text';

/** `window.alice`: all that the renderer can reach of the outside. */
export interface AliceBridge {
  call<N extends CallName>(name: N, input: CallInput<N>): Promise<Passed<Reply<N>>>;
  /** Hears a broadcast until the returned function is called. */
  on<N extends BroadcastName>(name: N, listener: (payload: Passed<Broadcasts[N]>) => void): () => void;
  /**
   * Puts files and folders that a person dropped into the inbox, of a project if that was meant, or keeps a dropped folder for
   * `sources/choose-dropped`. Takes `File` objects, so no path can be made up.
   */
  addFiles(files: readonly File[], to?: DropTarget): Promise<Added>;
}
