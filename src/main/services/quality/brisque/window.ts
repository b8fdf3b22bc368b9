/** The window: a Gaussian, 7 x 7, sigma 7/6, normalised; its float32 taps from the centre outward. */
export const windowTaps = [0.34263152, 0.23729607, 0.07882796, 0.012560201].map(Math.fround) as [number, number, number, number];

/** How far the window reaches from its centre. */
export const windowReach = 3;

/** One gray level, float32: what a byte is multiplied by. */
export const grayUnit = Math.fround(1 / 255);

/** Keeps the contrast finite in flat areas. */
export const contrastFloor = grayUnit;
