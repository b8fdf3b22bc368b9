import type { Clues } from '../clues';
import { evidence } from '../clues';
import type { ToolReader } from '../tool-reader';
import { toSettings } from '../values';

/** The makers' names are plain words; ComfyUI keeps its graph in the same fields, as `workflow:{…}`. */
const NAME = /^[\p{L}\p{N}][\p{L}\p{N} .,&()+\-/'™®*_]{0,80}$/u;

const named = (text: string | null | undefined): string | null => {
  const name = text?.trim() ?? '';
  return NAME.test(name) ? name : null;
};

const cameraOf = (clues: Clues): { key: string; camera: string } | null => {
  const places = [
    { key: 'exif:Make', make: clues.exif('Make'), model: clues.exif('Model') },
    { key: 'xmp:tiff:Make', make: clues.xmp('tiff:Make'), model: clues.xmp('tiff:Model') },
    { key: 'mp4:make', make: clues.keyed('com.apple.quicktime.make')?.text, model: clues.keyed('com.apple.quicktime.model')?.text },
    { key: 'mp4:make', make: clues.keyed('©mak')?.text, model: clues.keyed('©mod')?.text },
    { key: 'mp4:com.android.model', make: clues.keyed('com.android.manufacturer')?.text, model: clues.keyed('com.android.model')?.text },
  ];
  for (const place of places) {
    const [make, model] = [named(place.make), named(place.model)];
    if (make === null || model === null) continue;
    const repeats = model.toLowerCase().startsWith(make.toLowerCase().split(' ', 1)[0] ?? make);
    return { key: place.key, camera: repeats ? model : `${make} ${model}` };
  }
  return null;
};

/** A camera or phone that names its maker and itself: a photo or a film, never AI. */
export const camera: ToolReader = {
  name: 'camera',
  recognise: (clues) => {
    const found = cameraOf(clues);
    return found === null ? null : { tool: 'camera', origin: 'camera', confidence: 0.9, evidence: [evidence('software', found.key, found.camera)] };
  },
  read: (clues) => ({ settings: toSettings({ Camera: cameraOf(clues)?.camera, Lens: clues.exif('LensModel') ?? undefined }) }),
};
