import { basename } from 'node:path';
import type { FiledAsset, FileSight, OrganizedFiles, OrganizedMemory } from './ports';

/** A file in the organized folder that belongs to no asset which lies where it should. */
export interface LooseFile {
  readonly path: string;
  readonly sight: FileSight;
  readonly content_hash: string | null;
}

type Reader = Pick<OrganizedFiles, 'read'>;
type Memory = Pick<OrganizedMemory, 'known' | 'remember'>;

/** Files that belong to nobody, to be found by what they are. Each is read once at most, and only when it may be one that is sought. */
export class LooseFiles {
  readonly #byPath = new Map<string, LooseFile>();
  readonly #byIdentity = new Map<string, LooseFile>();
  readonly #byHash = new Map<string, Set<LooseFile>>();
  readonly #unread = new Map<number, Set<LooseFile>>();
  readonly #files: Reader;
  readonly #memory: Memory;
  readonly #deep: boolean;

  constructor(files: Reader, memory: Memory, deep: boolean) {
    this.#files = files;
    this.#memory = memory;
    this.#deep = deep;
  }

  add(file: LooseFile): void {
    this.#byPath.set(file.path, file);
    this.#byIdentity.set(file.sight.identity, file);
    if (file.content_hash === null) into(this.#unread, file.sight.size, file);
    else into(this.#byHash, file.content_hash, file);
  }

  at(path: string): LooseFile | undefined {
    return this.#byPath.get(path);
  }

  take(file: LooseFile): void {
    this.#byPath.delete(file.path);
    if (this.#byIdentity.get(file.sight.identity)?.path === file.path) this.#byIdentity.delete(file.sight.identity);
    out(this.#unread, file.sight.size, file);
    if (file.content_hash !== null) out(this.#byHash, file.content_hash, file);
  }

  /** The file that holds an asset's bytes: the very same one if it is there, else one of its name, else the first by path. */
  async find(asset: FiledAsset): Promise<LooseFile | null> {
    const known = this.#memory.known(asset.path);
    const before = known?.content_hash === asset.content_hash ? known : null;
    if (before && !this.#deep) {
      // Not changed since it was read: only the folders above it have other names.
      const same = this.#byIdentity.get(before.identity);
      if (same) return same;
    }
    for (const file of [...(this.#unread.get(asset.file_size) ?? [])]) await this.read(file);
    const found = [...(this.#byHash.get(asset.content_hash) ?? [])];
    const name = basename(asset.path);
    const distance = ({ sight, path }: LooseFile) => (sight.node === before?.node ? 0 : basename(path) === name ? 1 : 2);
    return found.sort((a, b) => distance(a) - distance(b) || (a.path < b.path ? -1 : 1))[0] ?? null;
  }

  /** Gives a file its hash: the remembered one when it has not changed since it was read. Null when it cannot be read. */
  async read(file: LooseFile): Promise<LooseFile | null> {
    if (file.content_hash !== null) return file;
    const known = this.#deep ? null : this.#memory.known(file.path);
    let read: LooseFile | null = null;
    if (known?.identity === file.sight.identity) read = { ...file, content_hash: known.content_hash };
    else {
      const reading = await this.#files.read(file.path);
      if (reading.kind === 'read') {
        read = { ...file, sight: reading.sight, content_hash: reading.content_hash };
        rememberAt(this.#memory, file.path, reading.sight, reading.content_hash);
      }
    }
    this.take(file);
    if (read) this.add(read);
    return read;
  }

  /** Those that nobody claimed, in the order in which they were passed. */
  left(): LooseFile[] {
    return [...this.#byPath.values()];
  }
}

/** What was read is known from now on, unless it was changed so recently that one more change might not show. */
export function rememberAt(memory: Pick<OrganizedMemory, 'remember'>, path: string, { identity, node, fresh }: FileSight, content_hash: string): void {
  if (!fresh) memory.remember(path, { identity, node, content_hash });
}

/** Whether a file has not changed since a moment that an event tells, which is exact to the millisecond. */
export function changedBefore({ changed_at }: FileSight, timestamp: string): boolean {
  return Math.floor(changed_at) <= Date.parse(timestamp);
}

function into<K>(map: Map<K, Set<LooseFile>>, key: K, file: LooseFile): void {
  map.set(key, (map.get(key) ?? new Set()).add(file));
}

function out<K>(map: Map<K, Set<LooseFile>>, key: K, file: LooseFile): void {
  const among = map.get(key);
  among?.delete(file);
  if (among?.size === 0) map.delete(key);
}
