import { expect, it } from 'vitest';
import { releaseListProblem, updateSettings } from './update-settings';
import { valueInWords } from './setting-words';

it('[D275] Alice looks for no updates until somebody says so, and nowhere', () => {
  expect([updateSettings.look_for_updates.initial, updateSettings.release_channel.initial, updateSettings.release_list.initial]).toEqual(['never', 'stable', '']);
  expect([valueInWords('look_for_updates', 'never'), valueInWords('release_list', ''), valueInWords('release_list', 'https://alice.example/r.json')])
    .toEqual(['Never', 'none', 'https://alice.example/r.json']);
});

it('[D276] a release list is at an address by https, or on this machine', () => {
  const right = ['', 'https://alice.example/releases.json', 'https://alice.example:8443/?a=b', 'http://localhost:9/r.json', 'http://127.0.0.1/r.json', 'http://[::1]:9/'];
  const wrong = ['releases.json', 'http://alice.example/', 'http://192.168.0.9/', 'http://127.0.0.1.alice.example/', 'ftp://alice.example/', 'file:///etc/passwd', 'https://me@alice.example/', 'https://me:x@alice.example/', 'javascript:1'];
  expect(right.filter((address) => releaseListProblem(address) !== null)).toEqual([]);
  expect(wrong.filter((address) => releaseListProblem(address) === null)).toEqual([]);
});
