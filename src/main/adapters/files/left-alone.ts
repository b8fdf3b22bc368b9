/**
 * Names that programs give to files which are not there to stay: hidden files, downloads and copies in progress,
 * sync tools' temporary names, the system's own. They are left alone until they get their real name.
 */
const patterns: readonly RegExp[] = [
  /^\./,
  /^~\$/,
  /\.(part|partial|crdownload|download|tmp|temp|filepart|!ut|!qb|aria2)$/i,
  /^~.*\.tmp$/i,
  /\.sync-conflict-temp$/i,
  /^(thumbs\.db|desktop\.ini|icon\r)$/i,
];

/** Whether intake leaves a file or folder of this name alone. */
export function isLeftAlone(name: string): boolean {
  return patterns.some((pattern) => pattern.test(name));
}
