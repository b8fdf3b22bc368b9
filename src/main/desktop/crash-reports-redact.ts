/** Names of variables and properties, in which nothing of a person stands. */
const plainName = /^[\w$.-]{1,40}$/;
const quoted = /"[^"\n]*"(?:\.\.\.)?|“[^”\n]*”|`[^`\n]*`|'[^'\n]*'/g;
/** What begins like an absolute path or an address of a file, up to what cannot be part of one. */
const paths = /(?:file:\/\/)?(?:(?<![\w.<>:/\\~-])~?\/(?=[^\s/])|\b[A-Za-z]:[\\/]|\\\\)[^\n"'`<>()|*?]*/g;
const position = /:\d+(?::\d+)?$/;
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
  let text = line.replace(quoted, (words) => (plainName.test(words.slice(1, -1)) ? words : '<text>'));
  for (const folder of own) text = text.replaceAll(`${folder}/`, '<app>/').replaceAll(`${folder}\\`, '<app>/');
  return text.replace(paths, (path) => `<path>${position.exec(path.trimEnd())?.[0] ?? ''}`);
}
