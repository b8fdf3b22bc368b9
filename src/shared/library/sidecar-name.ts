import { baseName } from './asset-record';

const pictures = ['png', 'jpg', 'jpeg', 'webp', 'gif', 'avif', 'heic', 'tif', 'tiff', 'bmp', 'mp4', 'mov', 'webm', 'mkv', 'avi'];
const twinOf = ['mp4', 'png', 'webp', 'gif'];
const both = (endings: readonly string[]) => endings.flatMap((ending) => [ending, ending.toUpperCase()]);

/** Endings of a picture's name, in the order in which one is chosen. Small or large letters; a mixture is not taken for one. */
const pictureEndings = both(pictures.map((ending) => `.${ending}`));
const twinEndings = both(twinOf.map((ending) => `.${ending}`));

/** What follows the stem of the picture: `lantern.png` has `lantern.txt`. Longer endings first. */
const afterStem = both(['.swarm.json', '.txt', '.json', '.xmp']).concat('_settings.txt', '_settings.TXT');
/** What follows its whole name: `lantern.png.xmp`. */
const afterName = both(['.xmp', '.txt', '.json']);
const soundTwin = ['-audio.mp4', '-audio.MP4'];

function cut(name: string, endings: readonly string[]): string[] {
  return endings.filter((ending) => name.endsWith(ending) && name.length > ending.length).map((ending) => name.slice(0, -ending.length));
}

/** The names that the picture of a sidecar may have, the best first. Empty when a name is no sidecar's. */
export function picturesOf(name: string): string[] {
  const whole = cut(name, afterName).filter((rest) => cut(rest, pictureEndings).length > 0);
  const stems = cut(name, afterStem).flatMap((stem) => pictureEndings.map((ending) => stem + ending));
  const twins = cut(name, soundTwin).flatMap((stem) => twinEndings.map((ending) => stem + ending));
  return [...new Set([...whole, ...stems, ...twins])];
}

/** The names that sidecars of a picture may have. */
export function sidecarsOf(picture: string): string[] {
  const stems = cut(picture, pictureEndings);
  const twins = cut(picture, twinEndings).flatMap((stem) => soundTwin.map((ending) => stem + ending));
  if (stems.length === 0) return [];
  const named = [...stems.flatMap((stem) => afterStem.map((ending) => stem + ending)), ...afterName.map((ending) => picture + ending)];
  return [...named, ...twins].filter((name) => name !== picture);
}

/** Whether a name is the sound that belongs to a picture or video without any: a video by its bytes, a sidecar by its name. */
export function isSoundTwin(name: string): boolean {
  return cut(name, soundTwin).length > 0;
}

/** The path of the picture that a file belongs to, of those whose names lie in the same folder; null when it is no sidecar. */
export function sidecarOf(path: string, siblings: readonly string[]): string | null {
  const name = baseName(path);
  const picture = picturesOf(name).find((each) => siblings.includes(each));
  return picture === undefined ? null : path.slice(0, path.length - name.length) + picture;
}

/** The name that a sidecar has beside its organized picture: `lantern-001.swarm.json`. The first copy has no number. */
export function nameBeside(sidecar: string, picture: string, organized: string, copy = 1): string {
  const number = copy === 1 ? '' : ` (${copy})`;
  if (sidecar.startsWith(`${picture}.`)) return `${organized}${number}${sidecar.slice(picture.length)}`;
  return `${stemOf(organized)}${number}${sidecar.slice(stemOf(picture).length)}`;
}

function stemOf(name: string): string {
  const at = name.lastIndexOf('.');
  return at > 0 ? name.slice(0, at) : name;
}
