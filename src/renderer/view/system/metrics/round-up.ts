/** The next calm number above: 1, 2 or 5 and zeros. */
export function roundUp(value: number): number {
  if (!(value > 1)) return 1;
  const unit = 10 ** Math.floor(Math.log10(value));
  return ([1, 2, 5].find((step) => step * unit >= value) ?? 10) * unit;
}
