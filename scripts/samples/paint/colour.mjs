/** Light as [red, green, blue], linear, 1 being paper white; more than 1 is glare. */

export const clamp = (x, low = 0, high = 1) => Math.min(high, Math.max(low, x));

export const smooth = (from, to, x) => {
  const t = clamp((x - from) / (to - from));
  return t * t * (3 - 2 * t);
};

export const mix = (a, b, t) => [a[0] + (b[0] - a[0]) * t, a[1] + (b[1] - a[1]) * t, a[2] + (b[2] - a[2]) * t];

export const add = (a, b, strength = 1) => [a[0] + b[0] * strength, a[1] + b[1] * strength, a[2] + b[2] * strength];

export const scale = (a, strength) => [a[0] * strength, a[1] * strength, a[2] * strength];

/** A colour as written in design tools, `#rrggbb`, in linear light. */
export const hex = (text) => [1, 3, 5].map((at) => (Number.parseInt(text.slice(at, at + 2), 16) / 255) ** 2.2);

/** A gradient through colours at places: `ramp(t, [0, red], [0.5, green], [1, blue])`. */
export const ramp = (t, ...stops) => {
  let before = stops[0];
  for (const stop of stops) {
    if (t <= stop[0]) return mix(before[1], stop[1], before === stop ? 0 : smooth(before[0], stop[0], t));
    before = stop;
  }
  return before[1];
};

/** A round glow that fades with the square of the distance: 1 in the middle. */
export const glow = (dx, dy, radius) => 1 / (1 + (dx * dx + dy * dy) / (radius * radius));
