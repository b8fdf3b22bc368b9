import { t } from '@shared/language/language';
import { safeStorage } from 'electron';
import type { Encryption } from './secrets';

const noStore =
  process.platform === 'linux'
    ? t('This system has no secret store, so Alice keeps no key: it would lie on the disk for every program to read. Install and unlock a keyring (gnome-keyring or KWallet) and start Alice again.')
    : t('The secret store of this system cannot be opened, so Alice keeps no key: it would lie on the disk for every program to read. Unlock it and start Alice again.');

/** The way of Electron versions that have no other; those that are current call it outdated. */
interface Synchronous {
  isEncryptionAvailable(): boolean;
  encryptString(text: string): Buffer;
  decryptString(bytes: Buffer): string;
}

const older = safeStorage as unknown as Synchronous;
const isCurrent = () => typeof Reflect.get(safeStorage, 'encryptStringAsync') === 'function';

async function available(): Promise<boolean> {
  const isThere = isCurrent() ? await safeStorage.isAsyncEncryptionAvailable() : older.isEncryptionAvailable();
  // With a password that stands in every copy of the browser nothing is kept secret.
  return isThere && !(process.platform === 'linux' && safeStorage.getSelectedStorageBackend() === 'basic_text');
}

/** The system's own secret store: keychain, credential vault or keyring. Asked after the app is ready. */
export const encryptionOfSystem: Encryption = {
  problem: async () => ((await available()) ? null : noStore),
  encrypt: async (text) => (isCurrent() ? safeStorage.encryptStringAsync(text) : older.encryptString(text)),
  decrypt: async (bytes) => {
    const buffer = Buffer.from(bytes);
    return isCurrent() ? (await safeStorage.decryptStringAsync(buffer)).result : older.decryptString(buffer);
  },
};
