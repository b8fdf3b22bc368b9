/** Picture heights in pixels, one per zoom step. */
const heights = [64, 80, 96, 116, 140, 168, 208, 264] as const;

export const minZoom = 0;
export const maxZoom = heights.length - 1;

export const clampZoom = (zoom: number) => Math.min(maxZoom, Math.max(minZoom, zoom));
export const pictureHeightAt = (zoom: number) => heights[clampZoom(zoom)] ?? heights[3];
