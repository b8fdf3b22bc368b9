import type { AssetRecord } from '@shared/library/asset-record';
import { dayNumber } from '../../parts/times';
import type { VirtualRow } from '../../parts/virtual-rows';

export interface Cell {
  readonly asset: AssetRecord;
  readonly left: number;
  readonly width: number;
}

export type LibraryRow = VirtualRow &
  (
    | { readonly kind: 'day'; readonly day: number; readonly count: number; readonly whole: boolean }
    | { readonly kind: 'pictures'; readonly cells: readonly Cell[]; readonly pictureHeight: number }
  );

const gap = 10;
const captionHeight = 22;
const rowGap = 8;
const dayHeight = 36;
const narrowest = 0.6;
const widest = 2.4;

/** Lays pictures out in rows of one height that fill the width; the last row of a day keeps its natural widths. */
export function justify(assets: readonly AssetRecord[], width: number, pictureHeight: number, complete: boolean): readonly LibraryRow[] {
  if (width <= 0) return [];
  const days = byDay(assets);
  return days.flatMap(({ day, assets: ofDay }, index) => [
    { kind: 'day', key: `day ${day} ${index}`, height: dayHeight, skip: true, day, count: ofDay.length, whole: complete || index < days.length - 1 },
    ...rowsOf(ofDay, width, pictureHeight),
  ]);
}

interface Day {
  readonly day: number;
  readonly assets: AssetRecord[];
}

function byDay(assets: readonly AssetRecord[]): readonly Day[] {
  const days: Day[] = [];
  for (const asset of assets) {
    const day = dayNumber(asset.filed_at ?? '');
    const current = days.at(-1);
    if (current?.day === day) current.assets.push(asset);
    else days.push({ day, assets: [asset] });
  }
  return days;
}

function rowsOf(assets: readonly AssetRecord[], width: number, pictureHeight: number): readonly LibraryRow[] {
  const rows: LibraryRow[] = [];
  let row: AssetRecord[] = [];
  let natural = 0;
  for (const asset of assets) {
    const own = pictureHeight * ratioOf(asset);
    // A picture that would be squeezed by more than a fifth begins the next row.
    if (row.length > 0 && natural + gap + own > width * 1.2) {
      rows.push(rowOf(row, width, pictureHeight, true));
      row = [];
      natural = 0;
    }
    natural += (row.length === 0 ? 0 : gap) + own;
    row.push(asset);
    if (natural >= width) {
      rows.push(rowOf(row, width, pictureHeight, true));
      row = [];
      natural = 0;
    }
  }
  if (row.length > 0) rows.push(rowOf(row, width, pictureHeight, natural > width));
  return rows;
}

function rowOf(assets: readonly AssetRecord[], width: number, pictureHeight: number, fill: boolean): LibraryRow {
  const ratios = assets.reduce((sum, asset) => sum + ratioOf(asset), 0);
  const room = width - gap * (assets.length - 1);
  const scale = fill ? room / ratios : pictureHeight;
  let left = 0;
  const cells = assets.map((asset) => {
    const own = Math.floor(ratioOf(asset) * scale);
    const cell = { asset, left, width: own };
    left += own + gap;
    return cell;
  });
  return { kind: 'pictures', key: assets[0]?.content_hash ?? '', height: pictureHeight + captionHeight + rowGap, cells, pictureHeight };
}

function ratioOf({ width, height }: AssetRecord): number {
  const ratio = width !== null && height !== null && height > 0 ? width / height : 1;
  return Math.min(widest, Math.max(narrowest, ratio));
}
