/** Names of variables and properties, in which nothing of a person stands. */
const plainName = /^[\w$.-]{1,40}$/;
/** From the first mark of a kind to the last of a line: what is quoted may hold such marks itself, as “Ann's pictures” does. */
const quoted = [/"[^\n]*"(?:\.\.\.)?/g, /“[^\n]*”/g, /`[^\n]*`/g, /'[^\n]*'/g];
/** Several plain names that are quoted one after the other. */
const manyNames = /^(["'`])[\w$.-]{1,40}\1(?:[^"'`\n]{1,40}(["'`])[\w$.-]{1,40}\2)+$/;
/** Addresses, in which names, keys and whole pictures may stand; those of files are paths. */
const addresses = /\b(?!file:|app:)(?:[a-z][a-z\d+.-]{1,20}:\/\/|data:)[^\s)]+/gi;
/** What begins like an absolute path or an address of a file, and all that follows: any letter can be part of one. */
const paths = /(?:file:\/\/)?(?:(?<![\w.<>/\\~-])~?\/(?=[^\s/])|\b[A-Za-z]:[\\/]|\\\\)[^\n]*/g;
const position = /:\d+(?::\d+)?\)?$/;
const longest = 20_000;

/**
 * The text of an error without what belongs to a person: files of the app keep their place in it, every other path goes,
 * and so does what is quoted, for an error may quote what it could not read.
 * @param appFolder the folder of the app's own files
 */
export function withoutPersonal(text: string, appFolder: string): string {
  return text.slice(0, longest).split('\n').map((line) => redactLine(line, appFolder)).join('\n');
}

function redactLine(line: string, appFolder: string): string {
  const own = new Set([`file://${appFolder}`, `file:///${appFolder.replaceAll('\\', '/')}`, appFolder].filter((one) => one.length > 1));
  let text = line;
  for (const marks of quoted) text = text.replace(marks, (words) => (isPlain(words) ? words : '<text>'));
  for (const folder of own) text = text.replaceAll(`${folder}/`, '<app>/').replaceAll(`${folder}\\`, '<app>/');
  text = text.replace(addresses, '<address>');
  return text.replace(paths, (path) => `<path>${position.exec(path.trimEnd())?.[0] ?? ''}`);
}

function isPlain(words: string): boolean {
  return plainName.test(words.slice(1, -1)) || manyNames.test(words);
}
