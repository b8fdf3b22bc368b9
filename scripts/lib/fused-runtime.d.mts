/** The golden list: how each fuse of a runtime that people get must stand. */
export declare const fuses: readonly {
  readonly name: string;
  readonly on: boolean;
  /** Left alone until the app is packed into an asar archive: without one, it could not be loaded any more. */
  readonly needsArchive?: true;
  /** Newer than some runtimes and some versions of @electron/fuses; set where both know it. */
  readonly newer?: true;
}[];

/** How the fuses that @electron/fuses knows stand in this executable; `undefined` is one that Electron has taken away. */
export declare const fusesOf: (executable: string) => Promise<Record<string, boolean | undefined>>;

/** A copy of the runtime with its fuses set, made once; or the reason why this machine cannot hold one. */
export declare const ensureFusedRuntime: () => Promise<{ kind: 'ready'; executable: string } | { kind: 'impossible'; reason: string }>;
