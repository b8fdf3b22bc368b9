import type { AliceBridge } from '@shared/ipc/bridge';
import type { BroadcastName, Broadcasts, CallInput, CallName, Reply } from '@shared/ipc/contract';
import { ofText } from '@shared/ipc/json-text';

/** The main process, as the window talks to it. */
export interface Alice {
  call<N extends CallName>(name: N, input: CallInput<N>): Promise<Reply<N>>;
  /** Hears a broadcast until the returned function is called. */
  on<N extends BroadcastName>(name: N, listener: (payload: Broadcasts[N]) => void): () => void;
  readonly addFiles: AliceBridge['addFiles'];
}

export const alice: Alice = {
  call: async (name, input) => ofText(await window.alice.call(name, input)),
  on: (name, listener) => window.alice.on(name, (text) => listener(ofText(text))),
  addFiles: (files, to) => window.alice.addFiles(files, to),
};
