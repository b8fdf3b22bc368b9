import fc from 'fast-check';
import { expect, it } from 'vitest';
import { isSoundTwin, nameBeside, picturesOf, sidecarOf, sidecarsOf } from './sidecar-name';

it.each([
  ['a.txt', ['a.png'], 'a.png'], ['a.json', ['b.png', 'a.webp'], 'a.webp'], ['a.swarm.json', ['a.png'], 'a.png'], ['a.xmp', ['a.JPG'], 'a.JPG'],
  ['a.png.xmp', ['a.png', 'a.jpg'], 'a.png'], ['a.jpg.txt', ['a.png', 'a.jpg'], 'a.jpg'], ['a_settings.txt', ['a.png'], 'a.png'],
  ['a-audio.mp4', ['a.png', 'a.mp4'], 'a.mp4'], ['a.txt', ['a.mp4'], 'a.mp4'], ['a.b.txt', ['a.b.png'], 'a.b.png'], ['A.TXT', ['A.png'], 'A.png'],
  ['a_settings.txt', ['a_settings.png', 'a.png'], 'a_settings.png'],
  ['a.txt', ['A.png', 'ab.png', 'a.txt', 'a'], null], ['a.png', ['a.jpg'], null], ['a-audio.mp4', ['a.jpg'], null], ['.txt', ['.png'], null], ['a.doc', ['a.png'], null],
] as const)('[I30] the picture of %s among %j is %s', (name, siblings, picture) => {
  expect(sidecarOf(`/inbox/p/${name}`, siblings)).toBe(picture && `/inbox/p/${picture}`);
});

it('[I30] what a sidecar finds as its picture finds it as its sidecar, and the other way round', () => {
  const stem = fc.constantFrom('a', 'a.b', 'x-audio', 'y_settings', 'ü', '00001-7', 'a.png');
  const ending = fc.constantFrom('.txt', '.json', '.xmp', '.swarm.json', '_settings.txt', '-audio.mp4', '.png', '.mp4', '.png.xmp', '.TXT', '.JPG', '.gif');
  fc.assert(
    fc.property(stem, ending, (name, end) => {
      for (const picture of picturesOf(name + end)) expect(sidecarsOf(picture)).toContain(name + end);
      for (const sidecar of sidecarsOf(name + end)) expect(picturesOf(sidecar)).toContain(name + end);
    }),
  );
});

it.each([
  ['a.txt', 'a.png', 'lantern-001.txt'], ['a.swarm.json', 'a.png', 'lantern-001.swarm.json'], ['a_settings.txt', 'a.png', 'lantern-001_settings.txt'],
  ['a-audio.mp4', 'a.png', 'lantern-001-audio.mp4'], ['a.png.xmp', 'a.png', 'lantern-001.png.xmp'], ['a.b.TXT', 'a.b.png', 'lantern-001.TXT'],
])('[I30] %s of %s is filed as %s', (sidecar, picture, filed) => {
  expect(nameBeside(sidecar, picture, 'lantern-001.png')).toBe(filed);
  const second = filed.startsWith('lantern-001.png') ? filed.replace('.png', '.png (2)') : filed.replace('lantern-001', 'lantern-001 (2)');
  expect(nameBeside(sidecar, picture, 'lantern-001.png', 2)).toBe(second);
});

it('[I30] only the name tells a sound twin', () => {
  expect(['a-audio.mp4', 'a-audio.MP4', '-audio.mp4', 'audio.mp4', 'a-audio.mov'].map(isSoundTwin)).toEqual([true, true, false, false, false]);
});
