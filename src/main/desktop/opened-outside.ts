import type { App } from 'electron';

/** What somebody opened with Alice outside of her. */
export type OpenedOutside = { readonly kind: 'link'; readonly address: string } | { readonly kind: 'file'; readonly path: string };

/**
 * Links and files that the system hands over: macOS does so before the app is ready, once, so they are heard from the first
 * moment on and kept until somebody can take them.
 */
export class OpenedOutsideKeeper {
  #kept: OpenedOutside[] = [];
  #take: ((opened: OpenedOutside) => void) | null = null;

  constructor(app: Pick<App, 'on'>) {
    app.on('open-url', (event, address) => {
      event.preventDefault();
      this.#give({ kind: 'link', address });
    });
    app.on('open-file', (event, path) => {
      event.preventDefault();
      this.#give({ kind: 'file', path });
    });
  }

  /** Takes what came, in its order, and from now on what comes. */
  take(take: (opened: OpenedOutside) => void): void {
    this.#take = take;
    const kept = this.#kept;
    this.#kept = [];
    for (const opened of kept) take(opened);
  }

  #give(opened: OpenedOutside): void {
    if (this.#take === null) this.#kept.push(opened);
    else this.#take(opened);
  }
}
