import { mkdirSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { tempFolder } from '../testing/temp-folder';
import { handOut } from './drag-out';
import { clipboardFiles } from './drag-out-clipboard';
import { OwnDrops } from './drag-out-own-drops';

function organized(names: readonly string[]) {
  const root = tempFolder();
  const folder = join(root, 'organized', 'harbor');
  mkdirSync(folder, { recursive: true });
  const paths = new Map(names.map((name, at) => [String(at), join(folder, name)]));
  for (const path of paths.values()) writeFileSync(path, path);
  const asset = (hash: string) => {
    const path = paths.get(hash);
    return path === undefined ? null : { path, file_name: path.slice(folder.length + 1) };
  };
  return { root, folder, paths, files: { asset, roots: () => [join(root, 'organized')] } };
}

describe('[D110] files that are handed to other programs', () => {
  it('[D110] are the organized files themselves, each once, in the order that was asked for', async () => {
    const { paths, files } = organized(['a.png', 'b & <c>.png']);
    expect(await handOut(['1', '0', '1'], files)).toEqual({ files: [{ path: paths.get('1'), content_hash: '1' }, { path: paths.get('0'), content_hash: '0' }], problems: [] });
  });

  it('[D110] are none that is not known, not filed or not there; each kind is said once', async () => {
    const { paths, files } = organized(['a.png', 'b.png', 'c.png']);
    rmSync(paths.get('1') ?? '');
    rmSync(paths.get('2') ?? '');
    const answer = await handOut(['0', '1', '2', 'f'.repeat(64)], files);
    expect(answer.files).toEqual([{ path: paths.get('0'), content_hash: '0' }]);
    expect(answer.problems).toEqual(['c.png is not where it was filed. Care, Check looks for it.', 'What is not filed yet cannot be handed to another program.']);
  });

  it('[D110] never lead out of the organized folder: no link as a file, no linked folder on the way, no folder in a file’s place', async () => {
    const { root, folder, paths, files } = organized(['a.png', 'b.png']);
    writeFileSync(join(root, 'secret.txt'), 'secret');
    rmSync(paths.get('0') ?? '');
    symlinkSync(join(root, 'secret.txt'), paths.get('0') ?? '');
    expect(await handOut(['0'], files)).toMatchObject({ files: [], problems: [expect.stringContaining('Something else lies where a.png was filed')] });
    renameSync(folder, join(root, 'elsewhere'));
    symlinkSync(join(root, 'elsewhere'), folder);
    expect(await handOut(['1'], files)).toMatchObject({ files: [], problems: [expect.stringContaining('leads out of the organized folder')] });
    rmSync(folder);
    mkdirSync(paths.get('1') ?? '', { recursive: true });
    expect(await handOut(['1'], files)).toMatchObject({ files: [] });
  });
});

describe('[D110] what is let go over the window itself', () => {
  it('[D110] is not added once more, which is said; all else that lies among it is', async () => {
    const added: string[][] = [];
    const add = async (paths: readonly string[]) => {
      added.push([...paths]);
      return { added: paths.length, problems: ['one problem'] };
    };
    const drops = new OwnDrops();
    expect(await drops.add(['/o/a.png'], add)).toEqual({ added: 1, problems: ['one problem'] });
    drops.handedOut([{ path: '/o/a.png', content_hash: 'a' }, { path: '/o/b.png', content_hash: 'b' }]);
    expect(await drops.add(['/o/a.png', '/else/a.png'], add)).toEqual({ added: 1, problems: ['a.png lies in your library already.', 'one problem'] });
    expect(await drops.add(['/o/a.png', '/o/b.png'], add)).toEqual({ added: 0, problems: ['2 files lie in your library already.'] });
    expect(drops.apart(['/else/c.png', '/o/b.png'])).toEqual({ own: ['b'], others: ['/else/c.png'] });
    drops.handedOut([{ path: '/o/c.png', content_hash: 'c' }]);
    await drops.add(['/o/a.png'], add);
    expect(added).toEqual([['/o/a.png'], ['/else/a.png'], ['/o/a.png']]);
  });
});

describe('[D111] files on the clipboard', () => {
  const names = ['/home/ann/my pictures/ä&b.png', '/home/ann/<c> #1.png'];

  it('[D111] are addresses as each desktop of Linux reads them, to be copied and not moved', () => {
    const copied = { format: 'x-special/gnome-copied-files', text: 'copy\nfile:///home/ann/my%20pictures/%C3%A4&b.png\nfile:///home/ann/%3Cc%3E%20%231.png' };
    const list = { format: 'text/uri-list', text: `${copied.text.slice(5).replaceAll('\n', '\r\n')}\r\n` };
    expect(clipboardFiles(names, 'linux', 'ubuntu:GNOME')).toEqual({ kind: 'formats', formats: [copied, list] });
    expect(clipboardFiles(names, 'linux', 'KDE')).toEqual({ kind: 'formats', formats: [list, copied] });
  });

  it('[D111] are a list of paths on macOS, in which a path is only text', () => {
    const how = clipboardFiles(names, 'darwin');
    expect(how).toMatchObject({ kind: 'formats', formats: [{ format: 'NSFilenamesPboardType' }] });
    expect(JSON.stringify(how)).toContain('<array><string>/home/ann/my pictures/ä&amp;b.png</string><string>/home/ann/&lt;c&gt; #1.png</string></array>');
  });

  it('[D111] are data and never part of a command on Windows', () => {
    const how = clipboardFiles(['C:\\a"; Remove-Item x\\b.png'], 'win32');
    if (how.kind !== 'program') throw new Error('Windows takes files from a program.');
    expect(how.args.join(' ')).not.toContain('Remove-Item');
    expect(JSON.parse(how.input)).toEqual(['C:\\a"; Remove-Item x\\b.png']);
  });
});
