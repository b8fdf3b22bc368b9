/** A quarter pixel off either way, so the four taps of the bicubic kernel with a = -0.75 are the same everywhere. Exact in float32. */
export const halvingTaps = [-0.09375, 0.59375, 0.59375, -0.09375] as const;
