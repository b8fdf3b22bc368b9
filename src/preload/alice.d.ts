import type { AliceBridge } from '@shared/ipc/bridge';

declare global {
  interface Window {
    readonly alice: AliceBridge;
  }
}
