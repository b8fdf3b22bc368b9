import { EventEmitter } from 'node:events';
import { symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { tempFolder } from '../testing/temp-folder';
import { appFolderOf, argumentsAgain, filesIn, parseLaunchOptions, programFolder } from './launch-options';
import { type OpenedOutside, OpenedOutsideKeeper } from './opened-outside';

const none = { data: null, userData: null };
const home = { appData: '/home/ann/.config', program: '/opt/alice' };

it('[D186] links and files that the system hands over before anybody takes them are kept, in their order, and nobody else gets them', () => {
  const app = new EventEmitter();
  const taken: OpenedOutside[] = [];
  let prevented = 0;
  const event = { preventDefault: () => { prevented += 1; } };
  const keeper = new OpenedOutsideKeeper(app as unknown as ConstructorParameters<typeof OpenedOutsideKeeper>[0]);
  app.emit('open-url', event, 'alice://asset/abcdef12');
  app.emit('open-file', event, '/pictures/one.png');
  expect([taken, prevented]).toEqual([[], 2]);
  keeper.take((one) => { taken.push(one); });
  app.emit('open-file', event, '/pictures/two.png');
  expect(taken).toEqual([
    { kind: 'link', address: 'alice://asset/abcdef12' }, { kind: 'file', path: '/pictures/one.png' }, { kind: 'file', path: '/pictures/two.png' },
  ]);
});

it('[D186] of what Alice is started with, files are those that are none of a switch, and beside a link there are none', () => {
  const files = new Set(['/here/one.png', '/else/two.png', '/data']);
  const found = (...args: string[]) => filesIn(args, '/here', (path) => files.has(path)).files;
  expect(found('.', 'one.png', '--data', '/data', '/else/two.png', '--sample', 'gone.png')).toEqual(['/here/one.png', '/else/two.png']);
  expect(found('one.png', 'alice://asset/abcdef12')).toEqual([]);
  expect(found('--inbox', 'one.png')).toEqual([]);
});

it('[V151] of many files that Alice is started with, none is passed over', () => {
  const many = Array.from({ length: 1_500 }, (_, at) => `${at}.png`);
  expect(filesIn(many, '/here', () => true).files).toHaveLength(1_500);
});

const addressed = [
  ['file:///else/a%20boat%20%231%20%C3%A9.png', '/else/a boat #1 é.png'],
  ['FILE://LOCALHOST/else/two.png', '/else/two.png'],
  ['file:/else/three.png', '/else/three.png'],
  ['file:///else/../else/100%25.png', '/else/100%.png'],
] as const;

it('[D258] files that are handed over as addresses of this computer are taken like paths, and again only once', () => {
  const args = addressed.map(([address]) => address);
  const paths = addressed.map(([, path]) => path);
  const isFile = (path: string) => (paths as readonly string[]).includes(path);
  expect(filesIn(['.', ...args, '--inbox', 'file:///else/two.png'], '/here', isFile)).toEqual({ files: paths, problems: [] });
  expect(argumentsAgain(['.', ...args, 'file://nas/a.png', '--sample'], '/here', isFile)).toEqual(['.', '--sample']);
});

it.each([
  ['file://nas/pictures/a.png', /^file:\/\/nas\/pictures\/a\.png was not added: it lies on another computer \(nas\)\. Copy the file to this one/],
  ['file:///else/%FF.png', /no address of a file that can be read\. Drop the file itself on the window\.$/],
  ['file:///else/a%2Fb.png', /no address of a file that can be read/],
  ['file:///else/a%00.png', /no address of a file that can be read/],
  ['file:///else/a#1.png', /no address of a file that can be read/],
  ['file:///else/a?1.png', /no address of a file that can be read/],
  ['file:///%', /no address of a file that can be read/],
  ['file://[/a.png', /no address of a file that can be read/],
  ['file:///else/gone.png', /^\/else\/gone\.png was not added: no file lies there\./],
  [`file:///${'x'.repeat(10_000)}%`, /^file:\/\/\/x{292}… was not added/],
])('[D258] what is no file address of this computer is told in a sentence, beside the files: %s', (address, words) => {
  const { files, problems } = filesIn([address, '/else/two.png'], '/here', (path) => path === '/else/two.png' || path === '/else/a');
  expect(files).toEqual(['/else/two.png']);
  expect(problems).toEqual([expect.stringMatching(words)]);
});

it('[D258] a file that cannot even be looked at is handed on, so that adding it says why; it stops neither the start nor other files', () => {
  const folder = tempFolder();
  const long = 'x'.repeat(5_000);
  writeFileSync(join(folder, 'one.png'), '');
  symlinkSync('one.png', join(folder, 'linked.png'));
  expect(filesIn([long, 'one.png', `file://${folder}/linked.png`, 'gone.png', '.'], folder)).toEqual({
    files: [join(folder, long), join(folder, 'one.png'), join(folder, 'linked.png')], problems: [],
  });
  expect(argumentsAgain([long, '.', '--sample'], folder)).toEqual(['.', '--sample']);
  expect(appFolderOf(none, { appData: '/home/ann/.config', program: join(folder, long) })).toBe(join('/home/ann/.config', 'Alice'));
});

it('[V152] who starts Alice anew from within adds no file again and follows no link again; switches stay', () => {
  const isFile = (path: string) => path.endsWith('.png');
  const again = (...args: string[]) => argumentsAgain(args, '/here', isFile);
  expect(again('.', '--data', '/data.png', 'boat.png', '/else/sea.png', '--print-events')).toEqual(['.', '--data', '/data.png', '--print-events']);
  expect(again('.', 'alice://asset/abcdef12', 'boat.png')).toEqual(['.']);
});

it('[D187] the app’s own folder is the one that was named, else beside the program where “portable” lies, else the usual one', () => {
  const isFile = (path: string) => path === join('/opt/alice', 'portable');
  const nothing = () => false;
  expect(appFolderOf({ data: '/mnt/data', userData: '/mnt/user' }, { ...home, isFile })).toBe(join('/mnt/data', 'window'));
  expect(appFolderOf({ data: null, userData: '/mnt/user' }, { ...home, isFile })).toBe('/mnt/user');
  expect(appFolderOf(none, { ...home, isFile })).toBe(join('/opt/alice', 'alice-data'));
  expect(appFolderOf(none, { ...home, isFile: nothing })).toBe(join('/home/ann/.config', 'Alice'));
  expect(appFolderOf(none, { ...home, program: null, isFile: () => true })).toBe(join('/home/ann/.config', 'Alice'));
  expect(parseLaunchOptions(['.', '--user-data-dir=mine', '--safe-mode'], '/here')).toMatchObject({ data: null, userData: '/here/mine', safeMode: true });
});

it('[D187] the program lies where a person put it: beside its app on macOS, beside its image on Linux', () => {
  const folder = (platform: NodeJS.Platform, execPath: string, env = {}) => programFolder({ platform, execPath, env });
  expect(folder('linux', '/opt/alice/alice')).toBe('/opt/alice');
  expect(folder('linux', '/tmp/.mount_x/alice', { APPIMAGE: '/media/stick/Alice.AppImage' })).toBe('/media/stick');
  expect(folder('darwin', '/Volumes/Stick/Alice.app/Contents/MacOS/Alice')).toBe('/Volumes/Stick');
});
