/** Samples as the file holds them, four bytes a pixel (red, green, blue, alpha), row by row. */
export interface RgbaPixels {
  readonly width: number;
  readonly height: number;
  readonly data: Uint8Array;
}

/**
 * The upper left corner of the picture, so many columns and rows of it, which it has. Exact: no colour management, no premultiplied
 * alpha. Null when the picture cannot be decoded like that (grey, damaged, too large).
 */
export type ReadPixels = (corner: { readonly columns: number; readonly rows: number }) => Promise<RgbaPixels | null>;
