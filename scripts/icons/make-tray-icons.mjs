import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import sharp from 'sharp';
import { root } from '../lib/paths.mjs';
import { say } from '../lib/say.mjs';

/** Makes the icons of the tray from the brand mark: a tile for Windows and Linux, black on clear for the menu bar of macOS. */

const folder = join(root, 'resources', 'tray');
const sizes = { tile: 24, template: 18 };

/** The letter mark in a square of 18, as src/renderer/parts/brand-mark.tsx draws it. */
const mark = (line, point, width) => `
  <g fill="none" stroke="${line}" stroke-width="${width}" stroke-linecap="round">
    <path d="M3.2 15.2 8.1 2.6c.3-.8 1.5-.8 1.8 0l4.9 12.6"/><path d="M5.4 10.6h7.2"/>
  </g>
  <circle cx="9" cy="10.6" r="2" fill="${point}"/>`;

/** Tells the states apart by shape: nothing more, two bars, an exclamation mark. Each lies on a hole in what is behind it. */
const badges = {
  watching: null,
  paused: (colour) => `<g stroke="${colour}" stroke-width="1.9" stroke-linecap="round"><path d="M12.3 11.4v4.2"/><path d="M15.7 11.4v4.2"/></g>`,
  trouble: (colour) => `<g stroke="${colour}" stroke-width="2.1" stroke-linecap="round"><path d="M14 10v3.3"/><path d="M14 16.3v.01"/></g>`,
};

const withHole = (body, badge) =>
  badge === null
    ? body
    : `<mask id="hole"><rect x="-9" y="-9" width="36" height="36" fill="#fff"/><circle cx="14" cy="13.4" r="5.6" fill="#000"/></mask><g mask="url(#hole)">${body}</g>${badge}`;

const template = (state) =>
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 18 18">${withHole(mark('#000', '#000', 1.7), badges[state]?.('#000') ?? null)}</svg>`;

const colours = { paused: '#f4b63f', trouble: '#ff8a80' };
const tile = (state) => `<svg xmlns="http://www.w3.org/2000/svg" viewBox="-2 -2 22 22">
  <rect x="-2" y="-2" width="22" height="22" rx="5" fill="#131515"/>
  <rect x="-1.7" y="-1.7" width="21.4" height="21.4" rx="4.7" fill="none" stroke="#4b5252" stroke-width=".6"/>
  ${withHole(mark('#edf0ee', '#5fd9ae', 1.9), badges[state]?.(colours[state]) ?? null)}</svg>`;

mkdirSync(folder, { recursive: true });
const write = (svg, size, name) =>
  sharp(Buffer.from(svg), { density: 600 }).resize(size, size).png({ compressionLevel: 9 }).toFile(join(folder, name));
for (const state of Object.keys(badges)) {
  await write(tile(state), sizes.tile, `${state}.png`);
  await write(tile(state), sizes.tile * 2, `${state}@2x.png`);
  await write(template(state), sizes.template, `${state}Template.png`);
  await write(template(state), sizes.template * 2, `${state}Template@2x.png`);
}
say(`The tray's icons lie in ${folder}.`);
