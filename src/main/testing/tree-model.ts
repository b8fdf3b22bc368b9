import { copyFileSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { assetRetryRequested } from '@shared/events/asset-events';
import { undoRequested } from '@shared/events/system-events';
import fc from 'fast-check';
import { uuidv7 } from 'uuidv7';
import type { Hub } from '../hub';
import { openFaultHub } from './fault-runs';
import { contentsOf, filesBelow, missingFrom } from './trees';

/** What a person, the world or time does. Numbers choose among what is there. */
export type Act =
  | { readonly kind: 'drop'; readonly content: number; readonly folder: number; readonly name: number }
  | { readonly kind: 'sidecar'; readonly folder: number; readonly name: number; readonly content: number }
  | { readonly kind: 'take_out' | 'rename_in_inbox'; readonly which: number }
  | { readonly kind: 'move_organized' | 'remove_organized' | 'replace_organized' | 'copy_organized'; readonly which: number }
  | { readonly kind: 'put_foreign'; readonly content: number }
  | { readonly kind: 'settle' | 'restart' | 'undo_last' | 'undo_all' | 'retry' | 'switch_operation' };

const small = fc.nat({ max: 40 });
const simple = <K extends string>(...kinds: K[]) => fc.constantFrom(...kinds).map((kind) => ({ kind }));
const chosen = <K extends string>(...kinds: K[]) => fc.record({ kind: fc.constantFrom(...kinds), which: small });

/** Sequences of acts; settling is frequent, so that most acts meet files in every state. */
export const acts = (length: number): fc.Arbitrary<Act[]> =>
  fc.array(
    fc.oneof(
      { weight: 8, arbitrary: fc.record({ kind: fc.constant('drop' as const), content: small, folder: fc.nat({ max: 2 }), name: fc.nat({ max: 12 }) }) },
      { weight: 2, arbitrary: fc.record({ kind: fc.constant('sidecar' as const), content: small, folder: fc.nat({ max: 2 }), name: fc.nat({ max: 12 }) }) },
      { weight: 2, arbitrary: chosen('take_out', 'rename_in_inbox') },
      { weight: 4, arbitrary: chosen('move_organized', 'remove_organized', 'replace_organized', 'copy_organized') },
      { weight: 1, arbitrary: fc.record({ kind: fc.constant('put_foreign' as const), content: small }) },
      { weight: 6, arbitrary: simple('settle') },
      { weight: 4, arbitrary: simple('restart', 'undo_last', 'undo_all', 'retry', 'switch_operation') },
    ),
    { minLength: 3, maxLength: length },
  );

/** A library in which acts happen. After everything that Alice does, no content may be lacking that was there before. */
export class TreeModel {
  readonly #home: string;
  readonly #picture: (content: number) => Uint8Array;
  #operation: 'copy' | 'move' = 'copy';
  #hub: Hub | null = null;
  readonly #bugs: string[] = [];
  #fresh = 1_000;

  constructor(home: string, picture: (content: number) => Uint8Array) {
    this.#home = home;
    this.#picture = picture;
    for (const folder of [this.#inbox, this.#organized]) mkdirSync(folder, { recursive: true });
  }

  get #inbox(): string {
    return join(this.#home, 'inbox');
  }

  get #organized(): string {
    return join(this.#home, 'organized');
  }

  /** Carries out acts one after another, then lets everything settle and checks it all. @throws naming what is wrong */
  async live(sequence: readonly Act[]): Promise<void> {
    try {
      for (const act of sequence) await this.#act(act);
      await this.#alice('at the end', (hub) => settled(hub));
      await this.#alice('at the last start', (hub) => this.#restart(hub));
      this.#check();
    } finally {
      await this.#hub?.close('closed');
      this.#hub = null;
    }
  }

  async #act(act: Act): Promise<void> {
    switch (act.kind) {
      case 'drop':
        this.#put(join(this.#inbox, `project ${act.folder}`, `${act.name}.png`), this.#picture(act.content));
        return;
      case 'sidecar':
        this.#put(join(this.#inbox, `project ${act.folder}`, `${act.name}.txt`), Buffer.from(`the prompt of ${act.content}`));
        return;
      case 'take_out':
        rmSync(this.#one(this.#inbox, act.which) ?? join(this.#home, 'nothing'), { force: true });
        return;
      case 'rename_in_inbox':
        this.#rename(this.#one(this.#inbox, act.which), (path) => join(dirname(path), `renamed ${this.#next()}${basename(path).slice(-4)}`));
        return;
      case 'move_organized':
        this.#rename(this.#one(this.#organized, act.which), () => join(this.#organized, 'by hand', `moved ${this.#next()}.png`));
        return;
      case 'remove_organized':
        rmSync(this.#one(this.#organized, act.which) ?? join(this.#home, 'nothing'), { force: true });
        return;
      case 'replace_organized': {
        const path = this.#one(this.#organized, act.which);
        if (path !== undefined) writeFileSync(path, this.#picture(this.#next()));
        return;
      }
      case 'copy_organized': {
        const path = this.#one(this.#organized, act.which);
        if (path !== undefined) copyFileSync(path, this.#inFolder(join(this.#organized, 'by hand', `twin ${this.#next()}.png`)));
        return;
      }
      case 'put_foreign':
        this.#put(join(this.#organized, 'by hand', `foreign ${this.#next()}.png`), this.#picture(act.content));
        return;
      case 'settle':
        return this.#alice(act.kind, (hub) => settled(hub));
      case 'restart':
        return this.#alice(act.kind, (hub) => this.#restart(hub));
      case 'retry':
        return this.#alice(act.kind, (hub) => retry(hub));
      case 'undo_last':
        return this.#alice(act.kind, (hub) => undo(hub, 1));
      case 'undo_all':
        return this.#alice(act.kind, (hub) => undo(hub, 1_000));
      case 'switch_operation':
        this.#operation = this.#operation === 'copy' ? 'move' : 'copy';
    }
  }

  /** What Alice does: the contents that were there before must be among those afterwards. */
  async #alice(what: string, work: (hub: Hub) => Promise<void>): Promise<void> {
    const before = [...new Set(contentsOf(this.#inbox, this.#organized))];
    this.#hub ??= await this.#open();
    await work(this.#hub);
    const lost = missingFrom(before, [...new Set(contentsOf(this.#inbox, this.#organized))]);
    if (lost.length > 0) throw new Error(`${lost.length} contents were lost by ${what}.`);
    if (this.#bugs.length > 0) throw new Error(`Reported by ${what}: ${this.#bugs.join('; ')}`);
  }

  async #open(): Promise<Hub> {
    const hub = openFaultHub(
      { inbox: this.#inbox, organized: this.#organized, data: join(this.#home, 'data'), operation: () => this.#operation },
      (bug) => this.#bugs.push(bug),
    );
    await hub.start({ watch: false });
    await hub.settled();
    return hub;
  }

  async #restart(hub: Hub): Promise<void> {
    await hub.close('closed');
    this.#hub = null;
    this.#hub = await this.#open();
  }

  /** Every file has its one outcome, the library says what lies where, and nothing was left behind. */
  #check(): void {
    const hub = this.#hub;
    if (hub === null) return;
    for (const name of filesBelow(this.#inbox)) {
      const entry = hub.library.inboxEntry(join(this.#inbox, name));
      if (entry === null) throw new Error(`${name} lies in the inbox and has no outcome.`);
      if (entry.state === 'waiting' || entry.state === 'working') throw new Error(`${name} is still ${entry.state}.`);
    }
    const organized = filesBelow(this.#organized);
    const remains = organized.filter((path) => path.includes('.alice-') && !path.startsWith('.alice-trash/'));
    if (remains.length > 0) throw new Error(`${remains.join(', ')} was left behind.`);
    const paths = new Map<string, string>();
    for (const hash of new Set(contentsOf(this.#inbox, this.#organized))) {
      const asset = hub.library.asset(hash);
      if (asset?.path == null || asset.missing !== null) continue;
      if (!existsSync(asset.path)) throw new Error(`${asset.file_name} is not where the library says, and not missing.`);
      const twin = paths.get(asset.path);
      if (twin !== undefined) throw new Error(`${asset.path} is said to be two assets.`);
      paths.set(asset.path, hash);
    }
    if (hub.deadLetters().length > 0) throw new Error('An event was parked.');
  }

  #one(folder: string, which: number): string | undefined {
    const files = filesBelow(folder).filter((path) => !path.startsWith('.'));
    const name = files[which % Math.max(1, files.length)];
    return name === undefined ? undefined : join(folder, name);
  }

  #rename(from: string | undefined, to: (path: string) => string): void {
    if (from !== undefined) renameSync(from, this.#inFolder(to(from)));
  }

  #put(path: string, bytes: Uint8Array): void {
    // A person who saves over a file has the old content gone: that is theirs to do. The same bytes change nothing.
    if (existsSync(path) && Buffer.compare(readFileSync(path), bytes) === 0) return;
    writeFileSync(this.#inFolder(path), bytes);
  }

  #inFolder(path: string): string {
    mkdirSync(dirname(path), { recursive: true });
    return path;
  }

  #next(): number {
    this.#fresh += 1;
    return this.#fresh;
  }
}

async function settled(hub: Hub): Promise<void> {
  await hub.resume();
  await hub.settled();
  await hub.pause();
}

async function retry(hub: Hub): Promise<void> {
  for (const { file_path, story_id } of hub.library.inboxInState('set_aside', 1_000)) await hub.say(assetRetryRequested({ file_path }), story_id);
  await hub.settled();
}

async function undo(hub: Hub, limit: number): Promise<void> {
  const sequences = hub.log.find({ types: ['asset.organized', 'asset.refiled'], limit, newestFirst: true }).map(({ sequence }) => sequence);
  if (sequences.length === 0) return;
  await hub.say(undoRequested({ undo_id: uuidv7(), scope: 'batch', label: 'Some', sequences }));
  await hub.settled();
}
