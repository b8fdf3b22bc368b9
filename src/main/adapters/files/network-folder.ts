import { statfs } from 'node:fs/promises';

/** File systems whose changes made elsewhere no watcher tells of, by the number that Linux gives them. */
const network = new Map<number, string>([
  [0x6969, 'nfs'], [0x517b, 'smb'], [0xff534d42, 'cifs'], [0xfe534d42, 'smb2'], [0x65735546, 'fuse'], [0x5346414f, 'afs'],
  [0x73757245, 'coda'], [0x01021997, '9p'], [0x00c36400, 'ceph'], [0xbacbacbc, 'vmhgfs'], [0x786f4256, 'vboxsf'], [0x6b414653, 'kafs'],
]);

/** Whether a folder lies on a network drive or another file system that does not tell of its changes. Known on Linux only. */
export async function isNetworkFolder(folder: string): Promise<boolean> {
  if (process.platform !== 'linux') return false;
  const { type } = await statfs(folder);
  return network.has(type >>> 0);
}
