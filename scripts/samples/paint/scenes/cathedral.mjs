import { add, clamp, glow, hex, mix, ramp, scale, smooth } from '../colour.mjs';
import { fbm, noise, ridged } from '../noise.mjs';

const BAYS = 9;

/** A nave cut into salt: pointed arches one behind the other, light falling in from the right, a floor polished like ice. */
export const cathedral = (seed = 3) => {
  const middle = 0.75;
  const eye = 0.6;

  /** How far inside an arch a place lies, in the arch's own units; below 0 is stone. `d` is the distance of the bay. */
  const opening = (x, y, d) => {
    const ax = ((x - middle) * d) / 0.62;
    const ay = ((eye - y) * d) / 0.62;
    if (ay < -0.32) return -1;
    if (ay < 0.42) return 0.5 - Math.abs(ax);
    // Above the springing line two arcs meet in a point.
    return 0.98 - Math.hypot(Math.abs(ax) + 0.48, (ay - 0.42) * 0.92);
  };

  const distance = (bay) => 0.62 * 1.34 ** bay;

  const nave = (x, y) => {
    const end = distance(BAYS);
    const roseX = (x - middle) * end * 1.7;
    const roseY = (y - eye + 0.3 / end) * end * 1.7;
    const window = glow(roseX, roseY, 0.42);
    let light = add(ramp(clamp((eye - y) * 3 + 0.4), [0, hex('#e8a860')], [1, hex('#ffe9bf')]), hex('#ffd08a'), window * 1.3);
    for (let bay = BAYS; bay >= 0; bay--) {
      const d = distance(bay);
      const inside = opening(x, y, d);
      if (inside > 0) {
        // The inner side of the arch, lit on its left flank.
        const reveal = smooth(0.055, 0, inside);
        if (reveal > 0 && bay > 0) {
          const flank = clamp(0.5 - (x - middle) * d * 1.1);
          light = mix(light, mix(hex('#16344d'), hex('#ffdba6'), flank), reveal * 0.8);
        }
        continue;
      }
      const near = 1 - bay / BAYS;
      const u = (x - middle) * d;
      const v = (y - eye) * d;
      const grain = fbm(u * 9 + bay * 17, v * 9, 5, seed + bay);
      const vein = ridged(u * 3.2 + bay * 5, v * 3.2 + grain * 0.5, 5, seed + 20);
      const course = Math.abs(((v * 7.5 + 40) % 1) - 0.5) > 0.47 ? 0.82 : 1;
      const stone = mix(hex('#23506f'), hex('#d3eaf2'), clamp(grain * 1.1 + vein * 0.35 - 0.2));
      const edge = smooth(0.09, 0, -inside);
      const beam = clamp(0.62 - u * 0.75 + 0.2 * v);
      let wall = scale(mix(stone, hex('#ffc98a'), beam * 0.22), course * (0.035 + 0.3 * beam ** 2 + 0.3 * edge));
      wall = mix(wall, hex('#e0b070'), (1 - near) ** 2 * 0.5);
      light = mix(light, wall, smooth(0, 0.004, -inside));
    }
    return light;
  };

  const shafts = (x, y) => {
    const along = (x - 1.72) * 0.62 + (y + 0.12) * 0.78;
    const across = (x - 1.72) * 0.78 - (y + 0.12) * 0.62;
    const angle = Math.atan2(across, along);
    const bars = smooth(0.5, 0.85, noise(angle * 17 + 4, 1, seed + 40)) + 0.5 * smooth(0.55, 0.9, noise(angle * 41, 2, seed + 41));
    const dust = 0.6 + 0.6 * fbm(x * 5, y * 5, 4, seed + 42);
    return bars * dust * smooth(1.75, 0.3, Math.hypot(x - 1.6, y)) * 0.13;
  };

  const front = eye + (0.32 * 0.62) / distance(BAYS);

  return (x, y) => {
    if (y < front) return add(nave(x, y), hex('#ffdf9f'), shafts(x, y));
    const depth = (y - front) / (1 - front);
    const d = (0.32 * 0.62) / Math.max(y - eye, 0.001);
    const u = (x - middle) * d;
    const isJoint = Math.abs(((u * 5 + 40) % 1) - 0.5) > 0.485 || Math.abs(((d * 5) % 1) - 0.5) > 0.47;
    const rough = (fbm(u * 24, d * 24, 4, seed + 50) - 0.5) * 0.03;
    let sum = [0, 0, 0];
    for (let tap = 0; tap < 4; tap++) {
      const at = front - (y - front) * (0.94 + tap * 0.03) + rough * (1 + tap * 0.5);
      sum = add(sum, nave(x + rough * 0.5, at), 0.25);
    }
    const mineral = mix(hex('#102438'), hex('#7f9aa8'), fbm(u * 7, d * 7, 5, seed + 51));
    const aisle = smooth(0.34, 0.2, Math.abs(u));
    let light = mix(scale(sum, 0.62), scale(mineral, 0.5), 0.3 + 0.25 * depth * (1 - aisle));
    if (isJoint) light = scale(light, 0.78);
    return add(light, hex('#ffdf9f'), shafts(x, y) * 0.6);
  };
};
