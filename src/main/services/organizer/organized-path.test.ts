import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fileNameFor, folderFor, safeSegment } from './organized-path';
import { SequenceBook } from './sequence-book';

describe('[O1] the organized path', () => {
  const facts = { day: '2026-03-04', project: 'Lantern Harbor', source: 'comfyui' };

  it('[O1] is day, project, tool and stars', () => {
    expect(folderFor('/o', { ...facts, stars: 5 })).toBe('/o/2026-03-04/Lantern Harbor/comfyui/5-star');
  });

  it('[O1] has no star folder without a rating', () => {
    expect(folderFor('/o', { ...facts, stars: null })).toBe('/o/2026-03-04/Lantern Harbor/comfyui');
  });

  it.each([[1, 'p-001.png'], [42, 'p-042.png'], [999, 'p-999.png'], [1000, 'p-1000.png'], [123456, 'p-123456.png']])('[O3] number %d is written %s', (number, name) => {
    expect(fileNameFor('p', number, 'png')).toBe(name);
  });
});

describe('[O10] a name as one segment of a path', () => {
  it.each([
    ['../../etc/passwd', '__.._etc_passwd'],
    ['..', '_'],
    ['.hidden', '_hidden'],
    ['', '_'],
    ['   ', '_'],
    ['a/b\\c', 'a_b_c'],
    ['C:', 'C_'],
    ['con', '_con'],
    ['LPT1.png', '_LPT1.png'],
    ['CONtent', 'CONtent'],
    ['nul.tar.gz', '_nul.tar.gz'],
    ['trailing. . ', 'trailing'],
    ['what?*<>|"', 'what______'],
    ['line\nbreak\u0000', 'line_break_'],
    ['evil\u202egnp.exe', 'evil_gnp.exe'],
    ['cafe\u0301', 'caf\u00e9'],
    ['日本 🎨', '日本 🎨'],
    ['\ud800', '_'],
    ['-rf', '-rf'],
  ])('[O10] %j becomes %j', (name, segment) => {
    expect(safeSegment(name)).toBe(segment);
  });

  const hostile = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 400 }),
    fc.string({ unit: fc.constantFrom('.', ' ', '/', '\\', 'c', 'o', 'n', '1', 'é', '🎨', '\u0301', '\ud83c'), maxLength: 120 }),
    fc.constantFrom('con', 'aux', 'com1', 'lpt9', 'clock$').map((name) => `${name}.${'x'.repeat(250)}`),
    fc.constantFrom('', ' ', '.').map((end) => `${'x'.repeat(199)}${end}${end}yz`),
  );

  it('[O10] is safe on every file system, whatever the name, and the same for the same name', () => {
    fc.assert(
      fc.property(hostile, (name) => {
        const segment = safeSegment(name);
        expect(segment).toBe(safeSegment(name));
        expect(segment).not.toMatch(/[\p{Cc}\p{Cs}<>:"/\\|?*]/u);
        expect(segment).not.toMatch(/^\.|[. ]$|^$/);
        expect(segment).not.toMatch(/^(con|prn|aux|nul|com\d|lpt\d|clock\$)(\..*)?$/i);
        expect(Buffer.byteLength(segment)).toBeLessThanOrEqual(200);
      }),
      { numRuns: 3_000 },
    );
  });

  it('[O10] a segment that is safe stays what it is', () => {
    fc.assert(
      fc.property(hostile, (name) => {
        expect(safeSegment(safeSegment(name))).toBe(safeSegment(name));
      }),
      { numRuns: 1_000 },
    );
  });
});

describe('[O3] the book of numbers', () => {
  it('[O3] goes on behind the highest on the disk, asks the disk once, and gives no number twice', async () => {
    let asked = 0;
    const book = new SequenceBook(async () => { asked += 1; return 41; });
    const numbers = await Promise.all(Array.from({ length: 20 }, () => book.take('/o', 'p')));
    expect([...numbers].sort((a, b) => a - b)).toEqual(Array.from({ length: 20 }, (_, i) => 42 + i));
    expect(asked).toBe(1);
  });

  it('[O3] counts each folder and project alone, but not upper and lower case', async () => {
    const book = new SequenceBook(async (folder) => (folder === '/full' ? 7 : 0));
    expect([await book.take('/o', 'p'), await book.take('/full', 'p'), await book.take('/o', 'q'), await book.take('/o', 'P')]).toEqual([1, 8, 1, 2]);
  });

  it('[O3] asks again where the disk did not answer', async () => {
    let broken = true;
    const book = new SequenceBook(async () => { if (broken) throw new Error('EIO'); return 3; });
    await expect(book.take('/o', 'p')).rejects.toThrow('EIO');
    broken = false;
    expect(await book.take('/o', 'p')).toBe(4);
  });
});
