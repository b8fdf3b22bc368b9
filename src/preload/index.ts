import { contextBridge, ipcRenderer, webUtils } from 'electron';
import type { AliceBridge } from '@shared/ipc/bridge';
import { channels } from '@shared/ipc/channels';

const listeners = new Set<(heard: string, payload: unknown) => void>();
ipcRenderer.on(channels.broadcast, (_, heard: string, payload: unknown) => {
  for (const hear of listeners) hear(heard, payload);
});

/** A pane of glass: three channels and nothing else. What passes is checked on the other side. */
const alice: AliceBridge = {
  call: (name, input) => ipcRenderer.invoke(channels.call, name, input),

  on(name, listener) {
    const hear = (heard: string, payload: unknown) => {
      if (heard === name) listener(payload as Parameters<typeof listener>[0]);
    };
    listeners.add(hear);
    return () => void listeners.delete(hear);
  },

  // Only a File that a person gave to the page has a path; a page cannot make one up.
  addFiles: (files, to) => ipcRenderer.invoke(channels.addFiles, files.map((file) => webUtils.getPathForFile(file)), to),
};

contextBridge.exposeInMainWorld('alice', alice);
