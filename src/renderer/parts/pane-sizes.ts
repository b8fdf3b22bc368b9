import { createContext, use } from 'react';

/** How wide a person made the panes, by name; 0 is folded away. Kept by whoever gives it. */
export interface PaneSizes {
  readonly sizes: Readonly<Record<string, number>>;
  readonly keep: (name: string, size: number | null) => void;
}

export const PaneSizesContext = createContext<PaneSizes>({ sizes: {}, keep: () => undefined });

export interface PaneLimits {
  readonly usual: number;
  readonly narrowest: number;
  readonly widest: number;
}

export interface PaneSize {
  /** In pixels; 0 when it is folded away. */
  readonly size: number;
  /** Null goes back to the usual one. */
  readonly resize: (size: number | null) => void;
}

/** The width of a pane, within its limits. */
export function usePaneSize(name: string, limits: PaneLimits): PaneSize {
  const { sizes, keep } = use(PaneSizesContext);
  const kept = sizes[name];
  return {
    size: kept === 0 ? 0 : within(kept ?? limits.usual, limits),
    resize: (size) => keep(name, size === null || size === 0 ? size : within(size, limits)),
  };
}

export const within = (size: number, { narrowest, widest }: PaneLimits): number => Math.round(Math.min(widest, Math.max(narrowest, size)));
