import { EventEmitter } from 'node:events';
import { join } from 'node:path';
import { expect, it } from 'vitest';
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
  const found = (...args: string[]) => filesIn(args, '/here', (path) => files.has(path));
  expect(found('.', 'one.png', '--data', '/data', '/else/two.png', '--sample', 'gone.png')).toEqual(['/here/one.png', '/else/two.png']);
  expect(found('one.png', 'alice://asset/abcdef12')).toEqual([]);
  expect(found('--inbox', 'one.png')).toEqual([]);
});

it('[V151] of many files that Alice is started with, none is passed over', () => {
  const many = Array.from({ length: 1_500 }, (_, at) => `${at}.png`);
  expect(filesIn(many, '/here', () => true)).toHaveLength(1_500);
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
