import { isAbsolute, join, relative, sep, win32 } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fileNameFor, folderFor } from '../../services/organizer/organized-path';

/** Names that lead elsewhere when they are believed, each in many dresses. */
const traversals = [
  '../../x', '..', '.', '', ' ', '/', '\\', '/etc/passwd', '\\\\server\\share', 'C:\\Windows', 'C:', '..\\..\\x', '....//....//x', '%2e%2e%2f', '..%2f..%2f',
  '․․/x', '．．／x', '∕etc∕passwd', '⁄', '＼', '..\u0000/x', 'x\u0000', '\u0000', 'con', 'CON', 'nul.tar', 'com1', 'COM¹', 'lpt9.png', 'con .txt', 'CONIN$', 'aux:', '~', '~root', '$HOME', '`id`',
  '{prompt}', '-rf', '.git', '.alice-1.part', 'a/../../b', 'x'.repeat(10_000), '🎨'.repeat(5_000), '\ud800'.repeat(300), '..'.repeat(5_000), '\u202e..', '\u200f../x', ' ..', '.. ', '. .', '..\n', '\u3000', '\u00a0\u2003', `${'\u3000'.repeat(100)}a`,
];

const hostile = fc.oneof(
  fc.constantFrom(...traversals),
  fc.tuple(fc.constantFrom(...traversals), fc.constantFrom(...traversals)).map(([a, b]) => a + b),
  fc.string({ unit: fc.constantFrom('.', '/', '\\', ':', ' ', '\0', '\u202e', 'a', '∕', '．', '%2e', '~', '\ud83d', '\u0301'), maxLength: 300 }),
  fc.string({ unit: 'binary', maxLength: 600 }),
);

const stars = fc.constantFrom(null, 1 as const, 2 as const, 3 as const, 4 as const, 5 as const);
const facts = fc.record({ day: hostile, project: hostile, source: hostile, stars });

describe('[A65] whatever project, tool, day and ending are called', () => {
  it('[A65] the file lies inside the organized folder, four or five names deep, each safe on every system', () => {
    fc.assert(
      fc.property(facts, hostile, fc.nat(2_000), (names, ending, number) => {
        const path = join(folderFor('/home/a/organized', names), fileNameFor(names.project, number, ending));
        const way = relative('/home/a/organized', path);
        expect(isAbsolute(way)).toBe(false);
        const parts = way.split(sep);
        expect(parts).toHaveLength(names.stars === null ? 4 : 5);
        for (const part of parts) {
          expect(part).not.toMatch(/^\.|^\s*$|[. ]$|[\p{Cc}\p{Cs}<>:"/\\|?*\u202a-\u202e\u2066-\u2069]/u);
          expect(Buffer.byteLength(part)).toBeLessThanOrEqual(255);
          expect(part).not.toMatch(/^(con|prn|aux|nul|com[\d¹²³]|lpt[\d¹²³]|clock\$|conin\$|conout\$) *(\.|$)/i);
        }
        // The same names on Windows, where more signs separate folders.
        expect(win32.relative('C:\\organized', win32.join('C:\\organized', ...parts))).toBe(parts.join('\\'));
      }),
      { numRuns: 20_000 },
    );
  }, 60_000);
});
