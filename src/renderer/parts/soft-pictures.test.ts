import { describe, expect, it } from 'vitest';
import { thumbHashBytes } from '@shared/library/thumb-hash';
import { rgbaToThumbHash, thumbHashToDataURL } from 'thumbhash';
import { type Ground, SoftPictures } from './soft-pictures';

const hashOf = (shade: number) => Buffer.from(rgbaToThumbHash(2, 1, [shade, 0, 0, 255, 0, 0, shade, 255])).toString('base64');
const hashes = Array.from({ length: 12 }, (_, i) => hashOf(i * 20));

/** A window whose clock goes on only when something is drawn, and whose frames come when they are called. */
function windowWhere({ drawMs = 0, most = 600 }) {
  const frames: (() => void)[] = [];
  const drawn: string[] = [];
  let clock = 0;
  const pictures = new SoftPictures({
    draw: (bytes) => {
      clock += drawMs;
      drawn.push(Buffer.from(bytes).toString('base64'));
      return `data:${drawn.at(-1)}`;
    },
    now: () => clock,
    nextFrame: (then) => frames.push(then),
    most,
  });
  const grounds = hashes.map((): Ground => ({ style: { backgroundImage: '' } }));
  const painted = () => grounds.map(({ style }, at) => (style.backgroundImage === `url(data:${hashes[at]})` ? at : -1)).filter((at) => at >= 0);
  const paint = (at: number) => pictures.paint(grounds[at]!, hashes[at]!);
  const frame = () => { for (const then of frames.splice(0)) then(); };
  return { pictures, grounds, drawn, paint, painted, frame };
}

describe('[D272] what stands for pictures', () => {
  it('[D272] is there at once while there is time, the rest in the next frames, what came into sight last first', () => {
    const { paint, painted, frame } = windowWhere({ drawMs: 1 });
    hashes.forEach((_, at) => paint(at));
    expect(painted()).toEqual([0, 1, 2, 3]);
    frame();
    expect(painted()).toEqual([0, 1, 2, 3, 8, 9, 10, 11]);
    frame();
    expect(painted()).toHaveLength(12);
    frame();
    frame();
    expect(painted()).toHaveLength(12);
  });

  it('[D272] is drawn once for each hash, and no more are kept than may be', () => {
    const { paint, drawn, painted } = windowWhere({ most: 3 });
    for (const at of [0, 1, 2, 0, 1, 2]) paint(at);
    expect(drawn).toHaveLength(3);
    // The one that was not used for longest is let go.
    paint(0);
    paint(3);
    for (const at of [2, 0, 3]) paint(at);
    expect(drawn).toHaveLength(4);
    paint(1);
    expect(drawn).toHaveLength(5);
    expect(painted()).toEqual([0, 1, 2, 3]);
  });

  it('[D272] goes when the picture has come, also before it was drawn', () => {
    const { paint, painted, frame, drawn } = windowWhere({ drawMs: 4 });
    const [first, second] = [paint(0), paint(1)];
    first();
    second();
    frame();
    expect(painted()).toEqual([]);
    expect(drawn).toHaveLength(1);
  });

  it('[D272] is nothing where a hash is none, and an address that the page may load where it is one', () => {
    const { pictures, grounds, drawn } = windowWhere({});
    pictures.paint(grounds[0]!, 'url(https://a.example)');
    expect([grounds[0]!.style.backgroundImage, drawn]).toEqual(['', []]);
    expect(thumbHashToDataURL(thumbHashBytes(hashes[3]!)!)).toMatch(/^data:image\/png;base64,[A-Za-z0-9+/=]+$/);
  });
});
