import { add, clamp, glow, hex, mix, ramp, scale, smooth } from '../colour.mjs';
import { fbm, hash, noise, ridged } from '../noise.mjs';

/** A banded planet with rings that throw their shadow on it, a small moon, and a nebula behind. */
export const ringedPlanet = (seed = 4) => {
  const planet = { x: 0.62, y: 0.54, radius: 0.27 };
  const sun = norm([-0.75, -0.42, 0.52]);
  const tilt = { cos: Math.cos(-0.36), sin: Math.sin(-0.36), flat: 0.24 };
  const ringSun = [sun[0] * tilt.cos + sun[1] * tilt.sin, sun[1] * tilt.cos - sun[0] * tilt.sin, sun[2]];

  const space = (x, y) => {
    const warp = fbm(x * 2, y * 2, 4, seed);
    const cloud = fbm(x * 2.4 + warp * 1.6, y * 2.4 - warp, 6, seed + 5);
    const veil = ridged(x * 1.7 + warp, y * 1.7, 5, seed + 9);
    let light = ramp(cloud, [0.25, hex('#05060f')], [0.5, hex('#141a3a')], [0.66, hex('#5a2a63')], [0.85, hex('#d86a6a')]);
    light = add(light, hex('#1d6f8c'), smooth(0.45, 0.95, veil) * 0.4 * smooth(0.75, 0.35, cloud));
    for (const [grid, rare] of [[46, 0.95], [150, 0.962]]) {
      const ix = Math.floor(x * grid);
      const iy = Math.floor(y * grid);
      const chance = hash(ix, iy, seed + grid);
      if (chance < rare) continue;
      const dx = x * grid - ix - 0.3 - 0.4 * hash(ix, iy, seed + 1);
      const dy = y * grid - iy - 0.3 - 0.4 * hash(ix, iy, seed + 2);
      const size = 0.04 + 0.16 * hash(ix, iy, seed + 3) ** 4;
      const tint = mix(hex('#9fc4ff'), hex('#ffd9b0'), hash(ix, iy, seed + 4));
      light = add(light, tint, (0.4 + 1.4 * hash(ix, iy, seed + 6) ** 2) * Math.exp(-(dx * dx + dy * dy) / (size * size)));
    }
    return light;
  };

  /** How dense the ring is at a distance from the planet's middle, in radii. */
  const density = (r) => {
    if (r < 1.28 || r > 2.25) return 0;
    const bands = 0.45 + 0.55 * fbm(r * 26, 1, 4, seed + 20);
    const gap = 1 - smooth(0.02, 0.006, Math.abs(r - 1.86));
    return clamp(bands * gap * smooth(1.28, 1.4, r) * smooth(2.25, 2.14, r));
  };

  const surface = (nx, ny, nz) => {
    const u = nx * tilt.cos + ny * tilt.sin;
    const v = ny * tilt.cos - nx * tilt.sin;
    const swirl = fbm(u * 4 + 11, v * 9, 5, seed + 30) - 0.5;
    const band = fbm(3, v * 5.5 + swirl * 0.75, 4, seed + 31);
    const fine = fbm(u * 8, v * 42 + swirl * 8, 4, seed + 32);
    let colour = ramp(band, [0.2, hex('#7a3b2e')], [0.42, hex('#c9814f')], [0.56, hex('#ecc591')], [0.8, hex('#f7ead0')]);
    colour = scale(colour, 0.8 + 0.4 * fine);
    const storm = Math.hypot((u - 0.25) * 1.1, (v - 0.3) * 2.2);
    colour = mix(colour, hex('#c4532f'), smooth(0.16, 0.08, storm + swirl * 0.1) * 0.8);
    const facing = nx * sun[0] + ny * sun[1] + nz * sun[2];
    const day = smooth(-0.08, 0.75, facing);
    // Where the ring stands between this place and the sun.
    const reach = -(v / (sun[1] * tilt.cos - sun[0] * tilt.sin || 1e-6));
    const su = u + (sun[0] * tilt.cos + sun[1] * tilt.sin) * reach;
    const sz = nz + sun[2] * reach;
    const shadow = reach > 0 ? density(Math.hypot(su, sz)) * 0.72 : 0;
    const rim = (1 - nz) ** 3;
    return add(scale(colour, 0.012 + 1.15 * day * (1 - shadow)), hex('#ff9e6b'), rim * day * 0.55);
  };

  return (x, y) => {
    const dx = (x - planet.x) / planet.radius;
    const dy = (y - planet.y) / planet.radius;
    const distance = Math.hypot(dx, dy);
    let light = space(x, y);
    const lit = clamp(0.5 + 0.5 * -(dx * 0.8 + dy * 0.5) / Math.max(distance, 1));
    light = add(light, hex('#ff8f5a'), 0.1 * lit ** 2 * Math.exp(-Math.max(0, distance - 1) * 9));

    const moonX = x - 1.18;
    const moonY = y - 0.22;
    const moon = Math.hypot(moonX, moonY) / 0.036;
    if (moon < 1) {
      const facing = (moonX / 0.036) * sun[0] + (moonY / 0.036) * sun[1] + Math.sqrt(1 - moon * moon) * sun[2];
      light = scale(mix(hex('#6d7892'), hex('#cfd6e6'), noise(x * 130, y * 130, seed)), 0.01 + smooth(0, 0.8, facing));
    }

    const ru = dx * tilt.cos + dy * tilt.sin;
    const rv = (dy * tilt.cos - dx * tilt.sin) / tilt.flat;
    const r = Math.hypot(ru, rv);
    const ring = density(r);
    const ringTone = mix(hex('#8f6f58'), hex('#f3dcc0'), fbm(r * 14, 5, 3, seed + 40));
    // The planet stands between a place on the ring and the sun when the line to the sun passes through the globe.
    const place = [ru, rv * tilt.flat, rv * Math.sqrt(1 - tilt.flat ** 2)];
    const along = place[0] * ringSun[0] + place[1] * ringSun[1] + place[2] * ringSun[2];
    const aside = Math.sqrt(Math.max(0, place[0] ** 2 + place[1] ** 2 + place[2] ** 2 - along * along));
    const inPlanetShadow = along < 0 ? smooth(1.03, 0.95, aside) : 0;
    const ringLight = scale(ringTone, 0.95 * (1 - 0.93 * inPlanetShadow));

    const isBehind = rv < 0;
    if (isBehind) light = mix(light, ringLight, ring * 0.88);
    if (distance < 1) light = mix(surface(dx, dy, Math.sqrt(1 - distance * distance)), light, smooth(0.994, 1, distance));
    if (!isBehind) light = mix(light, ringLight, ring * 0.88);
    return add(light, hex('#fff0d8'), 0.5 * glow(x + 0.02, y - 0.06, 0.05));
  };
};

function norm(v) {
  const length = Math.hypot(...v);
  return v.map((one) => one / length);
}
