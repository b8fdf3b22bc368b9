import { basename, dirname, extname, join } from 'node:path';
import type { LooseFiles } from './loose-files';
import type { FiledAsset, OrganizedFiles } from './ports';

export interface SidecarMove {
  readonly from_path: string;
  readonly to_path: string;
}

/** Sidecars that went along with their picture: by the same name in its new folder, or by its new name. */
export async function sidecarMoves(asset: FiledAsset, to: string, loose: LooseFiles, files: OrganizedFiles): Promise<SidecarMove[]> {
  const moves: SidecarMove[] = [];
  for (const from_path of asset.sidecars) {
    if ((await files.look(from_path)).kind !== 'nothing') continue;
    const found = namesAfter(from_path, asset.path, to)
      .map((name) => loose.at(join(dirname(to), name)))
      .find((file) => file !== undefined);
    if (found === undefined) continue;
    loose.take(found);
    moves.push({ from_path, to_path: found.path });
  }
  return moves;
}

/** What a sidecar may be called now: `boat.txt` and `boat.png.json` follow when `boat.png` is renamed. */
function namesAfter(sidecar: string, before: string, after: string): string[] {
  const name = basename(sidecar);
  const names = [name];
  for (const [old, now] of [[basename(before), basename(after)], [stemOf(before), stemOf(after)]] as const) {
    if (name.startsWith(old)) names.unshift(now + name.slice(old.length));
  }
  return names;
}

function stemOf(path: string): string {
  return basename(path, extname(path));
}
