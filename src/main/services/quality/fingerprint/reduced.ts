/**
 * A gray picture reduced to a small square, each pixel the mean of the area that it stands for. Areas may share a pixel, each
 * its part of it.
 */
export function reducedTo(side: number, gray: Uint8Array, width: number, height: number): Float64Array {
  const small = new Float64Array(side * side);
  const line = new Float64Array(side);
  for (let y = 0; y < side; y += 1) {
    const [top, bottom] = [(y * height) / side, ((y + 1) * height) / side];
    for (let row = Math.floor(top); row < bottom; row += 1) {
      const share = Math.min(row + 1, bottom) - Math.max(row, top);
      sumsOf(gray, row * width, width, line);
      for (let x = 0; x < side; x += 1) small[y * side + x] = (small[y * side + x] as number) + share * (line[x] as number);
    }
  }
  const area = (width * height) / (side * side);
  return small.map((sum) => sum / area);
}

/** The sums of the parts of a line, as many as `sums` has places. */
function sumsOf(gray: Uint8Array, start: number, width: number, sums: Float64Array): void {
  const wide = width / sums.length;
  for (let x = 0; x < sums.length; x += 1) {
    const [left, right] = [x * wide, (x + 1) * wide];
    const [first, last] = [Math.ceil(left), Math.floor(right)];
    let sum = 0;
    for (let at = start + first; at < start + last; at += 1) sum += gray[at] as number;
    if (first > left) sum += (first - left) * (gray[start + first - 1] as number);
    if (last < right && last < width) sum += (right - last) * (gray[start + last] as number);
    sums[x] = sum;
  }
}
