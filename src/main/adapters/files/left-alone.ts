/**
 * Names that programs give to files which are not there to stay: hidden files (with them the marks and versions of
 * Syncthing, Dropbox, Nextcloud, iCloud's placeholders, rsync's and Alice's own copies in progress, LibreOffice's
 * locks), downloads and copies in progress, Office's locks, the system's own. They are left alone until they get
 * their real name.
 */
const files: readonly RegExp[] = [
  /^\./,
  /^~\$/,
  // Browsers, download managers, WinSCP, torrent programs, yt-dlp.
  /\.(part|partial|crdownload|opdownload|download|tmp|temp|filepart|aria2|ytdl|![uq][tb]|!bt|bc!|!sync)$/i,
  /\.part-frag\d+(\.part)?$/i,
  /^~syncthing~.*\.tmp$/i,
  /\.(sync-conflict-temp|owncloudsync|nextcloudsync|icloud)$/i,
  /^(thumbs\.db|desktop\.ini|icon\r)$/i,
];

/** Folders are left alone by fewer names: what a person puts into a folder called `night.temp` is meant to stay. */
const folders: readonly RegExp[] = [
  /^\./,
  /\.(download|crdownload)$/i,
  /^(@eadir|#recycle|\$recycle\.bin|system volume information|lost\+found|__macosx)$/i,
];

/** Whether intake leaves a file of this name alone. */
export function isLeftAlone(name: string): boolean {
  return files.some((pattern) => pattern.test(name));
}

/** Whether intake leaves a folder of this name alone, with everything in it. */
export function isFolderLeftAlone(name: string): boolean {
  return folders.some((pattern) => pattern.test(name));
}
