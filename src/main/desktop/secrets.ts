import { mkdir, readFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { writeDurably } from '../adapters/files/write-durably';
import { secretsSchema } from '../hub/quality-stages-setup';

/** A secret store of the system: what it encrypts, only this person can read. */
export interface Encryption {
  /** Why nothing can be kept, with what to do, as a sentence; null when all is well. */
  problem(): Promise<string | null>;
  encrypt(text: string): Promise<Uint8Array>;
  /** @throws when the bytes were encrypted by somebody else, or elsewhere */
  decrypt(bytes: Uint8Array): Promise<string>;
}

/** No key can be kept; the message is a sentence for the person. */
export class SecretRefused extends Error {
  override readonly name = 'SecretRefused';
}

/** Keys of stages, encrypted, in one file that only its owner may read. Written whole or not at all. */
export class Secrets {
  #file: string;
  readonly #encryption: Encryption;
  /** Encrypted bytes in base64, by name. */
  #kept: Readonly<Record<string, string>>;
  #writing: Promise<void> = Promise.resolve();

  private constructor(file: string, encryption: Encryption, kept: Readonly<Record<string, string>>) {
    this.#file = file;
    this.#encryption = encryption;
    this.#kept = kept;
  }

  static async open(file: string, encryption: Encryption): Promise<Secrets> {
    const kept = await readFile(file, 'utf8').then((text) => secretsSchema.parse(JSON.parse(text))).catch(() => ({}));
    return new Secrets(file, encryption, kept);
  }

  /** Goes on in the copy of another data folder, once there is one. What is to be written meanwhile waits for it. */
  whileMoving(moved: () => Promise<string>): Promise<void> {
    const over = this.#writing.then(async () => { this.#file = await moved(); });
    this.#writing = over.catch(() => undefined);
    return over;
  }

  problem(): Promise<string | null> {
    return this.#encryption.problem();
  }

  has(name: string): boolean {
    return Object.hasOwn(this.#kept, name);
  }

  /** Null when there is none. @throws when it cannot be read any more */
  async get(name: string): Promise<string | null> {
    const kept = this.has(name) ? this.#kept[name] : undefined;
    return kept === undefined ? null : this.#encryption.decrypt(Buffer.from(kept, 'base64'));
  }

  /** @throws SecretRefused */
  async keep(name: string, secret: string): Promise<void> {
    const problem = await this.problem();
    if (problem !== null) throw new SecretRefused(problem);
    const bytes = await this.#encryption.encrypt(secret);
    await this.#change((kept) => ({ ...kept, [name]: Buffer.from(bytes).toString('base64') }));
  }

  async forget(name: string): Promise<void> {
    if (!this.has(name)) return;
    await this.#change((kept) => Object.fromEntries(Object.entries(kept).filter(([each]) => each !== name)));
  }

  /** One change after the other, so that none is lost. */
  #change(change: (kept: Readonly<Record<string, string>>) => Readonly<Record<string, string>>): Promise<void> {
    const written = this.#writing.then(async () => {
      const next = change(this.#kept);
      await mkdir(dirname(this.#file), { recursive: true });
      await writeDurably(this.#file, JSON.stringify(next, null, 2));
      this.#kept = next;
    });
    this.#writing = written.catch(() => undefined);
    return written;
  }
}
