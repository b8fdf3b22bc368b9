import { readdirSync, readFileSync } from 'node:fs';
import { inRoot } from '../lib/paths.mjs';

const importOf = /(?:from|import) '((?:@[a-z][^/']*\/)?[a-z][^/']*)/g;

/** Packages that the window's code imports; they are bundled, though npm calls them development dependencies. */
function importedByWindow() {
  const files = ['src/renderer', 'src/shared', 'src/preload'].flatMap((folder) =>
    readdirSync(inRoot(folder), { recursive: true, encoding: 'utf8' })
      .filter((path) => /\.tsx?$/.test(path) && !/\.test\.tsx?$/.test(path))
      .map((path) => inRoot(folder, path)));
  const names = new Set(files.flatMap((file) => [...readFileSync(file, 'utf8').matchAll(importOf)].map(([, name]) => name)));
  // Electron brings notices of its own; what its npm package needs only downloads it.
  names.delete('electron');
  return names;
}

/** Where npm finds a package that another one asks for: in its own folder, else further up. */
function placeOf(packages, from, name) {
  for (let at = from; ; at = at.slice(0, Math.max(0, at.lastIndexOf('/node_modules/')))) {
    const place = at === '' ? `node_modules/${name}` : `${at}/node_modules/${name}`;
    if (packages[place] !== undefined) return place;
    if (at === '') return null;
  }
}

/** Every package that is part of the app, with all that those need on any system: its name and licence, as the lock file says. */
export function shippedPackages() {
  const { packages } = JSON.parse(readFileSync(inRoot('package-lock.json'), 'utf8'));
  const { dependencies, devDependencies } = packages[''];
  const bundled = importedByWindow();
  const seen = new Set();
  const take = (from, name) => {
    const place = placeOf(packages, from, name);
    if (place === null || seen.has(place)) return;
    seen.add(place);
    const { dependencies: needs = {}, optionalDependencies: mayNeed = {} } = packages[place];
    for (const each of Object.keys({ ...needs, ...mayNeed })) take(place, each);
  };
  for (const name of [...Object.keys(dependencies), ...Object.keys(devDependencies).filter((each) => bundled.has(each))]) take('', name);
  const nameOf = (place) => place.slice(place.lastIndexOf('node_modules/') + 'node_modules/'.length);
  const rows = [...seen].map((place) => ({ name: nameOf(place), licence: packages[place].license ?? null }));
  const unique = new Map(rows.map((row) => [`${row.name} ${row.licence}`, row]));
  return [...unique.values()].sort((a, b) => (a.name < b.name ? -1 : 1));
}
