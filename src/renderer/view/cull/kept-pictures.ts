/** A picture on its way into the window. */
export interface Loading<T> {
  readonly picture: T;
  /** Resolves when it can be drawn at once, rejects when it cannot be drawn at all. */
  readonly ready: Promise<unknown>;
  /** Lets go of it, also while it is still on its way. */
  readonly drop: () => void;
}

export type Kept<T> = { readonly state: 'loading' | 'broken' } | { readonly state: 'ready'; readonly picture: T };

export interface KeptPictures<T> {
  /** Says which pictures will be looked at, the next first; all others are let go. */
  readonly want: (hashes: readonly string[]) => void;
  readonly of: (hash: string) => Kept<T> | undefined;
  readonly subscribe: (changed: () => void) => () => void;
  /** How long a picture takes to come, in milliseconds: the median of the newest five. Null until one has come. */
  readonly pace: () => number | null;
}

export interface KeepingLimits {
  /** So many are held at most. */
  readonly most: number;
  /** So many are on their way at once. */
  readonly atOnce: number;
}

/** Has pictures ready before they are looked at, and holds no more of them than it may. */
export function keepPictures<T>(
  load: (hash: string) => Loading<T>,
  { most, atOnce }: KeepingLimits,
  now: () => number = () => performance.now(),
): KeptPictures<T> {
  const held = new Map<string, { readonly loading: Loading<T>; kept: Kept<T> }>();
  const listeners = new Set<() => void>();
  let wanted: readonly string[] = [];
  let under = 0;
  let took: readonly number[] = [];

  const tell = () => { for (const listener of listeners) listener(); };

  const begin = (hash: string) => {
    const loading = load(hash);
    const began = now();
    const entry: { readonly loading: Loading<T>; kept: Kept<T> } = { loading, kept: { state: 'loading' } };
    held.set(hash, entry);
    under += 1;
    const end = (kept: Kept<T>) => {
      under -= 1;
      entry.kept = kept;
      if (held.get(hash) === entry) tell();
      go();
    };
    const come = () => {
      took = [...took.slice(-4), now() - began];
      end({ state: 'ready', picture: loading.picture });
    };
    loading.ready.then(come, () => end({ state: 'broken' }));
  };

  const go = () => {
    for (const hash of wanted) {
      if (under >= atOnce) return;
      if (!held.has(hash)) begin(hash);
    }
  };

  return {
    want: (hashes) => {
      wanted = [...new Set(hashes)].slice(0, most);
      for (const [hash, { loading }] of held) {
        if (wanted.includes(hash)) continue;
        held.delete(hash);
        loading.drop();
      }
      go();
    },
    of: (hash) => held.get(hash)?.kept,
    pace: () => took.toSorted((a, b) => a - b)[Math.floor(took.length / 2)] ?? null,
    subscribe: (changed) => {
      listeners.add(changed);
      return () => listeners.delete(changed);
    },
  };
}
