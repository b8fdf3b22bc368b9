/** JPEG and most video codecs cut a picture into blocks of this many pixels. */
const block = 8;
/** One row (for the steps across) and one column (for those down) in so many is looked at. */
const every = 4;
/** Gray levels added below, so that a picture of nothing but flat areas does not divide by zero. */
const least = 0.05;

/**
 * How much steeper the steps are on the 8 x 8 grid than elsewhere: 1 is none. A step counts by how far
 * it exceeds the mean of the steps before and after it, as in Z. Wang, A. C. Bovik, B. L. Evans,
 * "Blind measurement of blocking artifacts in images", ICIP 2000, but summed in place. Only a grid that
 * starts at the first pixel is seen: a picture cropped or resized after compression passes.
 */
export function blockinessMeasure(gray: Uint8Array, width: number, height: number, thin = 1): number {
  const sums: StepSums = { onGrid: 0, onGridCount: 0, between: 0, betweenCount: 0 };
  for (let y = 0; y < height; y += every * thin) addRowSteps(gray, sums, y * width, width);
  addColumnSteps(gray, sums, width, height, every * thin);
  if (sums.onGridCount === 0 || sums.betweenCount === 0) return 1;
  return (sums.onGrid / sums.onGridCount + least) / (sums.between / sums.betweenCount + least);
}

interface StepSums {
  onGrid: number;
  onGridCount: number;
  between: number;
  betweenCount: number;
}

/** Twice the step after pixel `i`, less the steps before and after: the third difference, but for the sign. */
function excess(gray: Uint8Array, i: number, stride: number): number {
  const before = gray[i - stride] as number;
  const after = gray[i + 2 * stride] as number;
  return Math.abs(3 * ((gray[i + stride] as number) - (gray[i] as number)) + before - after);
}

/** The steps within one row. */
function addRowSteps(gray: Uint8Array, sums: StepSums, start: number, width: number): void {
  let onGrid = 0;
  let all = 0;
  for (let k = 1; k < width - 2; k += 1) all += excess(gray, start + k, 1);
  for (let k = block - 1; k < width - 2; k += block) onGrid += excess(gray, start + k, 1);
  count(sums, onGrid, all, Math.max(0, Math.floor((width - 2) / block)), Math.max(0, width - 3));
}

/** The steps from row to row. */
function addColumnSteps(gray: Uint8Array, sums: StepSums, width: number, height: number, step: number): void {
  for (let y = 1; y < height - 2; y += 1) {
    let row = 0;
    for (let x = 0; x < width; x += step) row += excess(gray, y * width + x, width);
    const onGrid = y % block === block - 1;
    const columns = Math.ceil(width / step);
    count(sums, onGrid ? row : 0, row, onGrid ? columns : 0, columns);
  }
}

function count(sums: StepSums, onGrid: number, all: number, onGridCount: number, allCount: number): void {
  sums.onGrid += onGrid;
  sums.onGridCount += onGridCount;
  sums.between += all - onGrid;
  sums.betweenCount += allCount - onGridCount;
}
